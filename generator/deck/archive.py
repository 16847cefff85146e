"""A package as bytes: the same parts give the same file.

In: the parts' bytes by name. Out: a ZIP whose first entry says what the others are, as some programs expect.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_FIRST = "[Content_Types].xml"
# The day that a ZIP begins to count from: when a part was written is nobody's matter.
_DAY = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The parts in the order of their names."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name in sorted(parts, key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.create_system = 3  # Unix on every system, for equal bytes
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, parts[name])
    return file.getvalue()
