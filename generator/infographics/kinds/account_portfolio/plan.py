"""Where the roles stand on the page, and how much of it their circles keep.

In: a `View` of a comparison and the means of a composition. Out: a plan, and the side of the circles.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.infographics.parts.sketch import Sketch
from generator.model import View

# Words stand beside the circles of cells that are, all below each other, wider than such a share of the page is high:
# below them they would take more of the circles' room.
_BESIDE, BESIDE_IN_LINES = 0.54, 0.66
# The shares of a cell that circles surely have beside words on one line each, the largest that there is room for, and
# beside others.
CIRCLES, _CIRCLES_MORE = (0.56, 0.46), 0.6
# Steps of the grid between the circles and words beside them.
ASIDE = 4.5
# From so many times as wide as high four roles have room side by side.
_WIDE = 1.5


@dataclass(frozen=True, slots=True)
class Plan:
    """So many roles side by side in cells so wide; `beside`: in each cell words stand at the right of the circles, on
    one line each where circles have that share of the cell for it that is `unbroken`.
    """

    columns: int
    lines: int
    gap: float
    cell: float
    beside: bool
    unbroken: float = 0.0

    @property
    def is_two_by_two(self) -> bool:
        return self.columns == self.lines == 2


def plan_of(view: View, sketch: Sketch) -> Plan:
    size, count = sketch.size, len(view.roles)
    columns = _columns(view, sketch)
    lines = -(-count // columns)
    gap = sketch.space(9 if columns == 2 else 3 if size.brief and count == 4 else 7)
    cell = (size.inner - gap * (columns - 1)) / columns
    share = _BESIDE if lines == 1 else BESIDE_IN_LINES
    return Plan(columns, lines, gap, cell, size.height is not None and cell * lines > size.height * share)


def _columns(view: View, sketch: Sketch) -> int:
    """How many roles stand side by side."""
    size, count = sketch.size, len(view.roles)
    if size.height is None:
        return sketch.abreast(count)
    if size.width > size.height and (count < 4 or size.brief or size.width > _WIDE * size.height):
        return count
    if size.height >= size.width and count <= (2 if size.height == size.width else 3):
        return 1
    return 2 if count == 4 else count


def least_side(plan: Plan, sketch: Sketch) -> float:
    """Type grows at the cost of the circles, which are what one comes for: so much they keep."""
    least = kept_side(plan, sketch)
    # Half of it where type can grow no smaller.
    return least * 0.5 if is_small(sketch) else least


def is_small(sketch: Sketch) -> bool:
    """Whether type is hardly larger than the least legible one."""
    return sketch.ramp.smallest < sketch.size.legible * 1.05


def kept_side(plan: Plan, sketch: Sketch) -> float:
    """The side of the circles that they keep in all but the least type."""
    height = sketch.size.height
    if height is None:
        return plan.cell * 0.55
    share = (plan.unbroken or _CIRCLES_MORE) if plan.beside else 0.74
    return min(plan.cell * share, height * 0.66 / float(plan.lines**1.2))
