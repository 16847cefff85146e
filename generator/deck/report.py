"""What an update did to a deck and what it left, for people.

In: nothing. Out: frozen values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Reason = Literal["text", "look", "place", "notes", "gone", "slide", "theme"]


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that people changed. `slide` counts from 1; `name` is that of the shape.

    `wanted` is the text that the content has for it now, where that has changed too.
    """

    slide: int
    title: str
    name: str
    reason: Reason
    wanted: str = ""


@dataclass(frozen=True, slots=True)
class Updated:
    """A deck's new bytes, and whether anything in it is new.

    `refreshed` and `added` are numbers of shapes, `removed` of those that the content has no more; `deleted` are shapes
    and slides that people took out, `slides` the titles of new ones.
    """

    data: bytes
    refreshed: int
    added: int
    removed: int
    deleted: int
    slides: tuple[str, ...]
    kept: tuple[Kept, ...]
    changed: bool = True
