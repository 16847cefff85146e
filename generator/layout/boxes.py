"""Boxes: what a picture is composed of before it has positions.

In: texts, marks and other boxes. Out: from `layout`, a frame exactly as wide as asked. A box that cannot
be that narrow or that low raises `Overflow`; nothing is ever clipped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal, Protocol, TypeVar, cast

from generator.errors import Overflow
from generator.icons import outline
from generator.layout.frame import Block, Command, Frame, Item, Line, Rect, Shape, stacked
from generator.layout.text import Fonts, break_lines, words
from generator.theme import Style

Align = Literal["start", "middle", "end"]
_SHARE = {"start": 0.0, "middle": 0.5, "end": 1.0}
_SLACK = 0.01
Method = TypeVar("Method", bound=Callable[..., Any])


def remembered(method: Method) -> Method:
    """Keeps what a box answered: parents ask for the same widths and layouts again and again.

    Boxes compare by identity, so the memory is as exact as the boxes are frozen; it is bounded, so it stays small.
    """
    return cast("Method", lru_cache(maxsize=4096)(method))


@dataclass(frozen=True, slots=True)
class Widths:
    """`min`: no word broken; `max`: nothing wrapped. Points."""

    min: float
    max: float


class Box(Protocol):
    """Anything that can be laid out."""

    def widths(self) -> Widths:
        """How narrow and how wide the box would like to be."""
        ...

    def layout(self, width: float, height: float | None = None) -> Frame:
        """A frame of this width that fills `height` when it is given. Overflow: there is too little room."""
        ...

    def texts(self) -> Iterator[Text]:
        """Every text inside, in reading order."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A text in one style and colour role."""

    text: str
    style: Style
    fonts: Fonts
    colour: str = "ink"
    align: Align = "start"

    @remembered
    def widths(self) -> Widths:
        shown = self.shown
        narrowest = max((self.fonts.width(word.text, self.style) for word in words(shown)), default=0.0)
        return Widths(narrowest, self.fonts.width(shown, self.style))

    def texts(self) -> Iterator[Text]:
        yield self

    @remembered
    def layout(self, width: float, height: float | None = None) -> Frame:
        lines = break_lines(self.fonts, self.shown, self.style, width)
        ascent, descent = self.fonts.vertical(self.style)
        pitch = max(self.style.size * self.style.leading, ascent + descent)
        tall = pitch * len(lines)
        _require(tall, height, self.text, "height")
        top = (pitch - ascent - descent) / 2
        items = tuple(self._line(line, width, top + pitch * index, height or tall) for index, line in enumerate(lines))
        return Frame(width, height or tall, items)

    def _line(self, line: str, width: float, y: float, height: float) -> Line:
        ascent, descent = self.fonts.vertical(self.style)
        wide = self.fonts.width(line, self.style)
        _require(wide, width, self.text)
        x = max(width - wide, 0.0) * _SHARE[self.align]
        rect = Rect(round(x, 3), round(y, 3), round(wide, 3), round(ascent + descent, 3))
        glyphs, spans = self.fonts.line(line, self.style)
        room = Rect(0.0, 0.0, width, height)
        return Line(rect, room, round(ascent, 3), line, self.style.size, self.style.weight, self.colour, glyphs, spans)

    @property
    def shown(self) -> str:
        """The text as it is set, in capitals where the style asks for them."""
        return self.text.upper() if self.style.upper else str(self.text)


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """Short texts on one line, parted by middle dots, when they fit on it; else each on a line of its own."""

    entries: Sequence[Text]

    @remembered
    def widths(self) -> Widths:
        return Widths(max(entry.widths().min for entry in self.entries), self._joined().widths().max)

    def texts(self) -> Iterator[Text]:
        yield from self.entries

    @remembered
    def layout(self, width: float, height: float | None = None) -> Frame:
        joined = self._joined()
        if joined.widths().max <= width:
            return joined.layout(width, height)
        return Stack(self.entries).layout(width, height)

    def _joined(self) -> Text:
        return replace(self.entries[0], text=" · ".join(entry.text for entry in self.entries))


@dataclass(frozen=True, slots=True, eq=False)
class Icon:
    """An icon by name, `size` points high and wide."""

    name: str
    size: float
    colour: str = "ink"

    def widths(self) -> Widths:
        return Widths(self.size, self.size)

    def texts(self) -> Iterator[Text]:
        return iter(())

    def layout(self, width: float, height: float | None = None) -> Frame:
        _require(self.size, width)
        _require(self.size, height, axis="height")
        rect = Rect(0.0, 0.0, self.size, self.size)
        return Frame(width, height or self.size, (Shape(rect, icon_commands(self.name, self.size), fill=self.colour),))


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """Empty room."""

    width: float = 0.0
    height: float = 0.0

    def widths(self) -> Widths:
        return Widths(self.width, self.width)

    def texts(self) -> Iterator[Text]:
        return iter(())

    def layout(self, width: float, height: float | None = None) -> Frame:
        return Frame(width, self.height if height is None else height)


