"""The texts of the model and the words in them.

In: a part of the model, or a text. Out: texts with their paths, and words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.model.reading.tree import Path
from generator.model.schema import Part
from generator.model.text import Text

# Words that readers type and nobody reads, in whatever spelling they come.
_UNSEEN = {"found_by"}


def texts(value: Any, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """Every text within a part of the model that readers see, with its path."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, Part):
        for name, item in value:
            if name in _UNSEEN:
                continue
            yield from texts(item, (*path, name))
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from texts(item, (*path, str(name)))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, (*path, index))


def words(text: str) -> list[str]:
    """The words of a text in small letters, without signs."""
    return re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text.casefold())
