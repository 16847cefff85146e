"""What a picture file is by its own bytes.

In: the bytes, and the format, width and height that the list of pictures gives. Out: what differs, in words.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable

_SVG_SIZE = re.compile(rb'<svg\b[^>]*?\bviewBox="0 0 ([\d.]+) ([\d.]+)"')
_PDF_SIZE = re.compile(rb"/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)\s*\]")


def difference(data: bytes, form: str, width: int, height: int) -> str:
    """What the file is in place of that; empty where it is as listed. A form without pixels has the same shape."""
    begins, size_of = _FORMATS[form]
    size = size_of(data) if data.startswith(begins) else None
    if size is None:
        return f"is no {form.upper()}"
    across, down = size
    same = size == (width, height) if form == "png" else abs(width * down / across - height) <= 1
    return "" if same else f"has {across:g} × {down:g}, and the list says {width} × {height}"


def _pixels(data: bytes) -> tuple[float, float] | None:
    return struct.unpack(">2I", data[16:24]) if data[12:16] == b"IHDR" and len(data) >= 24 else None


def _found(pattern: re.Pattern[bytes]) -> Callable[[bytes], tuple[float, float] | None]:
    def size(data: bytes) -> tuple[float, float] | None:
        found = pattern.search(data)
        across, down = (float(found[1]), float(found[2])) if found else (0.0, 0.0)
        return (across, down) if across and down else None

    return size


_FORMATS = {
    "png": (b"\x89PNG\r\n\x1a\n", _pixels),
    "svg": (b"<svg ", _found(_SVG_SIZE)),
    "pdf": (b"%PDF-", _found(_PDF_SIZE)),
}
