"""The weeks in words.

In: a `View` of a comparison. Out: the data table and the paragraphs that say what the picture shows.
"""

from __future__ import annotations

from generator.infographics.picture import Table
from generator.model import Compared, RoleWeek, View, Week


def table(view: View) -> Table:
    weeks = [week_of(view, compared) for compared in view.roles]
    rows = [("What one sees", *(str(week.headline) for week in weeks))]
    rows += [
        (str(activity.name), *(f"{week.shares[activity.id]}%" for week in weeks))
        for activity in section(view).activities
    ]
    rows.append(("Why", *(str(week.rationale) for week in weeks)))
    return Table(("Activity", *(compared.role.name for compared in view.roles)), tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    opening = f"Editorial judgement: how a typical week divides, in percent. {section(view).text}."
    return (opening, *(_paragraph(view, compared) for compared in view.roles))


def _paragraph(view: View, compared: Compared) -> str:
    week = week_of(view, compared)
    shares = "; ".join(f"{activity.name} {week.shares[activity.id]}%" for activity in section(view).activities)
    return f"{compared.role.name}: {week.headline}. {shares}. {week.rationale}"


def section(view: View) -> Week:
    """What the comparison says of weeks."""
    assert view.comparison.week is not None, "a picture of this kind is only listed where there is a week"
    return view.comparison.week


def week_of(view: View, compared: Compared) -> RoleWeek:
    """A role's week."""
    return section(view).roles[compared.id]
