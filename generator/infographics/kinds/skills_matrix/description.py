"""The skills in words.

In: a `View` of a comparison. Out: the data table, the paragraphs and the alternative text that say what the picture
shows.
"""

from __future__ import annotations

from generator.infographics.kinds.skills_matrix.groups import Needed, SkillGroup, groups
from generator.infographics.kinds.skills_matrix.shown import counted, shown, telling
from generator.infographics.parts.wording import both_or_all
from generator.infographics.picture import Table
from generator.layout import Size
from generator.model import Compared, View


def table(view: View) -> Table:
    columns = ("Skill", "Needed by", *(f"{compared.role.name}: level" for compared in view.roles), "Use")
    rows = [
        (str(entry.skill.name), needed_by(view, group), *_levels(view, entry), entry.use)
        for group in groups(view)
        for entry in group.skills
    ]
    return Table(columns, tuple(rows))


def _levels(view: View, entry: Needed) -> list[str]:
    return [entry.levels.get(compared.id, "") for compared in view.roles]


def describe(view: View) -> tuple[str, ...]:
    return tuple(_paragraph(view, group) for group in groups(view))


def _paragraph(view: View, group: SkillGroup) -> str:
    skills = "; ".join(f"{entry.skill.name}, {_told(group.roles, entry)}" for entry in group.skills)
    if len(group.roles) == 1:
        return f"Only the {needed_by(view, group)} needs: {skills}."
    names = needed_by(view, group)
    return f"{names.capitalize() if group.roles == view.roles else names} need: {skills}."


def _told(roles: tuple[Compared, ...], entry: Needed) -> str:
    """The levels of a skill: by role, where there are several."""
    if len(roles) == 1:
        return str(entry.levels[roles[0].id])
    return ", ".join(f"{compared.role.name} {entry.levels[compared.id]}" for compared in roles)


def needed_by(view: View, group: SkillGroup) -> str:
    """The roles of a group in words."""
    if group.roles == view.roles:
        return both_or_all(view)
    return " and ".join(str(compared.role.name) for compared in group.roles)


def alt(view: View, size: Size) -> str:
    """What a size that shows some of the skills shows."""
    if not size.brief:
        count = counted(view, size)
        return f"{count}. {' '.join(_paragraph(view, group) for group in shown(view, size))}" if count else ""
    some, every = telling(view, size), sum(len(group.skills) for group in groups(view))
    told = "; ".join(f"{entry.skill.name}: {_told(view.roles, entry)}" for entry in some)
    which = f"{len(some)} of {every} skills, those that {both_or_all(view)} roles need at the most different levels"
    return f"Marks for {which}. {told}."
