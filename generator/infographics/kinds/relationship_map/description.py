"""The contacts in words.

In: a `View` of a comparison. Out: the data table and the paragraphs that say what the picture shows, and the
alternative text of a size that names no contact.
"""

from __future__ import annotations

from generator.infographics.parts.wording import one, within
from generator.infographics.picture import Table
from generator.layout import Size
from generator.model import Compared, Ties, View


def table(view: View) -> Table:
    columns = ("Role", "In short", view.words.accounts, "Contact", "Why")
    rows = []
    for compared in view.roles:
        ties = section(view).roles[compared.id]
        known = str(ties.inside or "Each contact another")
        said = (str(compared.role.name), str(ties.headline), known)
        rows += [(*said, str(contact.name), str(ties.rationale)) for contact in ties.contacts]
    return Table(columns, tuple(rows))


def is_named(size: Size) -> bool:
    """Whether contacts have their names: not where the picture is seen small, nor where there is no room for all."""
    return not size.brief and size.most is None


def alt(view: View, size: Size) -> str:
    if is_named(size):
        return ""
    told = (f"{compared.role.name}: {_shape(view, compared)}." for compared in view.roles)
    return f"Outlines are {within(view.words.accounts)} and discs are contacts, without their names. {' '.join(told)}"


def _shape(view: View, compared: Compared) -> str:
    ties = section(view).roles[compared.id]
    if ties.inside:
        return "several discs in one outline" if len(ties.contacts) > 1 else "one disc in one outline"
    return "many outlines with one disc in each"


def describe(view: View) -> tuple[str, ...]:
    opening = f"{section(view).text}. The picture is schematic, an editorial judgement."
    return (opening, *(_paragraph(view, compared) for compared in view.roles))


def _paragraph(view: View, compared: Compared) -> str:
    ties = section(view).roles[compared.id]
    listed = "; ".join(contact.name for contact in ties.contacts)
    where = (
        f"All contacts belong to one: {ties.inside}"
        if ties.inside
        else f"Each contact is {one(view.words.account)} of its own"
    )
    return f"{compared.role.name}: {ties.headline}. {where}. Contacts: {listed}. {ties.rationale}"


def section(view: View) -> Ties:
    """What the comparison says of contacts."""
    assert view.comparison.ties is not None
    return view.comparison.ties
