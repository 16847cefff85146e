"""What the sides of a comparison say, laid beside each other.

In: a comparison and its roles. Out: warnings where one side says the same as another,
or much more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from generator.model.schema.model import Comparison, Part, Role
from generator.model.text import Text
from generator.problems import Problem, Severity

Path = tuple[str | int, ...]

LOPSIDED = 2.0  # times as many words
_WORTH_TELLING = 40  # words of the longer side; shorter ones differ by chance
_SAME = 4  # words from which on two equal texts are no coincidence, wherever they stand
_ALIGNED = ("short", "detail", "headline", "text")  # fields that answer the same question for each role


def texts(value: Any, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """Every text within a part of the model, with its path."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, Part):
        for name, item in value:
            yield from texts(item, (*path, name))
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from texts(item, (*path, str(name)))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, (*path, index))


def words(text: str) -> list[str]:
    """The words of a text in small letters, without signs."""
    return re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text.casefold())


def check(comparison: Comparison, compared: Mapping[str, Role]) -> Iterator[Problem]:
    """All findings on the roles of one comparison."""
    said = {name: _said(name, role, comparison) for name, role in compared.items()}
    for one, other in combinations(said, 2):
        yield from _same(said[one], said[other], one)
    yield from _lopsided({name: _topics(side) for name, side in said.items()})


def _said(name: str, role: Role, comparison: Comparison) -> dict[Path, Text]:
    """What is said of a role, in its own file and by the comparison, by a path that is the same for each role."""
    own = {path: text for path, text in texts(role) if path[0] != "occupations"}  # official names are the same for all
    for path, text in texts(comparison):
        if name in path:
            own["comparison", *(step for step in path if step != name)] = text
    return own


def _same(one: Mapping[Path, Text], other: Mapping[Path, Text], name: str) -> Iterator[Problem]:
    """Equal texts, in a place where each role must have its own, or anywhere if they are long enough."""
    first = {tuple(words(text)): text for text in one.values() if len(words(text)) >= _SAME}
    for path, text in other.items():
        spoken = tuple(words(text))
        twin = first.get(spoken)
        if twin is None and path[0] in ("dimensions", "topics") and path[-1] in _ALIGNED:
            twin = one.get(path) if tuple(words(one.get(path, ""))) == spoken else None
        if twin is not None:
            message = f'this is word for word what "{name}" says ({twin.place})'
            fix = "say what differs; what holds for all roles belongs into the comparison's shared"
            yield Problem("same-text", text.place, message, fix, Severity.WARNING)


def _topics(said: Mapping[Path, Text]) -> dict[Path, list[Text]]:
    """The texts of each dimension, topic and other section that every role has."""
    groups: dict[Path, list[Text]] = {}
    for path, text in said.items():
        key = path[:2] if path[0] in ("dimensions", "topics") else path[:1]
        if path[0] in ("dimensions", "topics", "career", "fit", "summary"):
            groups.setdefault(key, []).append(text)
    return groups


def _lopsided(said: Mapping[str, Mapping[Path, list[Text]]]) -> Iterator[Problem]:
    """Where the side that says most says much more than the one that says least."""
    for path in dict.fromkeys(path for side in said.values() for path in side):
        counts = {name: sum(len(words(text)) for text in side[path]) for name, side in said.items() if path in side}
        most, least = max(counts, key=counts.__getitem__), min(counts, key=counts.__getitem__)
        more, less = counts[most], max(counts[least], 1)
        if more < _WORTH_TELLING or more / less < LOPSIDED:
            continue
        message = f'"{most}" has {more} words here and "{least}" {less}, {more / less:.1f} to 1'
        fix = "shorten the one or say as much of the other, so that readers can compare"
        yield Problem("one-sided", said[most][path][0].place, message, fix, Severity.WARNING)
