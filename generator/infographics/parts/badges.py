"""Medals: a box in the middle of a circle.

In: a box and the circle's diameter. Out: a box as wide as the circle.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.infographics.parts.marks import circle
from generator.layout import Around, Box, Frame, Inset, Widths, remembered, require


@dataclass(frozen=True, eq=False)
class Medal(Around):
    """A box on a disc, in the middle of whatever height it gets; the box has to be small enough for the disc."""

    child: Box
    diameter: float
    fill: str
    stroke: str | None = None

    def widths(self) -> Widths:
        return Widths(self.diameter, self.diameter)

    @remembered
    def layout(self, width: float, height: float | None = None) -> Frame:
        require(self.diameter, width, self)
        require(self.diameter, height, self, "height")
        tall, radius = self.diameter if height is None else height, self.diameter / 2
        inner = self.child.layout(self.child.widths().max)
        disc = circle(radius, tall / 2, radius, fill=self.fill, stroke=self.stroke, width=1.0 if self.stroke else 0.0)
        moved = (radius - inner.width / 2, (tall - inner.height) / 2)
        return Frame(width, tall, (disc, Inset(inner, *moved)))
