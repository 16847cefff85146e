"""What an editor has left over: entries that nothing uses, and what the example says of itself.

In: the model and the trees that it was read from. Out: warnings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.model.introspection import references
from generator.model.lint.texts import texts
from generator.model.placeholders import unwritten
from generator.model.reading.reader import load_packaged
from generator.model.reading.tree import Tree
from generator.model.schema import Infographic, Model, Term
from generator.model.text import Text, place_of
from generator.problems import Place, Problem, Severity, shorten

_SECTIONS = (("skills", "skill"), ("metrics", "metric"), ("partners", "partner"), ("accounts", "account"))


def check(model: Model, trees: Iterable[tuple[Tree, Any]]) -> Iterator[Problem]:
    """All findings."""
    used = {(each.what, each.name) for tree, kind in trees for each in references(tree, kind)}
    yield from _entries(model, used)
    yield from _terms(model)
    yield from _example(model)
    for comparison in model.comparisons.values():
        yield from _namesakes(comparison.infographics)


def _entries(model: Model, used: set[tuple[str, str]]) -> Iterator[Problem]:
    """Entries of the catalogue and sources that no file names."""
    for section, what in _SECTIONS:
        for name, entry in getattr(model.catalogue, section).items():
            if (what, name) not in used:
                yield _unused(entry.place, f'nothing uses the {what} "{shorten(name)}"', "use it, or remove it")
    for name, source in model.sources.items():
        if ("source", name) not in used:
            fix = "name it among the sources of what rests on it, or remove it"
            yield _unused(source.place, f'nothing rests on the source "{shorten(name)}"', fix)


def _terms(model: Model) -> Iterator[Problem]:
    """Terms of the glossary that no other text has; as long as texts are unwritten it is not known which they will."""
    parts = (model.site, *model.roles.values(), *model.comparisons.values())
    if any(True for part in parts for _ in unwritten(part)):
        return
    written = [text for part in (*parts, model.catalogue) for _, text in texts(part)]
    for id, term in model.glossary.items():
        pattern = _spelt(term)
        others = (text for name, other in model.glossary.items() if name != id for _, text in texts(other))
        if not any(pattern.search(text) for text in (*written, *others)):
            message = f'no text uses the term "{shorten(term.term)}"'
            yield _unused(term.place, message, "use it, add the name that texts use under also, or remove it")


def _spelt(term: Term) -> re.Pattern[str]:
    """The term's names in singular and plural, with spaces and with hyphens."""
    names = {
        form
        for name in (term.term, *term.also)
        for form in _forms(re.sub(r"\s*\(.*\)$", "", name))  # the group of a classification, by its code
    }
    spelt = "|".join(re.escape(name).replace(r"\ ", r"[\s-]").replace(r"\-", r"[\s-]") for name in sorted(names))
    return re.compile(rf"(?<![\w-])(?:{spelt})(?:e?s)?(?![\w-])", re.IGNORECASE)


def _forms(name: str) -> tuple[str, ...]:
    """The name without what a plural adds, and as it stands before an s."""
    return name, re.sub(r"(?<=[^aeiou])y$", "ie", name), re.sub(r"ies$", "y", name), re.sub(r"s$", "", name)


def _unused(place: Place, message: str, fix: str) -> Problem:
    return Problem("unused-entry", place, message, fix, Severity.WARNING)


def _example(model: Model) -> Iterator[Problem]:
    """What site.yml still says of the content that Visavis comes with, whose roles are gone."""
    example = load_packaged(__package__, "example.yml")
    if any(role in model.roles for role in example["roles"]):
        return
    for field, value in example["site"].items():
        own = getattr(model.site, field)
        if str(own) == Text.fold(value):
            message = f'"{field}" is what the example says of itself, and its roles are gone'
            yield Problem("example-left", place_of(own), message, "write what is true of your site", Severity.WARNING)


def _namesakes(pictures: Iterable[Infographic]) -> Iterator[Problem]:
    """Pictures that the menu calls alike."""
    first: dict[str, Text] = {}
    for picture in pictures:
        name = picture.menu or picture.eyebrow
        other = first.setdefault(name.casefold(), name)
        if other is not name:
            message = f'the menu calls two pictures "{shorten(name, 40)}"'
            fix = f'write "menu:" with a short name of its own; the other is on line {other.place.line}'
            yield Problem("same-name", name.place, message, fix, Severity.WARNING)
