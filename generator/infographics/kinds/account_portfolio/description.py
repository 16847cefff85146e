"""The portfolios in words.

In: a `View` of a comparison. Out: the data table and the paragraphs that say what the picture shows.
"""

from __future__ import annotations

from generator.infographics.picture import Table
from generator.model import Compared, Portfolio, RolePortfolio, View


def table(view: View) -> Table:
    columns = ("Role", "In short", "Account", "Number", "Size of each, in parts", "Together", "Why")
    rows = []
    for compared in view.roles:
        portfolio = section(view).roles[compared.id]
        for group in portfolio.groups:
            name = view.model.catalogue.accounts[group.account].name
            numbers = (str(group.count), str(group.size), str(group.count * group.size))
            rows.append(
                (str(compared.role.name), str(portfolio.headline), str(name), *numbers, str(portfolio.rationale))
            )
    return Table(columns, tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    opening = f"{section(view).area}. The picture is schematic, an editorial judgement; sizes are parts of a whole."
    return (opening, *(_paragraph(view, compared) for compared in view.roles))


def _paragraph(view: View, compared: Compared) -> str:
    portfolio = section(view).roles[compared.id]
    listed = "; ".join(
        f"{group.count} × {view.model.catalogue.accounts[group.account].name} of size {group.size}"
        for group in portfolio.groups
    )
    whole = f"{account_count(portfolio)} in all, together {total(portfolio)}"
    return f"{compared.role.name}: {portfolio.headline}. {listed}; {whole}. {portfolio.rationale}"


def section(view: View) -> Portfolio:
    """What the comparison says of portfolios."""
    assert view.comparison.portfolio is not None
    return view.comparison.portfolio


def total(portfolio: RolePortfolio) -> int:
    """How large all accounts of a role are together, in parts."""
    return sum(group.count * group.size for group in portfolio.groups)


def account_count(portfolio: RolePortfolio) -> int:
    """How many accounts a role has."""
    return sum(group.count for group in portfolio.groups)
