"""What was read and found in the files of a content folder, kept from one run to the next.

In: a folder of the project's cache, and the content folder. Out: a `Kept`, which is asked for each result by what
decides it, and saved at the end. Without it everything is made anew.

All results of one kind are one file: of a thousand roles each would be a file otherwise, to be opened each time. It
begins with a seal; where that is broken nothing in it is taken. It stays in the project's own cache and goes to no
store that others share.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from generator import files
from generator.model import Origin, pack, program, unpack
from generator.problems import OutputError

T = TypeVar("T")
_HASH, _SIZE = 32, 4
_DAY = 24 * 60 * 60
_KEPT = 30 * _DAY  # without being used; each content folder that a project was given has files of its own


class Kept:
    """Results by kind, files and words, as `Recall` asks for them. Style is apart, since it is not always asked for."""

    def __init__(self, folder: Path, content: Path, clock: Callable[[], float] = time.time) -> None:
        name = hashlib.sha256(os.fsencode(content.resolve())).hexdigest()[:32]
        self._folder, self._clock = folder, clock
        self._read, self._style = _Shelf(folder / f"{name}-read"), _Shelf(folder / f"{name}-style")

    def __call__(self, kind: str, origins: Sequence[Origin], words: Sequence[str], make: Callable[[], T]) -> T:
        """The result, as it was kept or else made."""
        shelf = self._read if kind == "read" else self._style
        parts = (program(), kind, *(part for origin in origins for part in (origin.file, origin.digest)), *words)
        key = hashlib.sha256("".join(f"{len(part)}:{part}" for part in parts).encode("utf-8", "surrogatepass")).digest()
        data = shelf.get(key)
        with suppress(ValueError):
            if data is not None:
                found: T = unpack(data, origins[0].file)
                return found
        made = make()
        shelf.put(key, pack(made, origins[0].file))
        return made

    def save(self) -> None:
        """Keeps what was asked for, and nothing else. Where there is no cache, or none that can be written, nothing is
        kept. A content folder that was not read for a month is forgotten.
        """
        if not self._folder.parent.is_dir():
            return
        now = self._clock()
        for shelf in (self._read, self._style):
            with suppress(OutputError):
                shelf.save(now)
        for path in self._folder.glob("*"):
            with suppress(OSError):
                if path.stat().st_mtime < now - _KEPT:
                    path.unlink()


class _Shelf:
    """One file of results by their keys, each with its size before it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: dict[bytes, memoryview] | None = None
        self._used: dict[bytes, bytes | memoryview] = {}
        self._new = False

    def get(self, key: bytes) -> memoryview | None:
        if self._kept is None:
            self._kept = _opened(self._path)
        found = self._kept.get(key)
        if found is not None:
            self._used[key] = found
        return found

    def put(self, key: bytes, data: bytes) -> None:
        self._used[key] = data
        self._new = True

    def save(self, now: float) -> None:
        """OutputError: it cannot be written."""
        if self._new:
            seal, parts = hashlib.sha256(), list[bytes | memoryview]()
            for key, data in self._used.items():
                parts += (key, len(data).to_bytes(_SIZE, "big"), data)
            for part in parts:
                seal.update(part)
            files.write(self._path, b"".join((seal.digest(), *parts)), 0o600)
        elif self._used:
            with suppress(OSError):
                if self._path.stat().st_mtime < now - _DAY:
                    os.utime(self._path, (now, now))


def _opened(path: Path) -> dict[bytes, memoryview]:
    """What lies in a file; nothing where it is not whole."""
    try:
        data = memoryview(path.read_bytes())
    except OSError:
        return {}
    body, found, start = data[_HASH:], dict[bytes, memoryview](), 0
    if hashlib.sha256(body).digest() != data[:_HASH]:
        return {}
    while start < len(body):
        key, begin = bytes(body[start : start + _HASH]), start + _HASH + _SIZE
        end = begin + int.from_bytes(body[begin - _SIZE : begin], "big")
        found[key], start = body[begin:end], end
    return found
