"""Boxes that belong together and have a name: what decks and files to edit make groups of.

In: a box and what a reader would call it. Out: a box whose items lie between two marks in the frame.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.layout.box import Box, SingleChild, memoized
from generator.layout.frame import Frame, Inset, Rect, Spot


@dataclass(frozen=True, eq=False)
class Group(SingleChild):
    """A box that is one thing to whoever edits the picture, or has it read out: a card, a row, a node.

    `name` is what a reader would call it; groups may lie within groups.
    """

    name: str
    child: Box

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        frame = self.child.layout(width, height)
        rect = Rect(0.0, 0.0, frame.width, frame.height)
        begin, end = Spot(rect, self.name, "begin"), Spot(rect, self.name, "end")
        return Frame(frame.width, frame.height, (begin, Inset(frame, 0.0, 0.0), end))
