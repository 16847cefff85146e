"""Roles on a scale: a rail with a mark for each role at its exact place.

In: a `View` of a comparison and one of its scales. Out: boxes, and the scales in the order in which they are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from generator.infographics.parts.marks import circle
from generator.infographics.parts.sketch import Sketch
from generator.layout import Block, Box, Canvas, Group, Item, Pad, Rect, Row, Text
from generator.model import Compared, Scale, View

# Scales go from 0 to this.
_TOP = 10
# A mark's width in steps of a scale: two that are one step apart are told apart.
_MARK = 0.62
# A mark's height at most, in steps of the grid; and for so many of equal value a card for feeds has room.
_HIGH, _FEW = 2.6, 2


def by_gap(view: View) -> list[Scale]:
    """The scales, first that on which the roles stand furthest apart; equal ones as the content has them."""
    return sorted(view.comparison.scales, key=lambda scale: -_gap(view, scale))


def _gap(view: View, scale: Scale) -> int:
    values = [scale.positions[compared.id].value for compared in view.roles]
    return max(values) - min(values)


def scale_cells(view: View, scale: Scale, sketch: Sketch, *, style: str, inset: float) -> tuple[Box, ...]:
    """A scale as the cells of a row: name, low end, rail, high end; `inset` in steps of the grid above and below."""
    room = (sketch.space(inset), 0.0, sketch.space(inset), 0.0)
    parts: tuple[Box, ...] = (
        sketch.text(scale.name, style),
        sketch.text(scale.low, "note", "muted", "end"),
        rail(view, scale, sketch),
        sketch.text(scale.high, "note", "muted"),
    )
    return tuple(Pad(part, room, valign="middle") for part in parts)


def key_entry(sketch: Sketch, compared: Compared, name: Text) -> Box:
    """A role's mark before its name."""
    side = round(name.style.size, 3)
    mark = Canvas(partial(_lone, compared, side), height=side, width=side)
    return Group(compared.role.name, Row((mark, name), gap=sketch.space(1.6), valign="middle"))


def _lone(compared: Compared, side: float, width: float, height: float) -> tuple[Item, ...]:
    return tuple(_mark(compared, side / 2, height / 2, side / 2))


def rail(view: View, scale: Scale, sketch: Sketch) -> Box:
    """Marks at their exact places; those of equal value stand one above the other, smaller where room is scarce."""
    values = [(scale.positions[compared.id].value, compared) for compared in view.roles]
    most = max(sum(value == other for other, _ in values) for value, _ in values)
    high = sketch.space(_HIGH) * (min(most, _FEW) if sketch.size.brief else most)
    largest = min(sketch.space(_HIGH), high / most)
    return Canvas(partial(_marks, values, sketch.space(0.7), largest), height=round(high, 3))


def _marks(
    values: Sequence[tuple[int, Compared]], thick: float, largest: float, width: float, height: float
) -> tuple[Item, ...]:
    across = min(largest, width / _TOP * _MARK)
    step, y = (width - across) / _TOP, height / 2

    def bar(low: float, high: float, fill: str) -> Block:
        rect = Rect(round(low, 3), round(y - thick / 2, 3), round(high - low, 3), thick)
        return Block(rect, fill=fill, radii=(thick / 2,) * 4)

    places = [across / 2 + value * step for value, _ in values]
    items: list[Item] = [bar(0.0, width, "line")]
    if max(places) > min(places):
        items.append(bar(min(places), max(places), "muted"))
    for index, (value, compared) in enumerate(values):
        equal = [other for other, (found, _) in enumerate(values) if found == value]
        down = (equal.index(index) - (len(equal) - 1) / 2) * across
        items += _mark(compared, places[index], y + down, across / 2)
    return tuple(items)


def _mark(compared: Compared, x: float, y: float, radius: float) -> Iterator[Item]:
    """A disc for the solid marker, a ring for every other, whose line is drawn in the marker's way."""
    marker = compared.swatch.marker
    yield circle(x, y, radius, fill=compared.solid)
    if marker != "solid":
        yield circle(x, y, radius * 0.64, fill="card")
    if marker == "dotted":
        yield circle(x, y, radius * 0.3, fill=compared.solid)
    elif marker == "double":
        yield circle(x, y, radius * 0.42, fill=compared.solid)
        yield circle(x, y, radius * 0.22, fill="card")
