"""A composition as large as its room allows.

In: a function that makes a box around marks of a given size. Out: a box.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.layout import Box, Frame, TextBox, Widths, memoized
from generator.problems import Overflow


@dataclass(frozen=True, eq=False)
class ScaleToFit:
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

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        smallest = self._smallest().layout(width, height)
        if height is None:
            return self._largest(smallest, width, None)
        # How large the marks can be is asked only for the layout that is used.
        return Frame(smallest.width, smallest.height, lambda: self._largest(smallest, width, height).items)

    @memoized
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
