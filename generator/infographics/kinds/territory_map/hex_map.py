"""A map of hexagons with names on it.

In: a land, the names of its parts, cells that must stay free, and a function that draws the land at a scale. Out: a
box, as large as its room allows.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.infographics.kinds.territory_map.hex_grid import Hexagon, HexGrid, Point, Step, middle, raster, sides
from generator.layout import Box, Frame, Item, Rect, TextBox, Widths, longest, memoized, stacked
from generator.problems import Overflow

# Half of a cell that must stay free, and the room beside a name and, as its line is high already, above it; in sides.
FREE = 0.78
_CLEAR, _ABOVE = 0.25, 0.08
# Between two names, in sides.
_APART = 0.35
# Where not all names find room on the land, they are set smaller; where that is not enough, spare ones are left out;
# and last the land is drawn smaller, so that some stand on the sea around it.
_TYPES = (1.0, 0.92, 0.84, 0.76)
_SHARES = (1.0, 0.9, 0.8, 0.7)
# Where a name is tried around the middle of every cell of its ground, and at sea around that of what it names; sides.
_NEAR = tuple((across * 0.433, down * 0.25) for across in (0, -1, 1, -2) for down in (0, -1, 1, -2, 2))
_AROUND = (
    *((across / 3, down / 3) for across in range(-12, 13) for down in range(-12, 13)),
    *(
        (across / 2, down / 2)
        for across in range(-16, 17)
        for down in range(-14, 15)
        if max(abs(across), abs(down)) > 8
    ),
)


@dataclass(frozen=True, slots=True)
class MapLabel:
    """A name on the map: how it looks on a ground of some colour, what it names, and where on the land it may stand.

    A `spare` one is left out where there is no room.
    """

    box: Callable[[str], Box]
    cells: tuple[Hexagon, ...]
    ground: tuple[Hexagon, ...]
    fill: str
    spare: bool = False

    @property
    def plain(self) -> Box:
        return self.box(self.fill)


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

    def around(self, rect: Rect) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a rectangle and a little around it, in sides from the land's corner."""
        return (
            (rect.x - self.left) / self.side - _CLEAR,
            (rect.y - self.top) / self.side - _ABOVE,
            (rect.right - self.left) / self.side + _CLEAR,
            (rect.bottom - self.top) / self.side + _ABOVE,
        )


@dataclass(frozen=True, eq=False)
class HexMap:
    """One map with names on it, as large as its room allows; where it may grow, at first `least` high.

    No name stands on the cells of `called`, nor on another name, nor half on what it does not name; the first names
    have the first choice. `names` are asked for in type of so much of its usual size.
    """

    land: HexGrid
    names: Callable[[float], Sequence[MapLabel]]
    called: Collection[Hexagon]
    draw: Callable[[MapScale], tuple[Item, ...]]
    least: float | None = None

    @memoized
    def widths(self) -> Widths:
        wide = max((name.plain.widths().max for name in self.names(_TYPES[-1])), default=0.0)
        return Widths(wide, wide)

    def texts(self) -> Iterator[TextBox]:
        for name in self.names(1.0):
            yield from name.plain.texts()

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        across, down = self.land.extent
        natural = width / across * down
        tall = height if height is not None else min(natural, self.least or natural)
        whole = min(width / across, tall / down)
        for names, share, at_sea in self._tries():
            side = whole * share
            scale = MapScale(self.land, side, (width - side * across) / 2, (tall - side * down) / 2)
            named = self._named(names, scale, Rect(0.0, 0.0, width, tall), at_sea=at_sea)
            if named is not None:
                drawn = Frame(width, tall, partial(self.draw, scale))
                return stacked([(drawn, 0.0, 0.0), *named], width, tall)
        raise Overflow(need=width * 1.1, room=width, text=longest(self), axis="width")

    def _tries(self) -> Iterator[tuple[Sequence[MapLabel], float, bool]]:
        """Which names, how large the land in shares of the room, and whether names may stand at sea."""
        yield from ((self.names(share), 1.0, False) for share in _TYPES)
        needed = [name for name in self.names(_TYPES[-1]) if not name.spare]
        yield needed, 1.0, False
        yield from ((needed, share, True) for share in _SHARES)

    def _named(
        self, names: Sequence[MapLabel], scale: MapScale, page: Rect, *, at_sea: bool
    ) -> list[tuple[Frame, float, float]] | None:
        """The names where they stand; nothing if one finds no room."""
        reach = 2 * FREE * scale.side
        taken = [_around(scale.at(cell), reach, reach) for cell in self.called]
        placed = []
        for name in names:
            frame = name.plain.layout(name.plain.widths().max)
            found = _place(name, frame, scale, taken, page, at_sea=at_sea)
            if found is None:
                return None
            rect, fill = found
            apart = _APART * scale.side
            taken.append(Rect(rect.x - apart, rect.y, rect.width + 2 * apart, rect.height))
            box = name.box(fill)
            placed.append((box.layout(box.widths().max), rect.x, rect.y))
        return placed


def _place(
    name: MapLabel, frame: Frame, scale: MapScale, taken: Sequence[Rect], page: Rect, *, at_sea: bool
) -> tuple[Rect, str] | None:
    """Room for a name, and the colour it stands on: near the middle of its own ground, else at sea beside its cells."""
    spots, side = [scale.at(cell) for cell in name.cells], scale.side
    heart = middle(spots)
    ground, land = raster(scale.land, tuple(name.ground)), raster(scale.land, tuple(scale.land.letters))

    def free(rect: Rect) -> bool:
        return page.holds(rect, 0.0) and not any(rect.meets(other) for other in taken)

    places = [(x + dx * side, y + dy * side) for x, y in map(scale.at, name.ground) for dx, dy in _NEAR]
    for spot in sorted(places, key=lambda spot: round(math.dist(spot, heart), 3)):
        rect = _around(spot, frame.width, frame.height)
        own, every = ground.count(*scale.around(rect))
        if own == every and free(rect):
            return rect, name.fill
    if not at_sea or frame.width > page.width:
        return None
    around = (_around((heart[0] + dx * side, heart[1] + dy * side), frame.width, frame.height) for dx, dy in _AROUND)
    outside = [rect for rect in around if land.count(*scale.around(rect))[0] == 0 and free(rect)]
    return (min(outside, key=partial(_away, spots)), "ground") if outside else None


def _away(spots: Sequence[Point], rect: Rect) -> float:
    """How far a rectangle is from the nearest of some places."""
    return min(
        math.hypot(max(rect.x - x, x - rect.right, 0.0), max(rect.y - y, y - rect.bottom, 0.0)) for x, y in spots
    )


def _around(spot: Point, width: float, height: float) -> Rect:
    return Rect(spot[0] - width / 2, spot[1] - height / 2, width, height)
