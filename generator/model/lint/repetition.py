"""Facts that stand in two places in nearly the same words.

In: the texts of the content. Out: warnings. Sooner or later one of two such texts is changed and the other forgotten.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.model.lint.balance import words
from generator.model.text import Text
from generator.problems import Problem, Severity

NEAR = 0.5  # of all runs of three words stand in both texts
_RUN = 3
_WORTH_TELLING = 8  # words; shorter texts are alike by chance

Run = tuple[str, ...]


def check(texts: Iterable[Text]) -> Iterator[Problem]:
    """Each text that nearly repeats an earlier one, told once, with the earlier text that is nearest to it."""
    seen: list[tuple[Text, frozenset[Run]]] = []
    holders: dict[Run, list[int]] = {}
    for text in texts:
        spoken = words(text)
        if len(spoken) < _WORTH_TELLING:
            continue
        runs = frozenset(tuple(spoken[start : start + _RUN]) for start in range(len(spoken) - _RUN + 1))
        shared = Counter(index for run in runs for index in holders.get(run, ()))
        nearest = max(shared, key=lambda index: _likeness(shared[index], runs, seen[index][1]), default=None)
        if nearest is not None:
            twin, others = seen[nearest]
            yield from _echo(text, twin, _likeness(shared[nearest], runs, others))
        for run in runs:
            holders.setdefault(run, []).append(len(seen))
        seen.append((text, runs))


def _likeness(shared: int, one: frozenset[Run], other: frozenset[Run]) -> float:
    """The part of all runs that both texts have, 0 to 1 (Jaccard's index)."""
    return shared / (len(one) + len(other) - shared)


def _echo(text: Text, twin: Text, likeness: float) -> Iterator[Problem]:
    if likeness >= NEAR:
        message = f"this says nearly the same as {twin.place} ({likeness:.0%} of the wording)"
        fix = "keep the fact in one place, or say what differs"
        yield Problem("near-duplicate", text.place, message, fix, Severity.WARNING)
