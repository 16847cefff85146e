"""Templates compiled once a process: a preview renders the same ones after every change.

In: a template's source. Out: its code, kept in memory. Jinja keeps templates by environment, and an environment here
lives as long as one rendering of all pages.
"""

from __future__ import annotations

from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class TemplateCache(BytecodeCache):
    """Code by template, with the checksum of the source that it was made from."""

    def __init__(self) -> None:
        self._code: dict[str, tuple[str, CodeType]] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Kept in memory, it need not be hashed; Jinja's hash knows no paths that are not UTF-8."""
        return f"{name}|{filename}"

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._code.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self._code[bucket.key] = (bucket.checksum, bucket.code)
