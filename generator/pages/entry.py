"""Something of the model with its id, as templates ask for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """Something of the model with its id; its fields are reached directly."""

    id: str
    of: T

    def __getattr__(self, name: str) -> Any:
        return getattr(self.of, name)
