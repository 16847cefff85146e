"""How alike roles are, by what they name of the catalogue: skills, measures and partners. Pure.

In: the model. Out: the `Traits` of each role; of two of them a `Similarity` from 0 to 1 with what they have in common
by name; and the roles most like one. Texts are not compared: what people word in the same way they need not mean alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model.schema import Model


@dataclass(frozen=True)
class Traits:
    """The ids of what a role names, its own first, then what it shares in its comparisons."""

    skills: tuple[str, ...]
    metrics: tuple[str, ...]
    partners: tuple[str, ...]

    @cached_property
    def every(self) -> frozenset[tuple[str, str]]:
        """All of it, each with what it is, since a skill and a partner may have the same id."""
        lists = {"skill": self.skills, "metric": self.metrics, "partner": self.partners}
        return frozenset((what, id) for what, ids in lists.items() for id in ids)


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
    return {
        id: Traits(
            skills=_once((*(str(one.skill) for one in role.skills), *shared.get(id, ()))),
            metrics=_once(str(one.metric) for one in role.metrics),
            partners=_once(str(one.partner) for one in role.partners),
        )
        for id, role in model.roles.items()
    }


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
    own = every[role]
    values = {id: value for id, other in every.items() if id != role and (value := _value(own, other))}
    first = sorted(values, key=lambda id: (-values[id], id))[:most]
    return tuple((id, similarity(own, every[id])) for id in first)


def _value(one: Traits, other: Traits) -> float:
    """Of a thousand roles a million pairs are asked for: one set is made a pair."""
    both = len(one.every & other.every)
    return both / (len(one.every) + len(other.every) - both) if both else 0.0


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _common(ids: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(id for id in ids if id in others)
