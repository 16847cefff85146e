"""The skills in words.

In: a `View` of a comparison. Out: the data table and the paragraphs that say the same as the picture.
"""

from __future__ import annotations

from generator.infographics.parts.wording import both_or_all
from generator.infographics.picture import Table
from generator.model import Compared, RoleSkill, SharedSkill, View


def table(view: View) -> Table:
    columns = ("Skill", "Needed by", *(f"{compared.role.name}: level" for compared in view.roles), "Use")
    return Table(columns, (*_shared_rows(view), *_own_rows(view)))


def _shared_rows(view: View) -> list[tuple[str, ...]]:
    return [
        (
            shared_name(view, entry),
            both_or_all(view),
            *(entry.levels[compared.id] for compared in view.roles),
            str(entry.text),
        )
        for entry in view.comparison.shared.skills
    ]


def _own_rows(view: View) -> list[tuple[str, ...]]:
    return [
        (
            str(view.skill(entry).name),
            str(compared.role.name),
            *(entry.level if other is compared else "" for other in view.roles),
            str(entry.use),
        )
        for compared in view.roles
        for entry in ordered(compared)
    ]


def describe(view: View) -> tuple[str, ...]:
    shared = "; ".join(
        f"{shared_name(view, entry)}, "
        + ", ".join(f"{compared.role.name} {entry.levels[compared.id]}" for compared in view.roles)
        for entry in view.comparison.shared.skills
    )
    own = (
        f"Own skills of the {compared.role.name}: "
        + "; ".join(f"{view.skill(entry).name} ({entry.level})" for entry in ordered(compared))
        + "."
        for compared in view.roles
    )
    return (f"Shared skills, each with the level that a role needs: {shared}.", *own)


def ordered(compared: Compared) -> list[RoleSkill]:
    """The role's own skills, those that lead first."""
    return sorted(compared.role.skills, key=lambda entry: not entry.headline)


def shared_name(view: View, entry: SharedSkill) -> str:
    """The name of a shared skill."""
    return view.model.catalogue.skills[entry.skill].name
