"""Lines with arrowheads, drawn in a role's way.

In: places, and the rectangles of boxes. Out: marks that lead from the ones to the others.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from generator.infographics.parts.marks import arrowhead, stroke
from generator.layout import Command, Rect, Shape


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

    def side_arrow(self, box: Rect, other: Rect, gap: float = 1.0) -> Iterator[Shape]:
        """From the middle of a box's side to the side of another beside it; nothing where the two overlap in x.

        Level where the other is high enough for that, else a curve to its middle.
        """
        if other.x >= box.right:
            start, end, turn = box.right, other.x - gap, 1.0
        elif other.right <= box.x:
            start, end, turn = box.x, other.right + gap, -1.0
        else:
            return
        y0, y1 = box.middle, other.middle
        if other.y + self.head < y0 < other.bottom - self.head:
            yield from self.arrow(start, y0, end, y0)
            return
        near, middle = end - turn * self.head, (start + end - turn * self.head) / 2
        yield from self.path(("M", (start, y0)), ("C", (middle, y0, middle, y1, near, y1)))
        yield arrowhead(end, y1, self.head, colour=self.colour, degrees=0.0 if turn > 0 else 180.0)
