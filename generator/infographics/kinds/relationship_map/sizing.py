"""Boxes that are not larger than looks good.

In: boxes. Out: boxes that leave some of their room free.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.layout import Box, Fixed, Frame, SingleChild, Text, memoized, require, stacked


@dataclass(frozen=True, eq=False)
class MaxAspectRatio(SingleChild):
    """A box in the middle of its room, at most `ratio` times as high as wide, unless it needs to be higher."""

    child: Box
    ratio: float

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        natural = self.child.layout(width)
        if height is None:
            return natural
        require(natural.height, height, axis="height")
        tall = min(height, max(natural.height, self.ratio * width))
        return stacked([(self.child.layout(width, tall), 0.0, (height - tall) / 2)], width, height)


def shrink_wrapped(text: Text, room: float) -> Fixed:
    """The text in so much room, but no wider than the widest of its lines: a broken one leaves no hole beside it."""
    wide = max(line.rect.width for line in text.layout(room).lines)
    return Fixed(text, wide + 0.02)
