"""Columns of equal width: how many stand side by side, and how boxes fill them.

In: a size, and boxes in their order. Out: numbers of columns, and the boxes as the rows of a grid.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import TypeVar

from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Grid, Group, Rule, Space

# A column of fewer ems has no room for an icon before a name, nor for wide margins.
_ROOMY = 20
# A column of so many ems has room for two of plain lines.
_SPLIT = 16
# A page is upright from so many times as high as wide.
_UPRIGHT = 1.2
# A page is broad from so many times as wide as high.
_BROAD = 1.5

Entry = TypeVar("Entry")


def roomy(sketch: Sketch, abreast: int) -> bool:
    """Whether so many columns are wide enough for icons and margins; on a narrow page the only one is."""
    return sketch.size.narrow or _wide(sketch, abreast, _ROOMY)


def list_columns(sketch: Sketch, abreast: int) -> int:
    """Into how many columns of plain lines each of so many columns can be split: two or one."""
    return 2 if _wide(sketch, abreast, _SPLIT) else 1


def _wide(sketch: Sketch, abreast: int, ems: float) -> bool:
    """Whether each of so many columns has so many ems of the page's usual text."""
    size = sketch.size
    return size.inner / abreast >= ems * size.body


def lists_abreast(sketch: Sketch, count: int, *, short: bool) -> int:
    """How many of so many lists stand side by side; `short` says that they are so low as to go below each other.

    Four need a page that is much wider than high, three on an upright one leave room for nothing but long lists.
    """
    size = sketch.size
    if size.height is None or count <= 2:
        return sketch.abreast(count)
    if count == 3:
        return 1 if short and size.height >= _UPRIGHT * size.width else 3
    return count if size.width > _BROAD * size.height and not size.brief else 2


def in_rows(things: Sequence[Entry], across: int) -> list[Sequence[Entry]]:
    """The things in rows of so many, the last row as long as what is left."""
    return [things[start : start + across] for start in range(0, len(things), across)]


def grouped(names: Sequence[str], boxes: Sequence[Box]) -> list[Box]:
    """Each box as a group of its name."""
    return [Group(name, box) for name, box in zip(names, boxes, strict=True)]


def even_rows(boxes: Sequence[Box], gap: float, rule: Rule | None = None) -> Grid:
    """Boxes one below another, as even in height as their room allows."""
    return Grid([(box,) for box in boxes], (1.0,), row_gap=gap, rule=rule)


def grid_by_rows(boxes: Sequence[Box], columns: int, gap: float, between: float) -> Grid:
    """Boxes in equal columns, row by row; `gap` is between columns, `between` between rows, points."""
    filled = [*boxes, *[Space()] * (-len(boxes) % columns)]
    return Grid(in_rows(filled, columns), [1.0] * columns, column_gap=gap, row_gap=between)


def grid_by_columns(boxes: Sequence[Box], columns: int, gap: float, between: float) -> Grid:
    """Boxes in equal columns that are read downwards, as even as can be; gaps as in `grid_by_rows`."""
    deep = -(-len(boxes) // columns)
    filled = [*boxes, *[Space()] * (deep * columns - len(boxes))]
    rows = [filled[start::deep] for start in range(deep)]
    return Grid(rows, [1.0] * columns, column_gap=gap, row_gap=between)


def transposed(columns: Sequence[Sequence[Box]]) -> list[Sequence[Box]]:
    """Columns of boxes as the rows of a grid: what stands at the same place in each is in one row."""
    return [[box or Space() for box in row] for row in zip_longest(*columns)]
