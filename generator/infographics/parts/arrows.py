"""Lines with arrowheads, drawn in a role's way.

In: places. Out: marks that lead from the ones to the others.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from generator.infographics.parts.marks import arrowhead, stroke
from generator.layout import Command, Shape


@dataclass(frozen=True, slots=True)
class Pen:
    """What a role's lines are drawn with. `head` is the length of an arrowhead, points."""

    colour: str
    marker: str
    width: float
    head: float

    def path(self, *commands: Command) -> Iterator[Shape]:
        """A line along a path; a double one is a broad one with its middle left out."""
        if self.marker != "double":
            yield stroke(commands, colour=self.colour, width=self.width, marker=self.marker)
            return
        yield stroke(commands, colour=self.colour, width=self.width * 2.4)
        yield stroke(commands, colour="ground", width=self.width * 0.9)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> Iterator[Shape]:
        """A straight line without a head."""
        return self.path(("M", (x0, y0)), ("L", (x1, y1)))

    def arrow(self, x0: float, y0: float, x1: float, y1: float, gap: float = 0.0) -> Iterator[Shape]:
        """A straight line with a head whose tip stops `gap` short of (x1, y1)."""
        length = math.hypot(x1 - x0, y1 - y0) or 1.0
        right, down = (x1 - x0) / length, (y1 - y0) / length
        yield from self.line(x0, y0, x1 - right * self.head, y1 - down * self.head)
        degrees = math.degrees(math.atan2(down, right))
        yield arrowhead(x1 - right * gap, y1 - down * gap, self.head, colour=self.colour, degrees=degrees)
