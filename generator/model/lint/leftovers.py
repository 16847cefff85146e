"""What an editor has left over: entries that nothing uses, and what the example says of itself.

In: the model, and what its files name and use. Out: warnings.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from generator.model.reading.reader import load_packaged
from generator.model.schema import Infographic, Model, Term
from generator.model.text import Text, place_of
from generator.problems import Place, Problem, Severity, shorten

_SECTIONS = (("skills", "skill"), ("metrics", "metric"), ("partners", "partner"), ("accounts", "account"))


def check(model: Model, named: Collection[tuple[str, str]], used: Collection[str] | None) -> Iterator[Problem]:
    """All findings on what all files have together. `named` is what they refer to, with its kind; `used` are the terms
    that texts have, None as long as texts are unwritten and nobody knows which they will.
    """
    yield from _entries(model, named)
    if used is not None:
        yield from _terms(model.glossary, used)
    yield from _example(model)


def _entries(model: Model, used: Collection[tuple[str, str]]) -> Iterator[Problem]:
    """Entries of the catalogue and sources that no file names."""
    for section, what in _SECTIONS:
        for name, entry in getattr(model.catalogue, section).items():
            if (what, name) not in used:
                yield _unused(entry.place, f'nothing uses the {what} "{shorten(name)}"', "use it, or remove it")
    for name, source in model.sources.items():
        if ("source", name) not in used:
            fix = "name it among the sources of what rests on it, or remove it"
            yield _unused(source.place, f'nothing rests on the source "{shorten(name)}"', fix)


def _terms(glossary: Mapping[str, Term], used: Collection[str]) -> Iterator[Problem]:
    """Terms of the glossary that no other text has."""
    for id, term in glossary.items():
        if id not in used:
            message = f'no text uses the term "{shorten(term.term)}"'
            yield _unused(term.place, message, "use it, add the name that texts use under also, or remove it")


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


def namesakes(pictures: Iterable[Infographic]) -> Iterator[Problem]:
    """Pictures that the menu calls alike."""
    first: dict[str, Text] = {}
    for picture in pictures:
        name = picture.menu or picture.eyebrow
        other = first.setdefault(name.casefold(), name)
        if other is not name:
            message = f'the menu calls two pictures "{shorten(name, 40)}"'
            fix = f'write "menu:" with a short name of its own; the other is on line {other.place.line}'
            yield Problem("same-name", name.place, message, fix, Severity.WARNING)
