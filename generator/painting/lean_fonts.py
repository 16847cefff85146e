"""Fonts without what a PDF does not need: matplotlib would read and cut their layout tables anew for every file.

In: a font's file. Out: that of a font with the same glyphs under the same numbers, in the folder that matplotlib keeps
its own in. Texts are laid out with the font itself.
"""

from __future__ import annotations

import hashlib
import io
from functools import lru_cache
from pathlib import Path

import matplotlib
from fontTools.ttLib import TTFont

from generator import files

_LAYOUT = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "JSTF", "MATH", "STAT", "kern")
# Glyphs have no names in it.
_NAMELESS = 3.0


def lean(font: str) -> str:
    """The lean font's file."""
    return _lean(font, Path(font).stat().st_mtime_ns)


@lru_cache(maxsize=16)
def _lean(font: str, _changed: int) -> str:
    data = io.BytesIO()
    with TTFont(font, recalcTimestamp=False) as whole:
        for table in (table for table in _LAYOUT if table in whole):
            del whole[table]
        whole["post"].formatType = _NAMELESS
        whole.save(data)
    found = Path(matplotlib.get_cachedir(), f"{hashlib.sha256(data.getvalue()).hexdigest()}.ttf")
    if not found.is_file() or found.read_bytes() != data.getvalue():
        files.write(found, data.getvalue())
    return str(found)
