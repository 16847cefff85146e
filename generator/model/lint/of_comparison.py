"""What can be said of one comparison with its roles.

In: a comparison, its roles, the catalogue, and the texts that stand beside every comparison. Out: `ComparisonFindings`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.lint import alt_text, balance, repetition, untrue
from generator.model.lint.pictured import Subject
from generator.model.lint.texts import texts
from generator.model.reading.tree import Path
from generator.model.schema import Catalogue, Comparison, Role
from generator.model.text import Text
from generator.problems import Problem

_HEADINGS = ("title", "name", "alt")  # a picture may well have the comparison's title


@dataclass(frozen=True, slots=True)
class ComparisonFindings:
    """Problems; and the texts beside every comparison, by number, of which what they repeat is said here."""

    problems: tuple[Problem, ...]
    told: frozenset[int] = frozenset()


def found(
    comparison: Comparison, compared: Mapping[str, Role], catalogue: Catalogue, common: repetition.Indexed
) -> ComparisonFindings:
    """All findings on one comparison."""
    own = texts(comparison)
    roles = {name: texts(role) for name, role in compared.items()}
    indexed = repetition.indexed(facts([*roles.values(), own]))
    beside = tuple(repetition.beside(indexed, common))
    problems = (
        *balance.check(own, roles),
        *indexed.repeated.values(),
        *(problem for _, problem in beside if problem),
        *alt_text.check(comparison),
        *untrue.check(Subject(comparison, compared, catalogue)),
    )
    return ComparisonFindings(problems, frozenset(number for number, _ in beside if number in common.repeated))


def facts(parts: Iterable[Sequence[tuple[Path, Text]]]) -> Iterator[Text]:
    """The texts that state something."""
    return (text for part in parts for path, text in part if path[-1] not in _HEADINGS)
