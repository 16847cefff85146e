"""An infographic of one comparison: found, laid out in a size, described.

In: a `View` of a comparison and one of its infographics. Out: frames by size, and what pages and data files say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from generator.infographics.kinds import Kind, all_kinds
from generator.infographics.overlong import Overlong, Subject
from generator.infographics.parts.figure import Compose, Note, Sheet, lay_out, texts
from generator.infographics.picture import Picture, PictureFile
from generator.layout import SIZES, Fonts, Frame, Size, TextBox, least, outlined, overlay
from generator.model import Infographic, Placed, Text, View, address, place_of
from generator.painting import Target
from generator.problems import ContentError, Overflow, Problem, UsageError


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

    def own_alt(self, size: str, frame: Frame) -> str:
        """The alternative text in a size that shows less than the picture's own speaks of, or ""; `frame` is that size.

        Of the frame only how many entries it shows counts.
        """
        return self.kind.alt(self.view, replace(SIZES[size], most=frame.most))

    def sizes(self, wanted: Iterable[str]) -> tuple[str, ...]:
        """Those of the sizes that the drawing comes in: only the headline picture is a poster."""
        return tuple(size for size in wanted if size != "poster" or self.kind.POSTER)


def drawings(views: tuple[View, ...]) -> tuple[Drawing, ...]:
    """Every infographic of every comparison."""
    return tuple(Drawing(view, infographic) for view in views for infographic in view.comparison.infographics)


def in_one_size(size: str, drawings: tuple[Drawing, ...]) -> list[tuple[str, Drawing, str]]:
    """(caption, drawing, size) of all that come in that size."""
    named = [(f"{drawing.view.id} {drawing.infographic.kind}", drawing, size) for drawing in drawings]
    return [entry for entry in named if entry[1].sizes([size])]


def in_every_size(name: str, drawings: tuple[Drawing, ...]) -> list[tuple[str, Drawing, str]]:
    """(caption, drawing, size) of every size of one drawing. UsageError as for `find`."""
    drawing = find(name, drawings)
    return [(size, drawing, size) for size in drawing.sizes(SIZES)]


def find(name: str, drawings: tuple[Drawing, ...]) -> Drawing:
    """The drawing with that id, or the only one of that kind. UsageError: there is none, or there are several."""
    found = [drawing for drawing in drawings if drawing.id == name]
    found = found or [drawing for drawing in drawings if drawing.infographic.kind == name]
    if len(found) == 1:
        return found[0]
    known = ", ".join(drawing.id for drawing in drawings)
    if not known:
        raise UsageError('there are no pictures; list some below "infographics:" in a comparison')
    raise UsageError(f'"{name}" names {len(found) or "no"} pictures; there are {known}')


def frame(
    drawing: Drawing, size: Size, fonts: Fonts, *, boxes_shown: bool = False, overlong: Overlong | None = None
) -> Frame:
    """The drawing laid out in one size, with the outline of every box on top if asked for.

    ContentError: a text is too long, or has a character that the fonts lack. With `overlong` it collects the texts that
    are too long; the frame then shows them as short as they have to be, and is empty where that is not enough.
    """
    collected = overlong or Overlong()
    given = Subject(drawing.view, drawing.infographic, drawing.id, size.name)
    parts = _parts(given, size, fonts)
    cited, source = drawing.view.citation(drawing.infographic), parts[0].source
    found = texts(*parts)
    lacking = [problem for text in found for problem in _missing(text, cited if text.text is source else (), drawing)]
    if lacking:
        raise ContentError(lacking)
    if collected.cuts:
        parts = _parts(given.cut(collected.cuts), size, fonts)
    try:
        return overlay(lay_out(*parts, wrap=outlined)) if boxes_shown else lay_out(*parts)
    except Overflow as overflow:
        shown = " ".join(text.text for text in found)
        fitted = collected.make_room(given, shown, lambda one: lay_out(*_parts(one, least(size), fonts)), overflow)
        if overlong is None:
            raise ContentError(collected.problems()) from overflow
        return (
            lay_out(*_parts(given.cut(collected.cuts), size, fonts))
            if fitted
            else Frame(size.width, size.height or 0.0)
        )


def _parts(subject: Subject, size: Size, fonts: Fonts) -> tuple[Sheet, Compose, Note, Fonts, Size]:
    """What a picture is laid out from."""
    view, infographic, kind = subject.view, subject.infographic, all_kinds()[subject.infographic.kind]
    said = (view.source_line(infographic, dated=not size.brief, editorial=kind.EDITORIAL), address(view.model))
    source = Text(" · ".join(filter(None, said)), view.longest_cited(infographic).place)
    sheet = Sheet(infographic.eyebrow, infographic.title, source, tuple(view.roles))
    return sheet, partial(kind.compose, view), partial(kind.note, view), fonts, size


def address_of(picture: str) -> str:
    """The page of a picture, relative to the site, with a closing slash."""
    return f"infographics/{picture}/"


def picture(drawing: Drawing, frames: Mapping[str, Frame], wanted: Iterable[Target]) -> Picture:
    """What pages and data files say of the drawing, of which these files are made. `frames` by size."""
    view, kind = drawing.view, drawing.kind
    page = address_of(drawing.id)
    alts = {size: drawing.own_alt(size, frame) for size, frame in frames.items()}
    files = tuple(_file(drawing.id, page, target, frames[target.size], alts[target.size]) for target in wanted)
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
        named=drawing.infographic.menu or "",
    )


def _file(picture: str, page: str, target: Target, frame: Frame, alt: str) -> PictureFile:
    width, height = target.pixel_size(frame.width, frame.height)
    path = page + target.file_name(picture)
    looks = (target.size, target.theme, target.format, target.scale)
    return PictureFile(path, *looks, width, height, target.transparent, alt, target.editable)


def _missing(text: TextBox, cited: tuple[Text, ...], drawing: Drawing) -> Iterator[Problem]:
    """Characters that the text's font lacks. `cited` are the texts that it was put together from, if it was."""
    for part in cited or (text.text,):
        shown = part.upper() if text.style.upper else part
        missing = text.fonts.missing(shown, text.style.weight)
        if missing:
            listed = ", ".join(f'"{char}" (U+{ord(char):04X})' for char in missing)
            message = f"the pictures' font has no {listed}"
            place = part.place if isinstance(part, Placed) else drawing.infographic.title.place
            yield Problem("missing-glyph", place, message, "write it with other characters")
