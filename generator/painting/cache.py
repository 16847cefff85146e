"""Painted files, kept by what they were painted from.

In: a job and a target, or the key of one. Out: the key, and the bytes that were kept. An entry carries its own hash, so
a damaged one is a miss.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
from functools import cache
from pathlib import Path

import generator
from generator import files
from generator.painting.job import Job
from generator.painting.target import Target

_CHECKSUM_SIZE = 32
# The modules, below generator/, and the packages that have a say in the bytes of a file beside its frame.
_MODULES = (
    "painting/paint.py",
    "painting/artist.py",
    "painting/outlines.py",
    "painting/pdf.py",
    "painting/pdf_fonts.py",
    "painting/pdf_objects.py",
    "painting/png.py",
    "painting/svg.py",
    "painting/target.py",
    "layout/sizes.py",
)
_PACKAGES = ("matplotlib", "pillow", "numpy", "fonttools", "deflate")


class Cache:
    """Painted files by what they were painted from."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def libraries(self) -> Path:
        """Where libraries keep what they would otherwise keep in somebody's home."""
        return self.folder.with_name("matplotlib")

    def get(self, key: str) -> bytes | None:
        """The bytes, or None when they are not there or not whole."""
        try:
            entry = self._path(key).read_bytes()
        except OSError:
            return None
        data = entry[_CHECKSUM_SIZE:]
        return data if entry[:_CHECKSUM_SIZE] == _checksum(key, data) else None

    def put(self, key: str, data: bytes) -> None:
        """Keeps the bytes. OutputError: there is no room for them."""
        files.write(self._path(key), _checksum(key, data) + data)

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
        *(_file_digest(font) for _, font in sorted(job.fonts.items())),
    )
    return files.digest((str(index), part.encode()) for index, part in enumerate(parts))


@cache
def _versions() -> tuple[str, ...]:
    package = Path(generator.__file__).parent
    own = (_file_digest(str(package / name)) for name in _MODULES)
    return (*own, *(importlib.metadata.version(name) for name in _PACKAGES))


@cache
def _file_digest(path: str) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()
