"""An infographic of one comparison: found, laid out in a size, described.

In: a `View` of a comparison and one of its infographics. Out: frames by size, and what pages and data files say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator.infographics.kinds import Kind, all_kinds
from generator.infographics.parts.figure import Sheet, lay_out, texts
from generator.infographics.picture import Picture, PictureFile
from generator.layout import SIZES, Fonts, Frame, Size, TextBox, outlined, overlay
from generator.model import Infographic, Placed, Text, View, address, place_of
from generator.painting import Target, targets
from generator.problems import ContentError, Overflow, Place, Problem, UsageError


@dataclass(frozen=True, slots=True)
class Drawing:
    """An infographic of one comparison, not yet laid out."""

    view: View
    infographic: Infographic

    @property
    def id(self) -> str:
        return f"{self.view.id}-{self.infographic.kind}"

    @property
    def kind(self) -> Kind:
        return all_kinds()[self.infographic.kind]


def sizes(drawing: Drawing, published: Iterable[str]) -> tuple[str, ...]:
    """Those of the published sizes that the drawing comes in: only the headline picture is a poster."""
    return tuple(size for size in published if size != "poster" or drawing.kind.POSTER)


def drawings(views: tuple[View, ...]) -> tuple[Drawing, ...]:
    """Every infographic of every comparison."""
    return tuple(Drawing(view, infographic) for view in views for infographic in view.comparison.infographics)


def in_one_size(size: str, drawings: tuple[Drawing, ...]) -> list[tuple[str, Drawing, str]]:
    """(caption, drawing, size) of all that come in that size."""
    named = [(f"{drawing.view.id} {drawing.infographic.kind}", drawing, size) for drawing in drawings]
    return [entry for entry in named if sizes(entry[1], [size])]


def in_every_size(name: str, drawings: tuple[Drawing, ...]) -> list[tuple[str, Drawing, str]]:
    """(caption, drawing, size) of every size of one drawing. UsageError as for `find`."""
    drawing = find(name, drawings)
    return [(size, drawing, size) for size in sizes(drawing, SIZES)]


def find(name: str, drawings: tuple[Drawing, ...]) -> Drawing:
    """The drawing with that id, or the only one of that kind. UsageError: there is none, or there are several."""
    found = [drawing for drawing in drawings if drawing.id == name]
    found = found or [drawing for drawing in drawings if drawing.infographic.kind == name]
    if len(found) == 1:
        return found[0]
    known = ", ".join(drawing.id for drawing in drawings)
    raise UsageError(f'"{name}" names {len(found) or "no"} pictures; there are {known}')


def frame(drawing: Drawing, size: Size, fonts: Fonts, *, boxes_shown: bool = False) -> Frame:
    """The drawing laid out in one size, with the outline of every box on top if asked for.

    ContentError: a text is too long, or has a character that the fonts lack.
    """
    view, kind, infographic = drawing.view, drawing.kind, drawing.infographic
    titles = view.citation(infographic)
    source = Text(f"Source: {', '.join(titles)} · {address(view.model)}", max(titles, key=len).place)
    parts = (
        Sheet(infographic.eyebrow, infographic.title, source),
        partial(kind.compose, view),
        partial(kind.note, view),
        fonts,
        size,
    )
    found = texts(*parts)
    problems = [problem for text in found for problem in _missing(text, titles if text.text is source else (), drawing)]
    if problems:
        raise ContentError(problems)
    try:
        return overlay(lay_out(*parts, wrap=outlined)) if boxes_shown else lay_out(*parts)
    except Overflow as overflow:
        # A page that is too low holds too much in all; the longest text is where most can be saved.
        longest = max((text.text for text in found), key=len)
        blamed = overflow.text if overflow.axis == "width" else longest
        raise ContentError([_too_long(drawing, size, blamed, overflow)]) from overflow


def address_of(picture: str) -> str:
    """The page of a picture, relative to the site, with a closing slash."""
    return f"infographics/{picture}/"


def picture(drawing: Drawing, frames: Mapping[str, Frame], themes: tuple[str, ...]) -> Picture:
    """What pages and data files say of the drawing. `frames` by size."""
    view, kind = drawing.view, drawing.kind
    page = address_of(drawing.id)
    wanted = targets(tuple(frames), themes)
    files = tuple(_file(drawing.id, page, target, frames[target.size]) for target in wanted)
    return Picture(
        id=drawing.id,
        comparison=view.id,
        kind=drawing.infographic.kind,
        title=drawing.infographic.title,
        eyebrow=drawing.infographic.eyebrow,
        alt=drawing.infographic.alt,
        description=kind.describe(view),
        editorial=kind.EDITORIAL,
        page=page,
        table=kind.table(view),
        files=files,
        formerly=tuple(Placed(f"{id}-{drawing.infographic.kind}", place_of(id)) for id in view.comparison.formerly),
    )


def _file(name: str, page: str, target: Target, frame: Frame) -> PictureFile:
    width, height = target.pixel_size(frame.width, frame.height)
    path = page + target.file_name(name)
    looks = (target.size, target.theme, target.format, target.scale)
    return PictureFile(path, *looks, width, height, target.transparent)


def _missing(text: TextBox, parts: tuple[Text, ...], drawing: Drawing) -> Iterator[Problem]:
    """Characters that the text's font lacks. `parts` are the texts that it was put together from, if it was."""
    for part in parts or (text.text,):
        shown = part.upper() if text.style.upper else part
        missing = text.fonts.missing(shown, text.style.weight)
        if missing:
            listed = ", ".join(f'"{char}" (U+{ord(char):04X})' for char in missing)
            message = f"the pictures' font has no {listed}"
            yield Problem("missing-glyph", _place(part, drawing), message, "write it with other characters")


def _too_long(drawing: Drawing, size: Size, text: str, overflow: Overflow) -> Problem:
    spare = max(round(len(text) * (1 - overflow.room / overflow.need)), 1)
    message = f'the text "{_short(text)}" is too long for the picture {drawing.id} in size {size.name}'
    return Problem("text-too-long", _place(text, drawing), message, f"shorten it by about {spare} characters")


def _place(text: str, drawing: Drawing) -> Place:
    return text.place if isinstance(text, Placed) else drawing.infographic.title.place


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rstrip() + "…"
