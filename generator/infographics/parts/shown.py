"""How many of many entries a page of fixed size shows, and how it says that there are more.

In: the most that each size has room for, by the number of roles. Out: numbers, and words that count entries.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Sized
from typing import TypeVar

from generator.layout import Size
from generator.model import View

# By a size's name and the number of roles: so many entries, or (so many beside the words that count them, so many where
# these are all). Sizes that are not named show all, since they grow with their content.
Limits = Mapping[str, Mapping[int, int | tuple[int, int]]]

Entry = TypeVar("Entry")


def most(limits: Limits, view: View, size: Size, entries: int) -> int:
    """How many of so many entries a size shows."""
    limit = limits.get(size.name, {}).get(len(view.roles), entries)
    some, every = limit if isinstance(limit, tuple) else (limit, limit)
    return entries if entries <= every else some


def first(limits: Limits, view: View, size: Size, entries: Sequence[Entry]) -> Sequence[Entry]:
    """The first entries, as many as a size shows."""
    return entries[: most(limits, view, size, len(entries))]


def counted(words: str, some: Sized, every: Sized) -> str:
    """The words, and how many entries of how many where that is not all; else as they are, so they keep their place."""
    return f"{words}{count(some, every)}" if count(some, every) else words


def count(some: Sized, every: Sized) -> str:
    """What stands behind the name of a list: how many entries of how many, "" where that is all."""
    return f", {len(some)} of {len(every)}" if len(some) < len(every) else ""


def more(some: Sized, every: Sized) -> tuple[str, ...]:
    """What ends a list that has no name of its own: how many more entries there are, nothing where there are none."""
    return (f"{len(every) - len(some)} more",) if len(some) < len(every) else ()
