"""Where on a card's side the lines of moves end.

In: crossings and their lanes. Out: how far above or below the middle of a card a line touches it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.infographics.kinds.career_paths.lanes import Lanes, gaps_of, leaves_right
from generator.infographics.kinds.career_paths.moves import Crossing

# How much of its half a card's side has for ends above its middle, and below: the corners are round.
_SIDE = 0.72
# So far apart two heads do not touch, in their length.
_APART = 1.2
# But no farther from the middle, in what there is.
_MOST = 0.8


@dataclass(frozen=True)
class Tip:
    """One end of a line: the crossing's place and which end, its row and gap, the side, whether it turns up (-1), down
    (1) or not at all, and its lane.
    """

    number: int
    end: int
    row: int
    gap: int
    right: bool
    way: int
    lane: int

    def faces(self, other: Tip) -> bool:
        """Whether both lie on one height for a part of their way, from cards that face each other."""
        if self.right == other.right:
            return False
        left, right = (self, other) if self.right else (other, self)
        return left.lane >= right.lane

    @property
    def order(self) -> tuple[int, int, int]:
        """From the lane that is nearest to the card."""
        return self.lane if self.right else -self.lane, self.number, self.end


@dataclass(frozen=True)
class Tips:
    """All ends of lines between cards that stand in `rows` (group and level) and so many columns."""

    crossings: Sequence[Crossing]
    lanes: Lanes
    rows: Sequence[tuple[int, int]]
    columns: int

    def of(self, number: int, end: int) -> Tip:
        return self._all[number, end]

    def offset(self, tip: Tip, height: float, head: float) -> float:
        """How far below the middle of a card of that height a line touches it; `head` is an arrowhead's length."""
        if not tip.way:
            return 0.0
        near = [other for other in self._all.values() if (other.row, other.gap) == (tip.row, tip.gap)]
        others = [other for other in near if other != tip and (other.right == tip.right or tip.faces(other))]
        if not others:
            return 0.0
        # The one whose lane is nearest is farthest from the middle, so that it need not cross the others.
        alike = sorted((other for other in (tip, *others) if other.way == tip.way), key=lambda other: other.order)
        usable = _SIDE * height / 2
        least = min(_APART * head, _MOST * usable) if any(not other.way for other in others) else 0.0
        share = 1 - alike.index(tip) / len(alike)
        return tip.way * (least + (usable - least) * share)

    @cached_property
    def _all(self) -> Mapping[tuple[int, int], Tip]:
        return {(tip.number, tip.end): tip for tip in self._found()}

    def _found(self) -> Iterator[Tip]:
        for number, crossing in enumerate(self.crossings):
            rows = [self.rows.index((stand.group, stand.level)) for stand in crossing.ends]
            for end, (stand, gap) in enumerate(zip(crossing.ends, gaps_of(crossing, self.columns), strict=True)):
                to = self.lanes.ways[number] + 0.5 if number in self.lanes.ways else rows[1 - end]
                way = 0 if crossing.straight else 1 if to > rows[end] else -1
                lane = 0 if crossing.straight else self.lanes.gaps[gap][number]
                yield Tip(number, end, rows[end], gap, leaves_right(stand, gap), way, lane)
