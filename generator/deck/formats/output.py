"""A deck as the files that a name asks for.

In: a comparison's pictures laid out as slides, what a person chose. Out: bytes by path.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.brand import WEB_FONT
from generator.deck.composition.slides import Shown, deck, slide_address
from generator.deck.deck import Deck, Painted
from generator.deck.formats.choice import form_of
from generator.deck.formats.drawn import drawings
from generator.deck.formats.marp import as_marp
from generator.deck.formats.odp import as_odp
from generator.deck.formats.reveal import as_page, variables
from generator.deck.options import THEMES, Options
from generator.deck.shapes.placing import cut
from generator.deck.write import write
from generator.infographics import job
from generator.layout import Fonts, Size
from generator.model import View, colour_values
from generator.painting import Cache, Target, paint_all


@dataclass(frozen=True, slots=True)
class Subject:
    """A comparison, and its pictures laid out as slides of that size with `fonts`; `drawn_with` are those that have
    outlines, `brand` the files of content/brand by path.
    """

    view: View
    shown: Sequence[Shown]
    fonts: Fonts
    drawn_with: Fonts
    size: Size
    brand: Mapping[str, bytes]

    @property
    def web_font(self) -> bytes | None:
        """The brand's font for the web, if it is one file."""
        found = [data for path, data in self.brand.items() if path.endswith(WEB_FONT)]
        return found[0] if len(found) == 1 else None


def files(subject: Subject, theme: str, options: Options, file: Path, cache: Cache) -> dict[Path, bytes]:
    """Everything to be written, `file` last. `cache` keeps what painting loads. UsageError, OutputError."""
    form = form_of(file, options)
    if form in ("pptx", "odp"):
        data = slides(subject, theme, options, cache)
        return {file: as_odp(data) if form == "odp" else data}
    made = deck(subject.view, subject.shown, theme, subject.fonts, subject.size)
    if form == "html":
        return {file: _page(made, subject, theme, cache)}
    return _markdown(made, subject, theme, file, cache)


def slides(subject: Subject, theme: str, options: Options, cache: Cache) -> bytes:
    """The deck for PowerPoint."""
    painted = _painted(subject, theme, cache) if options.pictures else {}
    made = deck(subject.view, subject.shown, theme, subject.fonts, subject.size, painted)
    return write(made, subject.fonts, options)


def _painted(subject: Subject, theme: str, cache: Cache) -> dict[str, Painted]:
    """The pictures without their titles, as files."""
    svg, png = Target(subject.size.name, theme, "svg"), Target(subject.size.name, theme, "png", transparent=True)
    jobs = [job(drawing, cut(frame), (svg, png), subject.drawn_with) for drawing, _, frame in subject.shown]
    painted = paint_all(jobs, cache, 1)
    return {one.picture: Painted(painted[one.picture, svg], painted[one.picture, png]) for one in jobs}


def _page(made: Deck, subject: Subject, theme: str, cache: Cache) -> bytes:
    values = {name: colour_values(subject.view.model.palette, name) for name in THEMES}
    drawn = drawings(_in_order(made, subject), theme, subject.fonts, cache, variables(values[theme]))
    return as_page(made, drawn, theme, values, subject.web_font).encode()


def _markdown(made: Deck, subject: Subject, theme: str, file: Path, cache: Cache) -> dict[Path, bytes]:
    values = colour_values(subject.view.model.palette, theme)
    drawn = drawings(_in_order(made, subject), theme, subject.fonts, cache)
    folder = file.with_name(f"{file.stem}-pictures")
    text, pictures = as_marp(made, drawn, folder.name, values)
    return {**{folder / name: data for name, data in pictures.items()}, file: text.encode()}


def _in_order(made: Deck, subject: Subject) -> list[Shown]:
    """The pictures in the order of the slides, which are by section."""
    by_address = {slide_address(subject.view, shown[1]): shown for shown in subject.shown}
    return [by_address[slide.address] for slide in made.slides]
