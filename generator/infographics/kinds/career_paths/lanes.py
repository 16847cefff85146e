"""How the lines of moves keep apart: lanes in the gaps between columns and between levels.

In: crossings, and how the cards stand. Out: the lane of each line in each gap, and how many lanes a gap has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.infographics.kinds.career_paths.moves import Crossing, Stand


@dataclass(frozen=True, slots=True)
class Stretch:
    """A straight part of a line, from `low` to `high` along a gap. At either end it turns to the side where lanes are
    counted from (-1), left or up, or to the other (1).
    """

    low: float
    high: float
    low_side: int
    high_side: int

    def order(self) -> tuple[int, float]:
        """In this order of lanes few lines cross: of those that turn back the short ones lie within the long ones."""
        length = self.high - self.low
        if self.low_side == self.high_side:
            return (0, length) if self.low_side < 0 else (3, -length)
        return (1, self.low) if self.low_side > 0 else (2, -self.low)


@dataclass(frozen=True, slots=True)
class Lanes:
    """Lanes by the place of a crossing: in `gaps`, right of a column, and in `rows`, below a row.

    `ways` says below which row a line runs that passes another column.
    """

    gaps: Mapping[int, Mapping[int, int]]
    rows: Mapping[int, Mapping[int, int]]
    ways: Mapping[int, int]

    def beside(self, gap: int) -> int:
        """How many lanes a gap between columns has."""
        return _count(self.gaps.get(gap, {}))

    def below(self, row: int) -> int:
        """How many lanes a gap between rows has."""
        return _count(self.rows.get(row, {}))

    @property
    def widest(self) -> int:
        """The most lanes of any gap between columns."""
        return max((self.beside(gap) for gap in self.gaps), default=0)

    @property
    def highest(self) -> int:
        """The most lanes of any gap between rows."""
        return max((self.below(row) for row in self.rows), default=0)


def lanes(crossings: Sequence[Crossing], rows: Sequence[tuple[int, int]], columns: int) -> Lanes:
    """`rows` are group and level of each row of cards, from the top."""
    place = {row: index for index, row in enumerate(rows)}
    upright: dict[int, dict[int, Stretch]] = {}
    across: dict[int, dict[int, Stretch]] = {}
    ways: dict[int, int] = {}
    for number, crossing in enumerate(crossings):
        if crossing.straight:
            continue
        one, other = (place[stand.group, stand.level] for stand in crossing.ends)
        left, right = gaps_of(crossing, columns)
        sides = [-1 if leaves_right(stand, gap) else 1 for stand, gap in zip(crossing.ends, (left, right), strict=True)]
        if left == right:
            upright.setdefault(left, {})[number] = _stretch((one, sides[0]), (other, sides[1]))
            continue
        way = ways[number] = max(max(one, other) - 1, 0)
        turns = [-1 if row <= way else 1 for row in (one, other)]
        across.setdefault(way, {})[number] = _stretch((left, turns[0]), (right, turns[1]))
        upright.setdefault(left, {})[number] = _stretch((one, -1), (way + 0.5, 1))
        upright.setdefault(right, {})[number] = _stretch((way + 0.5, -1), (other, 1))
    return Lanes(
        {gap: _apart(stretches) for gap, stretches in upright.items()},
        {way: _apart(stretches) for way, stretches in across.items()},
        ways,
    )


def gaps_of(crossing: Crossing, columns: int) -> tuple[int, int]:
    """The gaps between columns that a line begins and ends in; steps of the last column leave to the left."""
    one, other = crossing.ends
    if one.column == other.column:
        gap = min(one.column, columns - 2)
        return gap, gap
    return one.column, other.column - 1


def leaves_right(stand: Stand, gap: int) -> bool:
    """Whether a line to that gap leaves the card at its right side."""
    return stand.column <= gap


def _stretch(one: tuple[float, int], other: tuple[float, int]) -> Stretch:
    """Between two places, each with the side to which the line turns there."""
    (low, low_side), (high, high_side) = sorted((one, other))
    return Stretch(low, high, low_side, high_side)


def _apart(stretches: Mapping[int, Stretch]) -> dict[int, int]:
    """The lane of each, so that two that pass each other have two."""
    found: dict[int, int] = {}
    for number, stretch in sorted(stretches.items(), key=lambda item: (item[1].order(), item[0])):
        passed = (
            lane
            for other, lane in found.items()
            if stretches[other].low <= stretch.high and stretch.low <= stretches[other].high
        )
        found[number] = 1 + max(passed, default=-1)
    return found


def _count(lanes: Mapping[int, int]) -> int:
    return 1 + max(lanes.values(), default=-1)
