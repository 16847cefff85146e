"""The kinds of infographic. An open folder: one file, one kind.

In: a `View` of a comparison. Out: frames by size, and the words and the table that say the same. A kind is
a module with

    KIND       its id, as content/comparisons names it
    EDITORIAL  whether it shows judgements
    compose(view, sketch) -> Box      the body of the picture
    note(view, sketch) -> Box | None  what stands at the foot, left of the source
    table(view) -> Table              the same facts as a data table
    describe(view) -> tuple[str, ...] the same facts as paragraphs
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from generator.errors import ContentError, Overflow, Place, Problem
from generator.layout.boxes import Box
from generator.layout.frame import Frame
from generator.layout.sketch import Sheet, Sketch, lay_out
from generator.layout.text import Fonts
from generator.model.derive import View, address
from generator.model.schema import Infographic
from generator.pictures import Picture, PictureFile
from generator.targets import SIZES, Size, Target, targets
from generator.theme import Ramp, Weight


@cache
def kinds() -> dict[str, Any]:
    """Every kind's module by its id."""
    modules = (importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    return {module.KIND: module for module in modules}


@dataclass(frozen=True, slots=True)
class Drawing:
    """An infographic of one comparison, not yet laid out."""

    view: View
    infographic: Infographic

    @property
    def id(self) -> str:
        return f"{self.view.id}-{self.infographic.kind}"

    @property
    def kind(self) -> Any:
        return kinds()[self.infographic.kind]


def drawings(views: tuple[View, ...]) -> tuple[Drawing, ...]:
    """Every infographic of every comparison."""
    return tuple(Drawing(view, infographic) for view in views for infographic in view.comparison.infographics)


def frame(drawing: Drawing, size: Size, fonts: Fonts) -> Frame:
    """The drawing laid out in one size. ContentError: a text is too long, or has a character that the fonts lack."""
    view, kind = drawing.view, drawing.kind
    sheet = Sheet(
        drawing.infographic.eyebrow, drawing.infographic.title, view.citation(drawing.infographic), address(view.model)
    )
    _check_glyphs(sheet, kind.compose(view, Sketch(fonts, size, Ramp(size.body))), fonts, drawing)
    try:
        return lay_out(
            sheet,
            lambda sketch: cast("Box", kind.compose(view, sketch)),
            lambda sketch: kind.note(view, sketch),
            fonts,
            size,
        )
    except Overflow as overflow:
        raise ContentError([_too_long(drawing, size, overflow)]) from overflow


def picture(drawing: Drawing, frames: dict[str, Frame], themes: tuple[str, ...]) -> Picture:
    """What pages and data files say of the drawing. `frames` by size."""
    view, kind = drawing.view, drawing.kind
    page = f"infographics/{drawing.id}/"
    files = tuple(_file(drawing.id, page, target, frames[target.size]) for target in targets(tuple(frames), themes))
    return Picture(
        id=drawing.id,
        comparison=view.id,
        kind=drawing.infographic.kind,
        title=drawing.infographic.title,
        eyebrow=drawing.infographic.eyebrow,
        alt=drawing.infographic.alt,
        description=tuple(kind.describe(view)),
        editorial=kind.EDITORIAL,
        page=page,
        table=kind.table(view),
        files=files,
    )


def _file(name: str, page: str, target: Target, frame: Frame) -> PictureFile:
    width, height = pixels(frame, target)
    path = page + target.file_name(name)
    return PictureFile(path, target.size, target.theme, target.format, target.scale, width, height)


def pixels(frame: Frame, target: Target) -> tuple[int, int]:
    """Width and height of the target's file; an SVG's or a PDF's are those of a PNG at scale 1."""
    factor = SIZES[target.size].pixels * target.scale
    return round(frame.width * factor), round(frame.height * factor)


def _check_glyphs(sheet: Sheet, body: Box, fonts: Fonts, drawing: Drawing) -> None:
    found = [(text.text, text.style.weight) for text in body.texts()]
    found += [(sheet.title, Weight.EXTRABOLD), (sheet.eyebrow, Weight.SEMIBOLD), (sheet.source, Weight.REGULAR)]
    problems = list(_missing(found, fonts, drawing))
    if problems:
        raise ContentError(problems)


def _missing(found: list[tuple[str, Weight]], fonts: Fonts, drawing: Drawing) -> Iterator[Problem]:
    for text, weight in found:
        missing = fonts.missing(text, weight)
        if missing:
            listed = ", ".join(f'"{char}" (U+{ord(char):04X})' for char in missing)
            message = f"the pictures' font has no {listed}"
            yield Problem("missing-glyph", _place(text, drawing), message, "write it with other characters")


def _too_long(drawing: Drawing, size: Size, overflow: Overflow) -> Problem:
    text = overflow.text
    spare = max(round(len(text) * (1 - overflow.room / overflow.need)), 1)
    message = f'the text "{_short(text)}" is too long for the picture {drawing.id} in size {size.name}'
    return Problem("text-too-long", _place(text, drawing), message, f"shorten it by about {spare} characters")


def _place(text: str, drawing: Drawing) -> Place:
    place = getattr(text, "place", None)
    return place if isinstance(place, Place) else drawing.infographic.title.place


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rstrip() + "…"