@dataclass(frozen=True, slots=True, eq=False)
class Fixed:
    """A box that is always so wide, in a row too."""

    child: Box
    width: float

    def widths(self) -> Widths:
        return Widths(self.width, self.width)

    def texts(self) -> Iterator[Text]:
        return self.child.texts()

    def layout(self, width: float, height: float | None = None) -> Frame:
        frame = self.child.layout(min(self.width, width), height)
        return Frame(width, frame.height, frame.items)


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A horizontal line across the whole width."""

    colour: str = "line"
    thickness: float = 1.0

    def widths(self) -> Widths:
        return Widths(0.0, 0.0)

    def texts(self) -> Iterator[Text]:
        return iter(())

    def layout(self, width: float, height: float | None = None) -> Frame:
        rect = Rect(0.0, 0.0, width, self.thickness)
        return Frame(width, height or self.thickness, (Block(rect, fill=self.colour),))


@dataclass(frozen=True, slots=True, eq=False)
class Canvas:
    """Marks without text, drawn into whatever room there is; labels are boxes beside it."""

    draw: Callable[[float, float], tuple[Item, ...]]
    height: float
    width: float = 0.0

    def widths(self) -> Widths:
        return Widths(self.width, self.width)

    def texts(self) -> Iterator[Text]:
        return iter(())

    def layout(self, width: float, height: float | None = None) -> Frame:
        _require(self.height, height, axis="height")
        tall = self.height if height is None else height
        return Frame(width, tall, self.draw(width, tall))


@dataclass(frozen=True, slots=True, eq=False)
class Pad:
    """Room around a box: top, right, bottom, left; on a panel where `fill`, `stroke` or `edge` is given.

    `edge` marks the panel's left side in a role's own way, so that the role is told without colour.
    """

    child: Box
    insets: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    fill: str | None = None
    stroke: str | None = None
    radii: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    valign: Align = "start"
    edge: Callable[[float, float], tuple[Item, ...]] | None = None

    @remembered
    def widths(self) -> Widths:
        _, right, _, left = self.insets
        inner = self.child.widths()
        return Widths(inner.min + left + right, inner.max + left + right)

    def texts(self) -> Iterator[Text]:
        return self.child.texts()

    @remembered
    def layout(self, width: float, height: float | None = None) -> Frame:
        top, right, bottom, left = self.insets
        room = None if height is None else height - top - bottom
        inner = self.child.layout(width - left - right, room if self.valign == "start" else None)
        _require(inner.height, room, _longest(self), "height")
        tall = inner.height + top + bottom if height is None else height
        y = top + (tall - top - bottom - inner.height) * _SHARE[self.valign]
        panel: tuple[Item, ...] = ()
        if self.fill or self.stroke:
            rect = Rect(0.0, 0.0, width, round(tall, 3))
            stroke = 1.0 if self.stroke else 0.0
            panel = (Block(rect, self.fill, self.stroke, stroke, self.radii),)
        marks = self.edge(width, tall) if self.edge else ()
        return Frame(width, tall, (*panel, *marks, *inner.moved(left, y)))


@dataclass(frozen=True, slots=True, eq=False)
class Stack:
    """Boxes one below another.

    Spare height goes into those of `grow`, else between them (`spread`), else where `valign` says.
    """

    children: Sequence[Box]
    gap: float = 0.0
    valign: Align = "start"
    spread: bool = False
    grow: frozenset[int] = frozenset()

    @remembered
    def widths(self) -> Widths:
        all_widths = [child.widths() for child in self.children]
        return Widths(max((w.min for w in all_widths), default=0.0), max((w.max for w in all_widths), default=0.0))

    def texts(self) -> Iterator[Text]:
        for child in self.children:
            yield from child.texts()

    @remembered
    def layout(self, width: float, height: float | None = None) -> Frame:
        frames = [child.layout(width) for child in self.children]
        tall = sum(frame.height for frame in frames) + self.gap * (len(frames) - 1)
        _require(tall, height, _longest(self), "height")
        spare = 0.0 if height is None else height - tall
        if spare and self.grow:
            share = spare / len(self.grow)
            frames = [
                child.layout(width, frame.height + share) if index in self.grow else frame
                for index, (child, frame) in enumerate(zip(self.children, frames, strict=True))
            ]
            spare = 0.0
        gap = self.gap + (spare / (len(frames) - 1) if self.spread and len(frames) > 1 else 0.0)
        y = 0.0 if self.spread and len(frames) > 1 else spare * _SHARE[self.valign]
        placed = []
        for frame in frames:
            placed.append((frame, 0.0, y))
            y += frame.height + gap
        return stacked(placed, width, tall if height is None else height)


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """Boxes side by side.

    `shares` divides the width in proportion; without it each box gets what it asks for, and what is left or
    lacking is divided by one proportional split. `stretch` names the box that takes what is left over. `valign`
    places each in the row's height; "fill" gives it all.
    """

    children: Sequence[Box]
    gap: float = 0.0
    shares: Sequence[float] | None = None
    valign: Align | Literal["fill"] = "start"
    align: Align = "start"
    stretch: int | None = None

    @remembered
    def widths(self) -> Widths:
        all_widths = [child.widths() for child in self.children]
        gaps = self.gap * (len(all_widths) - 1)
        if self.shares:
            total = sum(self.shares)
            need = [w.min * total / share for w, share in zip(all_widths, self.shares, strict=True)]
            wish = [w.max * total / share for w, share in zip(all_widths, self.shares, strict=True)]
            return Widths(max(need) + gaps, max(wish) + gaps)
        return Widths(sum(w.min for w in all_widths) + gaps, sum(w.max for w in all_widths) + gaps)

    def texts(self) -> Iterator[Text]:
        for child in self.children:
            yield from child.texts()

    @remembered
    def layout(self, width: float, height: float | None = None) -> Frame:
        columns = self.columns(width)
        frames = [child.layout(column) for child, column in zip(self.children, columns, strict=True)]
        tall = max(frame.height for frame in frames)
        _require(tall, height, _longest(self), "height")
        tall = tall if height is None else height
        if self.valign == "fill":
            frames = [child.layout(column, tall) for child, column in zip(self.children, columns, strict=True)]
        used = sum(columns) + self.gap * (len(columns) - 1)
        x, placed = max(width - used, 0.0) * _SHARE[self.align], []
        for frame, column in zip(frames, columns, strict=True):
            y = 0.0 if self.valign == "fill" else (tall - frame.height) * _SHARE[self.valign]
            placed.append((frame, x, y))
            x += column + self.gap
        return stacked(placed, width, tall)

    def columns(self, width: float) -> list[float]:
        """The width of each child; their sum and the gaps are at most `width`."""
        room = width - self.gap * (len(self.children) - 1)
        all_widths = [child.widths() for child in self.children]
        if self.shares:
            columns = [room * share / sum(self.shares) for share in self.shares]
            for column, asked, child in zip(columns, all_widths, self.children, strict=True):
                _require(asked.min, column, _widest(child))
            return columns
        columns = split(room, all_widths, _widest(self))
        if self.stretch is not None:
            columns[self.stretch] += max(room - sum(columns), 0.0)
        return columns


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Rows whose columns line up and whose cells share each row's height.

    `shares` as for a row. `rule` is drawn between the rows. Spare height goes to the lowest rows first, so
    that rows are as even as the room allows.
    """

    rows: Sequence[Sequence[Box]]
    shares: Sequence[float]
    column_gap: float = 0.0
    row_gap: float = 0.0
    rule: Rule | None = None

    @remembered
    def widths(self) -> Widths:
        rows = [self._row(row).widths() for row in self.rows]
        return Widths(max(row.min for row in rows), max(row.max for row in rows))

    def texts(self) -> Iterator[Text]:
        for row in self.rows:
            for cell in row:
                yield from cell.texts()

    @remembered
    def layout(self, width: float, height: float | None = None) -> Frame:
        heights = [self._row(row).layout(width).height for row in self.rows]
        gap = self.row_gap * (2 if self.rule else 1)
        tall = sum(heights) + gap * (len(heights) - 1)
        _require(tall, height, _longest(self), "height")
        if height is not None:
            heights = levelled(heights, height - tall)
        placed, y = [], 0.0
        for index, (row, high) in enumerate(zip(self.rows, heights, strict=True)):
            if index and self.rule:
                placed.append((self.rule.layout(width), 0.0, y - gap / 2 - self.rule.thickness / 2))
            placed.append((self._row(row).layout(width, high), 0.0, y))
            y += high + gap
        return stacked(placed, width, tall if height is None else height)

    def _row(self, row: Sequence[Box]) -> Row:
        return Row(row, self.column_gap, self.shares, valign="fill")


