"""Tallies: a number as dots.

In: how many of how many. Out: a box that shows it.
"""

from __future__ import annotations

from generator.infographics.parts.marks import disc
from generator.layout import Canvas, Item


def tally(count: int, most: int, *, colour: str, radius: float, pitch: float) -> Canvas:
    """So many dots one above another, the lowest `count` of them filled, in the middle of their room."""

    def draw(width: float, height: float) -> tuple[Item, ...]:
        middle, low = width / 2, height / 2 + pitch * (most - 1) / 2
        return tuple(
            disc(middle, low - pitch * place, radius, fill=colour)
            if place < count
            else disc(middle, low - pitch * place, radius * 0.86, fill=None, stroke=colour, width=radius * 0.3)
            for place in range(most)
        )

    return Canvas(draw, height=(most - 1) * pitch + 2.4 * radius, width=2.4 * radius)
