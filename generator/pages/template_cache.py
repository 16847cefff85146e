"""Templates compiled once: a preview renders the same ones after every change, and the program's own are the same in
every process.

In: a template's source. Out: its code, kept in memory. Jinja keeps templates by environment, and an environment here
lives as long as one rendering of all pages. With a `salt` the code is kept on the disk too, where Python keeps that of
modules: in `__pycache__` beside the template, if it may.
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

    def __init__(self, salt: str = "") -> None:
        self._salt = salt
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
        elif self._salt:
            # Whatever is wrong with the file, the template is compiled.
            with (
                suppress(OSError, EOFError, ValueError, TypeError, pickle.UnpicklingError),
                _file(bucket).open("rb") as file,
            ):
                bucket.load_bytecode(file)
            self._note(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._note(bucket)
        if bucket.code and self._salt and not sys.dont_write_bytecode:
            with suppress(OutputError):
                files.write(_file(bucket), bucket.bytecode_to_string())

    def _note(self, bucket: Bucket) -> None:
        if bucket.code:
            self._code[bucket.key] = (bucket.checksum, bucket.code)


def _file(bucket: Bucket) -> Path:
    """As Python names the code of a module that lies there."""
    return Path(importlib.util.cache_from_source(bucket.key.partition("|")[2]))
