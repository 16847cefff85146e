"""Texts that `visavis new` and `visavis diff --write` wrote and nobody has replaced.

In: the model, of which roles, comparisons and changes count. Out: one warning a file, at the first of its placeholders,
and the places of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.model.placeholders import unwritten
from generator.model.schema import Model
from generator.problems import Place, Problem, Severity


def found(model: Model) -> list[tuple[Place, ...]]:
    """The places of the placeholders of each file that has some."""
    parts = (*model.roles.values(), *model.comparisons.values(), model.changes)
    return [places for part in parts if (places := of_part(part))]


def of_part(part: Any) -> tuple[Place, ...]:
    """The places of the placeholders of one file."""
    return tuple(sorted(text.place for text in unwritten(part)))


def check(files: Iterable[Sequence[Place]]) -> Iterator[Problem]:
    """A warning for each file that has some."""
    for found in filter(None, files):
        one = len(found) == 1
        message = (
            f"{len(found)} {'text is a placeholder' if one else 'texts are placeholders'} that nobody has replaced"
        )
        lines = ", ".join(str(place.line) for place in found[:_LISTED])
        more = " and below" if len(found) > _LISTED else ""
        fix = f"write your own text in {'its' if one else 'their'} place: line{'s' * (not one)} {lines}{more}"
        yield Problem("placeholder-text", found[0], message, fix, Severity.WARNING)


def places(files: Iterable[Sequence[Place]]) -> frozenset[Place]:
    """Where placeholders stand; whatever else is said of them helps nobody."""
    return frozenset(place for found in files for place in found)


_LISTED = 12
