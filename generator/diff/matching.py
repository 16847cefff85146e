"""Which things of two states are the same: by their ids, those they had before, and what they say.

In: lists or mappings of the old and the new model. Out: pairs of places or names.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any

from generator.model import Part

# Of these fields the first that a thing has is what it is known by.
_KEYS = ("id", "skill", "metric", "partner", "account", "kind", "code", "title", "text", "name")


def pairs(old: Sequence[Part], new: Sequence[Part]) -> dict[int, int]:
    """Places in the new list with their places in the old one: first by what things are known by, then by a text."""
    found: dict[int, int] = {}
    for alike in (lambda a, b: key(a) == key(b), lambda a, b: claims(b, a), _share_a_text):
        for place, value in enumerate(new):
            if place in found:
                continue
            free = (other for other in range(len(old)) if other not in found.values())
            match = next((other for other in free if alike(old[other], value)), None)
            if match is not None:
                found[place] = match
    return found


def _share_a_text(one: Part, other: Part) -> bool:
    mine, theirs = ({str(value) for _, value in part if isinstance(value, str)} for part in (one, other))
    return not hasattr(one, "id") and bool(mine & theirs)


def moved(places: Sequence[int]) -> set[int]:
    """The fewest old places, given in the new order, that must move for the rest to stand in the old order."""
    ends: list[int] = []
    chains: list[list[int]] = []
    for place in places:
        at = bisect_left(ends, place)
        chain = [*(chains[at - 1] if at else []), place]
        ends[at : at + 1], chains[at : at + 1] = [place], [chain]
    return set(places) - set(chains[-1] if chains else [])


def renamed(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, str]:
    """New names with the old ones that they claim, or under which the same stood."""
    gone = {name: value for name, value in old.items() if name not in new}
    come = {name: value for name, value in new.items() if name not in old}
    found: dict[str, str] = {}
    for name, value in come.items():
        former = next((id for id in getattr(value, "formerly", ()) if id in gone), None)
        if former is not None:
            found[name] = former
    for name, value in come.items():
        if name in found or not isinstance(value, Part):
            continue
        same = next((other for other in gone if other not in found.values() and gone[other] == value), None)
        if same is not None:
            found[name] = same
    return found


def claims(new: Part, old: Part) -> bool:
    """Whether the new thing says that it had the old one's id."""
    return key(old) in getattr(new, "formerly", ())


def key(part: Part) -> str:
    """What a thing in a list is known by."""
    return next((str(getattr(part, name)) for name in _KEYS if hasattr(part, name)), "")
