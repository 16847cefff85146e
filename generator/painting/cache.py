"""Painted files, kept by what they were painted from.

In: the key of a file. Out: its bytes, where they were kept: in a folder, and behind it in a store that other machines
reach, if there is one. An entry carries its own hash, so a damaged one is a miss, and its time of change says when it
was last of use.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from generator import files
from generator.painting.seal import HEAD, opened, sealed, told

_DAY = 24 * 60 * 60
_KEPT = 30 * _DAY  # without being used; CI and other projects may share the cache
# An entry, or what a killed build was about to make one.
_ENTRY = re.compile(r"[0-9a-f]{62}|\.visavis-[0-9a-f]+\.part")


class Store(Protocol):
    """Where entries are kept that several machines share. It never fails: what it cannot give is not there."""

    def take(self, keys: Collection[str]) -> Iterable[tuple[str, bytes]]:
        """Those of them that are there and whole, as bytes by key."""

    def lacking(self, keys: Iterable[str]) -> set[str]:
        """Those of them that are not there."""

    def put(self, key: str, data: bytes) -> None:
        """Keeps the bytes, now or soon."""


class Cache:
    """Painted files by what they were painted from. What only the store has is kept in the folder too."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time, store: Store | None = None) -> None:
        self.folder, self._clock, self._store = folder, clock, store
        self._missing: set[str] = set()  # in the store, which is not asked for them again
        self._about: dict[str, files.About] = {}  # of entries that were found to be there

    @property
    def libraries(self) -> Path:
        """Where libraries keep what they would otherwise keep in somebody's home."""
        return self.folder.with_name("matplotlib")

    @property
    def layouts(self) -> Cache:
        """What was laid out, beside: no store has it, since it is read back as objects."""
        return Cache(self.folder.with_name("layouts"), self._clock)

    @property
    def texts(self) -> Cache:
        """Pages, beside: no store has them, since rendering one takes no longer than fetching it."""
        return Cache(self.folder.with_name("texts"), self._clock)

    def get(self, key: str) -> bytes | None:
        """The bytes, or None when they are not there or not whole."""
        data = self._read(key)
        if data is None and key not in self._missing:
            self._bring((key,))
            data = self._read(key)
        return data

    def has(self, key: str) -> bool:
        """Whether the folder has an entry with all its bytes, which is of use then; whether they are right is seen when
        they are read.
        """
        path = self._path(key)
        self._about.pop(key, None)
        try:
            with open(path, "rb") as file:
                head, found = file.read(HEAD), os.fstat(file.fileno())
        except OSError:
            return False
        size = found.st_size - HEAD
        digest = told(key, head, size)
        if digest is None:
            return False
        self._note_use(path, found)
        self._about[key] = files.About(size, digest)
        return True

    def about(self, key: str) -> files.About | None:
        """Size and hash of the bytes without reading them; None: there is no whole entry in the folder."""
        return self._about[key] if key in self._about or self.has(key) else None

    def put(self, key: str, data: bytes) -> None:
        """Keeps the bytes. OutputError: there is no room for them."""
        files.write(Path(self._path(key)), sealed(key, data))
        if self._store:
            self._store.put(key, data)

    def fetch(self, keys: Iterable[str]) -> None:
        """Brings what only the store has into the folder, many at a time. OutputError."""
        if self._store:
            self._bring(key for key in keys if not Path(self._path(key)).exists())

    def lacking(self, keys: Iterable[str]) -> set[str]:
        """Those that nobody has painted. What the folder has and the store has not is put there."""
        if self._store is None:
            return {key for key in keys if self._read(key) is None}
        lacking = self._store.lacking(keys)
        for key in tuple(lacking):
            if (data := self._read(key)) is not None:
                self._store.put(key, data)
                lacking.discard(key)
        return lacking

    def tidy(self) -> None:
        """Removes what nobody has used for a month, here and beside. Not before a build has written all that it made:
        its clock may be another one than that of the disk.
        """
        for each in (self, self.layouts, self.texts):
            each.remove_unused()

    def remove_unused(self) -> None:
        """Removes what nobody has used for a month. Folders stay: another build may be about to write into them."""
        last = self._clock() - _KEPT
        for path in self.folder.glob("[0-9a-f][0-9a-f]/*"):
            with suppress(OSError):  # it stays, or another build has removed it
                if _ENTRY.fullmatch(path.name) and path.stat().st_mtime < last:
                    path.unlink()

    def _bring(self, keys: Iterable[str]) -> None:
        if self._store is None:
            return
        wanted = dict.fromkeys(keys)
        for key, data in self._store.take(tuple(wanted)):
            files.write(Path(self._path(key)), sealed(key, data))
            del wanted[key]
        self._missing.update(wanted)

    def _read(self, key: str) -> bytes | None:
        path = self._path(key)
        try:
            with open(path, "rb") as file:
                entry, found = file.read(), os.fstat(file.fileno())
        except OSError:
            return None
        data = opened(key, entry)
        if data is not None:
            self._note_use(path, found)
        return data

    def _note_use(self, path: str, found: os.stat_result) -> None:
        """Once a day is enough. A cache that can only be read is as good."""
        now = self._clock()
        if found.st_mtime < now - _DAY:
            with suppress(OSError):
                os.utime(path, (now, now))

    def _path(self, key: str) -> str:
        """As a text: a catalogue asks for a hundred thousand of them."""
        return f"{self.folder}{os.sep}{key[:2]}{os.sep}{key[2:]}"
