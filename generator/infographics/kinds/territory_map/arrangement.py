"""How many panels stand side by side, and where the words stand.

In: the proportions of the page and of the map. Out: the arrangement in which the map is largest.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial

from generator.infographics.kinds.territory_map.description import section
from generator.infographics.kinds.territory_map.hex_grid import HexGrid, Point, hex_grid
from generator.infographics.parts.sketch import Sketch
from generator.model import View

# Of a panel's width, where the words stand beside the map.
MAP_SHARE = 0.58
# Sides of a cell, in sizes of running text, below which names would hide the map.
_SMALL = 0.85


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How many panels stand side by side, in how many rows, and whether the words stand beside the map."""

    columns: int
    rows: int
    beside: bool


def arrange(view: View, sketch: Sketch) -> Arrangement:
    """The arrangement in which the map is largest: it depends on the page's and on the map's proportions."""
    count, extent = len(view.roles), grid_of(view).extent
    if sketch.size.height is None:
        columns = sketch.abreast(count)
        plan = Arrangement(columns, -(-count // columns), False)
        small = cell_size(extent, sketch, plan) < _SMALL * sketch.size.body
        return Arrangement(1, count, True) if small and not sketch.size.narrow else plan
    plans = [
        Arrangement(columns, count // columns, beside)
        for columns in range(count, 0, -1)
        if count % columns == 0
        for beside in (False, True)
    ]
    return max(plans, key=partial(cell_size, extent, sketch))


def cell_size(extent: Point, sketch: Sketch, plan: Arrangement) -> float:
    """About how large a cell of the map is in an arrangement, points; nothing where the words have no room."""
    size, gap = sketch.size, 14.0
    wide = (size.inner + gap) / plan.columns - 3.5 * gap
    high = ((size.height or math.inf) * (0.52 if size.brief else 0.68) + gap) / plan.rows - 3 * gap
    least = 9 if size.brief and plan.columns * plan.rows == 2 else 7
    if ((1 - MAP_SHARE) * wide if plan.beside else wide) < least * size.body:
        return 0.0
    if plan.beside:
        wide *= MAP_SHARE
    else:
        high -= size.body * (3 if size.brief else 6)
    return min(wide / extent[0], high / extent[1])


def grid_of(view: View) -> HexGrid:
    """The cells of the map."""
    return hex_grid(tuple(section(view).rows))
