"""Decks for tests: of the flagship, and of two, three and four posts in nursing."""

from __future__ import annotations

import contextlib
import io
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

__all__ = ["SUBJECTS", "deck_of", "file_of", "fonts_for", "opened", "shown"]
Shown = tuple[Drawing, Picture, Frame]


@cache
def fonts_for(mode: str = "embed") -> Fonts:
    return arial_widths() if mode == "arial" else Fonts(BRAND)


def shown(view: View, fonts: Fonts) -> list[Shown]:
    """The pictures of a comparison, laid out as slides with these fonts; those that have room for their texts."""
    drawings, frames = [], []
    for infographic in view.comparison.infographics:
        with contextlib.suppress(ContentError):
            frames.append(frame(Drawing(view, infographic), SIZES["slide"], fonts))
            drawings.append(Drawing(view, infographic))
    by_id = {drawing.id: {"slide": one} for drawing, one in zip(drawings, frames, strict=True)}
    return list(zip(drawings, describe(drawings, by_id), frames, strict=True))


@cache
def _shown(subject: str, fonts: Fonts) -> list[Shown]:
    return shown(view_of(subject), fonts)


@cache
def deck_of(subject: str, theme: str = "light", mode: str = "embed") -> Deck:
    """The deck of a subject, laid out with the fonts of that mode; that is the same in all themes."""
    fonts = fonts_for(mode)
    return deck(view_of(subject), _shown(subject, fonts), theme, fonts)


@cache
def file_of(subject: str, theme: str = "light", options: Options = Options()) -> bytes:  # noqa: B008
    """The bytes of a subject's deck."""
    return write(deck_of(subject, theme, options.fonts), fonts_for(options.fonts), options)


def opened(data: bytes) -> Any:
    """The file as python-pptx reads it."""
    return pptx.Presentation(io.BytesIO(data))
