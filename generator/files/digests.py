"""Hashes: of names and contents together, of a file, and of files that were hashed before and were not touched since.

In: paths and bytes. Out: hexadecimal SHA-256.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from generator.files.disk import write

# A file that was changed so shortly before its hash is kept could be changed once more without another time of change:
# some file systems count in steps of two seconds.
_SETTLED = 2_000_000_000


def digest(parts: Iterable[tuple[str, bytes]]) -> str:
    """One hash over names and contents; neither can run into the other."""
    whole = hashlib.sha256()
    for name, data in parts:
        whole.update(f"{len(name)}:{name}{len(data)}:".encode())
        whole.update(data)
    return whole.hexdigest()


def text_digest(*texts: str) -> str:
    """One hash over texts in their order."""
    return digest((str(index), text.encode()) for index, text in enumerate(texts))


@cache
def content_digest(path: Path) -> str:
    """The hash of a file that does not change while the program runs: its own, and the fonts that it draws with."""
    return sha256(path.read_bytes())


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def named_by_content(path: str, data: bytes) -> tuple[str, bytes]:
    """A path whose file name holds a part of the content's hash: what it names never changes."""
    stem, dot, ending = path.rpartition(".")
    return f"{stem}-{sha256(data)[:8]}{dot}{ending}", data


class Digests:
    """The hashes of files, kept by device, inode, size and time of change: a file that has another name in the site
    than in docs/ and is the same one on the disk is read once.

    Who writes files replaces them by new ones, so that what an inode holds stays; who changes one in place changes its
    time.
    """

    def __init__(self, file: Path) -> None:
        """`file` keeps them; one that is lost or damaged costs time alone."""
        self._file = file
        self._kept = _read(file)
        self._used: dict[str, str] = {}

    def of(self, path: Path, found: os.stat_result | None = None) -> str:
        """The file's hash; `found` is what the system says of it now, where that was asked already. OSError."""
        found = found or path.stat()
        known = self.known(found)
        if known is None:
            with path.open("rb") as file:
                known = hashlib.file_digest(file, "sha256").hexdigest()
            self.note(found, known)
        return known

    def known(self, found: os.stat_result) -> str | None:
        """The hash of the file of which the system says that, where it is known without reading."""
        key = _key(found)
        known = self._used.get(key) or self._kept.get(key)
        if known:
            self._used[key] = known
        return known

    def note(self, found: os.stat_result, known: str) -> None:
        """That the file of which the system says that has this hash."""
        self._used[_key(found)] = known

    def save(self) -> None:
        """Keeps those that were asked for since this began, and no others. OutputError."""
        settled = time.time_ns() - _SETTLED
        kept = {key: known for key, known in self._used.items() if int(key.rpartition("-")[2]) < settled}
        write(self._file, json.dumps(kept, separators=(",", ":")).encode())


def _key(found: os.stat_result) -> str:
    return f"{found.st_dev}-{found.st_ino}-{found.st_size}-{found.st_mtime_ns}"


def _read(file: Path) -> dict[str, str]:
    try:
        known = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) and all(isinstance(one, str) for one in known.values()) else {}
