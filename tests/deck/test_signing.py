"""What a shape is signed with as it is written is what is read of it later, whatever the deck and its texts."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from typing import Any

import pytest
from lxml import etree

from deck import decks
from deck.subjects import SUBJECTS, deck_of, file_of, fonts_for, opened
from deck.test_any_text import EVERYTHING, IMPOSSIBLE, SIGNS, UNSEEN, retold, spelt
from generator.deck import Deck, Options, Painted, write
from generator.deck.updating import record
from generator.deck.updating.label import label_of, notes_label, shapes
from generator.deck.updating.namespaces import held
from generator.deck.updating.signature import digest, parse, signature
from generator.deck.updating.surroundings import Surroundings
from generator.deck.updating.texts import text

WRITTEN = re.compile(r"ppt/(?:slides|notesSlides)/[^/]+")
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63606060f80f0001040100"
    "5fe5c34b0000000049454e44ae426082"
)


def some(deck: Deck) -> Deck:
    """Every third picture: texts and pictures are signed alike, whatever they show."""
    return replace(deck, slides=deck.slides[::3])


def signed(signs: str) -> bytes:
    deck = spelt(some(deck_of("two wards")), lambda text: text and text[:1] + signs + text[1:])
    return write(deck, fonts_for(), EVERYTHING)


def painted() -> bytes:
    deck = some(deck_of("two wards"))
    slides = tuple(replace(slide, painted=Painted(b"<svg/>", PNG)) for slide in deck.slides)
    return write(replace(deck, slides=slides), fonts_for(), EVERYTHING)


def on_a_template(change: Callable[[Any], None] | None, *, theme: bool = False) -> bytes:
    return decks.made(Options(template=decks.template(change, theme=theme), tables=True))


MADE: dict[str, Callable[[], bytes]] = {
    "everything": partial(file_of, "flagship", "light", EVERYTHING),
    "everything of four roles": lambda: write(some(deck_of(SUBJECTS[-1])), fonts_for(), EVERYTHING),
    "arial": partial(file_of, "flagship", "light", Options("arial")),
    "lines that flow": lambda: write(some(deck_of("flagship")), fonts_for(), Options("name", flow=True)),
    **{
        f"in {text}": lambda text=text: write(some(retold(text)), fonts_for(), EVERYTHING)
        for text in ("random", "markup")
    },
    **{f"with {signs!a}": partial(signed, signs) for signs in (SIGNS + UNSEEN, IMPOSSIBLE, "\ta\nb\rc\u00a0d\ve")},
    "pictures": painted,
    "on a template": partial(on_a_template, None),
    "on a template in German": partial(on_a_template, decks.german),
    "on a template without titles": partial(on_a_template, decks.without_titles),
    "on a template with its theme": partial(on_a_template, decks.wide, theme=True),
}


@cache
def made(name: str) -> bytes:
    return MADE[name]()


@pytest.mark.parametrize("name", MADE)
def test_every_shape_is_signed_as_it_is_read(name: str) -> None:
    file = opened(made(name))
    remembered = record.get(file)
    assert remembered is not None
    for slide in file.slides:
        around, labels, places = Surroundings.around(slide), [], []
        for shape in shapes(slide._element.cSld.spTree):
            label = label_of(shape)
            assert label is not None
            assert label.was == replace(parsed(str(signature(shape, around))), inherited=False), label
            labels.append(label)
            places += [held(shape)] if held(shape) else []
        assert len({label.name for label in labels}) == len(labels)
        written = remembered.slides[slide._element.cSld.get("name")]
        assert [label.key for label in written.labels] == [label.key for label in labels]
        assert sorted(kind for kind in written.held if kind != "notes") == sorted(places)
        notes = notes_label(slide)
        assert (notes is not None) == slide.has_notes_slide == ("notes" in written.held)
        if notes is not None:
            assert notes.was.text == digest(text(slide.notes_slide.notes_placeholder._element))


@pytest.mark.parametrize("name", MADE)
def test_slides_and_notes_are_written_as_programs_save_them(name: str) -> None:
    """Or an update of what nobody changed would change the file."""
    with zipfile.ZipFile(io.BytesIO(made(name))) as archive:
        parts = {part: archive.read(part) for part in archive.namelist() if WRITTEN.fullmatch(part)}
    assert len(parts) > 3
    for part, data in parts.items():
        saved = etree.tostring(etree.fromstring(data), xml_declaration=True, encoding="UTF-8", standalone=True)
        assert data == saved, part


def parsed(written: str) -> Any:
    found = parse(written)
    assert found is not None
    return found


def test_most_shapes_are_not_read_to_be_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading takes longer than making the deck."""
    from generator.deck.updating import signing

    read = []
    monkeypatch.setattr(signing, "_read", lambda shape, usual=signing._read: read.append(shape) or usual(shape))
    deck = opened(write(deck_of("flagship"), fonts_for(), Options("name")))
    assert 8 * len(read) < sum(1 for slide in deck.slides for _ in shapes(slide._element.cSld.spTree))
