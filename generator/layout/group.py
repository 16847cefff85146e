"""Boxes that belong together and have a name: what decks and files to edit make groups of.

In: a box and what a reader would call it. Out: a box whose items lie between two marks in the frame.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.layout.box import Box, SingleChild, memoized
from generator.layout.frame import Frame, Inset, Item, Rect, Spot


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
        begin, end = Spot(rect, str(self.name), "begin"), Spot(rect, str(self.name), "end")
        return Frame(frame.width, frame.height, (begin, Inset(frame, 0.0, 0.0), end))


@dataclass(frozen=True, eq=False)
class Gathered(SingleChild):
    """A box in which groups of one name become one: columns whose rows are laid out on common lines."""

    child: Box

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        frame = self.child.layout(width, height)
        return _GatheredFrame(frame.width, frame.height, (Inset(frame, 0.0, 0.0),))


class _GatheredFrame(Frame):
    """A frame whose items are put in order as they are placed, so that they too are moved, and rounded, once."""

    __slots__ = ()

    def placed(self, x: float, y: float) -> Iterator[Item]:
        return _gathered(super().placed(x, y))

    @property
    def digest(self) -> str:
        return f"gathered {super().digest}"


@dataclass(slots=True)
class _Run:
    """What lies in all groups of one name, or one item that lies in none."""

    items: list[Item] = field(default_factory=list)
    rects: list[Rect] = field(default_factory=list)


def _gathered(items: Iterable[Item]) -> Iterator[Item]:
    """The items, those of each group where its first part begins. Groups within groups stay as they are."""
    runs: dict[str | int, _Run] = {}
    name, depth = "", 0
    for place, item in enumerate(items):
        edge = item.edge if isinstance(item, Spot) else ""
        if isinstance(item, Spot) and edge and depth == (edge == "end"):
            name, depth = item.name, int(edge == "begin")
            runs.setdefault(name, _Run()).rects.append(item.rect)
            continue
        depth += {"begin": 1, "end": -1, "": 0}[edge]
        runs.setdefault(name if depth else place, _Run()).items.append(item)
    for key, run in runs.items():
        if isinstance(key, str):
            rect = _around(run.rects)
            yield from (Spot(rect, key, "begin"), *run.items, Spot(rect, key, "end"))
        else:
            yield from run.items


def _around(rects: Iterable[Rect]) -> Rect:
    lefts, tops, rights, bottoms = zip(*((rect.x, rect.y, rect.right, rect.bottom) for rect in rects), strict=True)
    left, top = min(lefts), min(tops)
    return Rect(left, top, round(max(rights) - left, 3), round(max(bottoms) - top, 3))
