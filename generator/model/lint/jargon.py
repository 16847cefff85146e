"""Terms of the trade that a text uses and the glossary does not explain.

In: texts with their places, the names under which a reader finds an explanation, and the editors' own terms beside
those of jargon.yml. Out: warnings, one for each term, at its first place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from generator.model.reading.reader import load_packaged
from generator.model.text import Text
from generator.problems import Place, Problem, Severity, shorten

Spellings = Mapping[str, tuple[tuple[str, str], ...]]  # by first word: each spelling with its term, the longest first

_WORD = re.compile(r"[^\W_]+")


def check(texts: Iterable[Text], explained: Iterable[str], own: Collection[str] = ()) -> Iterator[Problem]:
    """All findings on texts. A name explains the terms that it contains: `Regional sales quota` explains a quota."""
    yield from unexplained(first_places(texts, own), explained, own)


def first_places(texts: Iterable[Text], own: Collection[str] = ()) -> dict[str, tuple[str, Place]]:
    """Each term with the way in which the first text that has it spells it, and the place of that text."""
    known = spellings(tuple(own))
    found: dict[str, tuple[str, Place]] = {}
    for text in texts:
        for spelt, term in find_terms(text, known):
            found.setdefault(term, (spelt, text.place))
    return found


def unexplained(
    found: Mapping[str, tuple[str, Place]], explained: Iterable[str], own: Collection[str] = ()
) -> Iterator[Problem]:
    """A finding for each term that none of the names explains."""
    known = spellings(tuple(own))
    terms = {term for name in explained for _, term in find_terms(name, known)}
    for term, (spelt, place) in found.items():
        if term not in terms:
            message = f'"{shorten(spelt)}" is a term of the trade, and the glossary does not explain it'
            fix = "define it in glossary.yml, or say it in plain words"
            yield Problem("undefined-term", place, message, fix, Severity.WARNING)


def find_terms(text: str, known: Spellings) -> Iterator[tuple[str, str]]:
    """What stands in a text, each spelling with its term. Of those that overlap the first counts, then the longest."""
    # A pattern of all spellings would be no faster, and take longer to compile than to search everything there is.
    text, end = text.lower(), 0
    for word in _WORD.finditer(text):
        start = word.start()
        for spelt, term in known.get(word[0], ()):
            if text.startswith(spelt, start) and start >= end and _whole(text, start, start + len(spelt)):
                end = start + len(spelt)
                yield spelt, term


def _whole(text: str, start: int, end: int) -> bool:
    """Whether whole words stand there; a hyphen makes one word of two."""
    return not re.search(r"[\w-]", text[max(start - 1, 0) : start] + text[end : end + 1])


def terms() -> tuple[tuple[str, ...], ...]:
    """The entries of jargon.yml, each with all names of its term."""
    entries = load_packaged(__package__, "jargon.yml")
    return tuple((entry,) if isinstance(entry, str) else tuple(entry) for entry in entries)


@cache
def spellings(own: tuple[str, ...] = ()) -> Spellings:
    """Every way to write the terms of jargon.yml and the editors' own."""
    written = {
        spelt: names[0] for names in (*terms(), *((term,) for term in own)) for name in names for spelt in _forms(name)
    }
    index: dict[str, list[tuple[str, str]]] = {}
    for spelt in sorted(written, key=len, reverse=True):
        found = _WORD.search(spelt)
        if found and found.start() == 0:
            index.setdefault(found[0], []).append((spelt, written[spelt]))
    return {word: tuple(entries) for word, entries in index.items()}


def _forms(name: str) -> Iterator[str]:
    """A term in the singular and the plural, with spaces and with hyphens."""
    for spelt in {name.lower(), name.lower().replace(" ", "-")}:
        yield from (spelt, f"{spelt}s")
        if re.search(r"[^aeiou]y$", spelt):
            yield f"{spelt[:-1]}ies"
