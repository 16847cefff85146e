"""Links with two arrows: out of a role to a partner, and back.

In: the rectangles that boxes got. Out: marks.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from generator.infographics.parts.arrows import Pen
from generator.infographics.parts.marks import arrowhead
from generator.infographics.parts.sketch import Sketch
from generator.layout import Rect, Shape
from generator.model import Compared


def trunk_links(
    pen: Pen, head: Rect, branches: Sequence[tuple[Rect, float, float]], *, gap: float, end: float | None = None
) -> Iterator[Shape]:
    """A trunk below a box, with an arrow out to each card at its right and one back at other heights.

    `branches` from top to bottom: the card, the height of the arrow out, that of the arrow back, whose tip stops
    `gap` short of the trunk. The trunk ends in an arrow at `end` where that is given, else at the last branch.
    """
    x = round(head.x + head.width / 2, 3)
    for card, out, back in branches:
        yield from pen.arrow(x, out, card.x, out, 1.0)
        yield from pen.arrow(card.x - 1.0, back, x, back, gap)
    if end is not None:
        yield from pen.arrow(x, head.bottom, x, end, 1.0)
    elif branches:
        yield from pen.line(x, head.bottom, x, max(branches[-1][1:]))


def hub_links(hub: Rect, ways: Sequence[tuple[Rect, Rect]], pen: Pen, *, apart: float, pitch: float) -> Iterator[Shape]:
    """Two arrows between a round hub and each box beside it: out above, and back below, each `apart` from the middle.

    `ways`, from top to bottom: the room in which the two run level, and the box that they lead to, which lies
    beyond it. At the hub's rim they are `pitch` apart, less where it is too small for so many.
    """
    radius = hub.width / 2
    cx, cy = hub.x + radius, hub.y + hub.height / 2
    pitch = min(pitch, 1.5 * radius / (2 * max(len(ways), 1)))
    for place, (room, box) in enumerate(ways):
        turn = 1.0 if room.x > cx else -1.0
        start, end = (room.x, box.x - 1.0) if turn > 0 else (room.right, box.right + 1.0)
        for way, off in ((1.0, 0.5), (-1.0, 1.5)):
            aside = (2 * place + off - len(ways)) * pitch
            y0, y1 = cy + aside, box.middle - way * apart
            rim = cx + turn * (math.sqrt(radius**2 - aside**2) + 1.5)
            begin = rim if way > 0 else rim + turn * pen.head
            stop = end - turn * pen.head if way > 0 else end
            # The two keep apart where they climb or fall, too.
            middle = (begin + start) / 2 + turn * way * math.copysign(apart, box.middle - y0)
            yield from pen.path(("M", (begin, y0)), ("C", (middle, y0, middle, y1, start, y1)), ("L", (stop, y1)))
            tip, degrees = ((end, y1) if way > 0 else (rim, y0)), 0.0 if way * turn > 0 else 180.0
            yield arrowhead(*tip, pen.head, colour=pen.colour, degrees=degrees)


def role_pen(compared: Compared, sketch: Sketch) -> Pen:
    """What the arrows of a role are drawn with."""
    return Pen(compared.solid, compared.swatch.marker, sketch.space(0.45), sketch.space(2))
