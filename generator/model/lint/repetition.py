"""Facts that stand in two places in nearly the same words.

In: the texts of the content. Out: warnings. Sooner or later one of two such texts is changed and the other forgotten.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.model.lint.texts import words
from generator.model.text import Text
from generator.problems import Problem, Severity

_MIN_SIMILARITY = 0.5  # the part of all shingles that stands in both texts
_SIZE = 3  # words of a shingle
_MIN_WORDS = 8  # shorter texts are alike by chance

Shingle = tuple[str, ...]


def check(texts: Iterable[Text]) -> Iterator[Problem]:
    """Each text that nearly repeats an earlier one, told once, with the earlier text that is nearest to it."""
    seen: list[tuple[Text, frozenset[Shingle]]] = []
    places: dict[Shingle, list[int]] = {}
    for text in texts:
        sequence = words(text)
        if len(sequence) < _MIN_WORDS:
            continue
        shingles = frozenset(tuple(sequence[start : start + _SIZE]) for start in range(len(sequence) - _SIZE + 1))
        shared = Counter(index for shingle in shingles for index in places.get(shingle, ()))
        nearest = max(shared, key=lambda index: _similarity(shared[index], shingles, seen[index][1]), default=None)
        if nearest is not None:
            other, others = seen[nearest]
            similarity = _similarity(shared[nearest], shingles, others)
            if similarity >= _MIN_SIMILARITY:
                message = f"this says nearly the same as {other.place} ({similarity:.0%} of the wording)"
                fix = "keep the fact in one place, or say what differs"
                yield Problem("near-duplicate", text.place, message, fix, Severity.WARNING)
        for shingle in shingles:
            places.setdefault(shingle, []).append(len(seen))
        seen.append((text, shingles))


def _similarity(shared: int, one: frozenset[Shingle], other: frozenset[Shingle]) -> float:
    """The part of all shingles that both texts have, 0 to 1 (the Jaccard index)."""
    return shared / (len(one) + len(other) - shared)
