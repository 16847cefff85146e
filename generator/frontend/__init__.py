"""The browser's side: style sheets, scripts, and what a page may load and run. Drawn from by pages and exports.

In: the files of this folder. Out: where they are; the script that runs first, which stands in each page; the one that
searches, in a worker; the one of pages that have moved; the one of pages without a server; and the
Content-Security-Policy that lets the first and the site's own files through and nothing else, the same for the tag in
every page and for the server's headers.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from html import escape
from pathlib import Path

from generator.problems import one_line

_FOLDER = Path(__file__).parent
SCRIPTS = _FOLDER / "scripts"
STYLES = _FOLDER / "styles"

FIRST = (_FOLDER / "first.js").read_text(encoding="utf-8")
SEARCH = (_FOLDER / "search.js").read_text(encoding="utf-8")
MOVED = (_FOLDER / "moved.js").read_text(encoding="utf-8")
OFFLINE = (_FOLDER / "offline.js").read_text(encoding="utf-8")
_DIGEST = base64.b64encode(hashlib.sha256(FIRST.encode()).digest()).decode()


def policy(styles: Iterable[str] = ()) -> str:
    """What a page may load and run. `styles` are the sources that the theme's scripts need for style sheets which they
    write into pages.
    """
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src 'self' 'sha256-{_DIGEST}'",
            " ".join(["style-src 'self'", *styles]),
            "img-src 'self' data:",  # Material's icons stand in its style sheet
            "font-src 'self'",
            "connect-src 'self'",  # the search index, and pictures that are copied
            "manifest-src 'self'",
            "worker-src 'self'",  # search
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def html_text(text: str) -> str:
    """Text of the model for HTML, in an element or an attribute with double quotes; on one line."""
    return escape(one_line(text), quote=True)
