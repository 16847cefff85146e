"""A catalogue: a site of so many roles and comparisons that its navigation could not hold them.

In: the model's questions. Out: whether the site is one, and the groups of roles and comparisons that have a page of
their own: families, letters and skills.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.model import LEVELS, Comparison, Family, Level, Model, Role, Skill
from generator.pages.alphabet import letter_of, plain
from generator.pages.entry import Entry

T = TypeVar("T")
# Entries that a navigation holds; a site of one comparison may have more, which never grow.
MOST = 30
_FEW_ROLES = 4
FEW = 5  # comparisons whose pictures stand together on one page
_MOST_FAMILIES = 12  # that the navigation names
# Kinds of pages of which there is one.
_LISTED = {
    "home", "comparisons", "roles", "compare", "skills", "gallery", "slides", "glossary", "sources", "changes"
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """Roles and comparisons with a page of their own. `id` is part of its address, `name` its heading."""

    id: str
    name: str
    roles: tuple[Entry[Role], ...]
    comparisons: tuple[Entry[Comparison], ...]


@dataclass(frozen=True, slots=True)
class Needed:
    """A skill and the roles that need it, by the level that they need, the highest first."""

    id: str
    skill: Skill
    levels: tuple[tuple[Level, tuple[Entry[Role], ...]], ...]

    @property
    def name(self) -> str:
        return self.skill.name

    @property
    def count(self) -> int:
        return sum(len(roles) for _, roles in self.levels)


def is_catalogue(model: Model) -> bool:
    """Whether there are more pages of roles, comparisons and pictures than a navigation holds."""
    if len(model.comparisons) == 1 and len(model.roles) <= _FEW_ROLES:
        return False
    pages = (1 + len(one.topics) + len(one.infographics) for one in model.comparisons.values())
    return len(model.roles) + sum(pages) > MOST


def in_navigation(kind: str, families: int) -> bool:
    """Whether pages of that kind stand in the navigation of a catalogue that has so many families."""
    return kind in _LISTED or (kind == "family" and families <= _MOST_FAMILIES)


def families(
    known: Mapping[str, Family], roles: Iterable[Entry[Role]], comparisons: Iterable[Entry[Comparison]]
) -> tuple[Group, ...]:
    """Those that somebody belongs to, in the order of the catalogue."""
    by_role = _grouped((role.of.family or "", role) for role in roles)
    by_comparison = _grouped((one.of.family or "", one) for one in comparisons)
    return tuple(
        Group(id, family.name, by_name(by_role.get(id, ())), by_name(by_comparison.get(id, ())))
        for id, family in known.items()
        if id in by_role or id in by_comparison
    )


def initials(roles: Iterable[Entry[Role]], comparisons: Iterable[Entry[Comparison]]) -> tuple[Group, ...]:
    """By the first letter of their names, in the order of the alphabet."""
    by_role = _grouped((letter_of(role.of.name), role) for role in roles)
    by_comparison = _grouped((letter_of(one.of.name), one) for one in comparisons)
    return tuple(
        Group(letter_id(letter), letter, by_name(by_role.get(letter, ())), by_name(by_comparison.get(letter, ())))
        for letter in sorted({*by_role, *by_comparison})
    )


def letter_id(letter: str) -> str:
    """The letter in an address: itself, or the number of a sign that an address would have to escape."""
    return letter.lower() if letter.isascii() and letter.isalnum() else f"u{ord(letter):x}"


def needed_skills(model: Model, roles: Iterable[Entry[Role]]) -> tuple[Needed, ...]:
    """Every skill that a role needs, by name; of a role in several comparisons the highest level counts."""
    wanted: dict[str, dict[str, Level]] = {}
    for role, skill, level in _levels(model):
        found = wanted.setdefault(skill, {})
        if role not in found or LEVELS.index(level) > LEVELS.index(found[role]):
            found[role] = level
    entries = {role.id: role for role in by_name(roles)}
    made = (Needed(id, model.catalogue.skills[id], _by_level(found, entries)) for id, found in wanted.items())
    return tuple(sorted(made, key=lambda one: (plain(one.name), one.id)))


def _levels(model: Model) -> Iterator[tuple[str, str, Level]]:
    for id, role in model.roles.items():
        yield from ((id, str(one.skill), one.level) for one in role.skills)
    for comparison in model.comparisons.values():
        for shared in comparison.shared.skills:
            yield from ((role, str(shared.skill), level) for role, level in shared.levels.items())


def _by_level(
    found: Mapping[str, Level], entries: Mapping[str, Entry[Role]]
) -> tuple[tuple[Level, tuple[Entry[Role], ...]], ...]:
    every = ((level, tuple(one for id, one in entries.items() if found.get(id) == level)) for level in reversed(LEVELS))
    return tuple((level, roles) for level, roles in every if roles)


def by_name(entries: Iterable[Entry[T]]) -> tuple[Entry[T], ...]:
    """By alphabet; a letter with an accent stands among those without."""
    return tuple(sorted(entries, key=lambda one: (plain(one.name), one.id)))


def _grouped(pairs: Iterable[tuple[str, Entry[T]]]) -> dict[str, list[Entry[T]]]:
    found: dict[str, list[Entry[T]]] = {}
    for name, entry in pairs:
        found.setdefault(name, []).append(entry)
    return found
