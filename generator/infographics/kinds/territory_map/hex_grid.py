"""A lattice of hexagons: where cells lie, who are neighbours, and where one area ends.

In: rows of letters, each second row half a cell to the right. Out: cells, corners, seams and outlines, all in
whole steps of the lattice, and places in sides of a cell. Nothing here depends on the size of a picture.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

Point = tuple[float, float]
Hexagon = tuple[int, int]
Step = tuple[int, int]

_ROOT = math.sqrt(3)
EMPTY = "."
# Points to a side of a cell of the grid by which areas are looked up.
_FINE = 5
# From the top corner clockwise, as steps of the lattice from a cell's middle: whole numbers, so that cells agree on
# the corners that they share.
_CORNERS = ((0, -2), (1, -1), (1, 1), (0, 2), (-1, 1), (-1, -1))
# The neighbour across the edge that starts at the corner of the same number.
_ACROSS = ((1, -1), (1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1))
# Sides of a cell from which on places are far enough apart, and what a side away from an area's middle costs.
_FAR = 4.0
_ASTRAY = 0.6


@dataclass(frozen=True, eq=False, slots=True)
class HexGrid:
    """Cells by their axial places: the letter of each, and its middle on the lattice; where that begins."""

    letters: Mapping[Hexagon, str]
    lattice: Mapping[Hexagon, Step]
    origin: Step

    @property
    def extent(self) -> Point:
        """Width and height in sides of a cell."""
        return sides(max(x for x, _ in self.lattice.values()) + 1, max(y for _, y in self.lattice.values()) + 2)

    def middle(self, cell: Hexagon) -> Point:
        return sides(*self.lattice[cell])

    def cell_at(self, across: float, down: float) -> Hexagon:
        """The cell, of the land or of the sea around it, in which a place lies; sides from the top left corner."""
        row = (down * 2 + self.origin[1]) / 3
        column = (across * 2 / _ROOT + self.origin[0] - row) / 2
        q, r, s = round(column), round(row), round(-column - row)
        off = (abs(q - column), abs(r - row), abs(s + column + row))
        # The three must make nothing; what was rounded furthest follows from the others.
        if off[0] == max(off):
            return -r - s, r
        return (q, -q - s) if off[1] == max(off) else (q, r)

    def corners(self, cell: Hexagon) -> list[Step]:
        """From the top one clockwise."""
        x, y = self.lattice[cell]
        return [(x + dx, y + dy) for dx, dy in _CORNERS]

    def of(self, letters: Iterable[str]) -> tuple[Hexagon, ...]:
        wanted = set(letters)
        return tuple(cell for cell, letter in self.letters.items() if letter in wanted)

    def seams(self) -> Iterator[tuple[str, str, tuple[Step, Step]]]:
        """Every edge between two cells, once: the letters on both sides, and its ends."""
        for cell, letter in self.letters.items():
            corners = self.corners(cell)
            for turn in range(3):
                other = self.letters.get(neighbour(cell, turn))
                if other is not None:
                    yield letter, other, (corners[turn], corners[turn + 1])

    def outlines(self, cells: Collection[Hexagon]) -> Iterator[list[Step]]:
        """The outlines of an area, each once around."""
        onward: dict[Step, Step] = {}
        for cell in sorted(cells):
            corners = self.corners(cell)
            onward |= {
                corners[turn]: corners[(turn + 1) % 6] for turn in range(6) if neighbour(cell, turn) not in cells
            }
        while onward:
            spot = next(iter(onward))
            loop = []
            while spot in onward:
                loop.append(spot)
                spot = onward.pop(spot)
            yield loop


@lru_cache(maxsize=64)
def hex_grid(rows: tuple[str, ...]) -> HexGrid:
    """The land drawn in rows of letters; the same for the same rows."""
    letters = {
        (column - row // 2, row): letter
        for row, cells in enumerate(rows)
        for column, letter in enumerate(cells)
        if letter != EMPTY
    }
    spots = {(q, r): (2 * q + r, 3 * r) for q, r in letters}
    left, top = min(x for x, _ in spots.values()) - 1, min(y for _, y in spots.values()) - 2
    return HexGrid(letters, {cell: (x - left, y - top) for cell, (x, y) in spots.items()}, (left, top))


def neighbour(cell: Hexagon, turn: int) -> Hexagon:
    """The neighbour across the edge from corner `turn` to the next."""
    return cell[0] + _ACROSS[turn][0], cell[1] + _ACROSS[turn][1]


def sides(x: float, y: float) -> Point:
    """A place on the lattice in sides of a cell."""
    return x * _ROOT / 2, y / 2


def middle(spots: Sequence[Point]) -> Point:
    """Where a name of all these places would stand."""
    return sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots)


@lru_cache(maxsize=256)
def spread_cells(land: HexGrid, areas: tuple[str, ...]) -> tuple[Hexagon, ...]:
    """A cell for each of the areas, in their order: near the middle of its area, and far from the other cells."""
    taken: list[Hexagon] = []
    for area in areas:
        cells = land.of(area)
        heart = middle([land.middle(cell) for cell in cells])

        def worth(cell: Hexagon, heart: Point = heart) -> tuple[float, Hexagon]:
            spot = land.middle(cell)
            apart = min((math.dist(spot, land.middle(other)) for other in taken), default=_FAR)
            return round(min(apart, _FAR) - _ASTRAY * math.dist(spot, heart), 6), cell

        taken.append(max((cell for cell in cells if cell not in taken), key=worth))
    return tuple(taken)


class Raster:
    """How many points of a fine grid over the land lie in some cells, for any rectangle, found in four look-ups.

    Where names can stand is asked for thousands of rectangles; to look at the cells below each takes too long.
    """

    __slots__ = ("_sums",)

    def __init__(self, land: HexGrid, cells: Collection[Hexagon]) -> None:
        wide, high = (math.ceil(part * _FINE) + 1 for part in land.extent)
        self._sums = [[0] * (wide + 1)]
        for y in range(high):
            row, total = [0], 0
            for x, above in enumerate(self._sums[-1][1:]):
                total += land.cell_at(x / _FINE, y / _FINE) in cells
                row.append(above + total)
            self._sums.append(row)

    def count(self, left: float, top: float, right: float, bottom: float) -> tuple[int, int]:
        """The points in the cells, and all points, of a rectangle; its sides in sides of a cell."""
        x0, y0 = math.ceil(left * _FINE), math.ceil(top * _FINE)
        x1, y1 = math.floor(right * _FINE) + 1, math.floor(bottom * _FINE) + 1
        wide, high = len(self._sums[0]) - 1, len(self._sums) - 1
        a, b = min(max(x0, 0), wide), min(max(x1, 0), wide)
        upper, lower = self._sums[min(max(y0, 0), high)], self._sums[min(max(y1, 0), high)]
        return lower[b] - lower[a] - upper[b] + upper[a], (x1 - x0) * (y1 - y0)


@lru_cache(maxsize=256)
def raster(land: HexGrid, cells: tuple[Hexagon, ...]) -> Raster:
    return Raster(land, frozenset(cells))
