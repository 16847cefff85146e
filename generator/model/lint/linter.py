"""Every rule of style, one after another.

In: the model, and the files that it was read from. Out: warnings on wording, terms, balance, repetition, figures,
names, what pictures say of themselves and reviews, on what was left over and what nobody has written yet.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, TypeVar

from generator.model.lint import jargon, leftovers, logo_contrast, of_comparison, of_file, placeholders, wording
from generator.model.lint.of_comparison import ComparisonFindings
from generator.model.lint.of_file import FileFindings
from generator.model.lint.repetition import Indexed, indexed
from generator.model.lint.texts import texts
from generator.model.lint.usage import TermIndex, term_index
from generator.model.recalling import Origin, Recall
from generator.model.schema import Comparison, Model, Role, Term
from generator.model.text import Text
from generator.problems import Place, Problem, Severity, shorten

V = TypeVar("V")
Origins = Callable[..., Origin]  # of a field of `Model`, or of an entry of one


def check(model: Model, named: Collection[tuple[str, str]], origin: Origins, recall: Recall) -> Iterator[Problem]:
    """All findings on sound content. `named` is what its files refer to: each id with the kind of thing that it is."""
    files = _by_file(model, origin, recall)
    unwritten = [files[key].unwritten for key in files if key[0] in ("roles", "comparisons", "changes")]
    yield from placeholders.check(unwritten)
    empty = placeholders.places(unwritten)
    subject = [found for (field, *_), found in files.items() if field not in ("site", "changes")]
    style = (*_compared(model, origin, recall), *_written(model, subject), *logo_contrast.check(model))
    yield from (problem for problem in style if problem.place not in empty)
    # As long as texts are unwritten nobody knows which terms they will use.
    whole = not any(found.unwritten for (field, *_), found in files.items() if field != "changes")
    used = frozenset[str]().union(*(found.terms for (field, *_), found in files.items() if field != "changes"))
    yield from leftovers.check(model, named, used if whole else None)
    yield from (problem for found in files.values() for problem in found.namesakes)


def _by_file(model: Model, origin: Origins, recall: Recall) -> dict[tuple[str, ...], FileFindings]:
    """What was found in each file by itself, by its field of the model and its id."""

    @cache
    def terms() -> TermIndex:
        return term_index(model.glossary)

    def found(value: Any, *key: str) -> FileFindings:
        origins = (origin(*key), origin("glossary"))
        return recall(
            "file", origins, model.site.jargon, lambda: of_file.found(value, tuple(model.site.jargon), terms())
        )

    parts: dict[str, Mapping[str, Role | Comparison]] = {"roles": model.roles, "comparisons": model.comparisons}
    files: dict[tuple[str, ...], FileFindings] = {
        (field, id): found(part, field, id) for field, entries in parts.items() for id, part in entries.items()
    }
    for field in ("catalogue", "glossary", "site", "changes"):
        files[field,] = found(getattr(model, field), field)
    return files


def _compared(model: Model, origin: Origins, recall: Recall) -> Iterator[Problem]:
    """Findings on comparisons, each with its roles and what stands beside every comparison."""
    beside = (origin("catalogue"), origin("glossary"))

    @cache
    def common() -> Indexed:
        return indexed(of_comparison.facts([texts(model.catalogue), texts(model.glossary)]))

    repeated = recall("common", beside, (), lambda: common().repeated)
    told: frozenset[int] | None = None
    for id, comparison in model.comparisons.items():
        compared = {name: model.roles[name] for name in comparison.roles}
        origins = (origin("comparisons", id), *(origin("roles", name) for name in compared), *beside)
        short = [str(role.abbreviation) for role in compared.values()]  # which others may decide
        found = recall("comparison", origins, short, _maker(comparison, compared, model, common))
        yield from found.problems
        told = found.told if told is None else told & found.told
    if told is not None:
        yield from (problem for number, problem in repeated.items() if number not in told)


def _maker(
    comparison: Comparison, compared: Mapping[str, Role], model: Model, common: Callable[[], Indexed]
) -> Callable[[], ComparisonFindings]:
    return lambda: of_comparison.found(comparison, compared, model.catalogue, common())


def _written(model: Model, subject: Collection[FileFindings]) -> Iterator[Problem]:
    """Findings on what is written, in any file."""
    for each in subject:
        yield from each.style
    known = {str(role.abbreviation) for role in model.roles.values()}
    known |= wording.abbreviations(" ".join(text for _, text in texts(model.glossary)))
    yield from wording.unexplained(_first(each.abbreviations for each in subject), known)
    yield from jargon.unexplained(_first(each.jargon for each in subject), _explained(model), model.site.jargon)
    yield from _namesakes(model.roles)
    yield from _namesakes(model.comparisons)
    yield from _terms(model.glossary)


def _first(found: Iterable[Mapping[str, V]]) -> dict[str, V]:
    """What each name stands for where it is met first."""
    first: dict[str, V] = {}
    for each in found:
        for name, value in each.items():
            first.setdefault(name, value)
    return first


def overdue(model: Model, day_at: Callable[[str], Place], today: date) -> Iterator[Problem]:
    """Roles and comparisons that somebody should have read again by now. `day_at`: where a file says by when."""
    parts: list[Role | Comparison] = [*model.roles.values(), *model.comparisons.values()]
    for part in parts:
        if part.review and part.review < today:
            message = f"this was to be read again by {part.review:%d %B %Y}"
            fix = "read the file again, mend what is out of date, and set a new day"
            yield Problem("review-due", day_at(part.name.place.file), message, fix, Severity.WARNING)


def _explained(model: Model) -> Iterator[Text]:
    """Names that the site explains: in the glossary, in a definition of the catalogue, on the page of a role."""
    for term in model.glossary.values():
        yield from (term.term, *term.also)
    for entries in (model.catalogue.skills, model.catalogue.metrics, model.catalogue.accounts):
        yield from (entry.name for entry in entries.values())
    for role in model.roles.values():
        yield from filter(None, (role.name, role.plural))


def _namesakes(parts: Mapping[str, Role | Comparison]) -> Iterator[Problem]:
    """Files with one name: menus could not tell them apart, and most often the one is a copy of the other."""
    first: dict[str, Text] = {}
    for _, part in sorted(parts.items(), key=lambda named: len(named[0])):  # a copy's name has something added
        other = first.setdefault(part.name.casefold(), part.name)
        if other is not part.name:
            message = f"{other.place.file} has this name too, and menus would show it twice"
            fix = "give it a name of its own, or remove the file if it is a copy"
            yield Problem("same-name", part.name.place, message, fix, Severity.WARNING)


def _terms(glossary: Mapping[str, Term]) -> Iterator[Problem]:
    """Terms with one name, also among their other ones: a text that uses it can link to one of them only."""
    first: dict[str, tuple[str, Text]] = {}
    for id, term in glossary.items():
        for name in (term.term, *term.also):
            of, other = first.setdefault(name.casefold(), (id, name))
            if of != id:
                message = f'the term "{of}" has the name "{shorten(name)}" too, and texts would lead to one of them'
                fix = f"keep one of them, or give it a name of its own; the other is on line {other.place.line}"
                yield Problem("same-name", name.place, message, fix, Severity.WARNING)
