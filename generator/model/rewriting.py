"""The texts within parts of the content, and the same parts with other texts.

In: parts. Out: their texts, or parts in which each text is what a function makes of it, at the place where it stood.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, TypeVar, cast

from generator.model.schema import Part
from generator.model.text import Text
from generator.problems import Place

Value = TypeVar("Value")


def texts_within(value: object) -> Iterator[Text]:
    """Every text inside a part."""
    if isinstance(value, Text):
        yield value
    for item in _items(value):
        yield from texts_within(item)


def holders(parts: Iterable[object], places: Collection[Place]) -> frozenset[int]:
    """The ids, as Python has them, of all parts that hold texts of these places."""
    found: set[int] = set()
    for part in parts:
        _note_holders(part, places, found)
    return frozenset(found)


def rewritten(value: Value, change: Callable[[Text], str], among: Collection[int]) -> Value:
    """The part in other texts; parts within it whose ids are not `among` those that hold any to be changed stay."""
    new: Any = value
    if isinstance(value, Text):
        new = type(value)(change(value), value.place)
    elif id(value) not in among:
        return value
    elif isinstance(value, Part):
        new = value.model_copy(update={name: rewritten(item, change, among) for name, item in value})
    elif isinstance(value, dict):
        new = {key: rewritten(item, change, among) for key, item in value.items()}
    elif isinstance(value, tuple):
        new = tuple(rewritten(item, change, among) for item in value)
    return cast("Value", new)


def _note_holders(value: object, places: Collection[Place], found: set[int]) -> bool:
    """Whether the part holds a text of one of the places; the ids of all that do are noted."""
    if isinstance(value, Text):
        return value.place in places
    holds = False
    for item in _items(value):
        holds = _note_holders(item, places, found) or holds
    if holds:
        found.add(id(value))
    return holds


def _items(value: object) -> Iterable[object]:
    if isinstance(value, Part):
        return [item for _, item in value]
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, tuple) else ()
