"""Facts that stand in two places in nearly the same words.

In: the texts of a comparison and its roles, and those that stand beside every comparison. Out: warnings. Sooner or
later one of two such texts is changed and the other forgotten.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.model.lint.texts import words
from generator.model.placeholders import PROMPT
from generator.model.text import Text
from generator.problems import Problem, Severity

_MIN_SIMILARITY = 0.5  # the part of all shingles that stands in both texts
_SIZE = 3  # words of a shingle
_MIN_WORDS = 8  # shorter texts are alike by chance

Shingle = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Indexed:
    """Texts with their shingles, where each shingle stands, and by the number of a text that it repeats another."""

    texts: list[tuple[Text, frozenset[Shingle]]] = field(default_factory=list)
    places: dict[Shingle, list[int]] = field(default_factory=dict)
    repeated: dict[int, Problem] = field(default_factory=dict)

    def near(self, shingles: Iterable[Shingle], before: int | None = None) -> Mapping[int, int]:
        """How many shingles the texts have in common with these, by the number of the text."""
        found = Counter(index for shingle in shingles for index in self.places.get(shingle, ()))
        return {index: found[index] for index in sorted(found) if before is None or index < before}


def indexed(texts: Iterable[Text]) -> Indexed:
    """The texts that are long enough, each compared with those before it."""
    index = Indexed()
    for text in texts:
        sequence = words(text)
        if len(sequence) < _MIN_WORDS or text.startswith(PROMPT):  # a question may stand in the place of its answer
            continue
        shingles = frozenset(tuple(sequence[start : start + _SIZE]) for start in range(len(sequence) - _SIZE + 1))
        number = len(index.texts)
        if problem := _repeats(text, shingles, [(index, index.near(shingles))]):
            index.repeated[number] = problem
        for shingle in shingles:
            index.places.setdefault(shingle, []).append(number)
        index.texts.append((text, shingles))
    return index


def check(texts: Iterable[Text]) -> Iterator[Problem]:
    """Each text that nearly repeats an earlier one, told once, with the earlier text that is nearest to it."""
    yield from indexed(texts).repeated.values()


def beside(own: Indexed, common: Indexed) -> Iterator[tuple[int, Problem | None]]:
    """The texts of `common` that have something in common with `own`, by number, each with what it then repeats.

    Of the others all is said without `own`, so that what stands beside every comparison is not read for each again.
    """
    touched = {number for shingle in own.places for number in common.places.get(shingle, ())}
    for number in sorted(touched):
        text, shingles = common.texts[number]
        yield number, _repeats(text, shingles, [(own, own.near(shingles)), (common, common.near(shingles, number))])


def _repeats(
    text: Text, shingles: frozenset[Shingle], among: Iterable[tuple[Indexed, Mapping[int, int]]]
) -> Problem | None:
    """The nearest of those that share shingles with the text, the first of several."""
    similarity, nearest = 0.0, None
    for index, shared in among:
        for number, count in shared.items():
            other, others = index.texts[number]
            found = _similarity(count, shingles, others)
            if found > similarity:
                similarity, nearest = found, other
    if nearest is None or similarity < _MIN_SIMILARITY:
        return None
    message = f"this says nearly the same as {nearest.place} ({similarity:.0%} of the wording)"
    fix = "keep the fact in one place, or say what differs"
    return Problem("near-duplicate", text.place, message, fix, Severity.WARNING)


def _similarity(shared: int, one: frozenset[Shingle], other: frozenset[Shingle]) -> float:
    """The part of all shingles that both texts have, 0 to 1 (the Jaccard index)."""
    return shared / (len(one) + len(other) - shared)
