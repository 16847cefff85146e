"""Files under other names, each read when it is asked for.

In: where each is found, by its new name, and what they are found in. Out: bytes by the new names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

K = TypeVar("K")


class Renamed(Mapping[str, bytes], Generic[K]):
    """Those of `source` that `names` has, and no others."""

    def __init__(self, names: Mapping[str, K], source: Mapping[K, bytes]) -> None:
        self._names, self._source = names, source

    def __getitem__(self, name: str) -> bytes:
        return self._source[self._names[name]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
