"""A bar and the number at its end, and a box that keeps bars from growing out of proportion.

In: a length as a share of the longest bar. Out: a box; boxes of equal width have one scale.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.layout import Block, Box, Frame, Inset, Item, Rect, SingleChild, Widths, memoized, require

# In multiples of the number's size: so long is the longest bar at least, and so far off does the number stand.
_LEAST = 1.5
_GAP = 0.5


@dataclass(frozen=True, eq=False)
class Bar(SingleChild):
    """`length` is a share of the longest bar; beside that there is room for a number `widest` points wide.

    `type_size` is the number's.
    """

    child: Box
    length: float
    fill: str
    widest: float
    type_size: float

    def widths(self) -> Widths:
        least = self.widest + (_GAP + _LEAST) * self.type_size
        return Widths(least, least)

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        require(self.widths().min, width, self)
        size = self.type_size
        text = self.child.layout(self.child.widths().max)
        require(text.height, height, self, "height")
        tall = text.height if height is None else height
        long = round(self.length * (width - self.widest - _GAP * size), 3)
        radius = min(size * 0.18, long / 2)
        rect = Rect(0.0, 0.0, long, round(tall, 3))
        drawn: tuple[Item, ...] = (Block(rect, self.fill, radii=(0.0, radius, radius, 0.0)),) if long else ()
        return Frame(width, tall, (*drawn, Inset(text, long + _GAP * size if long else 0.0, (tall - text.height) / 2)))


@dataclass(frozen=True, eq=False)
class AtMost(SingleChild):
    """A box that takes no more than so much of its height and stands in the middle of it."""

    child: Box
    height: float

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        natural = self.child.layout(width)
        if height is None:
            return natural
        inner = self.child.layout(width, min(height, max(self.height, natural.height)))
        return Frame(width, height, (Inset(inner, 0.0, (height - inner.height) / 2),))
