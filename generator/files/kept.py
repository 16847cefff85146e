"""Files that lie in a store, by name: each is read when it is asked for, and none is held in memory.

In: mappings of names to bytes. Out: the same under other names or together, and size and hash of a file without
reading it where the store knows them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.files.digests import sha256

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class About:
    """How large a file is, and its hash (SHA-256)."""

    size: int
    sha256: str


def about(files: Mapping[K, bytes], name: K) -> About:
    """What the store says of a file; where the bytes are at hand, or the store knows nothing, they are asked."""
    told: About | None = getattr(files, "about", lambda _: None)(name)
    return told or About(len(data := files[name]), sha256(data))


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

    def about(self, name: str) -> About:
        return about(self._source, self._names[name])


class Together(Mapping[str, bytes]):
    """Files of several mappings, in their order; a name that two have is the first one's."""

    def __init__(self, *parts: Mapping[str, bytes]) -> None:
        self._where = {name: part for part in reversed(parts) for name in part}
        self._names = dict.fromkeys(name for part in parts for name in part)

    def __getitem__(self, name: str) -> bytes:
        return self._where[name][name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def about(self, name: str) -> About:
        return about(self._where[name], name)
