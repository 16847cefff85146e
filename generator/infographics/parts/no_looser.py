"""Lists that stay lists: their entries do not drift apart where there is more height than they need.

In: a box and how many times its own height it fills at most. Out: a box.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.layout import Box, Frame, SingleChild, memoized, stacked


@dataclass(frozen=True, eq=False)
class NoLooser(SingleChild):
    """A box that fills what height it gets up to so many times its own; what is more stays free below it."""

    child: Box
    times: float

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        frame = self.child.layout(width)
        if height is None:
            return frame
        most = max(frame.height * self.times, frame.height)
        return stacked([(self.child.layout(width, min(height, most)), 0.0, 0.0)], width, height)
