"""Boxes that hold boxes: what a picture is composed of before it has positions.

In: boxes. Out: from `layout`, a frame exactly as wide as asked. A box that cannot be that narrow or that
low raises `Overflow`; nothing is ever clipped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.layout.box import SHARE, SLACK, Align, Box, MultiChild, SingleChild, TextBox, Widths, memoized, require
from generator.layout.frame import Block, Frame, Inset, Item, Rect, stacked
from generator.layout.group import Group
from generator.layout.leaves import Rule, Text


@dataclass(frozen=True, eq=False)
class Listing:
    """Short texts after one another, parted by middle dots, or (`stacked`) each on a line of its own.

    Lines break between entries, after the dot; within one only where a column is too narrow for it.
    """

    entries: Sequence[Text]
    stacked: bool = False

    @memoized
    def widths(self) -> Widths:
        widest = (Stack(self.entries) if self.stacked else self._line(self.entries)).widths().max
        return Widths(max(entry.widths().min for entry in self.entries), widest)

    def texts(self) -> Iterator[TextBox]:
        yield from self.entries

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        if self.stacked:
            return Stack(self.entries).layout(width, height)
        lines = [[self.entries[0]]]
        for entry in self.entries[1:]:
            after = "" if entry is self.entries[-1] else " ·"
            if self._line([*lines[-1], entry], after).widths().max <= width:
                lines[-1].append(entry)
            else:
                lines.append([entry])
        ends = [" ·"] * (len(lines) - 1) + [""]
        return Stack([self._line(line, end) for line, end in zip(lines, ends, strict=True)]).layout(width, height)

    def _line(self, entries: Sequence[Text], after: str = "") -> Text:
        if len(entries) == 1 and not after:
            return entries[0]
        return replace(entries[0], text=" · ".join(entry.text for entry in entries) + after)


@dataclass(frozen=True, eq=False)
class Fixed(SingleChild):
    """A box that is always so wide, in a row too."""

    child: Box
    width: float

    def widths(self) -> Widths:
        return Widths(self.width, self.width)

    def layout(self, width: float, height: float | None = None) -> Frame:
        frame = self.child.layout(min(self.width, width), height)
        return Frame(width, frame.height, (Inset(frame, 0.0, 0.0),))


@dataclass(frozen=True, eq=False)
class Pad(SingleChild):
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

    @memoized
    def widths(self) -> Widths:
        _, right, _, left = self.insets
        inner = self.child.widths()
        return Widths(inner.min + left + right, inner.max + left + right)

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        top, right, bottom, left = self.insets
        room = None if height is None else height - top - bottom
        inner = self.child.layout(width - left - right, room if self.valign == "start" else None)
        require(inner.height, room, self, "height")
        tall = inner.height + top + bottom if height is None else height
        y = top + (tall - top - bottom - inner.height) * SHARE[self.valign]
        return Frame(width, tall, lambda: (*self._panel(width, tall), Inset(inner, left, y)))

    def _panel(self, width: float, height: float) -> Iterator[Item]:
        if self.fill or self.stroke:
            rect = Rect(0.0, 0.0, width, round(height, 3))
            yield Block(rect, self.fill, self.stroke, 1.0 if self.stroke else 0.0, self.radii)
        if self.edge:
            yield from self.edge(width, height)


@dataclass(frozen=True, eq=False)
class Stack(MultiChild):
    """Boxes one below another.

    Spare height goes into those of `grow`, else between them (`spread`), else where `valign` says.
    """

    children: Sequence[Box]
    gap: float = 0.0
    valign: Align = "start"
    spread: bool = False
    grow: frozenset[int] = frozenset()

    @memoized
    def widths(self) -> Widths:
        all_widths = [child.widths() for child in self.children]
        return Widths(max((w.min for w in all_widths), default=0.0), max((w.max for w in all_widths), default=0.0))

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        frames = [child.layout(width) for child in self.children]
        tall = sum(frame.height for frame in frames) + self.gap * (len(frames) - 1)
        require(tall, height, self, "height")
        spare = 0.0 if height is None else height - tall
        if spare and self.grow:
            share = spare / len(self.grow)
            frames = [
                child.layout(width, frame.height + share) if index in self.grow else frame
                for index, (child, frame) in enumerate(zip(self.children, frames, strict=True))
            ]
            spare = 0.0
        gap = self.gap + (spare / (len(frames) - 1) if self.spread and len(frames) > 1 else 0.0)
        y = 0.0 if self.spread and len(frames) > 1 else spare * SHARE[self.valign]
        placed = []
        for frame in frames:
            placed.append((frame, 0.0, y))
            y += frame.height + gap
        return stacked(placed, width, tall if height is None else height)


@dataclass(frozen=True, eq=False)
class Row(MultiChild):
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

    @memoized
    def widths(self) -> Widths:
        all_widths = [child.widths() for child in self.children]
        gaps = self.gap * (len(all_widths) - 1)
        if self.shares:
            total = sum(self.shares)
            need = [w.min * total / share for w, share in zip(all_widths, self.shares, strict=True)]
            wish = [w.max * total / share for w, share in zip(all_widths, self.shares, strict=True)]
            return Widths(max(need) + gaps, max(wish) + gaps)
        return Widths(sum(w.min for w in all_widths) + gaps, sum(w.max for w in all_widths) + gaps)

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        columns = self.columns(width)
        frames = [child.layout(column) for child, column in zip(self.children, columns, strict=True)]
        tall = max(frame.height for frame in frames)
        require(tall, height, self, "height")
        tall = tall if height is None else height
        if self.valign == "fill":
            frames = [child.layout(column, tall) for child, column in zip(self.children, columns, strict=True)]
        used = sum(columns) + self.gap * (len(columns) - 1)
        x, placed = max(width - used, 0.0) * SHARE[self.align], []
        for frame, column in zip(frames, columns, strict=True):
            y = 0.0 if self.valign == "fill" else (tall - frame.height) * SHARE[self.valign]
            placed.append((frame, x, y))
            x += column + self.gap
        return stacked(placed, width, tall)

    def columns(self, width: float) -> list[float]:
        """The width of each child; their sum and the gaps are at most `width`."""
        room = width - self.gap * (len(self.children) - 1)
        all_widths = [child.widths() for child in self.children]
        if self.shares:
            total = sum(self.shares)
            columns = [room * share / total for share in self.shares]
            for column, asked, child in zip(columns, all_widths, self.children, strict=True):
                require(asked.min, column, child)
            return columns
        columns = split(room, all_widths, self)
        if self.stretch is not None:
            columns[self.stretch] += max(room - sum(columns), 0.0)
        return columns


@dataclass(frozen=True, eq=False)
class Grid:
    """Rows whose columns line up and whose cells share each row's height.

    `shares` as for a row. `rule` is drawn between the rows. Spare height goes to the lowest rows first, so
    that rows are as even as the room allows. `names`, one a row, make each row a group.
    """

    rows: Sequence[Sequence[Box]]
    shares: Sequence[float]
    column_gap: float = 0.0
    row_gap: float = 0.0
    rule: Rule | None = None
    names: Sequence[str] = ()

    @memoized
    def widths(self) -> Widths:
        rows = [row.widths() for row in self._lines()]
        return Widths(max(row.min for row in rows), max(row.max for row in rows))

    def texts(self) -> Iterator[TextBox]:
        for row in self.rows:
            for cell in row:
                yield from cell.texts()

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        heights = [row.layout(width).height for row in self._lines()]
        gap = self.row_gap * (2 if self.rule else 1)
        tall = sum(heights) + gap * (len(heights) - 1)
        require(tall, height, self, "height")
        if height is not None:
            heights = levelled(heights, height - tall)
        tall = tall if height is None else height
        placed, y = [], 0.0
        for index, (row, high) in enumerate(zip(self._lines(), heights, strict=True)):
            if index and self.rule:
                middle = y - gap / 2 - self.rule.thickness / 2
                placed.append((self.rule.layout(width), 0.0, min(max(middle, 0.0), tall - self.rule.thickness)))
            placed.append((row.layout(width, high), 0.0, y))
            y += high + gap
        return stacked(placed, width, tall)

    @memoized
    def _lines(self) -> Sequence[Box]:
        rows = [Row(row, self.column_gap, self.shares, valign="fill") for row in self.rows]
        return [Group(name, row) for name, row in zip(self.names, rows, strict=True)] if self.names else rows


@dataclass(frozen=True, eq=False)
class Layers(MultiChild):
    """Boxes on top of one another in the same room, the first at the bottom."""

    children: Sequence[Box]

    @memoized
    def widths(self) -> Widths:
        all_widths = [child.widths() for child in self.children]
        return Widths(max(w.min for w in all_widths), max(w.max for w in all_widths))

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        tall = height if height is not None else max(child.layout(width).height for child in self.children)
        return stacked([(child.layout(width, tall), 0.0, 0.0) for child in self.children], width, tall)


def centred(child: Box, valign: Align = "middle") -> Pad:
    """The box in the middle of whatever height it gets."""
    return Pad(child, valign=valign)


def split(room: float, asked: Sequence[Widths], blamed: str | Box = "") -> list[float]:
    """Widths for boxes side by side: all they wish when there is room, else their minimum and a share of the rest."""
    wish, need = sum(w.max for w in asked), sum(w.min for w in asked)
    if wish <= room + SLACK:
        return [w.max for w in asked]
    require(need, room, blamed)
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
