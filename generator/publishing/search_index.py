"""What the search knows beside what MkDocs reads from pages: entries that were made from the model.

In: docs/search.json, and a site that a publisher has built. Out: its search index with those entries, none twice; in
parts where it has become large.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator import files
from generator.publishers import Publisher
from generator.publishing import split_index

ENTRIES = "search.json"  # below docs/; no page loads it, and it is not published
LARGE = 2_000_000  # bytes of an index, above which a browser loads parts of it
_TOP = "#top"


def complete(docs: Path, site: Path, publisher: Publisher) -> None:
    """Every entry in its place: of a place that the index has already, its fields; of another one, after its page's.

    An entry names at `instead` those that it makes needless. A page's own heading is one with the page. OSError.
    """
    path, listed = publisher.index
    made, index = _read(docs / ENTRIES), _read(site / path)
    if not isinstance(made, list) or not isinstance(index, dict) or not isinstance(index.get(listed), list):
        return  # another generator's, or no search
    found: dict[str, dict[str, Any]] = {entry["location"]: entry for entry in index[listed]}
    _join_headings(found)
    for entry in made:
        for location in entry.pop("instead", ()):
            found.pop(location, None)
        there = found.get(entry["location"], {})
        if there or "title" in entry:  # a page that the site does not have gets no other names
            found[entry["location"]] = (there or _like(found, entry["location"])) | entry
    index[listed] = _by_page(found)
    files.write(site / path, _bytes(index))


def split(site: Path, publisher: Publisher) -> str:
    """In place of an index that has become large, its parts; or why it stays whole. OSError.

    They lie with the scripts, which hosts keep for ever: their folder is named after what is in it.
    """
    path, listed = publisher.index
    size = (site / path).stat().st_size if (site / path).exists() else 0
    index = _read(site / path) if size > LARGE else None
    if not isinstance(index, dict) or not isinstance(index.get(listed), list):
        return ""
    if not _own_search(site):
        return (
            f"The search index has {size / 1_000_000:.1f} MB, and whoever searches loads all of it. With Visavis' own "
            "search, which MkDocs and ProperDocs publish, a browser loads parts of it."
        )
    folder, parts = split_index.split(index[listed])
    for name, data in parts.items():
        files.write(site / split_index.PLACE / folder / name, data)
    index = index | {"config": index.get("config", {}) | {split_index.SPLIT: folder}, listed: []}
    files.write(site / path, _bytes(index))
    return ""


def _own_search(site: Path) -> bool:
    """Whether pages load ours: the theme's is not there any more (theme_files.py), as no page names it."""
    scripts = site / split_index.PLACE
    return any(scripts.glob("search-*.js")) and not any(scripts.glob("workers/search.*.js"))


def _like(found: Mapping[str, dict[str, Any]], location: str) -> dict[str, Any]:
    """What Zensical asks of an entry beside its texts: those of the page, of which this is a part."""
    page = found.get(location.partition("#")[0], {})
    return {name: page[name] for name in ("level", "path", "tags") if name in page}


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return None


def _bytes(index: dict[str, Any]) -> bytes:
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


def _join_headings(found: dict[str, dict[str, Any]]) -> None:
    """The place `#top` of a page is its first heading, with what stands below it."""
    for location in [location for location in found if location.endswith(_TOP)]:
        page = found.get(location.removesuffix(_TOP))
        if page is None:
            continue
        heading = found.pop(location)
        named = "" if heading["title"] == page["title"] else f"<p>{heading['title']}</p>"
        page["text"] = f"{page['text']} {named} {heading['text']}".strip()


def _by_page(found: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """Pages in their order, each before its parts; the search takes the first entry of a page for the whole."""
    pages: dict[str, list[dict[str, Any]]] = {}
    for location, entry in found.items():
        pages.setdefault(location.partition("#")[0], []).append(entry)
    return [entry for page in pages.values() for entry in sorted(page, key=lambda each: "#" in each["location"])]
