"""Painted files, kept by what they were painted from.

In: a job and a target, or the key of one. Out: the key, and the bytes that were kept. An entry carries its own hash, so
a damaged one is a miss, and its time of change says when it was last of use.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import re
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

import generator
from generator import files
from generator.painting.job import Job
from generator.painting.target import Target

_CHECKSUM_SIZE = 32
_DAY = 24 * 60 * 60
_KEPT = 30 * _DAY  # without being used; CI and other projects may share the cache
# An entry, or what a killed build was about to make one.
_ENTRY = re.compile(r"[0-9a-f]{62}|\.visavis-[0-9a-f]+\.part")
# The modules, below generator/, and the packages that have a say in the bytes of a file beside its frame.
_MODULES = (
    "painting/paint.py",
    "painting/outlines.py",
    "painting/pdf.py",
    "painting/pdf_fonts.py",
    "painting/pdf_objects.py",
    "painting/png.py",
    "painting/raster.py",
    "painting/shapes.py",
    "painting/svg.py",
    "painting/svg_text.py",
    "painting/target.py",
    "layout/rounded.py",
    "layout/sizes.py",
)
_PACKAGES = ("matplotlib", "pillow", "numpy", "fonttools", "deflate")


class Cache:
    """Painted files by what they were painted from."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self.folder, self._clock = folder, clock

    @property
    def libraries(self) -> Path:
        """Where libraries keep what they would otherwise keep in somebody's home."""
        return self.folder.with_name("matplotlib")

    def get(self, key: str) -> bytes | None:
        """The bytes, or None when they are not there or not whole."""
        path = self._path(key)
        try:
            entry = path.read_bytes()
        except OSError:
            return None
        data = entry[_CHECKSUM_SIZE:]
        if entry[:_CHECKSUM_SIZE] != _checksum(key, data):
            return None
        self._note_use(path)
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keeps the bytes. OutputError: there is no room for them."""
        files.write(self._path(key), _checksum(key, data) + data)

    def remove_unused(self) -> None:
        """Removes what nobody has used for a month. Folders stay: another build may be about to write into them."""
        last = self._clock() - _KEPT
        for path in self.folder.glob("[0-9a-f][0-9a-f]/*"):
            with suppress(OSError):  # it stays, or another build has removed it
                if _ENTRY.fullmatch(path.name) and path.stat().st_mtime < last:
                    path.unlink()

    def _note_use(self, path: Path) -> None:
        """Once a day is enough. A cache that can only be read is as good."""
        now = self._clock()
        with suppress(OSError):
            if path.stat().st_mtime < now - _DAY:
                os.utime(path, (now, now))

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def _checksum(key: str, data: bytes) -> bytes:
    """What an entry begins with; another key's entry in this one's place is as wrong as a flipped bit."""
    return hashlib.sha256(key.encode() + data).digest()


def key(job: Job, target: Target) -> str:
    """Everything that decides the bytes of a file, hashed."""
    parts = (
        *_versions(),
        job.picture,
        job.title,
        job.description,
        job.frame.digest,
        repr(sorted(job.colours.items())),
        repr(target),
        *(files.content_digest(Path(font)) for _, font in sorted(job.fonts.items())),
    )
    return files.digest((str(index), part.encode()) for index, part in enumerate(parts))


@cache
def _versions() -> tuple[str, ...]:
    package = Path(generator.__file__).parent
    own = (files.content_digest(package / name) for name in _MODULES)
    return (*own, *(importlib.metadata.version(name) for name in _PACKAGES))
