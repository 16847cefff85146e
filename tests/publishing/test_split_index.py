"""A search index in parts: all entries are in them, each word leads to its places, and only a large one is split."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator import files
from generator.publishers import MKDOCS
from generator.publishers.zensical import ZENSICAL
from generator.publishing import search_index, split_index
from generator.publishing.search_words import COMMON, KINDS, plain, stem, words_of

Found = dict[str, Any]
Parts = dict[str, bytes]
ENTRIES: list[Found] = [
    {"location": "", "title": "Home", "text": "<p>What differs</p>"},
    {"location": "a/", "title": "The travel", "text": "<p>Travels &amp; travels</p>", "kind": "comparison"},
    {"location": "a/#row-x", "title": "Nights", "text": "<p>travel</p>", "words": ["nights away"], "kind": "row"},
    {"location": "b/", "title": "Key Manager", "text": "", "words": ["KM", "key managers"], "kind": "role"},
]


def hits(parts: Parts, word: str) -> list[tuple[int, int, int]]:
    """Places of a word, what it is worth there, and the size of the title."""
    about = json.loads(parts["words.json"])
    number = about["words"].split(" ").index(word)
    every = [entry for part in range(len(about["hits"])) for entry in json.loads(parts[f"hits-{part}.json"])]
    found = _places(every[number])
    more = parts.get(f"more-{number}.json")
    found += _places(json.loads(more)) if more else []
    assert len(found) == about["counts"][number]
    return sorted(found)


def _places(columns: list[list[int]]) -> list[tuple[int, int, int]]:
    steps, worth, titles = (*columns, [])[:3]
    sizes = dict(zip(titles[::2], titles[1::2], strict=True))
    return [(sum(steps[: index + 1]), each, sizes.get(index, 0)) for index, each in enumerate(worth)]


def test_the_parts_have_all_entries_page_by_page() -> None:
    home, one, row, other = ENTRIES
    _, parts = split_index.split([home, one, other, row])
    assert split_index.joined(parts.__getitem__) == [home, one, row, other]
    assert json.loads(parts["words.json"])["pages"] == [1, 2, 1]


def test_a_word_leads_to_its_places_by_what_it_is_worth() -> None:
    _, parts = split_index.split(ENTRIES)
    # In the title, which has one telling word; in the text of a row, which counts twice as much.
    (_, title, size), (_, text, none) = hits(parts, "travel")
    assert (title, size, none) == (round(6 / 1.2 * KINDS["comparison"] * 1000), 1, 0)
    assert 0 < text < title
    assert hits(parts, "away") == [(2, 4 * 2 * 1000, 0)]
    assert [place for place, *_ in hits(parts, "travels")] == [1]
    assert [(place, size) for place, _, size in hits(parts, "the")] == [(1, 0)]
    assert "amp" not in json.loads(parts["words.json"])["words"].split(" ")


def test_an_abbreviation_stands_for_the_name_of_its_role() -> None:
    _, parts = split_index.split(ENTRIES)
    assert json.loads(parts["words.json"])["short"] == {"km": ["key", "manager"]}


def test_of_a_word_that_many_places_have_the_best_stand_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [
        {"location": f"{number}/", "title": "Travel" if number == 7 else "x", "text": f"travel {'and ' * number}"}
        for number in range(20)
    ]
    _, whole = split_index.split(entries)
    monkeypatch.setattr(split_index, "BEST", 3)
    _, parts = split_index.split(entries)
    number = str(json.loads(parts["words.json"])["words"].split(" ").index("travel"))
    assert hits(parts, "travel") == hits(whole, "travel")
    more = _places(json.loads(parts[f"more-{number}.json"]))
    assert len(more) == 17
    best = set(hits(whole, "travel")) - set(more)
    assert {place for place, *_ in best} == {0, 1, 7}
    assert min(worth for _, worth, _ in best) > max(worth for _, worth, _ in more)


def test_no_part_is_larger_than_it_may_be_unless_one_thing_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(split_index, "_PAGES", 300)
    entries = [{"location": f"{number}/", "title": "x", "text": "word " * 10} for number in range(30)]
    entries[3]["text"] = "long " * 200
    _, parts = split_index.split(entries)
    sizes = [len(data) for name, data in parts.items() if name.startswith("pages-")]
    assert len(sizes) > 5
    assert [size for size in sizes if size > 310] == [max(sizes)]
    assert split_index.joined(parts.__getitem__) == entries


def test_the_folder_is_named_after_what_is_in_it() -> None:
    once, parts = split_index.split(ENTRIES)
    assert split_index.split(ENTRIES) == (once, parts)
    other, _ = split_index.split([*ENTRIES, {"location": "c/", "title": "More", "text": ""}])
    assert other != once


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>One&nbsp;two&#x41;&#66;</p>", ["one", "twoab"]),
        ("the role's, roles’ and it’s", ["the", "role", "roles", "and", "it"]),
        ("Café ﬁne İ ½ snake_case", ["cafe", "fine", "i", "1", "2", "snake", "case"]),
        ("&bogus; &#9999999999;", ["bogus", "9999999999"]),
    ],
)  # fmt: skip
def test_words_are_folded(html: str, words: list[str]) -> None:
    assert words_of(plain(html)) == words


@pytest.mark.parametrize(
    ("forms", "root"),
    [(("travel", "travels", "travelling"), "travel"), (("negotiate", "negotiation", "negotiating"), "negoti")],
)
def test_forms_of_a_word_have_one_root(forms: tuple[str, ...], root: str) -> None:
    assert {stem(form) for form in forms} == {root}


def test_common_words_and_kinds_are_those_of_the_browser() -> None:
    assert {"the", "a", "who", "your"} < COMMON
    assert "travel" not in COMMON
    assert set(KINDS) == {"row", "topic", "role", "comparison", "term", "page", "picture", "part"}


# --- in a site --------------------------------------------------------------------------------------------------------


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with an index and our search."""
    site = tmp_path / "site"
    files.write(
        site / "search" / "search_index.json", json.dumps({"config": {"lang": ["en"]}, "docs": ENTRIES}).encode()
    )
    files.write(site / "assets" / "javascripts" / "search-01234567.js", b"")
    return site


