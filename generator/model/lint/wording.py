"""Words that deserve a second look.

In: the texts of the content with their places. Out: warnings. The list of words is wording.yml.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.model.reading.reader import load_packaged
from generator.model.text import Text
from generator.problems import Place, Problem, Severity, shorten

# Found in any text of business prose and known to every reader.
_EVERYDAY = frozenset(("A4 AI CEO CFO CV EU FAQ GPS HR ID IT OK PC PDF PIN PR QR TV UK US USA VAT").split())  # noqa: SIM905
_ABBREVIATION = re.compile(r"\b[A-Z][A-Z0-9]{1,5}(?=s?\b)")
_UNFINISHED = re.compile(
    r"\b(TODO|TBD|TBC|FIXME|XXX+|lorem ipsum)\b|\?\?\?|\{\{.*?\}\}|\{%.*?%\}|\$\{.*?\}|\[\.\.\.\]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class LoadedWords:
    """Words with one reason against them, and what to write instead."""

    words: tuple[str, ...]
    pattern: re.Pattern[str]
    instead: str
    reason: str


@cache
def loaded_words() -> tuple[LoadedWords, ...]:
    """The list of words."""
    return tuple(
        LoadedWords(tuple(each["words"]), _pattern(each["words"], re.IGNORECASE), each["instead"], each["reason"])
        for each in load_packaged(__package__, "wording.yml")
    )


@cache
def _all_words() -> re.Pattern[str]:
    """All words of the list at once, for texts in small letters: a pattern that minds the case is far quicker."""
    return _pattern(word.lower() for each in loaded_words() for word in each.words)


def _pattern(words: Iterable[str], flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    spelt = "|".join(re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?<![\w-])(?:{spelt})(?![\w-])", flags)


def check(texts: Iterable[Text], explained: Collection[str]) -> Iterator[Problem]:
    """All findings on texts. `explained` are the abbreviations whose meaning a reader can find on the site."""
    every = tuple(texts)
    for text in every:
        yield from unwise(text)
    yield from unexplained(first_places(every), explained)


def unwise(text: Text) -> Iterator[Problem]:
    """What is found in a text by itself."""
    yield from _loaded(text)
    yield from _unfinished(text)


def first_places(texts: Iterable[Text]) -> dict[str, Place]:
    """Each abbreviation with the place of the first text that has it; not those that everybody knows."""
    found: dict[str, Place] = {}
    for text in texts:
        for abbreviation in _ABBREVIATION.findall(_UNFINISHED.sub("", text)):
            if abbreviation not in _EVERYDAY:
                found.setdefault(abbreviation, text.place)
    return found


def unexplained(found: Mapping[str, Place], explained: Collection[str]) -> Iterator[Problem]:
    """A finding for each abbreviation whose meaning stands nowhere."""
    for abbreviation, place in found.items():
        if abbreviation not in explained:
            message = f'"{abbreviation}" is explained nowhere'
            fix = "write it out, or add it to glossary.yml, under also if the term is there"
            yield Problem("unexplained-abbreviation", place, message, fix, Severity.WARNING)


def _loaded(text: Text) -> Iterator[Problem]:
    if not _all_words().search(text.lower()):
        return
    for each in loaded_words():
        for found in each.pattern.finditer(text):
            message = f'"{found[0]}": {each.reason}'
            yield Problem("loaded-word", text.place, message, f"write {each.instead}", Severity.WARNING)


def _unfinished(text: Text) -> Iterator[Problem]:
    for found in _UNFINISHED.finditer(text):
        message = f'"{shorten(found[0])}" says that the text is not finished, and it would be published as it is'
        yield Problem("unfinished-text", text.place, message, "finish the text", Severity.WARNING)


def abbreviations(text: str) -> frozenset[str]:
    """The abbreviations in a text."""
    return frozenset(_ABBREVIATION.findall(text))
