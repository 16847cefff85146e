"""How alike roles are, by what they name of the catalogue: skills, measures and partners. Pure.

In: the model. Out: the `Traits` of each role; of two of them a `Similarity` from 0 to 1 with what they have in common
by name; and the roles most like one. Texts are not compared: what people word in the same way they need not mean alike.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.schema import Model


@dataclass(frozen=True, slots=True)
class Traits:
    """The ids of what a role names, its own first, then what it shares in its comparisons.

    `bits` has a bit for each of them, the same for all roles that were numbered together: of a thousand roles half a
    million pairs are compared, and a number takes a tenth of the time that a set does.
    """

    skills: tuple[str, ...]
    metrics: tuple[str, ...]
    partners: tuple[str, ...]
    bits: int


@dataclass(frozen=True, slots=True)
class Similarity:
    """`value` is the part that both name of what either names (Jaccard's index); the ids are of what both name."""

    value: float
    skills: tuple[str, ...]
    metrics: tuple[str, ...]
    partners: tuple[str, ...]

    @property
    def percent(self) -> int:
        """The value as people read it."""
        return round(100 * self.value)


def traits(model: Model) -> dict[str, Traits]:
    """By role, in the order of the model."""
    shared: dict[str, list[str]] = {}
    for comparison in model.comparisons.values():
        for role in comparison.roles:
            shared.setdefault(role, []).extend(str(skill.skill) for skill in comparison.shared.skills)
    return numbered(
        {
            id: (
                _once((*(str(one.skill) for one in role.skills), *shared.get(id, ()))),
                _once(str(one.metric) for one in role.metrics),
                _once(str(one.partner) for one in role.partners),
            )
            for id, role in model.roles.items()
        }
    )


def numbered(named: Mapping[str, tuple[tuple[str, ...], ...]]) -> dict[str, Traits]:
    """By role, from its skills, measures and partners. A skill is no partner of the same id."""
    numbers: dict[tuple[int, str], int] = {}
    found = {}
    for role, (skills, metrics, partners) in named.items():
        every = {(what, id) for what, ids in enumerate((skills, metrics, partners)) for id in ids}
        bits = sum(1 << numbers.setdefault(one, len(numbers)) for one in every)
        found[role] = Traits(skills, metrics, partners, bits)
    return found


def similarity(one: Traits, other: Traits) -> Similarity:
    """0 where nothing is common or one names nothing; 1 where both name the same. The same either way round but for the
    order of what is common, which is that of the first.
    """
    return Similarity(
        value=_value(one, other),
        skills=_common(one.skills, other.skills),
        metrics=_common(one.metrics, other.metrics),
        partners=_common(one.partners, other.partners),
    )


def nearest(role: str, every: Mapping[str, Traits], most: int) -> tuple[tuple[str, Similarity], ...]:
    """So many other roles at most, the most alike first and equal ones by id; none that has nothing in common."""
    own, bits = every[role], every[role].bits
    # Written out, since half a million pairs of a thousand roles come by here.
    values = [
        (-both / (bits | other.bits).bit_count(), id)
        for id, other in every.items()
        if (both := (bits & other.bits).bit_count()) and id != role
    ]
    return tuple((id, similarity(own, every[id])) for _, id in heapq.nsmallest(most, values))


def _value(one: Traits, other: Traits) -> float:
    both = (one.bits & other.bits).bit_count()
    return both / (one.bits | other.bits).bit_count() if both else 0.0


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _common(ids: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(id for id in ids if id in others)
