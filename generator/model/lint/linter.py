"""Every rule of style, one after another.

In: the model. Out: warnings on wording, terms, balance, repetition, figures, names, what pictures say of
themselves and reviews, on what was left over and what nobody has written yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from generator.model.lint import (
    alt_text,
    balance,
    figures,
    jargon,
    leftovers,
    logo_contrast,
    placeholders,
    repetition,
    untrue,
    wording,
)
from generator.model.lint.pictured import Subject
from generator.model.lint.texts import texts
from generator.model.reading.tree import Tree
from generator.model.schema import Comparison, Model, Part, Role
from generator.model.text import Text
from generator.problems import Problem, Severity

_HEADINGS = ("title", "name", "alt")  # a picture may well have the comparison's title


def check(model: Model, trees: Iterable[tuple[Tree, Any]]) -> Iterator[Problem]:
    """All findings on sound content. `trees` are what it was read from, each with its type."""
    unwritten = placeholders.found(model)
    yield from placeholders.check(unwritten)
    empty = placeholders.places(unwritten)
    yield from (problem for problem in _style(model) if problem.place not in empty)
    yield from leftovers.check(model, trees)


def _style(model: Model) -> Iterator[Problem]:
    """Findings on what is written."""
    for comparison in model.comparisons.values():
        compared = {name: model.roles[name] for name in comparison.roles}
        yield from balance.check(comparison, compared)
        yield from repetition.check(_facts([*compared.values(), comparison, model.catalogue, model.glossary]))
        yield from alt_text.check(comparison)
        yield from untrue.check(Subject(comparison, compared, model.catalogue))
    known = {str(role.abbreviation) for role in model.roles.values()}
    known |= wording.abbreviations(" ".join(text for _, text in texts(model.glossary)))
    prose = tuple(_prose(model))
    yield from wording.check(prose, known)
    yield from jargon.check(prose, _explained(model), model.site.jargon)
    yield from figures.check(model)
    yield from _namesakes(model.roles)
    yield from _namesakes(model.comparisons)
    yield from logo_contrast.check(model)


def overdue(model: Model, trees: Iterable[Tree], today: date) -> Iterator[Problem]:
    """Roles and comparisons that somebody should have read again by now."""
    parts: list[Role | Comparison] = [*model.roles.values(), *model.comparisons.values()]
    days = {part.name.place.file: part.review for part in parts if part.review}
    for tree in trees:
        day = days.get(tree.file)
        if day and day < today:
            message = f"this was to be read again by {day:%d %B %Y}"
            fix = "read the file again, mend what is out of date, and set a new day"
            yield Problem("review-due", tree.place(("review",)), message, fix, Severity.WARNING)


def _prose(model: Model) -> Iterator[Text]:
    """What is written about the subject; a classification's codes and a role's own abbreviation are no prose."""
    for part in (model.roles, model.comparisons, model.catalogue, model.glossary):
        for path, text in texts(part):
            if "occupations" not in path and path[-1] != "abbreviation":
                yield text


def _explained(model: Model) -> Iterator[Text]:
    """Names that the site explains: in the glossary, in a definition of the catalogue, on the page of a role."""
    for term in model.glossary.values():
        yield from (term.term, *term.also)
    for entries in (model.catalogue.skills, model.catalogue.metrics, model.catalogue.accounts):
        yield from (entry.name for entry in entries.values())
    for role in model.roles.values():
        yield from filter(None, (role.name, role.plural))


def _facts(parts: Iterable[Part | Mapping[str, Part]]) -> Iterator[Text]:
    return (text for part in parts for path, text in texts(part) if path[-1] not in _HEADINGS)


def _namesakes(parts: Mapping[str, Role | Comparison]) -> Iterator[Problem]:
    """Files with one name: menus could not tell them apart, and most often the one is a copy of the other."""
    first: dict[str, Text] = {}
    for _, part in sorted(parts.items(), key=lambda named: len(named[0])):  # a copy's name has something added
        other = first.setdefault(part.name.casefold(), part.name)
        if other is not part.name:
            message = f"{other.place.file} has this name too, and menus would show it twice"
            fix = "give it a name of its own, or remove the file if it is a copy"
            yield Problem("same-name", part.name.place, message, fix, Severity.WARNING)
