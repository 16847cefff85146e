"""How many rows of the table a size shows, and how it says that there are more.

In: a `View` of a comparison and a size. Out: dimensions, and texts that count them.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.infographics.parts.shown import Limits, first
from generator.infographics.parts.wording import in_words
from generator.layout import Size
from generator.model import Dimension, View

# Rows that a page of fixed size has room for in type that is read from the last row, by the number of roles.
_ROWS: Limits = {
    "slide": {2: 7, 3: 6, 4: 4},
    "classic": {2: 5, 3: 5, 4: 4},
    "square": {2: 3, 3: 2, 4: 1},
    "portrait": {2: 4, 3: 3, 4: 2},
    "social": {2: 1, 3: 1, 4: 1},
}


def shown(view: View, size: Size) -> Sequence[Dimension]:
    """The first dimensions: those that an editor finds most telling."""
    return first(_ROWS, view, size, view.comparison.dimensions)


def counted(view: View, size: Size) -> str:
    """How many rows of how many, "" where the size shows all."""
    some, every = len(shown(view, size)), len(view.comparison.dimensions)
    return "" if some == every else f"{in_words(some).capitalize()} of {in_words(every)} rows"


def alt(view: View, size: Size) -> str:
    """The alternative text of a size that shows only some of the rows."""
    count = counted(view, size)
    rows = (
        f"{dimension.name}: "
        + "; ".join(
            f"{compared.role.name}: {', '.join(cell)}"
            for compared, cell in zip(view.roles, view.cells(dimension), strict=True)
        )
        for dimension in shown(view, size)
    )
    return f"{count} of a comparison table. {'. '.join(rows)}." if count else ""
