"""The mark of a level: the same for the same level everywhere.

In: a level and a colour. Out: a box.
"""

from __future__ import annotations

from generator.infographics.parts.marks import circle
from generator.layout import Box, Canvas, Item
from generator.model import Level

# A level's share of the diameter, and the share of the diameter that its ring is thick, 0.0 where it is filled.
_LOOKS: dict[Level, tuple[float, float]] = {"expert": (1.0, 0.0), "strong": (1.0, 0.2), "working": (0.58, 0.1)}


def mark(level: Level | None, colour: str, across: float) -> Box:
    """A disc for the highest level, a ring for the next, a thin small ring for the lowest; without a level nothing."""

    def draw(width: float, height: float) -> tuple[Item, ...]:
        if level is None:
            return ()
        share, ring = _LOOKS[level]
        thick = round(across * ring, 3)
        radius = (across * share - thick) / 2
        fill, stroke = (None, colour) if ring else (colour, None)
        return (circle(round(width / 2, 3), round(height / 2, 3), radius, fill=fill, stroke=stroke, width=thick),)

    return Canvas(draw, height=across, width=across)
