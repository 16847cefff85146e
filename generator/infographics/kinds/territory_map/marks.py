"""What a land is drawn with: areas, seams, boundaries and single customers.

In: the scale of a map, and cells. Out: items.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.infographics.kinds.territory_map.hex_grid import Hexagon, Point
from generator.infographics.kinds.territory_map.hex_map import MapScale
from generator.infographics.parts.marks import circle, disc, stroke
from generator.layout import Command, Item, Rect, Shape, icon_commands
from generator.model import Compared

# Radii in sides of a cell: of a customer, and of the ring around one in another role's area.
DISC = 0.58
RING = 0.78
# How far within its area a boundary lies, and how much farther that of each more role in the same cells.
_INSET = 0.1
_FARTHER = 0.24
# Points of a disc's radius below which it has no icon.
_LEGIBLE = 6.0


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
        width = 0.06 if one == other else 0.14 if region[one] == region[other] else 0.24
        found.setdefault(width, []).extend((("M", scale.placed(start)), ("L", scale.placed(end))))
    return (stroke(found[width], colour=colour, width=round(width * scale.side, 3)) for width in sorted(found))


def boundary(
    scale: MapScale, cells: Collection[Hexagon], compared: Compared, ground: str, depth: int
) -> Iterator[Shape]:
    """A line in the role's way just within an area; `depth` says within how many others."""
    marker, side = compared.swatch.marker, scale.side
    width = round((0.24 if marker == "double" else 0.13) * side, 3)
    for outline in scale.land.outlines(cells):
        loop = inset([scale.placed(step) for step in outline], min(_INSET + depth * _FARTHER, 0.7) * side)
        commands: list[Command] = [("M", loop[0]), *(("L", spot) for spot in (*loop[1:], loop[0]))]
        yield stroke(commands, colour=compared.solid, width=width, marker=marker)
        if marker == "double":
            yield stroke(commands, colour=ground, width=round(0.09 * side, 3))


def inset(loop: Sequence[Point], far: float) -> list[Point]:
    """An outline that goes around clockwise, moved inwards; all its corners are those of hexagons."""
    moved = []
    for (x0, y0), (x, y), (x1, y1) in zip((loop[-1], *loop[:-1]), loop, (*loop[1:], loop[0]), strict=True):
        before, after = math.dist((x0, y0), (x, y)), math.dist((x, y), (x1, y1))
        across = -(y - y0) / before - (y1 - y) / after
        down = (x - x0) / before + (x1 - x) / after
        # The two normals are 60 degrees apart, so their sum is so much longer than the way along each of them.
        moved.append((round(x + across * far / 1.5, 3), round(y + down * far / 1.5, 3)))
    return moved


def customer(scale: MapScale, cell: Hexagon, compared: Compared, icon: str, *, met: bool) -> Iterator[Item]:
    """A disc in its cell, filled or ringed in the role's marker; `met`: within a ring, as another role works there."""
    (x, y), radius, marker = scale.at(cell), DISC * scale.side, compared.swatch.marker
    width = round(0.12 * scale.side, 3)
    if met:
        yield circle(x, y, RING * scale.side, fill="shared.solid")
        yield circle(x, y, (RING - 0.1) * scale.side, fill="card")
    yield circle(x, y, radius, fill=compared.solid if marker == "solid" else compared.tint)
    if marker != "solid":
        dash = {"dotted": (0.01, width * 1.9), "dashed": (width * 2.4, width * 2)}.get(marker, ())
        ring = disc(x, y, radius - width / 2, fill=None, stroke=compared.solid, width=width)
        yield replace(ring, dash=dash, round_ends=bool(dash))
    if not icon or radius < _LEGIBLE:
        return
    size = round(radius * 1.16, 3)
    rect = Rect(round(x - size / 2, 3), round(y - size / 2, 3), size, size)
    colour = compared.on if marker == "solid" else compared.solid
    yield Shape(rect, icon_commands(icon, size), fill=colour, icon=icon)
