"""The comparison in words.

In: a `View` of a comparison. Out: the data table and the paragraphs that say the same as the picture.
"""

from __future__ import annotations

from generator.infographics.picture import Table
from generator.model import View


def table(view: View) -> Table:
    columns = ("Dimension", *(compared.role.name for compared in view.roles))
    rows = tuple(
        (dimension.name, *("; ".join(cell) for cell in view.cells(dimension)))
        for dimension in view.comparison.dimensions
    )
    return Table(columns, rows)


def describe(view: View) -> tuple[str, ...]:
    lines = [
        f"{row[0]}: "
        + "; ".join(f"{compared.role.name}: {cell}" for compared, cell in zip(view.roles, row[1:], strict=True))
        + "."
        for row in table(view).rows
    ]
    short = view.comparison.shared.short
    return (*lines, *([f"{view.shared_title}: {short}."] if short else []))
