"""What stands in the place of a text that nobody has written yet.

In: a field of the schema, or a part of the content. Out: the words that `visavis new` writes there, and every text that
still is them or what `visavis init` writes.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic.fields import FieldInfo

from generator.model.introspection import type_at
from generator.model.schema import Part
from generator.model.text import Prose, Text

# How the texts of `visavis init` begin.
PROMPT = "Write here"


def placeholder(name: str, field: FieldInfo) -> str:
    """What the schema says of the field."""
    words = field.description or f"Write the {name.replace('_', ' ')} here."
    return words if type_at(field.annotation, ()) is Prose else words.rstrip(".")


def _is_unwritten(text: Text, words: str) -> bool:
    return text == words or text.startswith(PROMPT)


def unwritten(value: Any) -> Iterator[Text]:
    """The texts within a part that are placeholders still."""
    if isinstance(value, Part):
        for name, words in _placeholders(type(value)):
            inside = getattr(value, name)
            texts = inside if isinstance(inside, tuple) else (inside,)
            yield from (text for text in texts if isinstance(text, Text) and _is_unwritten(text, words))
            if isinstance(inside, _PARTED):
                yield from unwritten(inside)
    elif isinstance(value, dict | tuple):
        for item in value.values() if isinstance(value, dict) else value:
            if isinstance(item, _PARTED):
                yield from unwritten(item)


_PARTED = (Part, dict, tuple)


@cache
def _placeholders(kind: type[Part]) -> tuple[tuple[str, str], ...]:
    """What `visavis new` writes into each field, as a text has it."""
    return tuple((name, Text.fold(placeholder(name, field))) for name, field in kind.model_fields.items())
