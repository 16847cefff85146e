"""The contacts and their ties in words.

In: a `View` of a comparison. Out: the data table and the paragraphs that say what the picture shows.
"""

from __future__ import annotations

from generator.infographics.picture import Table
from generator.model import Compared, Ties, View

STRENGTHS = {1: "loose", 2: "firm", 3: "close"}


def table(view: View) -> Table:
    columns = ("Role", "In short", "Customers", "Contact", "Tie, 1 to 3", "Why")
    rows = []
    for compared in view.roles:
        ties = section(view).roles[compared.id]
        for contact in ties.contacts:
            tie = f"{contact.strength} ({STRENGTHS[contact.strength]})"
            known = str(ties.inside or "Each contact another")
            rows.append(
                (str(compared.role.name), str(ties.headline), known, str(contact.name), tie, str(ties.rationale))
            )
    return Table(columns, tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    opening = f"{section(view).text}. The picture is schematic, an editorial judgement."
    return (opening, *(_paragraph(view, compared) for compared in view.roles))


def _paragraph(view: View, compared: Compared) -> str:
    ties = section(view).roles[compared.id]
    listed = "; ".join(f"{contact.name} ({STRENGTHS[contact.strength]})" for contact in ties.contacts)
    where = f"All contacts belong to one: {ties.inside}" if ties.inside else "Each contact is a customer of its own"
    return f"{compared.role.name}: {ties.headline}. {where}. Contacts and ties: {listed}. {ties.rationale}"


def section(view: View) -> Ties:
    """What the comparison says of contacts and ties."""
    assert view.comparison.ties is not None
    return view.comparison.ties
