"""The finished search index: what headings give, what the model gives, nothing twice."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator import files
from generator.publishers import MKDOCS
from generator.publishing.search_index import ENTRIES, complete

Found = dict[str, Any]


def completed(tmp_path: Path, entries: object, docs: list[Found]) -> list[Found]:
    """The index of these parts of pages, after those entries came to it."""
    folder, index = tmp_path / "docs", tmp_path / "site" / "search" / "search_index.json"
    files.write(folder / ENTRIES, json.dumps(entries).encode())
    files.write(index, json.dumps({"config": {"lang": ["en"]}, "docs": docs}).encode())
    complete(folder, tmp_path / "site", MKDOCS)
    read = json.loads(index.read_bytes())
    assert read["config"] == {"lang": ["en"]}
    found: list[Found] = read["docs"]
    return found


def part(location: str, text: str = "", **more: Any) -> Found:
    return {"location": location, "title": location or "Home", "text": text, **more}


def test_an_entry_stands_with_its_page_and_before_the_next_one(tmp_path: Path) -> None:
    docs = [part(""), part("a/"), part("a/#one"), part("b/")]
    found = completed(tmp_path, [part("a/#row", "Much", kind="row")], docs)
    assert [each["location"] for each in found] == ["", "a/", "a/#one", "a/#row", "b/"]
    assert found[3] == part("a/#row", "Much", kind="row")


def test_an_entry_takes_the_place_of_what_it_names(tmp_path: Path) -> None:
    docs = [part("a/", "old"), part("a/#alt"), part("b/"), part("b/#card-a")]
    found = completed(tmp_path, [part("a/", "new", instead=["a/#alt", "b/#card-a", "c/"])], docs)
    assert found == [part("a/", "new"), part("b/")]


def test_an_entry_without_a_title_adds_to_what_is_there_and_makes_no_page(tmp_path: Path) -> None:
    entries = [{"location": "a/", "words": ["deck"]}, {"location": "gone/", "words": ["deck"]}]
    assert completed(tmp_path, entries, [part("a/", "text")]) == [part("a/", "text", words=["deck"])]


def test_the_heading_of_a_page_is_one_with_the_page(tmp_path: Path) -> None:
    docs = [part("a/", "<p>above</p>"), part("a/#top", "<p>below</p>") | {"title": "Head"}, part("a/#b")]
    (page, other) = completed(tmp_path, [], docs)
    assert (page["title"], page["text"]) == ("a/", "<p>above</p> <p>Head</p> <p>below</p>")
    assert other["location"] == "a/#b"


def test_a_page_comes_before_its_parts_whoever_made_it(tmp_path: Path) -> None:
    found = completed(tmp_path, [part("a/")], [part("a/#one"), part("b/")])
    assert [each["location"] for each in found] == ["a/", "a/#one", "b/"]


def test_once_more_changes_nothing(tmp_path: Path) -> None:
    entries = [part("a/", "new", words=["deck"], instead=["a/#alt"]), part("a/#row")]
    once = completed(tmp_path, entries, [part("a/", "old"), part("a/#top", "x"), part("a/#alt")])
    assert completed(tmp_path, entries, once) == once


@pytest.mark.parametrize("index", [b"", b"[]", b'{"docs": 1}'])
def test_what_is_no_index_stays(tmp_path: Path, index: bytes) -> None:
    path = tmp_path / "site" / "search" / "search_index.json"
    files.write(path, index)
    files.write(tmp_path / "docs" / ENTRIES, b"[]")
    complete(tmp_path / "docs", tmp_path / "site", MKDOCS)
    assert path.read_bytes() == index


def test_without_a_search_there_is_nothing_to_complete(tmp_path: Path) -> None:
    files.write(tmp_path / "docs" / ENTRIES, b"[]")
    complete(tmp_path / "docs", tmp_path / "site", MKDOCS)
    assert not (tmp_path / "site").exists()
