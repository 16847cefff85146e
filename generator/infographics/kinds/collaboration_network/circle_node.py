"""Circles that hold a box.

In: boxes. Out: boxes with a circle around them, the smallest that holds them where that is asked for.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from generator.infographics.parts.marks import circle
from generator.layout import Box, Frame, Inset, Line, Shape, SingleChild, Widths, longest, memoized, require
from generator.problems import Overflow


@dataclass(frozen=True, eq=False)
class CircleNode(SingleChild):
    """A circle with a box in its middle, which has to lie within it."""

    child: Box
    diameter: float
    fill: str

    def widths(self) -> Widths:
        return Widths(self.diameter, self.diameter)

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        require(self.diameter, height, self, "height")
        inner, radius = self._inner(), self.diameter / 2
        require(_farthest_corner(inner), radius, longest(self))
        disc = circle(radius, radius, radius, fill=self.fill)
        x, y = radius - inner.width / 2, radius - inner.height / 2
        return Frame(width, self.diameter, (disc, Inset(inner, x, y)))

    def holds(self) -> bool:
        """Whether what stands in the circle lies within it."""
        try:
            return _farthest_corner(self._inner()) <= self.diameter / 2
        except Overflow:
            return False

    def _inner(self) -> Frame:
        return self.child.layout(self.diameter * 0.82)


def smallest_circle_node(child: Box, diameters: Iterable[float], fill: str) -> CircleNode:
    """The first circle that holds the box, of those with these diameters; the last one where none does."""
    nodes = [CircleNode(child, diameter, fill) for diameter in diameters]
    return next((node for node in nodes if node.holds()), nodes[-1])


def _farthest_corner(frame: Frame) -> float:
    """How far the farthest corner is from the middle. Letters do not fill the corners of their rectangles."""
    x, y = frame.width / 2, frame.height / 2
    rects = [item.rect for item in frame.items if isinstance(item, Line | Shape)]
    sides = ((max(abs(r.x - x), abs(r.right - x)), max(abs(r.y - y), abs(r.bottom - y))) for r in rects)
    return max((math.hypot(aside, 0.9 * off) / 0.97 for aside, off in sides), default=0.0)
