"""What the sides of a comparison say, laid beside each other.

In: the texts of a comparison and of its roles. Out: warnings where one side says the same as another, or much more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from generator.model.lint.texts import words
from generator.model.reading.tree import Path
from generator.model.text import Text
from generator.problems import Problem, Severity

Said = tuple[Path, Text]

_MAX_RATIO = 2.0  # times as many words
_MIN_WORDS = 40  # words of the longer side; shorter ones differ by chance
_MIN_EQUAL = 4  # words from which on two equal texts are no coincidence, wherever they stand
_ALIGNED = ("short", "detail", "headline", "text")  # fields that answer the same question for each role


def check(comparison: Sequence[Said], compared: Mapping[str, Sequence[Said]]) -> Iterator[Problem]:
    """All findings on the roles of one comparison."""
    sides = {name: _side(name, role, comparison) for name, role in compared.items()}
    for one, other in combinations(sides, 2):
        yield from _same(sides[one], sides[other], one)
    yield from _lopsided({name: _sections(side) for name, side in sides.items()})


def _side(name: str, role: Sequence[Said], comparison: Sequence[Said]) -> dict[Path, Text]:
    """What is said of a role, in its own file and by the comparison, by a path that is the same for each role."""
    own = {path: text for path, text in role if path[0] != "occupations"}  # official names are the same for all
    for path, text in comparison:
        if name in path:
            own["comparison", *(step for step in path if step != name)] = text
    return own


def _same(one: Mapping[Path, Text], other: Mapping[Path, Text], name: str) -> Iterator[Problem]:
    """Equal texts, in a place where each role must have its own, or anywhere if they are long enough."""
    worded = ((tuple(words(text)), text) for text in one.values())
    first = {wording: text for wording, text in worded if len(wording) >= _MIN_EQUAL}
    for path, text in other.items():
        wording = tuple(words(text))
        equal = first.get(wording)
        if equal is None and path[0] in ("dimensions", "topics") and path[-1] in _ALIGNED:
            equal = one.get(path) if tuple(words(one.get(path, ""))) == wording else None
        if equal is not None:
            message = f'this is word for word what "{name}" says ({equal.place})'
            fix = "say what differs; what holds for all roles belongs into the comparison's shared"
            yield Problem("same-text", text.place, message, fix, Severity.WARNING)


def _sections(side: Mapping[Path, Text]) -> dict[Path, list[Text]]:
    """The texts of each dimension, topic and other section that every role has."""
    groups: dict[Path, list[Text]] = {}
    for path, text in side.items():
        key = path[:2] if path[0] in ("dimensions", "topics") else path[:1]
        if path[0] in ("dimensions", "topics", "career", "fit", "summary"):
            groups.setdefault(key, []).append(text)
    return groups


def _lopsided(sides: Mapping[str, Mapping[Path, list[Text]]]) -> Iterator[Problem]:
    """Where the side that says most says much more than the one that says least."""
    for path in dict.fromkeys(path for side in sides.values() for path in side):
        counts = {name: sum(len(words(text)) for text in side[path]) for name, side in sides.items() if path in side}
        most, least = max(counts, key=counts.__getitem__), min(counts, key=counts.__getitem__)
        more, less = counts[most], max(counts[least], 1)
        if more < _MIN_WORDS or more / less < _MAX_RATIO:
            continue
        message = f'"{most}" has {more} words here and "{least}" {less}, {more / less:.1f} to 1'
        fix = "shorten the one or say as much of the other, so that readers can compare"
        yield Problem("one-sided", sides[most][path][0].place, message, fix, Severity.WARNING)
