"""Templates compiled once: a preview renders the same ones after every change, and those of the program and of the
theme are the same in every process.

In: a template's source. Out: its code, kept in memory. Jinja keeps templates by environment, and an environment here
lives as long as one rendering of all pages. That of templates below the folder `installed` is kept on the disk too, if
it may: as Python keeps that of modules, in `__pycache__` beside the template; or below `kept`, where the folder is of
another program, which may take all that lies there for its own.
"""

from __future__ import annotations

import hashlib
import importlib.util
import pickle
import sys
from contextlib import suppress
from pathlib import Path
from types import CodeType

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator import files
from generator.problems import OutputError


class TemplateCache(BytecodeCache):
    """Code by template, with the checksum of what it was made from: the source, this version of Jinja and the `salt`,
    which stands for the settings of the environment.
    """

    def __init__(self, installed: Path | None = None, kept: Path | None = None, *, salt: str = "") -> None:
        self._installed, self._kept, self._salt = installed, kept, salt
        self._code: dict[str, tuple[str, CodeType]] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Kept in memory, it need not be hashed; Jinja's hash knows no paths that are not UTF-8."""
        return f"{name}|{filename}"

    def get_source_checksum(self, source: str) -> str:
        return hashlib.sha256(f"{jinja2.__version__} {self._salt} {source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._code.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
        elif file := self._file(bucket):
            # Whatever is wrong with the file, the template is compiled.
            with suppress(OSError, EOFError, ValueError, TypeError, pickle.UnpicklingError), file.open("rb") as data:
                bucket.load_bytecode(data)
            self._note(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._note(bucket)
        file = self._file(bucket)
        if bucket.code and file and not sys.dont_write_bytecode:
            with suppress(OutputError):
                files.write(file, bucket.bytecode_to_string())

    def _note(self, bucket: Bucket) -> None:
        if bucket.code:
            self._code[bucket.key] = (bucket.checksum, bucket.code)

    def _file(self, bucket: Bucket) -> Path | None:
        """As Python names the code of a module that lies there."""
        template = Path(bucket.key.partition("|")[2])
        if not self._installed or not template.is_relative_to(self._installed):
            return None
        place = (self._kept or self._installed) / template.relative_to(self._installed)
        return Path(importlib.util.cache_from_source(str(place)))
