"""Rows shared out among pages.

In: the heights of rows, and the room of a page. Out: which rows stand on which page.
"""

from __future__ import annotations

from collections.abc import Sequence

_CLOSE = 0.5  # points


def balanced(heights: Sequence[float], room: float) -> list[slice]:
    """As few pages as the rows need, filled as evenly as they can be; a row higher than a page stands alone.

    A last page of one row gets a second one, if the page before has three.
    """
    pages = _pages(heights, room)
    low, high = 0.0, room
    while high - low > _CLOSE:
        middle = (low + high) / 2
        if len(_pages(heights, middle)) > len(pages):
            low = middle
        else:
            high = middle
    return _without_single(_pages(heights, high), heights, room)


def _pages(heights: Sequence[float], room: float) -> list[slice]:
    pages, start, used = [], 0, 0.0
    for index, height in enumerate(heights):
        if index > start and used + height > room:
            pages.append(slice(start, index))
            start, used = index, 0.0
        used += height
    return [*pages, slice(start, len(heights))]


def _without_single(pages: list[slice], heights: Sequence[float], room: float) -> list[slice]:
    for place in range(len(pages) - 1, 0, -1):
        before, page = pages[place - 1], pages[place]
        alone, others = page.stop - page.start == 1, before.stop - before.start
        if alone and others > 2 and sum(heights[before.stop - 1 : page.stop]) <= room:
            pages[place - 1] = slice(before.start, before.stop - 1)
            pages[place] = slice(before.stop - 1, page.stop)
    return pages
