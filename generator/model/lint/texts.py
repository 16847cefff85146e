"""The texts of the model and the words in them.

In: a part of the model, or a text. Out: texts with their paths, and words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.model.reading.tree import Path
from generator.model.schema import Part
from generator.model.text import Text

# Words that readers type and nobody reads, in whatever spelling they come.
_UNSEEN = {"found_by"}
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def texts(value: Any, path: Path = ()) -> list[tuple[Path, Text]]:
    """Every text within a part of the model that readers see, with its path."""
    found: list[tuple[Path, Text]] = []
    _collect(value, path, found)
    return found


def _collect(value: Any, path: Path, found: list[tuple[Path, Text]]) -> None:
    """One list for all: generators within generators hand each text up through every level."""
    if isinstance(value, str):
        if isinstance(value, Text):
            found.append((path, value))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _collect(item, (*path, index), found)
    elif isinstance(value, Part):
        for name, item in vars(value).items():
            if item is not None and name not in _UNSEEN:
                _collect(item, (*path, name), found)
    elif isinstance(value, Mapping):
        for name, item in value.items():
            _collect(item, (*path, str(name)), found)


def words(text: str) -> list[str]:
    """The words of a text in small letters, without signs."""
    return _WORD.findall(text.casefold())
