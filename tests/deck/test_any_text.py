"""Any text at all in a deck: markup, other alphabets, and what XML cannot hold. The file is whole and says the same."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from infographics.conftest import view_of
from infographics.test_any_text import TEXTS, changed, with_texts

from deck.packages import faults
from deck.reading import paragraphs, squeezed, texts
from deck.subjects import deck_of, fonts_for, opened, shown
from generator.deck import Deck, Options, Slide, deck, write
from generator.infographics import Table
from generator.layout import Frame, Item, Line

EVERYTHING = Options("name", tables=True, build=True)
SIGNS = "<>&\"';/\\{}%$#[]`~|=+*_"
IMPOSSIBLE = "\x00\x01\x08\x0b\x0c\x0e\x1f\ud800\udfff\ufffe\uffff"
# Right to left and back, joiners, marks that nobody sees, a letter of two units, a blank of another kind.
UNSEEN = "\u200e\u200f\u202a\u202e\u2066\u2069\u061c\ufeff\u200d\u00ad\x7f\U0001f600"


def markup(text: str) -> str:
    """A text as long, with signs that mean something in XML and elsewhere."""
    chance = random.Random(text)
    return " ".join(
        "".join(chance.choice(SIGNS if chance.random() < 0.4 else "bia") for _ in word) for word in text.split()
    )


ANY = {**{name: TEXTS[name] for name in ("accents", "German", "Greek", "Cyrillic", "random")}, "markup": markup}


@cache
def retold(text: str) -> Deck:
    """A comparison in these texts; every other picture, others for the next text. Those that have no room for them are
    left out.
    """
    view = changed(view_of("two wards"), lambda part: with_texts(part, ANY[text]))
    some = view.comparison.infographics[list(ANY).index(text) % 2 :: 2]
    view = replace(view, comparison=view.comparison.model_copy(update={"infographics": some}))
    return deck(view, shown(view), "light", fonts_for())


def spelt(deck: Deck, change: Callable[[str], str]) -> Deck:
    """The deck with every text of every slide changed where it stands."""
    slides = [tuple(_spelt(slide, change) for slide in part) for part in ((deck.first,), deck.slides, deck.last)]
    told = {name: change(getattr(deck, name)) for name in ("name", "title", "author")}
    return replace(deck, first=slides[0][0], slides=slides[1], last=slides[2], **told)


def _spelt(slide: Slide, change: Callable[[str], str]) -> Slide:
    def item(one: Item) -> Item:
        if not isinstance(one, Line):
            return one
        return replace(one, text=change(one.text), paragraph=change(one.paragraph))

    frame = Frame(slide.frame.width, slide.frame.height, tuple(map(item, slide.frame.items)))
    rows = [tuple(map(change, row)) for row in slide.table.rows] if slide.table else []
    table = Table(tuple(map(change, slide.table.columns)), tuple(rows)) if slide.table else None
    notes = tuple(map(change, slide.notes))
    told = {name: change(getattr(slide, name)) for name in ("section", "title", "short", "words")}
    return replace(slide, frame=frame, table=table, notes=notes, **told)


@pytest.mark.parametrize("text", ANY)
def test_any_text_reads_back(text: str) -> None:
    made = retold(text)
    assert len(made.slides) > 5
    for slide, page in pages(made):
        assert squeezed(page.shapes.title.text_frame.text) == squeezed(slide.title)
        said = Counter(squeezed(words).upper() for _, words in texts(page) if words)
        assert said == Counter(squeezed(words).upper() for words in paragraphs(slide.frame.lines)), slide.address


@pytest.mark.parametrize("signs", [UNSEEN, IMPOSSIBLE, "]]>", "<!--", "&amp;&#11;", "_x000B_"], ids=ascii)
def test_signs_that_no_font_draws_are_kept_but_those_that_xml_cannot_hold(signs: str) -> None:
    whole = deck_of("two wards")
    made = replace(whole, slides=whole.slides[len(signs) % 3 :: 3])
    made = spelt(made, lambda text: f"{text[:1]}{signs}{text[1:]}" if text else "")
    for slide, page in pages(made):
        said = "".join(words for _, words in texts(page))
        assert Counter(squeezed(said.upper())) == letters(line.text for line in slide.frame.lines), slide.address


def letters(words: Iterable[str]) -> Counter[str]:
    """How often each letter is there, of those that XML can hold."""
    return Counter(squeezed(possible("".join(words)).upper()))


def possible(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, IMPOSSIBLE)))


def pages(made: Deck) -> Iterator[tuple[Slide, Any]]:
    """Every slide of the deck with the one of its file, which is whole; what is not drawn has been compared."""
    data = write(made, fonts_for(), EVERYTHING)
    assert faults(data) == []
    file = opened(data)
    assert file.core_properties.title == possible(made.name)
    named = {page._element.cSld.get("name"): page for page in file.slides}
    tables = [shape.table for page in file.slides for shape in page.shapes if shape.has_table]
    cells = {squeezed(cell.text) for table in tables for cell in table.iter_cells()} | {""}
    for slide in (made.first, *made.slides, *made.last):
        page = named[slide.address]
        if slide.notes:
            assert page.notes_slide.notes_text_frame.text == "\n".join(map(possible, slide.notes))
        if slide.table:
            assert {squeezed(possible(cell)) for row in slide.table.rows for cell in row} <= cells
        yield slide, page
