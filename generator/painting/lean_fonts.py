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

_UNUSED = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "JSTF", "MATH", "OS/2", "STAT", "gasp", "kern", "meta")
# The only one of a font's names that a PDF repeats.
_POSTSCRIPT_NAME = 6
# Glyphs have no names in it.
_NAMELESS = 3.0


def lean(font: str) -> str:
    """The lean font's file, which is made anew where somebody has cleared the folder. OutputError: it cannot be."""
    data, checked = _lean(font, Path(font).stat().st_mtime_ns)
    found = Path(matplotlib.get_cachedir(), f"{hashlib.sha256(data).hexdigest()}.ttf")
    if not found.is_file() or (found not in checked and found.read_bytes() != data):
        files.write(found, data)
    checked.add(found)
    return str(found)


@lru_cache(maxsize=16)
def _lean(font: str, _changed: int) -> tuple[bytes, set[Path]]:
    """The lean font, and which files are known to be like it."""
    data = io.BytesIO()
    with TTFont(font, recalcTimestamp=False) as whole:
        for table in (table for table in _UNUSED if table in whole):
            del whole[table]
        whole["post"].formatType = _NAMELESS
        whole["name"].names = [name for name in whole["name"].names if name.nameID == _POSTSCRIPT_NAME]
        whole.save(data)
    return data.getvalue(), set()
