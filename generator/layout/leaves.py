"""Boxes with nothing inside: text, icons, rules, space and marks.

In: texts, names and functions that draw. Out: boxes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import repeat

from generator.brand import Style, outline
from generator.layout.box import SHARE, Align, Leaf, TextBox, Widths, memoized, require
from generator.layout.frame import Block, Command, Frame, Item, Line, Rect, Shape
from generator.layout.text import Fonts, break_lines


@dataclass(frozen=True, eq=False)
class Text:
    """A text in one style and colour role; `purpose` as for a `Line`."""

    text: str
    style: Style
    fonts: Fonts
    colour: str = "ink"
    align: Align = "start"
    purpose: str = ""

    @memoized
    def widths(self) -> Widths:
        shown = self.shown
        return Widths(self.fonts.narrowest(shown, self.style), self.fonts.width(shown, self.style))

    def texts(self) -> Iterator[TextBox]:
        yield self

    def layout(self, width: float, height: float | None = None) -> Frame:
        looks = (self.style, self.fonts, self.colour, self.align, self.purpose)
        return _set(self.text, *looks, width, height)

    def lines(self, width: float, height: float | None) -> Frame:
        """What `layout` answers, laid out anew."""
        lines = break_lines(self.fonts, self.shown, self.style, width)
        ascent, descent = self.fonts.vertical(self.style)
        pitch = self._pitch(ascent, descent)
        tall = pitch * len(lines)
        require(tall, height, self.text, "height")
        for line in lines:
            require(self.fonts.width(line, self.style), width, self.text)
        top = (pitch - ascent - descent) / 2
        room = Rect(0.0, 0.0, width, height or tall)
        starts = [top + pitch * index for index in range(len(lines))]
        return Frame(width, room.height, lambda: tuple(map(self._line, lines, starts, repeat(room))))

    def _line(self, line: str, y: float, room: Rect) -> Line:
        ascent, descent = self.fonts.vertical(self.style)
        wide = self.fonts.width(line, self.style)
        x = max(room.width - wide, 0.0) * SHARE[self.align]
        rect = Rect(round(x, 3), round(y, 3), round(wide, 3), round(ascent + descent, 3))
        glyphs, spans = self.fonts.line(line, self.style)
        looks = (self.style.size, self.style.weight, self.colour)
        pitch, tracking = self._pitch(ascent, descent), self.style.tracking * self.style.size
        about = (str(self.text), self.purpose)
        lengths = (round(pitch, 3), round(tracking, 3))
        return Line(rect, room, round(ascent, 3), line, *looks, glyphs, spans, *about, *lengths)

    def _pitch(self, ascent: float, descent: float) -> float:
        return max(self.style.size * self.style.leading, ascent + descent)

    @property
    def shown(self) -> str:
        """The text as it is set, in capitals where the style asks for them."""
        return self.text.upper() if self.style.upper else str(self.text)


@lru_cache(maxsize=20_000)
def _set(
    text: str,
    style: Style,
    fonts: Fonts,
    colour: str,
    align: Align,
    purpose: str,
    width: float,
    height: float | None,
) -> Frame:
    """One frame for all equal texts: sizes are tried and themes painted with the same ones, and a preview has hundreds
    of them from before the change. Overflow is raised anew, for the text that is asked about.
    """
    return Text(text, style, fonts, colour, align, purpose).lines(width, height)


@dataclass(frozen=True, eq=False)
class Icon(Leaf):
    """An icon by name, `size` points high and wide."""

    name: str
    size: float
    colour: str = "ink"

    def widths(self) -> Widths:
        return Widths(self.size, self.size)

    def layout(self, width: float, height: float | None = None) -> Frame:
        require(self.size, width)
        require(self.size, height, axis="height")
        rect = Rect(0.0, 0.0, self.size, self.size)
        outlines = partial(icon_commands, self.name, self.size)
        return Frame(width, height or self.size, lambda: (Shape(rect, outlines(), fill=self.colour, icon=self.name),))


@dataclass(frozen=True, eq=False)
class Space(Leaf):
    """Empty room."""

    width: float = 0.0
    height: float = 0.0

    def widths(self) -> Widths:
        return Widths(self.width, self.width)

    def layout(self, width: float, height: float | None = None) -> Frame:
        return Frame(width, self.height if height is None else height)


@dataclass(frozen=True, eq=False)
class Rule(Leaf):
    """A horizontal line across the whole width."""

    colour: str = "line"
    thickness: float = 1.0

    def widths(self) -> Widths:
        return Widths(0.0, 0.0)

    def layout(self, width: float, height: float | None = None) -> Frame:
        require(self.thickness, height, axis="height")
        rect = Rect(0.0, 0.0, width, self.thickness)
        return Frame(width, height or self.thickness, (Block(rect, fill=self.colour),))


@dataclass(frozen=True, eq=False)
class Canvas(Leaf):
    """Marks without text, drawn into whatever room there is; labels are boxes beside it."""

    draw: Callable[[float, float], tuple[Item, ...]]
    height: float
    width: float = 0.0

    def widths(self) -> Widths:
        return Widths(self.width, self.width)

    def layout(self, width: float, height: float | None = None) -> Frame:
        require(self.height, height, axis="height")
        tall = self.height if height is None else height
        return Frame(width, tall, lambda: self.draw(width, tall))


@dataclass(frozen=True, eq=False)
class Thumbnail(Leaf):
    """A finished layout, its texts already measured, made smaller or larger to fill the width it gets."""

    frame: Frame

    def widths(self) -> Widths:
        return Widths(0.0, self.frame.width)

    def layout(self, width: float, height: float | None = None) -> Frame:
        small = self.frame.scaled(width / self.frame.width)
        require(small.height, height, axis="height")
        return Frame(width, small.height if height is None else height, lambda: small.items)


def icon_commands(name: str, size: float) -> tuple[Command, ...]:
    """The outline of an icon, scaled to fit a square of `size` points."""
    from generator.layout.icon_path import commands  # fontTools is only needed where icons are drawn

    data, width, height = outline(name)
    return commands(data, width, height, size)
