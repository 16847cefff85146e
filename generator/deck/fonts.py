"""Fonts within a deck, so that it looks the same where they are not installed.

In: a font's file. Out: it as Embedded OpenType, which PowerPoint reads on Windows and macOS, and LibreOffice from 25.8.
"""

from __future__ import annotations

import io
import struct
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

from generator.deck.typefaces import Embedded, Typefaces
from generator.layout import Fonts

# https://www.w3.org/Submission/EOT/: version 2.2, neither compressed nor exclusive-ored.
_VERSION = 0x00020002
_MAGIC = 0x504C
_DEFAULT_CHARSET = 1
_PANOSE = ("FamilyType", "SerifStyle", "Weight", "Proportion", "Contrast", "StrokeVariation", "ArmStyle", "LetterForm")
_PANOSE_LAST = ("Midline", "XHeight")
_FAMILY = 1  # the name that programs know which know only regular and bold
_MAY_NOT_BE_EMBEDDED = 2
# Letters of the languages of Europe that use Latin, and punctuation: what somebody is likely to type into one slide.
_LATIN = frozenset((*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2040), 0x20AC, 0x2122, 0x2190, 0x2192))


def embedded(file: Path, characters: frozenset[str] | None = None) -> Embedded | None:
    """The font, or None where its makers forbid it; of `characters`, if given, and those of Latin, no others."""
    wanted = None if characters is None else frozenset(map(ord, characters)) | _LATIN
    data = _eot(file, wanted)
    return Embedded(_family(file), data) if data else None


@lru_cache(maxsize=16)
def _eot(file: Path, wanted: frozenset[int] | None) -> bytes:
    data = file.read_bytes() if wanted is None else _cut(file, wanted)
    with TTFont(io.BytesIO(data), lazy=True) as font:
        if font["OS/2"].fsType & _MAY_NOT_BE_EMBEDDED:
            return b""
        header = _header(font)
    return struct.pack("<II", 8 + len(header) + len(data), len(data)) + header + data


def _header(font: TTFont) -> bytes:
    """All between the file's two sizes and the font's own bytes."""
    os2, names = font["OS/2"], font["name"]
    panose = bytes(getattr(os2.panose, f"b{part}") for part in (*_PANOSE, *_PANOSE_LAST))
    ranges = (os2.ulUnicodeRange1, os2.ulUnicodeRange2, os2.ulUnicodeRange3, os2.ulUnicodeRange4)
    pages = (getattr(os2, "ulCodePageRange1", 0), getattr(os2, "ulCodePageRange2", 0))
    looks = struct.pack("<BBIHH", _DEFAULT_CHARSET, os2.fsSelection & 1, os2.usWeightClass, os2.fsType, _MAGIC)
    fixed = struct.pack("<II", _VERSION, 0) + panose + looks
    fixed += struct.pack("<7I", *ranges, *pages, font["head"].checkSumAdjustment) + bytes(16)
    named = b"".join(_sized(str(names.getDebugName(number) or "").encode("utf-16-le")) for number in (1, 2, 5, 4))
    # No web addresses (RootString), no characters of somebody's own (EUDC).
    rest = _sized(b"") + struct.pack("<II", 0, 0) + _sized(b"") + struct.pack("<II", 0, 0)
    return fixed + named + rest


def _sized(data: bytes) -> bytes:
    return bytes(2) + struct.pack("<H", len(data)) + data


def _cut(file: Path, wanted: frozenset[int]) -> bytes:
    from fontTools import subset  # a tenth of a second, and whole decks have whole fonts

    options = subset.Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True, recalc_timestamp=False)
    cutter, saved = subset.Subsetter(options), io.BytesIO()
    cutter.populate(unicodes=wanted)
    with subset.load_font(str(file), options) as font:
        cutter.subset(font)
        subset.save_font(font, saved, options)
    return saved.getvalue()


def typefaces(fonts: Fonts) -> Typefaces:
    """The names of these fonts, as PowerPoint lists them: each weight is a typeface of its own."""
    return Typefaces({weight: _family(file) for weight, file in fonts.files.items()})


@lru_cache(maxsize=16)
def _family(file: Path) -> str:
    """The typeface's name."""
    with TTFont(file, lazy=True) as font:
        return str(font["name"].getDebugName(_FAMILY))