@dataclass(frozen=True, slots=True, eq=False)
class Layers:
    """Boxes on top of one another in the same room, the first at the bottom."""

    children: Sequence[Box]

    @remembered
    def widths(self) -> Widths:
        all_widths = [child.widths() for child in self.children]
        return Widths(max(w.min for w in all_widths), max(w.max for w in all_widths))

    def texts(self) -> Iterator[Text]:
        for child in self.children:
            yield from child.texts()

    @remembered
    def layout(self, width: float, height: float | None = None) -> Frame:
        tall = height if height is not None else max(child.layout(width).height for child in self.children)
        return stacked([(child.layout(width, tall), 0.0, 0.0) for child in self.children], width, tall)


@dataclass(frozen=True, slots=True, eq=False)
class Pinned:
    """Boxes on a line, each pinned by its middle at a share of the width, over a backdrop.

    Boxes that would touch move apart, as little as needed, and none leaves the line.
    """

    pins: Sequence[tuple[float, Box]]
    backdrop: Box
    gap: float = 0.0

    @remembered
    def widths(self) -> Widths:
        total = sum(box.widths().max for _, box in self.pins) + self.gap * (len(self.pins) - 1)
        return Widths(total, total)

    def texts(self) -> Iterator[Text]:
        for _, box in self.pins:
            yield from box.texts()

    @remembered
    def layout(self, width: float, height: float | None = None) -> Frame:
        _require(self.widths().min, width, _widest(self))
        pins = sorted(self.pins, key=lambda pin: pin[0])
        frames = [box.layout(box.widths().max) for _, box in pins]
        wides = [frame.width for frame in frames]
        starts = apart(
            [share * width - wide / 2 for (share, _), wide in zip(pins, wides, strict=True)], wides, width, self.gap
        )
        tall = max(frame.height for frame in frames)
        _require(tall, height, _longest(self), "height")
        tall = tall if height is None else height
        placed = [(frame, x, (tall - frame.height) / 2) for frame, x in zip(frames, starts, strict=True)]
        return stacked([(self.backdrop.layout(width, tall), 0.0, 0.0), *placed], width, tall)


