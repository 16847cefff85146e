"""How much shorter texts have to be: the least cut with which a layout that overflows holds them.

In: texts by their place, and a trial that lays them out with cuts. Out: cuts by place. Knows nothing of pictures: it
tries, so what it answers has been seen to fit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.layout import join, words
from generator.problems import Overflow, Place

# Cutting one kind of overflow may bring another to light: too wide, then too low.
_ROUNDS = 6
# From so many texts on they share one cut: to find each one's own takes long, and nobody edits them one by one.
_SINGLY = 12
# Letters that a word may have in any column.
_COMMON = 9


@dataclass(frozen=True, slots=True)
class Cut:
    """At most so many letters in a word, and so many characters in all; None: as many as there are. With `hyphens` a
    longer word keeps its letters, in pieces.
    """

    letters: int | None = None
    characters: int | None = None
    hyphens: bool = False

    def of(self, text: str) -> str:
        """The text cut down to that."""
        if self.letters is not None:
            text = join([replace(word, text=self._narrowed(word.text, self.letters)) for word in words(text)])
        return text[: self.characters].rstrip() if self.characters is not None else text

    def _narrowed(self, word: str, letters: int) -> str:
        if not self.hyphens or len(word) <= letters:
            return word[:letters]
        step = max(letters - 2, 1)  # the hyphen stands with the letters before it, and is wider than some
        return "-".join(word[start : start + step] for start in range(0, len(word), step))


Cuts = Mapping[Place, Cut]
Trial = Callable[[Cuts], Overflow | None]
Measure = Literal["letters", "characters"]
_Check = Callable[[Cuts], bool]


def shorten(texts: Mapping[Place, str], trial: Trial, cuts: Cuts) -> Cuts | None:
    """`cuts` with as few and small ones in addition as it takes; None where no cut helps.

    Where it is too narrow long words are cut, or whole texts where no word is long.
    """
    for _ in range(_ROUNDS):
        overflow = trial(cuts)
        if overflow is None:
            return cuts
        found = _narrower(texts, trial, cuts) if overflow.axis == "width" else _lower(texts, trial, cuts)
        if found is None:
            return None
        cuts = found
    return cuts if trial(cuts) is None else None


def _lower(texts: Mapping[Place, str], trial: Trial, cuts: Cuts) -> Cuts | None:
    return _Search(texts, cuts, "characters", lambda cuts: trial(cuts) is None).least()


def _narrower(texts: Mapping[Place, str], trial: Trial, cuts: Cuts) -> Cuts | None:
    """Words of common length are not at fault: where they would have to be cut, a text is that never breaks."""

    def passes(cuts: Cuts) -> bool:
        overflow = trial(cuts)
        return overflow is None or overflow.axis == "height"

    words_cut = _Search(texts, cuts, "letters", passes).least()
    changed = [place for place in words_cut or () if place in texts and (words_cut or {})[place] != cuts.get(place)]
    if words_cut and all(
        (words_cut[place].letters or 0) >= _COMMON or len(words(texts[place])) == 1 for place in changed
    ):
        return words_cut
    return _Search(texts, cuts, "characters", passes).least() or words_cut


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for the least cut of one measure that passes."""

    texts: Mapping[Place, str]
    cuts: Cuts
    measure: Measure
    passes: _Check

    def least(self) -> Cuts | None:
        """First one cut for all, then none for whoever does without, then more for each that is left."""
        lengths = {place: self._length(place) for place in self.texts}
        every = sorted(self.texts, key=lambda place: (lengths[place], place))
        if not every or not self.passes(self._cut_to(dict.fromkeys(every, 1))):
            return None
        limit = self._most(1, max(lengths.values()), lambda limit: dict.fromkeys(every, limit))
        cut = [place for place in every if lengths[place] > limit]
        kept = self._needed(cut, (), limit)
        limit = self._most(limit, max((lengths[place] for place in kept), default=limit), _for_all(kept))
        limits = dict.fromkeys(kept, limit)
        for place in kept if len(kept) <= _SINGLY else ():
            limits[place] = self._most(limit, lengths[place], _for_one(limits, place))
        return self._cut_to(limits)

    def _needed(self, places: Sequence[Place], others: Sequence[Place], limit: int) -> list[Place]:
        """Those of the places that have to be cut as well where the others are."""
        if not places or self.passes(self._cut_to(dict.fromkeys(others, limit))):
            return []
        if len(places) == 1:
            return list(places)
        first, second = places[: len(places) // 2], places[len(places) // 2 :]
        found = self._needed(first, (*others, *second), limit)
        return [*found, *self._needed(second, (*others, *found), limit)]

    def _most(self, passing: int, failing: int, limits: Callable[[int], Mapping[Place, int]]) -> int:
        """The largest limit below `failing` that passes, which `passing` does."""
        while failing - passing > 1:
            middle = (passing + failing) // 2
            if self.passes(self._cut_to(limits(middle))):
                passing = middle
            else:
                failing = middle
        return passing

    def _cut_to(self, limits: Mapping[Place, int]) -> Cuts:
        changed = {place: self._with(self.cuts.get(place, Cut()), limit) for place, limit in limits.items()}
        return {**self.cuts, **changed}

    def _with(self, cut: Cut, limit: int) -> Cut:
        known = cut.letters if self.measure == "letters" else cut.characters
        least = limit if known is None else min(limit, known)
        return replace(cut, letters=least) if self.measure == "letters" else replace(cut, characters=least)

    def _length(self, place: Place) -> int:
        text = self._now(place)
        return max(len(word.text) for word in words(text)) if self.measure == "letters" else len(text)

    def _now(self, place: Place) -> str:
        return self.cuts.get(place, Cut()).of(self.texts[place])


def _for_all(places: Sequence[Place]) -> Callable[[int], Mapping[Place, int]]:
    return lambda limit: dict.fromkeys(places, limit)


def _for_one(limits: Mapping[Place, int], place: Place) -> Callable[[int], Mapping[Place, int]]:
    return lambda limit: {**limits, place: limit}
