"""The rows of the matrix, in groups of skills that the same roles need.

In: a `View` of a comparison. Out: groups in their order, and the rows that a brief picture has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import LEVELS, Compared, Level, Skill, View

# So many skills stand on a brief picture of two roles, and of more.
_BRIEF, _BRIEF_OF_MORE = 4, 2


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
class Group:
    """Skills that the same roles need."""

    roles: tuple[Compared, ...]
    skills: tuple[Needed, ...]


def groups(view: View) -> list[Group]:
    """What each role alone needs, and what all need: between the two of two roles, after more."""
    found = {tuple(compared.id for compared in group.roles): group for group in _own(view)}
    own = sorted(found.values(), key=lambda group: len(group.roles))
    skills = view.model.catalogue.skills
    entries = [Needed(skills[one.skill], one.levels, str(one.text)) for one in view.comparison.shared.skills]
    shared = Group(view.roles, tuple(sorted(entries, key=lambda entry: -entry.lead(view))))
    return [own[0], shared, own[1]] if len(view.roles) == len(own) == 2 else [*own, shared]


def _own(view: View) -> Iterator[Group]:
    """Groups of what not all roles need, the best mastered first."""
    rows: dict[tuple[str, ...], list[Needed]] = {}
    for place, compared in enumerate(view.roles):
        before = {entry.skill for earlier in view.roles[:place] for entry in earlier.role.skills}
        for entry in compared.role.skills:
            if entry.skill in before:
                continue
            holders = [
                (role.id, other)
                for role in view.roles
                for other in (
                    [entry] if role is compared else [one for one in role.role.skills if one.skill == entry.skill][:1]
                )
            ]
            use = " ".join(str(other.use) for _, other in holders)
            levels: dict[str, Level] = {role: other.level for role, other in holders}
            rows.setdefault(tuple(levels), []).append(Needed(view.skill(entry), levels, use))
    for holders_ids, skills in rows.items():
        best = sorted(skills, key=lambda entry: -max(LEVELS.index(level) for level in entry.levels.values()))
        yield Group(tuple(compared for compared in view.roles if compared.id in holders_ids), tuple(best))


def telling(view: View) -> tuple[Needed, ...]:
    """The shared skills whose levels lie furthest apart, in the order of their group."""
    (shared,) = (group.skills for group in groups(view) if group.roles == view.roles)
    count = _BRIEF if len(view.roles) == 2 else _BRIEF_OF_MORE
    most = sorted(range(len(shared)), key=lambda place: -shared[place].spread)[:count]
    return tuple(shared[place] for place in sorted(most))


def used_levels(skills: Sequence[Needed]) -> list[Level]:
    """The levels that occur, the highest first."""
    return [level for level in reversed(LEVELS) if any(level in entry.levels.values() for entry in skills)]
