"""A ZIP whose bytes are decided by what is in it.

In: names and bytes in their order. Out: the same archive on every machine and every day.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import date

_FIRST_YEAR = 1980  # a ZIP cannot tell an earlier one


def zipped(entries: Iterable[tuple[str, bytes]], day: date) -> bytes:
    """The archive, not compressed; every entry carries that day."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, data in entries:
            entry = zipfile.ZipInfo(name, (max(day.year, _FIRST_YEAR), day.month, day.day, 0, 0, 0))
            entry.create_system = 3  # Unix on every system, for equal bytes
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, data)
    return file.getvalue()
