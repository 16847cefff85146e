"""How many rows of the table a size shows, how much of each, and how it says that there is more.

In: a `View` of a comparison and a size. Out: dimensions, their cells, and texts that count them.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.infographics.parts.shown import Limits, first, more
from generator.infographics.parts.wording import in_words
from generator.layout import Size
from generator.model import Dimension, View

# Rows that a page of fixed size has room for in type that is read from the last row, by the number of roles.
_ROWS: Limits = {
    "slide": {2: 7, 3: 6, 4: 4},
    "classic": {2: 5, 3: (4, 5), 4: 4},
    "square": {2: 3, 3: 2, 4: 1},
    "portrait": {2: 4, 3: 3, 4: 2},
    "social": {2: 1, 3: 1, 4: 1},
    "poster": {2: 10, 3: 10, 4: 9},
}
# Of a list so many entries have room in a cell.
_ENTRIES: Limits = {
    "slide": {2: 3, 3: 2, 4: 2},
    "classic": {2: 3, 3: 2, 4: 2},
    "square": {2: 3, 3: 2, 4: 2},
    "portrait": {2: 3, 3: 2, 4: 2},
    "social": {2: 3, 3: 2, 4: 1},
    "poster": {2: 4, 3: 3, 4: 2},
}


def shown(view: View, size: Size) -> Sequence[Dimension]:
    """The first dimensions: those that an editor finds most telling."""
    return first(_ROWS, view, size, view.comparison.dimensions)


def answers(view: View, dimension: Dimension, size: Size) -> list[tuple[str, ...]]:
    """What each role says about a dimension: of a list the first entries, and how many more there are."""
    every = view.cells(dimension)
    firsts = (first(_ENTRIES, view, size, cell) for cell in every)
    return [(*some, *more(some, cell)) for some, cell in zip(firsts, every, strict=True)]


def counted(view: View, size: Size) -> str:
    """How many rows of how many, "" where the size shows all."""
    some, every = len(shown(view, size)), len(view.comparison.dimensions)
    return "" if some == every else f"{in_words(some).capitalize()} of {in_words(every)} rows"


def alt(view: View, size: Size) -> str:
    """The alternative text of a size that shows only some of the rows."""
    count = counted(view, size)
    whole = all(list(view.cells(dimension)) == answers(view, dimension, size) for dimension in shown(view, size))
    rows = (
        f"{dimension.name}: "
        + "; ".join(
            f"{compared.role.name}: {', '.join(cell)}"
            for compared, cell in zip(view.roles, answers(view, dimension, size), strict=True)
        )
        for dimension in shown(view, size)
    )
    if not count and whole:
        return ""
    return f"{count or 'The rows'} of a comparison table. {'. '.join(rows)}."
