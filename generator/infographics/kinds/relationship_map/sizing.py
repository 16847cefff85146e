"""Boxes that are not larger than looks good.

In: boxes. Out: boxes that leave some of their room free.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.layout import Box, Fixed, Frame, SingleChild, Text, memoized, require, stacked

# So much more room than its width lets a line stay whole. Points.
_SLACK = 0.02


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
    wide, before = _widest(text, room), room
    while wide + _SLACK < before:  # in less room, lines of the same number may be broken elsewhere, and be shorter
        wide, before = _widest(text, wide + _SLACK), wide
    return Fixed(text, wide + _SLACK)


def _widest(text: Text, room: float) -> float:
    return max(line.rect.width for line in text.layout(room).lines)
