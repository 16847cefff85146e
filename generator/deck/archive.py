"""A ZIP whose bytes are decided by what is in it.

In: names and bytes in their order. Out: the same archive on every machine and every day.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date

_FIRST_YEAR = 1980  # a ZIP cannot tell an earlier one
_LEVEL = 6
# What says what the other parts of a package are: some programs expect it first.
_TYPES = "[Content_Types].xml"


def package(parts: Mapping[str, bytes]) -> bytes:
    """The parts of an Office file, in the order of their names; when one was written is nobody's matter."""
    return zipped((name, parts[name]) for name in sorted(parts, key=lambda name: (name != _TYPES, name)))


def zipped(entries: Iterable[tuple[str, bytes]], day: date = date.min, *, compressed: bool = True) -> bytes:
    """The archive; every entry carries that day."""
    file = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    with zipfile.ZipFile(file, "w", method, compresslevel=_LEVEL) as archive:
        for name, data in entries:
            entry = zipfile.ZipInfo(name, (max(day.year, _FIRST_YEAR), day.month, day.day, 0, 0, 0))
            entry.create_system = 3  # Unix on every system, for equal bytes
            entry.compress_type = method
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, data)
    return file.getvalue()
