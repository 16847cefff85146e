"""The rows of the matrix, in groups of skills that the same roles need.

In: a `View` of a comparison. Out: groups in their order, and the levels that occur.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import LEVELS, Compared, Level, RoleSkill, Skill, View


@dataclass(frozen=True, slots=True)
class Needed:
    """A skill, the level that each role needs by the role's id, and what it is used for."""

    skill: Skill
    levels: Mapping[str, Level]
    use: str

    def lead(self, view: View) -> int:
        """By how many levels the first role needs it better than the last."""
        first, last = view.roles[0], view.roles[-1]
        return LEVELS.index(self.levels[first.id]) - LEVELS.index(self.levels[last.id])

    @property
    def spread(self) -> int:
        """How many levels lie between the roles that need it."""
        found = [LEVELS.index(level) for level in self.levels.values()]
        return max(found) - min(found)


@dataclass(frozen=True, slots=True)
class SkillGroup:
    """Skills that the same roles need: those that are shown, of every one of them."""

    roles: tuple[Compared, ...]
    skills: tuple[Needed, ...]
    every: tuple[Needed, ...]


def groups(view: View) -> list[SkillGroup]:
    """What each role alone needs, and what all need: between the two of two roles, after more."""
    rows: dict[tuple[str, ...], list[Needed]] = {}
    for entry in _entries(view):
        holders = tuple(compared.id for compared in view.roles if compared.id in entry.levels)
        rows.setdefault(holders, []).append(entry)
    found = [_group(view, holders, entries) for holders, entries in rows.items()]
    found.sort(key=lambda group: len(group.roles))
    return [found[0], found[2], found[1]] if len(view.roles) == 2 and len(found) > 2 else found


def _entries(view: View) -> Iterator[Needed]:
    """Every skill once, with all roles that need it."""
    seen: set[str] = set()
    for compared in view.roles:
        for entry in compared.role.skills:
            if entry.skill not in seen:
                yield _needed(view, entry.skill, compared, entry)
        seen |= {entry.skill for entry in compared.role.skills}
    for shared in view.comparison.shared.skills:
        yield Needed(view.model.catalogue.skills[shared.skill], shared.levels, str(shared.text or ""))


def _needed(view: View, skill: str, compared: Compared, own: RoleSkill) -> Needed:
    """A role's own skill, which of several other roles some may list as well."""
    others = {
        other.id: entry
        for other in view.roles
        for entry in other.role.skills
        if entry.skill == skill and other is not compared
    }
    listed = {compared.id: own, **others}
    use = " ".join(str(entry.use) for entry in listed.values() if entry.use)
    return Needed(view.skill(own), {role: entry.level for role, entry in listed.items()}, use)


def _group(view: View, holders: tuple[str, ...], entries: Sequence[Needed]) -> SkillGroup:
    """What some need is ordered by level, what all need by how much more the first role needs it."""
    roles = tuple(compared for compared in view.roles if compared.id in holders)

    def order(entry: Needed) -> int:
        if roles == view.roles:
            return -entry.lead(view)
        return -max(LEVELS.index(level) for level in entry.levels.values())

    ordered = tuple(sorted(entries, key=order))
    return SkillGroup(roles, ordered, ordered)


def used_levels(skills: Sequence[Needed]) -> list[Level]:
    """The levels that occur, the highest first."""
    return [level for level in reversed(LEVELS) if any(level in entry.levels.values() for entry in skills)]
