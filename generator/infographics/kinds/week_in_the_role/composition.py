"""A bar for each activity and role, on one scale of days.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from generator.infographics.kinds.week_in_the_role.bars import AtMost, Bar
from generator.infographics.kinds.week_in_the_role.description import by_difference, pictured, section, spent, week_of
from generator.infographics.kinds.week_in_the_role.quarter_days import days, number
from generator.infographics.parts.badges import role_pill
from generator.infographics.parts.columns import even_rows, grouped
from generator.infographics.parts.notes import judgement
from generator.infographics.parts.role_key import role_key
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Fixed, Grid, Group, Pad, Row, Rule, Space, Stack
from generator.model import Activity, Compared, View

# More bars than these, on a wide page and on any other, stand in a column for each role: below each other they have no
# room on a page of fixed height.
_MANY_WIDE, _MANY = 15, 12
_WIDE = 800
# So thick is a bar in a column: as high as a line of its text, so that all are where some names take two lines.
_THICK = 3.3


def compose(view: View, sketch: Sketch) -> Box:
    if sketch.size.brief:
        return _groups(view, sketch)
    in_columns = _too_many(view, sketch)
    parts: list[Box] = [_columns(view, sketch)] if in_columns else [role_key(view.roles, sketch), _groups(view, sketch)]
    grow = frozenset({len(parts) - 1})
    if sketch.size.height is None or sketch.size.full:
        parts.append(_reasons(view, sketch))
    return Stack(parts, gap=sketch.space(3), grow=grow)


def note(view: View, sketch: Sketch) -> Box | None:
    some, every = len(pictured(view, sketch.size)), len(section(view).activities)
    count = f"{some} of {every} activities" if some < every else ""
    return judgement(sketch, (section(view).text,), across=3.5, down=0.6, count=count)


def _too_many(view: View, sketch: Sketch) -> bool:
    """Whether there are too many bars to stand below each other."""
    size, bars = sketch.size, len(section(view).activities) * len(view.roles)
    limited = size.height is not None and not size.full
    return limited and bars > (_MANY_WIDE if size.width >= _WIDE else _MANY)


def _name(activity: Activity, sketch: Sketch, look: str) -> Box:
    name = sketch.text(activity.name, look)
    wide = sketch.size.width > 1.1 * (sketch.size.height or 0.0)
    return sketch.labelled(activity.icon, name, "shared.solid") if wide and not sketch.size.brief else name


def _small(sketch: Sketch) -> str:
    """The type beside bars: where all type is large, not as large as the title."""
    return "tag" if sketch.size.brief else "label"


def _bar(view: View, compared: Compared, activity: Activity, sketch: Sketch, *, unit: bool) -> Bar:
    """The bar of a role, all bars of a picture on one scale; with `unit` those of its first activity name it."""
    shown = pictured(view, sketch.size)

    def words(one: Compared, of: Activity) -> str:
        return (days if unit and of is shown[0] else number)(spent(view, one, of))

    every = [(one, of) for one in view.roles for of in shown]
    widest = max(sketch.text(words(*entry), _small(sketch)).widths().max for entry in every)
    longest = max(spent(view, *entry).quarters for entry in every)
    length = spent(view, compared, activity).quarters / max(longest, 1)
    text = sketch.text(words(compared, activity), _small(sketch))
    return Bar(text, length, compared.solid, widest, text.style.size)


# --- the roles' bars below each other ---------------------------------------------------------------------------------


def _groups(view: View, sketch: Sketch) -> Box:
    """A line for each activity: its name, then a bar for each role."""
    look = "tag" if sketch.size.brief else "strong"
    activities = pictured(view, sketch.size)
    lines = [(_name(activity, sketch, look), _bars(view, activity, sketch)) for activity in activities]
    names = [activity.name for activity in activities]
    if sketch.size.narrow:
        stacks = [Stack(line, gap=sketch.space(1.4)) for line in lines]
        return even_rows(grouped(names, stacks), sketch.space(2.4), Rule())
    cells = [(Pad(name, valign="middle"), bars) for name, bars in lines]
    return Grid(cells, (0.32, 0.68), sketch.space(4), sketch.space(0.7), Rule(), names)


def _bars(view: View, activity: Activity, sketch: Sketch) -> Box:
    tags = [sketch.text(compared.role.abbreviation, _small(sketch), compared.solid) for compared in view.roles]
    widest = max(tag.widths().max for tag in tags)
    lines = [
        Row(
            (Fixed(Pad(tag, valign="middle"), widest), _bar(view, one, activity, sketch, unit=True)),
            sketch.space(2),
            None,
            "fill",
            stretch=1,
        )
        for tag, one in zip(tags, view.roles, strict=True)
    ]
    named = grouped([compared.role.name for compared in view.roles], lines)
    return AtMost(even_rows(named, sketch.space(0.6)), sketch.space(9) * len(lines))


# --- a column for each role -------------------------------------------------------------------------------------------


def _columns(view: View, sketch: Sketch) -> Box:
    shares, gap = (1.2, *[1.0] * len(view.roles)), sketch.space(3)
    rows, roles = list[list[Box]](), [compared.role.name for compared in view.roles]
    for activity in by_difference(view):
        bars = [
            AtMost(_bar(view, compared, activity, sketch, unit=False), sketch.space(_THICK)) for compared in view.roles
        ]
        rows.append([Pad(_name(activity, sketch, "label"), valign="middle"), *grouped(roles, bars)])
    pills: list[Box] = [Row((role_pill(sketch, compared),)) for compared in view.roles]
    names = [sketch.text(compared.role.name, "label", compared.solid) for compared in view.roles]
    unit = sketch.text("Days", "label", "muted")
    head = Stack((Row((Space(), *pills), gap, shares), Row((unit, *names), gap, shares)), gap=sketch.space(0.6))
    activities = [activity.name for activity in by_difference(view)]
    parts = (Group("Roles", head), Rule(), Grid(rows, shares, gap, sketch.space(0.8), Rule(), activities))
    return Stack(parts, gap=sketch.space(0.8), grow=frozenset({len(parts) - 1}))


# --- what the roles' weeks come to, where there is room for words -----------------------------------------------------


def _reasons(view: View, sketch: Sketch) -> Box:
    abreast = sketch.abreast(len(view.roles))
    panels = [_reason(view, compared, sketch) for compared in view.roles]
    rows = [panels[start : start + abreast] for start in range(0, len(panels), abreast)]
    gap = sketch.space(3)
    return Stack([Row(row, gap, [1.0] * abreast, valign="fill") for row in rows], gap=gap)


def _reason(view: View, compared: Compared, sketch: Sketch) -> Box:
    week = week_of(view, compared)
    name = sketch.text(compared.role.name, "label", compared.solid)
    words = (name, sketch.text(week.headline, "strong"), sketch.text(week.rationale, "note", "muted"))
    panel = sketch.panel(Stack(words, gap=sketch.space(0.8)), compared.hue, compared.swatch.marker)
    return Group(name.text, panel)
