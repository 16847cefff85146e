"""Boxes that take of their room what suits them.

In: boxes, or a function that makes one of a given size. Out: boxes that are as large as the room allows, or not
larger than looks good.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.layout import Around, Box, Fixed, Frame, Text, TextBox, Widths, remembered, require, stacked
from generator.problems import Overflow


@dataclass(frozen=True, eq=False)
class Swelling:
    """A composition around marks that all have one side: as long as the room allows, from `least` to `most` points.

    One side for all of them is one scale for all of them, whatever stands beside each. A point more is not seen.
    """

    make: Callable[[float], Box]
    least: float
    most: float

    def widths(self) -> Widths:
        return self._smallest().widths()

    def texts(self) -> Iterator[TextBox]:
        return self._smallest().texts()

    @remembered
    def layout(self, width: float, height: float | None = None) -> Frame:
        smallest = self._smallest().layout(width, height)
        if height is None:
            return self._largest(smallest, width, None)
        # How large the marks can be is asked only for the layout that is used.
        return Frame(smallest.width, smallest.height, lambda: self._largest(smallest, width, height).items)

    @remembered
    def _smallest(self) -> Box:
        return self.make(self.least)

    def _largest(self, found: Frame, width: float, height: float | None) -> Frame:
        low, high = self.least, self.most
        while high - low > 1.0:
            middle = (low + high) / 2
            try:
                found, low = self.make(middle).layout(width, height), middle
            except Overflow:
                high = middle
        return found


@dataclass(frozen=True, eq=False)
class Capped(Around):
    """A box in the middle of its room, at most `ratio` times as high as wide, unless it needs to be higher."""

    child: Box
    ratio: float

    @remembered
    def layout(self, width: float, height: float | None = None) -> Frame:
        natural = self.child.layout(width)
        if height is None:
            return natural
        require(natural.height, height, axis="height")
        tall = min(height, max(natural.height, self.ratio * width))
        return stacked([(self.child.layout(width, tall), 0.0, (height - tall) / 2)], width, height)


def wrapped(text: Text, room: float) -> Fixed:
    """The text in so much room, but no wider than the widest of its lines: a broken one leaves no hole beside it."""
    wide = max(line.rect.width for line in text.layout(room).lines)
    return Fixed(text, wide + 0.02)
