"""Paths below docs/ and the addresses that they get.

In: the path of a page. Out: its address relative to the site, or to another page.
"""

from __future__ import annotations

import posixpath
from functools import cache

from generator.files import published


@cache  # a page is linked by many
def address(path: str) -> str:
    """Of a Markdown file below docs/, relative to the site: empty, or with a closing slash."""
    return published(path).removesuffix("index.html")


def relative(path: str, start: str) -> str:
    """A page or file of the site as a page at the address `start` links it."""
    return posixpath.relpath(path or ".", start or ".") + ("/" if path.endswith("/") or not path else "")
