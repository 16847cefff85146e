"""Decks for tests: of the flagship, and of two, three and four posts in nursing."""

from __future__ import annotations

import contextlib
import io
from dataclasses import replace
from functools import cache
from typing import Any

import pptx
from infographics.conftest import SUBJECTS, view_of
from projects import BRAND

from generator.deck import Deck, Options, arial_widths, deck, write
from generator.infographics import Drawing, Picture, describe, frame
from generator.layout import SIZES, Fonts, Frame
from generator.model import View
from generator.problems import ContentError

__all__ = [
    "HOSTILE",
    "SUBJECTS",
    "deck_of",
    "file_of",
    "fonts_for",
    "hostile",
    "opened",
    "shown",
    "shown_of",
    "view_of",
]
Shown = tuple[Drawing, Picture, Frame]
HOSTILE = (
    r'- <script>alert(1)</script> --> </style> # *x* ![bg](y) `a` $x$ :smile: 60% bg blur w:300 &amp; [l](u) ~~t~~ \ "'
)


@cache
def fonts_for(mode: str = "embed") -> Fonts:
    return arial_widths() if mode == "arial" else Fonts(BRAND)


def shown(view: View, mode: str = "embed") -> list[Shown]:
    """The pictures of a comparison, laid out with the fonts of that mode; those that have room for their texts."""
    drawings, frames = [], []
    for infographic in view.comparison.infographics:
        with contextlib.suppress(ContentError):
            frames.append(frame(Drawing(view, infographic), SIZES["slide"], fonts_for(mode)))
            drawings.append(Drawing(view, infographic))
    by_id = {drawing.id: {"slide": one} for drawing, one in zip(drawings, frames, strict=True)}
    return list(zip(drawings, describe(drawings, by_id), frames, strict=True))


@cache
def shown_of(subject: str, mode: str = "embed") -> list[Shown]:
    return shown(view_of(subject), mode)


@cache
def deck_of(subject: str, theme: str = "light", mode: str = "embed") -> Deck:
    """The deck of a subject, laid out with the fonts of that mode; that is the same in all themes."""
    return deck(view_of(subject), shown_of(subject, mode), theme, fonts_for(mode))


@cache
def file_of(subject: str, theme: str = "light", options: Options = Options()) -> bytes:  # noqa: B008
    """The bytes of a subject's deck."""
    return write(deck_of(subject, theme, options.fonts), fonts_for(options.fonts), options)


def opened(data: bytes) -> Any:
    """The file as python-pptx reads it."""
    return pptx.Presentation(io.BytesIO(data))


def hostile() -> Deck:
    """A deck whose every word wants to be more than a word."""
    usual = deck_of("flagship")
    first, second = usual.slides[:2]
    notes = (HOSTILE, "theme: gaia", "a--b <!-- c -->", "---", first.page)
    slides = (
        replace(first, title=HOSTILE, notes=notes, words=HOSTILE, section=HOSTILE),
        replace(second, notes=("bg", second.page), words="bg"),
    )
    sources = (("===", HOSTILE), (HOSTILE, "https://example.org/a&b"))
    return replace(
        usual, title=HOSTILE, subtitle=(HOSTILE, "1. x", "+ x"), author=HOSTILE, slides=slides, sources=sources
    )
