"""Badges: a box on a disc, and a role's short name in its colour.

In: a box, an icon or a role. Out: boxes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.infographics.parts.marks import circle
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Frame, Inset, Pad, SingleChild, Widths, memoized, require
from generator.model import Compared


@dataclass(frozen=True, eq=False)
class Badge(SingleChild):
    """A box on a disc, in the middle of whatever height it gets; the box has to be small enough for the disc."""

    child: Box
    diameter: float
    fill: str
    stroke: str | None = None

    def widths(self) -> Widths:
        return Widths(self.diameter, self.diameter)

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        require(self.diameter, width, self)
        require(self.diameter, height, self, "height")
        tall, radius = self.diameter if height is None else height, self.diameter / 2
        inner = self.child.layout(self.child.widths().max)
        disc = circle(radius, tall / 2, radius, fill=self.fill, stroke=self.stroke, width=1.0 if self.stroke else 0.0)
        moved = (radius - inner.width / 2, (tall - inner.height) / 2)
        return Frame(width, tall, (disc, Inset(inner, *moved)))


def role_pill(sketch: Sketch, compared: Compared) -> Pad:
    """A role's short name in its colour."""
    return sketch.pill(compared.role.abbreviation, compared.hue, compared.swatch.marker)


def icon_badge(sketch: Sketch, icon: str, hue: str, across: float) -> Pad:
    """An icon on a disc, `across` points wide, set off from what lies behind it by a ring of the card's colour."""
    inset, ring = round(across * 0.22, 3), round(across * 0.08, 3)
    mark = replace(sketch.icon(icon, f"{hue}.on"), size=round(across - 2 * inset, 3))
    disc = Pad(mark, (inset,) * 4, f"{hue}.solid", radii=(across / 2,) * 4)
    return Pad(disc, (ring,) * 4, "card", radii=(across / 2 + ring,) * 4)