def apart(starts: Sequence[float], wides: Sequence[float], width: float, gap: float) -> list[float]:
    """Starts of boxes, in their order, moved so that they stay `gap` apart and within 0 and `width`.

    Neighbours that touch form a group that is centred on where its members wished to be.
    """
    groups: list[tuple[list[int], float]] = []
    for index, start in enumerate(starts):
        groups.append(([index], start))
        while True:
            members, _ = groups[-1]
            length = sum(wides[member] for member in members) + gap * (len(members) - 1)
            wish = sum(starts[member] + wides[member] / 2 for member in members) / len(members) - length / 2
            groups[-1] = (members, min(max(wish, 0.0), width - length))
            if len(groups) == 1 or _end(groups[-2], wides, gap) + gap <= groups[-1][1]:
                break
            before = groups.pop(-2)
            groups[-1] = (before[0] + members, 0.0)
    placed = []
    for members, x in groups:
        for member in members:
            placed.append(x)
            x += wides[member] + gap
    return placed


def _end(group: tuple[list[int], float], wides: Sequence[float], gap: float) -> float:
    members, start = group
    return start + sum(wides[member] for member in members) + gap * (len(members) - 1)


def centred(child: Box, valign: Align = "middle") -> Pad:
    """The box in the middle of whatever height it gets."""
    return Pad(child, valign=valign)


def split(room: float, asked: Sequence[Widths], text: str = "") -> list[float]:
    """Widths for boxes side by side: all they wish when there is room, else their minimum and a share of the rest."""
    wish, need = sum(w.max for w in asked), sum(w.min for w in asked)
    if wish <= room + _SLACK:
        return [w.max for w in asked]
    _require(need, room, text)
    stretch = [w.max - w.min for w in asked]
    spare = max(room - need, 0.0) / (sum(stretch) or 1.0)
    return [w.min + part * spare for w, part in zip(asked, stretch, strict=True)]


def levelled(heights: Sequence[float], spare: float) -> list[float]:
    """The heights with `spare` poured over them: the lowest are filled up to a common level first."""
    lowest = sorted(heights)
    poured = spare
    for count in range(1, len(lowest) + 1):
        ceiling = lowest[count] if count < len(lowest) else float("inf")
        level = lowest[count - 1] + poured / count
        if level <= ceiling:
            return [max(height, level) for height in heights]
        poured -= (ceiling - lowest[count - 1]) * count
    return list(heights)


def icon_commands(name: str, size: float) -> tuple[Command, ...]:
    """The outline of an icon, scaled to fit a square of `size` points."""
    from generator.layout.outlines import commands  # fontTools is only needed where icons are drawn

    data, width, height = outline(name)
    return commands(data, width, height, size)


def _require(need: float, room: float | None, text: str = "", axis: Literal["width", "height"] = "width") -> None:
    if room is not None and need > room + _SLACK:
        raise Overflow(need=need, room=room, text=text, axis=axis)


def _longest(box: Box) -> str:
    return max((text.text for text in box.texts()), key=len, default="")


def _widest(box: Box) -> str:
    return max(box.texts(), key=lambda text: text.widths().min).text if any(True for _ in box.texts()) else ""
