"""What the theme puts into every site and no page of this one loads.

In: docs/ and a site that MkDocs has built. Out: the site without source maps, which only those read who work on the
theme, without scripts, style sheets and an icon of the theme that ours took the place of, and without the rules by
which the theme's search reads other languages; together a fourteenth of a small site.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator import files

_INDEX = "search/search_index.json"
_LANGUAGES = Path("assets/javascripts/lunr")
_WORKERS = "assets/javascripts/workers/search.*.js"
# Scripts and style sheets of the theme have a digest in their names; pages and other such files name what they load.
_DIGEST = re.compile(r"\.[0-9a-f]{8}\.min\.(css|js)$")
_ICON = "assets/images/favicon.png"
_NAMING = (".css", ".html", ".js")
# The search needs nothing for English, this for every other language, and more for those that write no blanks.
_PLAIN = "en"
_SHARED = ("min/lunr.stemmer.support.min.js", "min/lunr.multi.min.js")
_SPLITTERS = {"ja": "tinyseg.js", "jp": "tinyseg.js", "th": "wordcut.js"}


def remove_unloaded(docs: Path, site: Path) -> None:
    """Files of docs/ stay, whatever they are called. OSError."""
    had = any(site.glob(_WORKERS))
    for find in (_maps, _unnamed):
        _remove(docs, site, find(site))
    _remove(docs, site, _unread(site, searched=not had or any(site.glob(_WORKERS))))
    for folder in (site / _LANGUAGES / "min", site / _LANGUAGES, (site / _WORKERS).parent, (site / _ICON).parent):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _remove(docs: Path, site: Path, paths: Iterable[Path]) -> None:
    for path in tuple(paths):
        if not (docs / path.relative_to(site)).exists():
            path.unlink()


def _maps(site: Path) -> Iterator[Path]:
    return site.glob("assets/**/*.map")


def _unnamed(site: Path) -> set[Path]:
    """What no other file of the site names."""
    unnamed = {path for path in (site / "assets").rglob("*") if _DIGEST.search(path.name)}
    unnamed |= {path for path in (site / _ICON,) if path.exists()}
    for name, entry in files.entries(site) if unnamed else ():
        if name.endswith(_NAMING):
            file = Path(entry.path)
            text = file.read_bytes()
            unnamed -= {path for path in unnamed if path != file and path.name.encode() in text}
            if not unnamed:
                break
    return unnamed


def _unread(site: Path, *, searched: bool) -> Iterator[Path]:
    """Rules for languages that the index is not in; none where nobody knows which those are, all without the theme's
    search.
    """
    kept: set[str] = set()
    if searched:
        languages = _languages(site / _INDEX)
        if languages is None:
            return
        others = languages - {_PLAIN}
        kept |= {f"min/lunr.{language}.min.js" for language in others} | (set(_SHARED) if others else set())
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
