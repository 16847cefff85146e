"""Rows shared out among pages.

In: the heights of rows, and the room of a page. Out: which rows stand on which page.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

_NEVER = (float("inf"), 0.0)


def balanced(heights: Sequence[float], room: float) -> list[slice]:
    """As few pages as the rows need, filled as evenly as they can be, and none with one row if that can be avoided; a
    row higher than a page stands alone.
    """
    sums = [0.0, *accumulate(heights)]
    count = _fewest(heights, room)
    # For each number of pages and each end of rows: how many rows stand alone, how uneven the pages are, and the start
    # of the last one.
    best: list[tuple[tuple[float, float], int]] = [((0.0, 0.0), 0)] + [(_NEVER, 0)] * len(heights)
    starts: list[list[int]] = []
    for _ in range(count):
        best = [(_NEVER, 0), *(_best(end, best, sums, room) for end in range(1, len(heights) + 1))]
        starts.append([start for _, start in best])
    pages, end = [], len(heights)
    for start in reversed(starts):
        pages.append(slice(start[end], end))
        end = start[end]
    return pages[::-1]


def _best(
    end: int, before: Sequence[tuple[tuple[float, float], int]], sums: Sequence[float], room: float
) -> tuple[tuple[float, float], int]:
    found = (_NEVER, 0)
    for start in range(end - 1, -1, -1):
        high, alone = sums[end] - sums[start], start == end - 1
        if high > room and not alone:
            break
        single, uneven = before[start][0]
        found = min(found, ((single + alone, uneven + high * high), start))
    return found


def _fewest(heights: Sequence[float], room: float) -> int:
    count, used = 1, 0.0
    for index, height in enumerate(heights):
        if index and used + height > room:
            count, used = count + 1, 0.0
        used += height
    return count
