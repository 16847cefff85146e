"""How many rows of the table a size shows, how much of each, and how it says that there is more.

In: a `View` of a comparison and a size. Out: dimensions, their cells, and texts that count them.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.infographics.parts.shown import first, more
from generator.infographics.parts.wording import in_words
from generator.layout import Size
from generator.model import Dimension, View

# Of a list in a cell so many entries are shown on a page of fixed size, by the number of roles; on one that is printed
# one more.
_ENTRIES = {2: 3, 3: 2, 4: 2}


def shown(view: View, size: Size) -> Sequence[Dimension]:
    """The first dimensions: those that an editor finds most telling."""
    return first(size, view.comparison.dimensions, 1 if size.brief else None)


def answers(view: View, dimension: Dimension, size: Size) -> list[tuple[str, ...]]:
    """What each role says about a dimension: of a list the first entries, and how many more there are."""
    every, most = view.cells(dimension), _entries(view, size)
    return [(*cell[:most], *more(cell[:most], cell)) for cell in every]


def _entries(view: View, size: Size) -> int | None:
    """How many entries of a list a cell has room for; a page has rather fewer rows than less than that."""
    if size.height is None:
        return None
    return 1 if size.most == 0 else _ENTRIES[len(view.roles)] + size.full


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
