"""How many of many entries a page of fixed size shows, and how it says that there are more.

In: lists and a size, whose `most` is found by laying out. Out: the entries that are shown, and words that count them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Sized
from typing import TypeVar

from generator.layout import Size

Entry = TypeVar("Entry")
_COUNT = re.compile(r"(\d+) of (\d+)$")
_JOINED = "\N{NO-BREAK SPACE}"


def first(size: Size, entries: Sequence[Entry], most: int | None = None) -> Sequence[Entry]:
    """The first entries, as many as a size shows, and no more than `most`; one at least."""
    return entries[: at_most(size, len(entries))][:most]


def at_most(size: Size, entries: int, least: int = 1) -> int:
    """How many of so many entries a size shows, `least` of them in any case."""
    return entries if size.most is None else min(entries, max(size.most, least))


def counted(words: str, some: Sized, every: Sized) -> str:
    """The words, and how many entries of how many where that is not all; else as they are, so they keep their place."""
    return f"{words}{count(some, every)}" if count(some, every) else words


def count(some: Sized, every: Sized) -> str:
    """What stands behind the name of a list: how many entries of how many, "" where that is all."""
    return f", {len(some)} of {len(every)}" if len(some) < len(every) else ""


def of_each(some: int, every: Sequence[int], name: str) -> str:
    """How many entries of each list, and how many there are in them; "" where that is all. `name`: what they are."""
    if max(every) <= some:
        return ""
    most = str(max(every)) if len(set(every)) == 1 else f"{min(every)} to {max(every)}"
    return f"{some} of {most} {name} each"


def unbroken(words: str, roles: int) -> str:
    """Words with the count that ends them on one line, for the narrow columns of more than two roles."""
    counted = _COUNT.search(words) if roles > 2 else None
    return f"{words[: counted.start()]}{counted[0].replace(' ', _JOINED)}" if counted else words


def more(some: Sized, every: Sized) -> tuple[str, ...]:
    """What ends a list that has no name of its own: how many more entries there are, nothing where there are none."""
    return (f"{len(every) - len(some)} more",) if len(some) < len(every) else ()