def index(site: Path) -> Found:
    found: Found = json.loads((site / "search" / "search_index.json").read_bytes())
    return found


def test_a_small_index_stays_whole(site: Path) -> None:
    assert search_index.split(site, MKDOCS) == ""
    assert index(site)["docs"] == ENTRIES
    assert set(files.tree(site)) == {"search/search_index.json", "assets/javascripts/search-01234567.js"}


def test_a_large_index_names_its_parts(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "LARGE", 100)
    assert search_index.split(site, MKDOCS) == ""
    found = index(site)
    assert (found["docs"], found["config"]["lang"]) == ([], ["en"])
    folder = site / "assets" / "javascripts" / found["config"]["split"]
    assert split_index.joined(lambda name: (folder / name).read_bytes()) == ENTRIES


def test_a_search_that_knows_no_parts_keeps_its_index_and_somebody_is_told(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "LARGE", 100)
    files.write(site / "assets" / "javascripts" / "workers" / "search.01234567.min.js", b"")
    assert "whoever searches loads all of it" in search_index.split(site, MKDOCS)
    assert index(site)["docs"] == ENTRIES
    files.write(site / "search.json", json.dumps({"config": {}, "items": ENTRIES}).encode())
    assert "whoever searches loads all of it" in search_index.split(site, ZENSICAL)


@pytest.mark.parametrize("data", [b"", b"[]", b'{"docs": 1}', None])
def test_what_is_no_index_stays_as_it_is(site: Path, monkeypatch: pytest.MonkeyPatch, data: bytes | None) -> None:
    monkeypatch.setattr(search_index, "LARGE", -1)
    path = site / "search" / "search_index.json"
    if data is None:
        path.unlink()
    else:
        files.write(path, data)
    assert search_index.split(site, MKDOCS) == ""
    assert (path.read_bytes() if path.exists() else None) == data
