"""A map of hexagons with names on it.

In: a land, the names of its parts, cells that must stay free, and a function that draws the land at a scale. Out: a
box, as large as its room allows; and the areas, seams and boundaries that such a land is drawn with.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from generator.infographics.kinds.territory_map.hex_grid import (
    Hexagon,
    HexGrid,
    Point,
    Step,
    middle,
    sides,
    steps,
    steps_between,
    summed_area,
)
from generator.infographics.parts.marks import stroke
from generator.layout import SLACK, Box, Command, Frame, Item, Rect, Shape, TextBox, Widths, longest, memoized, stacked
from generator.problems import Overflow

# A disc's radius in sides of a cell, and the half of a square that stands for a cell where names are placed.
DISC = 0.76
_CELL = 0.8
# Room around the land, for the width of its boundary, and around a name, in sides of a cell.
_RIM = 0.34
_CLEAR = 0.3
# Where not all names find room, the land is drawn smaller, so that some stand on the sea around it.
_SHARES = (1.0, 0.9, 0.8, 0.7)
# What it costs to cover a cell, in sides of the way from the middle: one of others, one at sea, all its own together.
_OTHER, _SEA, _OWN = 0.7, 3.0, 2.4
# Places for a name's middle: quarters of a side across and down, so many to every side of the middle of what is named;
# and the way to each from there in sides, the shortest first.
_ACROSS, _DOWN = 48, 40
_WAYS = sorted(
    (round(math.hypot(across - _ACROSS, down - _DOWN) / 4, 4), across, down)
    for across in range(2 * _ACROSS + 1)
    for down in range(2 * _DOWN + 1)
)
# Costs that differ by less are equal: then the shorter way is taken.
_EQUAL = 1e-9


@dataclass(frozen=True, slots=True)
class MapLabel:
    """A name on the map, and the cells that it names; on the sea if the names of its parts stand upon them."""

    box: Box
    cells: tuple[Hexagon, ...]
    at_sea: bool = False


@dataclass(frozen=True, slots=True)
class MapScale:
    """Where the land lies in a figure: points a side of a cell, and its top left corner."""

    land: HexGrid
    side: float
    left: float
    top: float

    def at(self, cell: Hexagon) -> Point:
        return self.placed(self.land.lattice[cell])

    def placed(self, step: Step) -> Point:
        across, down = sides(*step)
        return round(self.left + across * self.side, 3), round(self.top + down * self.side, 3)


@dataclass(frozen=True, eq=False)
class HexMap:
    """One map with names on it, as large as its room allows; where it may grow, at first `least` high.

    No name stands on the cells of `called`, nor on another name; the first names have the first choice.
    """

    land: HexGrid
    names: Sequence[MapLabel]
    called: Collection[Hexagon]
    draw: Callable[[MapScale], tuple[Item, ...]]
    least: float | None = None

    @memoized
    def widths(self) -> Widths:
        wide = max((name.box.widths().max for name in self.names), default=0.0)
        return Widths(wide, wide)

    def texts(self) -> Iterator[TextBox]:
        for name in self.names:
            yield from name.box.texts()

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        across, down = self.land.extent
        natural = width / (across + _RIM) * (down + _RIM)
        tall = height if height is not None else min(natural, self.least or natural)
        whole = min(width / (across + _RIM), tall / (down + _RIM))
        for side in (whole * share for share in _SHARES):
            scale = MapScale(self.land, side, (width - side * across) / 2, (tall - side * down) / 2)
            named = self._named(scale, Rect(0.0, 0.0, width, tall))
            if named is not None:
                drawn = Frame(width, tall, partial(self.draw, scale))
                return stacked([(drawn, 0.0, 0.0), *named], width, tall)
        raise Overflow(need=width * 1.1, room=width, text=longest(self), axis="width")

    def _named(self, scale: MapScale, page: Rect) -> list[tuple[Frame, float, float]] | None:
        """The names where they stand; nothing if one finds no room."""
        reach = 2 * DISC * scale.side
        taken = [_around(scale.at(cell), reach, reach) for cell in self.called]
        placed = []
        for name in self.names:
            frame = name.box.layout(name.box.widths().max)
            rect = _label_rect(name, frame, scale, taken, page)
            if rect is None:
                return None
            taken.append(rect)
            placed.append((frame, rect.x, rect.y))
        return placed


def _label_rect(name: MapLabel, frame: Frame, scale: MapScale, taken: Sequence[Rect], page: Rect) -> Rect | None:
    """Room for a name: near the middle of what it names, on no disc and no other name.

    It covers as few cells of others as can be, and of its own, where those are few.
    """
    heart = middle([scale.at(cell) for cell in name.cells])
    shut, cost = _blocked(heart, frame, scale.side, taken, page), _label_cost(name, frame, scale)
    best, found = math.inf, None
    for far, across, down in _WAYS:
        if far >= best:
            break
        if not shut[across] >> down & 1:
            price = far + cost(across, down)
            if price < best - _EQUAL:
                best, found = price, (across - _ACROSS, down - _DOWN)
    if found is None:
        return None
    spot = (heart[0] + found[0] * scale.side / 4, heart[1] + found[1] * scale.side / 4)
    return _around(spot, frame.width, frame.height)


def _blocked(heart: Point, frame: Frame, side: float, taken: Sequence[Rect], page: Rect) -> list[int]:
    """For each place across, the places down as bits: set where a name would leave the page or meet what is taken."""
    quarter = side / 4
    x, y = heart[0] - _ACROSS * quarter, heart[1] - _DOWN * quarter

    def places(low: float, high: float, reach: float, limit: int) -> tuple[int, int]:
        return steps_between((low - reach) / quarter, (high + reach) / quarter, limit)

    wide, high = frame.width / 2, frame.height / 2
    left, right = places(page.x - x, page.right - x, -wide, 2 * _ACROSS + 1)
    top, bottom = places(page.y - y, page.bottom - y, -high, 2 * _DOWN + 1)
    shut = [~_bits(top, bottom) if left <= across < right else -1 for across in range(2 * _ACROSS + 1)]
    clear = _CLEAR * side / 2 - SLACK
    wide, high = wide + clear, high + clear
    for rect in taken:
        left, right = places(rect.x - x, rect.right - x, wide, 2 * _ACROSS + 1)
        rows = _bits(*places(rect.y - y, rect.bottom - y, high, 2 * _DOWN + 1))
        for across in range(left, right):
            shut[across] |= rows
    return shut


def _bits(first: int, behind: int) -> int:
    return (1 << behind) - (1 << first)


def _label_cost(name: MapLabel, frame: Frame, scale: MapScale) -> Callable[[int, int], float]:
    """What a name costs at a place for the cells that it covers.

    Cells lie on a lattice, so a name covers those between two columns and two rows of it; how many there are of them
    is known beforehand. To test every place against every cell takes a hundred times as long.
    """
    own, every = summed_area(scale.land, name.cells), summed_area(scale.land, tuple(scale.land.letters))
    mine, others = (_SEA, _SEA) if name.at_sea else (_OWN / len(name.cells), _OTHER)
    heart = steps(*middle([scale.land.middle(cell) for cell in name.cells]))
    quarter = steps(0.25, 0.25)
    reach = steps(frame.width / scale.side / 2 + _CELL, frame.height / scale.side / 2 + _CELL)

    @cache
    def columns(across: int) -> tuple[int, int]:
        place = heart[0] + (across - _ACROSS) * quarter[0]
        return steps_between(place - reach[0], place + reach[0], every.limits[0])

    @cache
    def rows(down: int) -> tuple[int, int]:
        place = heart[1] + (down - _DOWN) * quarter[1]
        return steps_between(place - reach[1], place + reach[1], every.limits[1])

    @cache
    def price(across: tuple[int, int], down: tuple[int, int]) -> float:
        covered = own.count(across, down)
        return mine * covered + others * (every.count(across, down) - covered)

    return lambda across, down: price(columns(across), rows(down))


def _around(spot: Point, width: float, height: float) -> Rect:
    return Rect(spot[0] - width / 2, spot[1] - height / 2, width, height)


# --- what a land is drawn with ----------------------------------------------------------------------------------------


def area(scale: MapScale, cells: Collection[Hexagon], fill: str) -> Shape:
    """All these cells as one area."""
    commands: list[Command] = []
    for cell in sorted(cells):
        first, *rest = map(scale.placed, scale.land.corners(cell))
        commands += [("M", first), *(("L", spot) for spot in rest), ("Z", ())]
    return replace(stroke(commands, colour=fill, width=0.0), fill=fill, stroke=None)


def seams(scale: MapScale, region: Mapping[str, str], colour: str) -> Iterator[Shape]:
    """Thin seams between cells, wider ones between letters, the widest between the letters' regions."""
    found: dict[float, list[Command]] = {}
    for one, other, (start, end) in scale.land.seams():
        width = 0.07 if one == other else 0.16 if region[one] == region[other] else 0.36
        found.setdefault(width, []).extend((("M", scale.placed(start)), ("L", scale.placed(end))))
    return (stroke(found[width], colour=colour, width=round(width * scale.side, 3)) for width in sorted(found))


def boundary(scale: MapScale, cells: Collection[Hexagon], colour: str, marker: str, ground: str) -> Iterator[Shape]:
    """A line in the marker's way around an area, set off from its filled cells by a seam in the ground's colour."""
    for outline in scale.land.outlines(cells):
        loop = [scale.placed(step) for step in outline]
        commands: list[Command] = [("M", loop[0]), *(("L", spot) for spot in (*loop[1:], loop[0]))]
        yield stroke(commands, colour=ground, width=round(0.36 * scale.side, 3))
        line = round((0.3 if marker == "double" else 0.16) * scale.side, 3)
        yield stroke(commands, colour=colour, width=line, marker=marker)
        if marker == "double":
            yield stroke(commands, colour=ground, width=round(0.1 * scale.side, 3))
