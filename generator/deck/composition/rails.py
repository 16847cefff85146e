"""Where roles differ most, as on the home page: scales as rails, with a mark for each role.

In: a comparison, fonts and a size of slides. Out: boxes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from generator.brand import Style, Weight
from generator.layout import Block, Box, Canvas, Fixed, Fonts, Group, Item, Pad, Rect, Row, Shape, Size, Stack, Text
from generator.model import Compared, Scale, View

_MOST = 5
_RADIUS = 0.27  # of a mark, in sizes of a picture's title
_EMS = {"label": 0.43, "name": 0.47, "head": 0.53, "role": 0.6}
_LEAST_GAP = 2.15  # between marks that stand at the same place, in radii


def rails(view: View, fonts: Fonts, size: Size) -> Box | None:
    """A panel with the scales on which the roles stand furthest apart; None: there are no scales."""
    scales = sorted(view.comparison.scales, key=partial(_gap, view.roles), reverse=True)[:_MOST]
    if not scales:
        return None
    head = Text(view.words.widest, _style(size, "head", Weight.SEMIBOLD), fonts)
    rows = [_rail(view, scale, fonts, size) for scale in scales]
    note = Text("Judged by the editors", _style(size, "label"), fonts, "muted")
    side = size.title * 0.9
    inside = Stack((head, *rows, note), gap=size.title * 0.62)
    return Group(head.text, Pad(inside, (side,) * 4, "card", radii=(size.title * 0.4,) * 4))


def key(view: View, fonts: Fonts, size: Size) -> Box:
    """The roles with their marks, one below the other."""
    style = _style(size, "role", Weight.SEMIBOLD)
    radius = size.title * _RADIUS
    side = 2 * radius
    rows = [
        Row(
            (
                Fixed(Canvas(partial(_centred, one, radius), side, side), side),
                Text(one.role.name, style, fonts, one.solid),
            ),
            gap=radius,
            valign="middle",
            stretch=1,
        )
        for one in view.roles
    ]
    return Stack(rows, gap=radius * 0.8)


def _gap(roles: Sequence[Compared], scale: Scale) -> int:
    values = [scale.positions[one.id].value for one in roles]
    return max(values) - min(values)


def _rail(view: View, scale: Scale, fonts: Fonts, size: Size) -> Box:
    quiet, strong = _style(size, "label"), _style(size, "name", Weight.SEMIBOLD)
    ends = Row(
        (Text(scale.low, quiet, fonts, "muted"), Text(scale.high, quiet, fonts, "muted", "end")),
        gap=size.title * 0.5,
        shares=(1, 1),
    )
    radius = size.title * _RADIUS
    places = [(one, scale.positions[one.id].value / 10) for one in view.roles]
    track = Canvas(partial(_track, places, radius), 2 * radius)
    return Group(scale.name, Stack((Text(scale.name, strong, fonts), track, ends), gap=size.title * 0.12))


def _track(places: Sequence[tuple[Compared, float]], radius: float, width: float, height: float) -> tuple[Item, ...]:
    thin = radius * 0.3
    line = Block(Rect(0.0, round((height - thin) / 2, 3), width, round(thin, 3)), "line", radii=(thin / 2,) * 4)
    centres = _apart([radius + value * (width - 2 * radius) for _, value in places], radius, width)
    marks = [_mark(one, x, height / 2, radius) for (one, _), x in zip(places, centres, strict=True)]
    return (line, *(item for mark in marks for item in mark))


def _apart(centres: Sequence[float], radius: float, width: float) -> list[float]:
    """The same, but marks of one place lie side by side around it, so that each is seen."""
    found = list(centres)
    for value in dict.fromkeys(centres):
        same = [index for index, other in enumerate(centres) if other == value]
        step = _LEAST_GAP * radius
        start = min(max(value - step * (len(same) - 1) / 2, radius), width - radius - step * (len(same) - 1))
        for place, index in enumerate(same):
            found[index] = start + place * step
    return found


def _centred(one: Compared, radius: float, width: float, height: float) -> tuple[Item, ...]:
    return _mark(one, width / 2, height / 2, radius)


def _mark(one: Compared, x: float, y: float, radius: float) -> tuple[Item, ...]:
    """A disc, a ring, a ring with a point, or a diamond: the role is told without its colour too."""
    marker = one.swatch.marker
    if marker == "solid":
        return (_disc(x, y, radius, one.solid),)
    if marker == "dotted":
        return (_disc(x, y, radius, "card", one.solid, radius * 0.5),)
    inner = _disc(x, y, radius * 0.45, one.solid)
    if marker == "dashed":
        return (_disc(x, y, radius, "card", one.solid, radius * 0.25), inner)
    corners = ((radius, 0.0), (2 * radius, radius), (radius, 2 * radius), (0.0, radius))
    commands = (("M", corners[0]), *(("L", corner) for corner in corners[1:]), ("Z", ()))
    return (Shape(Rect(x - radius, y - radius, 2 * radius, 2 * radius), commands, fill=one.solid),)


def _disc(x: float, y: float, radius: float, fill: str, stroke: str | None = None, width: float = 0.0) -> Block:
    """A circle with everything that it paints within the radius."""
    inner = radius - width / 2
    rect = Rect(round(x - inner, 3), round(y - inner, 3), round(2 * inner, 3), round(2 * inner, 3))
    return Block(rect, fill, stroke, round(width, 3), (round(inner, 3),) * 4)


def _style(size: Size, name: str, weight: Weight = Weight.REGULAR) -> Style:
    return Style(size.title * _EMS[name], weight, 1.25)
