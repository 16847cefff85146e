"""Which terms of the glossary a text uses.

In: the glossary and texts. Out: the ids of its terms. Most texts are looked through once for all terms together: only
where the first word of a term stands is its pattern tried.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from generator.model.schema import Term

_WORD = re.compile(r"\w+")
_PLURALS = ("", "s", "es")


@dataclass(frozen=True, slots=True)
class TermIndex:
    """The pattern of each term by its id, and the terms by the words that can begin them.

    `anywhere` are those of which a name begins with a sign.
    """

    patterns: Mapping[str, re.Pattern[str]]
    by_word: Mapping[str, tuple[str, ...]]
    anywhere: tuple[str, ...]


def term_index(glossary: Mapping[str, Term]) -> TermIndex:
    """How to find each term."""
    by_word: dict[str, dict[str, None]] = {}
    anywhere: dict[str, None] = {}
    for id, term in glossary.items():
        for name in _names(term):
            first = _WORD.match(name)
            if first is None:
                anywhere[id] = None
                continue
            for ending in _PLURALS if first.end() == len(name) else ("",):
                by_word.setdefault(_folded(first[0] + ending), {})[id] = None
    patterns = {id: _pattern(term) for id, term in glossary.items()}
    return TermIndex(patterns, {word: tuple(ids) for word, ids in by_word.items()}, tuple(anywhere))


def terms_used(texts: Iterable[str], index: TermIndex) -> frozenset[str]:
    """The ids of the terms that stand in one of the texts, by any of their names."""
    found: set[str] = set()
    for text in texts if index.patterns else ():
        tried = dict.fromkeys(index.anywhere)
        for word in _WORD.findall(text):
            tried |= dict.fromkeys(index.by_word.get(_folded(word), ()))
        found.update(id for id in tried if id not in found and index.patterns[id].search(text))
    return frozenset(found)


def _folded(word: str) -> str:
    """As a pattern that ignores case takes it: the letters i with and without a dot are one."""
    return word.casefold().replace("\u0307", "").replace("\u0131", "i")


def _pattern(term: Term) -> re.Pattern[str]:
    """The term's names in singular and plural, with spaces and with hyphens."""
    names = (re.escape(name).replace(r"\ ", r"[\s-]").replace(r"\-", r"[\s-]") for name in sorted(_names(term)))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(names)})(?:e?s)?(?![\w-])", re.IGNORECASE)


def _names(term: Term) -> Collection[str]:
    return {
        form
        for name in (term.term, *term.also)
        for form in _forms(re.sub(r"\s*\(.*\)$", "", name))  # the group of a classification, by its code
    }


def _forms(name: str) -> tuple[str, ...]:
    """The name without what a plural adds, and as it stands before an s."""
    return name, re.sub(r"(?<=[^aeiou])y$", "ie", name), re.sub(r"ies$", "y", name), re.sub(r"s$", "", name)
