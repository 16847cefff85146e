"""What the theme puts into every site and no page of this one loads.

In: docs/ and a site that MkDocs has built. Out: the site without source maps, which only those read who work on the
theme, and without the rules by which its search reads other languages; together a sixteenth of a small site.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_INDEX = "search/search_index.json"
_LANGUAGES = Path("assets/javascripts/lunr")
# The search needs nothing for English, this for every other language, and more for those that write no blanks.
_PLAIN = "en"
_SHARED = ("min/lunr.stemmer.support.min.js", "min/lunr.multi.min.js")
_SPLITTERS = {"ja": "tinyseg.js", "jp": "tinyseg.js", "th": "wordcut.js"}


def remove_unloaded(docs: Path, site: Path) -> None:
    """Files of docs/ stay, whatever they are called. OSError."""
    for path in (*site.glob("assets/**/*.map"), *_unread(site)):
        if not (docs / path.relative_to(site)).exists():
            path.unlink()
    for folder in (site / _LANGUAGES / "min", site / _LANGUAGES):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _unread(site: Path) -> Iterator[Path]:
    """Rules for languages that the index is not in; none where nobody knows which those are."""
    languages = _languages(site / _INDEX)
    if languages is None:
        return
    others = languages - {_PLAIN}
    kept = {f"min/lunr.{language}.min.js" for language in others} | (set(_SHARED) if others else set())
    kept |= {_SPLITTERS[language] for language in others & set(_SPLITTERS)}
    for path in (site / _LANGUAGES).rglob("*.js"):
        if path.relative_to(site / _LANGUAGES).as_posix() not in kept:
            yield path


def _languages(index: Path) -> set[str] | None:
    try:
        found: Any = json.loads(index.read_bytes())
    except (OSError, ValueError):
        return None
    config = found.get("config") if isinstance(found, dict) else None
    listed = config.get("lang") if isinstance(config, dict) else None
    return {str(language) for language in listed} if isinstance(listed, list) else None
