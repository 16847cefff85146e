"""Which shape of a slide as it was is which shape of the slide as it is made now.

In: the labels of both, in their order. Out: pairs.

Numbers in names say little: one more row renumbers all that follow. Texts and their order say who is who.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from generator.deck.updating.label import Label


def pairs(before: Sequence[Label], now: Sequence[Label]) -> dict[int, int]:
    """Places in `now` by places in `before`."""
    if [label.name for label in before] == [label.name for label in now]:
        return {place: place for place in range(len(now))}
    found: dict[int, int] = {}
    matcher = SequenceMatcher(None, [_what(label) for label in before], [_what(label) for label in now], autojunk=False)
    for kind, start, end, other, other_end in matcher.get_opcodes():
        if kind == "equal":
            found.update(zip(range(start, end), range(other, other_end), strict=True))
        elif kind == "replace":
            found.update(_changed(before, now, range(start, end), range(other, other_end)))
    left = [place for place in range(len(before)) if place not in found]
    free = [place for place in range(len(now)) if place not in set(found.values())]
    found.update(_once([(_what(before[one]), one) for one in left], [(_what(now[one]), one) for one in free]))
    return found


def _what(label: Label) -> tuple[str, str]:
    return label.kind, label.was.text


def _changed(before: Sequence[Label], now: Sequence[Label], left: range, free: range) -> dict[int, int]:
    """Pairs of a stretch in which texts have changed: those of the same name, then those of a kind in their order."""
    found = _once([(before[one].name, one) for one in left], [(now[one].name, one) for one in free])
    kinds: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for one in left:
        if one not in found:
            kinds[before[one].kind][0].append(one)
    for one in free:
        if one not in found.values():
            kinds[now[one].kind][1].append(one)
    for some, others in kinds.values():
        if len(some) == len(others):
            found.update(zip(some, others, strict=True))
    return found


def _once(left: Iterable[tuple[object, int]], free: Iterable[tuple[object, int]]) -> dict[int, int]:
    """Those whose key is the same, where it stands once on either side."""
    sides: dict[object, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, entries in enumerate((left, free)):
        for key, place in entries:
            sides[key][side].append(place)
    return {some[0]: others[0] for some, others in sides.values() if len(some) == len(others) == 1}
