"""The portfolios in words.

In: a `View` of a comparison. Out: the data table and the paragraphs that say what the picture shows.
"""

from __future__ import annotations

from generator.infographics.parts.wording import one
from generator.infographics.picture import Table
from generator.layout import Size
from generator.model import Compared, Portfolio, View


def table(view: View) -> Table:
    columns = ("Role", "In short", "Account", "Circles drawn", "Area of each, in parts", "Why")
    rows = []
    for compared in view.roles:
        portfolio = section(view).roles[compared.id]
        for group in portfolio.groups:
            name = view.model.catalogue.accounts[group.account].name
            numbers = (str(group.count), str(group.size))
            rows.append(
                (str(compared.role.name), str(portfolio.headline), str(name), *numbers, str(portfolio.rationale))
            )
    return Table(columns, tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    opening = (
        f"{section(view).area}. The picture is an example, an editorial judgement; numbers and sizes are invented."
    )
    return (opening, *(_paragraph(view, compared) for compared in view.roles))


def _paragraph(view: View, compared: Compared) -> str:
    portfolio = section(view).roles[compared.id]
    listed = "; ".join(
        f"{group.count} × {view.model.catalogue.accounts[group.account].name} of size {group.size}"
        for group in portfolio.groups
    )
    return f"{compared.role.name}: {portfolio.headline}. Drawn are {listed}. {portfolio.rationale}"


def alt(view: View, size: Size) -> str:
    """What a picture shows that has no names of customers beside its circles."""
    if not size.brief:
        return ""
    said = ". ".join(f"{compared.role.name}: {section(view).roles[compared.id].headline}" for compared in view.roles)
    return f"Circles, {one(view.words.account)} each, without their names. {said}."


def section(view: View) -> Portfolio:
    """What the comparison says of portfolios."""
    assert view.comparison.portfolio is not None
    return view.comparison.portfolio
