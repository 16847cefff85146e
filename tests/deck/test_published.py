"""Decks of a site are kept by what they show: made once, found without being thought of, made anew where anything
changed or is gone."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest
from projects import ROOT

from generator import infographics
from generator.deck.published import Published, published
from generator.infographics import LaidOut
from generator.layout import load_fonts
from generator.model import Model, Text, load
from generator.painting import Cache

FONTS = load_fonts(ROOT / "content/brand")
MODULE = importlib.import_module("generator.deck.published")  # the function of that name hides it


@pytest.fixture(scope="module")
def model() -> Model:
    whole = load(ROOT / "content")
    comparison = whole.comparisons["kam-vs-tm"]
    few = comparison.model_copy(update={"infographics": comparison.infographics[:1], "topics": ()})
    return whole.model_copy(update={"comparisons": {"kam-vs-tm": few}})


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Of which comparisons decks are thought of; their bytes are their names."""
    asked: list[str] = []
    plain = MODULE.deck

    def deck(view: Any, *rest: Any) -> Any:
        asked.append(view.id)
        return plain(view, *rest)

    monkeypatch.setattr(MODULE, "deck", deck)
    monkeypatch.setattr(MODULE, "write", lambda deck, *_: f"{deck.id} {deck.theme}".encode())
    monkeypatch.setattr(MODULE, "write_slide", lambda deck, slide, *_, **__: f"{slide.address} {deck.theme}".encode())
    return asked


def laid_out(model: Model) -> LaidOut:
    return infographics.lay_out(model, FONTS)


def decks(found: LaidOut, folder: Path) -> Published:
    cache = Cache(folder / "painted")
    return published(found, cache, cache.texts)


def test_what_is_kept_is_found_without_being_thought_of(model: Model, tmp_path: Path, made: list[str]) -> None:
    found = laid_out(model)
    first = decks(found, tmp_path)
    assert made == ["kam-vs-tm", "kam-vs-tm"]
    assert first["slides/kam-vs-tm-dark.pptx"] == b"kam-vs-tm dark"
    made.clear()
    second = decks(found, tmp_path)
    assert made == []
    assert {path: second[path] for path in second} == {path: first[path] for path in first}


@pytest.mark.parametrize("part", ["site", "comparison", "role", "source"])
def test_a_change_of_any_part_is_seen(model: Model, tmp_path: Path, made: list[str], part: str) -> None:
    decks(laid_out(model), tmp_path)
    made.clear()
    decks(laid_out(changed(model, part)), tmp_path)
    assert made == ["kam-vs-tm", "kam-vs-tm"]


def changed(model: Model, part: str) -> Model:
    if part == "site":
        return model.model_copy(update={"site": model.site.model_copy(update={"author": Text("Somebody else")})})
    where = {"comparison": "comparisons", "role": "roles", "source": "sources"}[part]
    name = {"comparison": "name", "role": "tagline", "source": "title"}[part]
    every = getattr(model, where)
    id = next(iter(every))
    return model.model_copy(update={where: {**every, id: every[id].model_copy(update={name: Text("Said otherwise")})}})


def test_a_deck_that_is_found_to_be_damaged_is_made_again(model: Model, tmp_path: Path, made: list[str]) -> None:
    found = laid_out(model)
    first = decks(found, tmp_path)
    before = {path: first[path] for path in first}
    for entry in (tmp_path / "painted").glob("*/*"):
        data = entry.read_bytes()
        entry.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    again = decks(found, tmp_path)
    for _ in range(2):
        assert {path: again[path] for path in again} == before


def test_a_deck_that_is_gone_is_made_again(model: Model, tmp_path: Path, made: list[str]) -> None:
    found = laid_out(model)
    first = decks(found, tmp_path)
    before = {path: first[path] for path in first}
    for entry in (tmp_path / "painted").glob("*/*"):
        if b"dark" in entry.read_bytes():
            entry.unlink()
    made.clear()
    again = decks(found, tmp_path)
    assert made == ["kam-vs-tm"]
    assert {path: again[path] for path in again} == before
