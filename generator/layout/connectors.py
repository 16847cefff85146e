"""Lines between boxes: what stands in a network or a tree is laid out like all else, then joined.

In: boxes with names and a function that draws between named rectangles. Out: boxes. Lines never decide
where anything stands, so no text can be moved out of its place by one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeGuard

from generator.layout.box import Box, SingleChild, memoized
from generator.layout.frame import Frame, Inset, Item, Rect, Spot


@dataclass(frozen=True, eq=False)
class Named(SingleChild):
    """A box whose rectangle the `Connected` around it learns; names are unique within one `Connected`.

    Without a name the rectangle stays in the frame, for the overlay.
    """

    name: str
    child: Box

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        frame = self.child.layout(width, height)
        spot = Spot(Rect(0.0, 0.0, frame.width, frame.height), self.name)
        return Frame(frame.width, frame.height, (spot, Inset(frame, 0.0, 0.0)))


@dataclass(frozen=True, eq=False)
class Connected(SingleChild):
    """A box with lines behind it. `draw` gets the rectangle of every `Named` box inside."""

    child: Box
    draw: Callable[[Mapping[str, Rect]], tuple[Item, ...]]

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        frame = self.child.layout(width, height)
        return Frame(frame.width, frame.height, lambda: self._wired(frame.items))

    def _wired(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        spots = {item.name: item.rect for item in items if _is_end(item)}
        rest = (item for item in items if not _is_end(item))
        return (*self.draw(spots), *rest)


def _is_end(item: Item) -> TypeGuard[Spot]:
    """Whether lines may lead to it."""
    return isinstance(item, Spot) and bool(item.name) and not item.edge
