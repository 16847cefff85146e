"""Hubs: circles that hold a box, and what runs between them and the boxes around.

In: boxes, and the rectangles that they got. Out: boxes, and the arrows that lead out of a hub and back to it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.infographics.parts.arrows import Pen
from generator.infographics.parts.figure import Sketch
from generator.infographics.parts.marks import arrow, circle
from generator.layout import (
    Around,
    Box,
    Frame,
    Inset,
    Line,
    Rect,
    Shape,
    TextBox,
    Widths,
    longest,
    remembered,
    require,
    stacked,
)
from generator.model import Compared
from generator.problems import Overflow


@dataclass(frozen=True, eq=False)
class Hub(Around):
    """A circle with a box in its middle, which has to lie within it."""

    child: Box
    diameter: float
    fill: str

    def widths(self) -> Widths:
        return Widths(self.diameter, self.diameter)

    @remembered
    def layout(self, width: float, height: float | None = None) -> Frame:
        require(self.diameter, height, self, "height")
        inner, radius = self._inner(), self.diameter / 2
        require(_reach(inner), radius, longest(self))
        disc = circle(radius, radius, radius, fill=self.fill)
        x, y = radius - inner.width / 2, radius - inner.height / 2
        return Frame(width, self.diameter, (disc, Inset(inner, x, y)))

    def holds(self) -> bool:
        """Whether what stands in the circle lies within it."""
        try:
            return _reach(self._inner()) <= self.diameter / 2
        except Overflow:
            return False

    def _inner(self) -> Frame:
        return self.child.layout(self.diameter * 0.82)


def snug(child: Box, diameters: Iterable[float], fill: str) -> Hub:
    """The first circle that holds the box, of those with these diameters; the last one where none does."""
    hubs = [Hub(child, diameter, fill) for diameter in diameters]
    return next((hub for hub in hubs if hub.holds()), hubs[-1])


def _reach(frame: Frame) -> float:
    """How far the farthest corner is from the middle. Letters do not fill the corners of their rectangles."""
    x, y = frame.width / 2, frame.height / 2
    rects = [item.rect for item in frame.items if isinstance(item, Line | Shape)]
    sides = ((max(abs(r.x - x), abs(r.right - x)), max(abs(r.y - y), abs(r.bottom - y))) for r in rects)
    return max((math.hypot(aside, 0.9 * off) / 0.97 for aside, off in sides), default=0.0)


@dataclass(frozen=True, eq=False)
class Parted:
    """Two boxes above and below the middle, `gap` apart: between them there is room for arrows."""

    above: Box
    below: Box
    gap: float

    def widths(self) -> Widths:
        above, below = self.above.widths(), self.below.widths()
        return Widths(max(above.min, below.min), max(above.max, below.max))

    def texts(self) -> Iterator[TextBox]:
        yield from self.above.texts()
        yield from self.below.texts()

    @remembered
    def layout(self, width: float, height: float | None = None) -> Frame:
        above, below = self.above.layout(width), self.below.layout(width)
        tall = 2 * max(above.height, below.height) + self.gap
        require(tall, height, self, "height")
        tall = tall if height is None else height
        high, low = (tall - self.gap) / 2, (tall + self.gap) / 2
        return stacked([(above, 0.0, high - above.height), (below, 0.0, low)], width, tall)


def exchange(hub: Rect, ways: Sequence[tuple[Rect, Rect]], pen: Pen, *, apart: float, pitch: float) -> Iterator[Shape]:
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
            y0, y1 = cy + aside, box.y + box.height / 2 - way * apart
            rim = cx + turn * (math.sqrt(radius**2 - aside**2) + 1.5)
            begin = rim if way > 0 else rim + turn * pen.head
            stop = end - turn * pen.head if way > 0 else end
            # The two keep apart where they climb or fall, too.
            middle = (begin + start) / 2 + turn * way * math.copysign(apart, box.y + box.height / 2 - y0)
            yield from pen.path(("M", (begin, y0)), ("C", (middle, y0, middle, y1, start, y1)), ("L", (stop, y1)))
            tip, degrees = ((end, y1) if way > 0 else (rim, y0)), 0.0 if way * turn > 0 else 180.0
            yield arrow(*tip, pen.head, colour=pen.colour, degrees=degrees)


def role_pen(compared: Compared, sketch: Sketch) -> Pen:
    """What the arrows of a role are drawn with."""
    return Pen(compared.solid, compared.swatch.marker, sketch.space(0.45), sketch.space(2))
