"""The content of one YAML file as a plain tree of dicts, lists and `Text`.

In: what the reader found. Out: a `Tree`, which knows where each of its parts stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from generator.model.text import Text
from generator.problems import Place, Problem

Path = tuple[str | int, ...]
Value = dict[str, Any] | list[Any] | Text | None


@dataclass(frozen=True, slots=True)
class Tree:
    """One file: its value, where its parts stand, and what is wrong with its syntax."""

    file: str
    value: Value = None
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Where the value (or key) at `path` stands; the nearest enclosing thing when it is not there."""
        for end in range(len(path), -1, -1):
            known = (self.keys if key else self.values).get(path[:end]) or self.values.get(path[:end])
            if known:
                return known
        return Place(self.file)
