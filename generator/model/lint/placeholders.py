"""Texts that `visavis new` and `visavis diff --write` wrote and nobody has replaced.

In: the model, of which roles, comparisons and changes count. Out: one warning a file, at the first of its placeholders,
and the places of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.placeholders import unwritten
from generator.model.schema import Model
from generator.model.text import Text
from generator.problems import Place, Problem, Severity


def found(model: Model) -> list[list[Text]]:
    """The placeholders of each file that has some."""
    parts = (*model.roles.values(), *model.comparisons.values(), model.changes)
    files = ([*unwritten(part)] for part in parts)
    return [sorted(texts, key=lambda text: text.place) for texts in files if texts]


def check(files: Iterable[list[Text]]) -> Iterator[Problem]:
    """A warning for each file."""
    for texts in files:
        one = len(texts) == 1
        message = (
            f"{len(texts)} {'text is a placeholder' if one else 'texts are placeholders'} that nobody has replaced"
        )
        lines = ", ".join(str(text.place.line) for text in texts[:_LISTED])
        more = " and below" if len(texts) > _LISTED else ""
        fix = f"write your own text in {'its' if one else 'their'} place: line{'s' * (not one)} {lines}{more}"
        yield Problem("placeholder-text", texts[0].place, message, fix, Severity.WARNING)


def places(files: Iterable[list[Text]]) -> frozenset[Place]:
    """Where placeholders stand; whatever else is said of them helps nobody."""
    return frozenset(text.place for texts in files for text in texts)


_LISTED = 12
