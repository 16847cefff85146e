"""Boxes of one height: what stands in, above or below each of several of them is level.

In: a box and its peers. Out: a box.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.layout import SHARE, Align, Box, Frame, SingleChild, memoized, require, stacked


@dataclass(frozen=True, eq=False)
class AsHighAs(SingleChild):
    """A box as high as the highest of its peers at the same width; `valign` says where in that height it stands."""

    child: Box
    peers: Sequence[Box]
    valign: Align = "start"

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        tall = max(peer.layout(width).height for peer in self.peers)
        require(tall, height, self, "height")
        frame = self.child.layout(width)
        return stacked([(frame, 0.0, (tall - frame.height) * SHARE[self.valign])], width, tall)
