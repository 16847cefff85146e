"""The weeks in words, and in which order they are told.

In: a `View` of a comparison. Out: the data table, the paragraphs and the alternative text that say what the picture
shows.
"""

from __future__ import annotations

from generator.infographics.kinds.week_in_the_role.quarter_days import Time, days, rounded
from generator.infographics.picture import Table
from generator.layout import Size
from generator.model import Activity, Compared, RoleWeek, View, Week

# How many activities a brief picture of two roles shows; of more roles one.
_BRIEF = 2


def table(view: View) -> Table:
    weeks = [week_of(view, compared) for compared in view.roles]
    rows = [("In short", *(str(week.headline) for week in weeks))]
    rows += [(str(activity.name), *_times(view, activity)) for activity in by_difference(view)]
    rows.append(("Why", *(str(week.rationale) for week in weeks)))
    return Table(("Activity", *(compared.role.name for compared in view.roles)), tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    opening = (
        "Editorial judgement: how a typical week of five days divides, to a quarter of a day. "
        f"{section(view).text}. The activities on which the roles differ most stand first."
    )
    return (opening, *(_paragraph(view, compared) for compared in view.roles))


def _paragraph(view: View, compared: Compared) -> str:
    week = week_of(view, compared)
    times = "; ".join(f"{activity.name} {days(spent(view, compared, activity))}" for activity in by_difference(view))
    return f"{compared.role.name}: {week.headline}. {times}. {week.rationale}"


def alt(view: View, size: Size) -> str:
    """What a size that shows some of the activities shows."""
    shown, every = pictured(view, size), section(view).activities
    if len(shown) == len(every):
        return ""
    names = [str(compared.role.name) for compared in view.roles]
    told = (
        f"{activity.name}: "
        + ", ".join(f"{name} {time}" for name, time in zip(names, _times(view, activity), strict=True))
        for activity in shown
    )
    some = f"{len(shown)} of {len(every)} activities of a week, where the roles differ most"
    return f"Bars for {some}. {'. '.join(told)}."


def _times(view: View, activity: Activity) -> list[str]:
    return [days(spent(view, compared, activity)) for compared in view.roles]


def pictured(view: View, size: Size) -> list[Activity]:
    """The activities that a size shows, in its order."""
    few = _BRIEF if len(view.roles) == _BRIEF else 1
    return by_difference(view)[: few if size.brief else None]


def by_difference(view: View) -> list[Activity]:
    """The activities, those first on which the roles differ most."""

    weeks = [rounded(week_of(view, compared).shares) for compared in view.roles]

    def difference(activity: Activity) -> int:
        times = [week[activity.id].quarters for week in weeks]
        return max(times) - min(times)

    return sorted(section(view).activities, key=lambda activity: -difference(activity))


def spent(view: View, compared: Compared, activity: Activity) -> Time:
    """A role's time for an activity."""
    return rounded(week_of(view, compared).shares)[activity.id]


def section(view: View) -> Week:
    """What the comparison says of weeks."""
    assert view.comparison.week is not None, "a picture of this kind is only listed where there is a week"
    return view.comparison.week


def week_of(view: View, compared: Compared) -> RoleWeek:
    """A role's week."""
    return section(view).roles[compared.id]
