"""The lines of moves: from card to card with an arrowhead at each end, through the gaps between cards.

In: crossings with their lanes, and where the cards stand. Out: marks, a group for each move.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.infographics.kinds.career_paths.lanes import Lanes, gaps_of
from generator.infographics.kinds.career_paths.moves import Crossing, Stand
from generator.infographics.kinds.career_paths.tips import Tips
from generator.infographics.parts.marks import arrowhead, stroke
from generator.infographics.parts.sketch import Sketch
from generator.layout import Command, Item, Rect, Shape, Spot

COLOUR = "shared.solid"
Point = tuple[float, float]
_KAPPA = 0.5522847498
# What stands for the line of a move where a caption leaves it room; no id of a role has such a sign.
LINE = "↔ {}"


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths of the lines, points: of a head, of the line between two heads, from lane to lane, how thick, and how far
    from what it leads to.
    """

    head: float
    shaft: float
    pitch: float
    width: float
    gap: float = 0.0

    def beside(self, lanes: int) -> float:
        """How wide a gap between columns has to be for so many lanes."""
        return 2 * (self.head + self.gap) + max(self.shaft, (lanes + 1) * self.pitch if lanes else 0.0)

    def below(self, lanes: int) -> float:
        """How high a gap between rows has to be for so many lanes."""
        return (lanes + 1) * self.pitch


def measures(sketch: Sketch) -> Measures:
    """The lengths that go with the size of type."""
    return Measures(sketch.space(1.6), sketch.space(2.2), sketch.space(1.25), sketch.space(0.45), sketch.space(0.3))


def double_headed(path: Sequence[Point], lengths: Measures) -> tuple[Shape, ...]:
    """A line with a head at each end and round corners; its first and last part are level."""
    (x0, y0), (x1, y1) = path[0], path[-1]
    first, last = (math.copysign(1.0, b[0] - a[0]) for a, b in ((path[0], path[1]), (path[-1], path[-2])))
    x0, x1 = x0 + first * lengths.gap, x1 + last * lengths.gap
    inner = [(x0 + first * lengths.head * 0.8, y0), *path[1:-1], (x1 + last * lengths.head * 0.8, y1)]
    heads = ((x0, y0, 180.0 if first > 0 else 0.0), (x1, y1, 180.0 if last > 0 else 0.0))
    return (
        stroke(_rounded(inner, lengths.pitch), colour=COLOUR, width=lengths.width),
        *(arrowhead(x, y, lengths.head, colour=COLOUR, degrees=degrees) for x, y, degrees in heads),
    )


def _rounded(points: Sequence[Point], radius: float) -> list[Command]:
    """A path through the points with corners of that radius, or less where the next corner is near."""
    commands: list[Command] = [("M", points[0])]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        room = min(radius, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        start, end = _towards(corner, before, room), _towards(corner, after, room)
        handles = (_towards(start, corner, room * _KAPPA), _towards(end, corner, room * _KAPPA))
        commands += [("L", start), ("C", (*handles[0], *handles[1], *end))]
    return [*commands, ("L", points[-1])]


def _towards(start: Point, end: Point, length: float) -> Point:
    whole = math.dist(start, end) or 1.0
    return start[0] + (end[0] - start[0]) * length / whole, start[1] + (end[1] - start[1]) * length / whole


@dataclass(frozen=True)
class Routes:
    """Lines between cards. `stands` are all cards by the names of their places; `rows` are group and level of each row
    of cards, from the top.
    """

    crossings: Sequence[Crossing]
    lanes: Lanes
    stands: Mapping[str, Stand]
    rows: Sequence[tuple[int, int]]
    columns: int
    lengths: Measures

    def draw(self, spots: Mapping[str, Rect]) -> Iterator[Item]:
        """`spots` are where the cards are."""
        for number, crossing in enumerate(self.crossings):
            shapes = double_headed(self._path(number, spots), self.lengths)
            rect, name = _around([shape.rect for shape in shapes]), crossing.name
            yield Spot(rect, name, "begin")
            yield from shapes
            yield Spot(rect, name, "end")

    def _path(self, number: int, spots: Mapping[str, Rect]) -> list[Point]:
        """The corners of a line, from tip to tip."""
        crossing = self.crossings[number]
        one, other = (self._tip(number, end, spots) for end in range(2))
        if LINE.format(number) in spots:
            y = round(spots[LINE.format(number)].middle, 3)
            return [(one[0], y), (other[0], y)]
        if crossing.straight:
            return [one, other]
        left, right = gaps_of(crossing, self.columns)
        x0, x1 = (self._upright(gap, number, spots) for gap in (left, right))
        if left == right:
            return [one, (x0, one[1]), (x0, other[1]), other]
        y = self._across(number, spots)
        return [one, (x0, one[1]), (x0, y), (x1, y), (x1, other[1]), other]

    def _upright(self, gap: int, number: int, spots: Mapping[str, Rect]) -> float:
        """Where a line runs up or down between two columns."""
        left = max(rect.right for name, rect in spots.items() if self._column(name) == gap)
        right = min(rect.x for name, rect in spots.items() if self._column(name) == gap + 1)
        off = self.lanes.gaps[gap][number] - (self.lanes.beside(gap) - 1) / 2
        return round((left + right) / 2 + off * self.lengths.pitch, 3)

    def _across(self, number: int, spots: Mapping[str, Rect]) -> float:
        """Where a line runs from column to column between two rows."""
        way = self.lanes.ways[number]
        over = max(rect.bottom for name, rect in spots.items() if self._row(self.stands[name]) == way)
        under = min(rect.y for name, rect in spots.items() if self._row(self.stands[name]) == way + 1)
        off = self.lanes.rows[way][number] - (self.lanes.below(way) - 1) / 2
        return round((over + under) / 2 + off * self.lengths.pitch, 3)

    def _column(self, name: str) -> int:
        return self.stands[name].column

    def _row(self, stand: Stand) -> int:
        return self.rows.index((stand.group, stand.level))

    def _tip(self, number: int, end: int, spots: Mapping[str, Rect]) -> Point:
        """Where a line touches a card."""
        stand, tip = self.crossings[number].ends[end], self._tips.of(number, end)
        rect = spots[f"{stand.role} {stand.level}"]
        y = rect.middle + self._tips.offset(tip, rect.height, self.lengths.head)
        return rect.right if tip.right else rect.x, round(y, 3)

    @cached_property
    def _tips(self) -> Tips:
        return Tips(self.crossings, self.lanes, self.rows, self.columns)


def _around(rects: Sequence[Rect]) -> Rect:
    left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
    right, bottom = max(rect.right for rect in rects), max(rect.bottom for rect in rects)
    return Rect(left, top, round(right - left, 3), round(bottom - top, 3))
