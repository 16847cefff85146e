"""Fonts within a deck, so that it looks the same where they are not installed.

In: a font's file. Out: it as Embedded OpenType, which PowerPoint reads on Windows and macOS, and LibreOffice from 25.8.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from generator.deck.package.font_tables import FontTables
from generator.deck.typefaces import Embedded, Typefaces
from generator.layout import Fonts

# https://www.w3.org/Submission/EOT/: version 2.2, neither compressed nor exclusive-ored.
_VERSION = 0x00020002
_MAGIC = 0x504C
_DEFAULT_CHARSET = 1
_FAMILY = 1  # the name that programs know which know only regular and bold
_MAY_NOT_BE_EMBEDDED = 2
# Letters of the languages of Europe that use Latin, and punctuation: what somebody is likely to type into one slide.
_LATIN = frozenset((*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2040), 0x20AC, 0x2122, 0x2190, 0x2192))


Cut = Callable[[Path, frozenset[int]], bytes]  # a font's file and code points → a font of those alone


def cut(file: Path, wanted: frozenset[int]) -> bytes:
    """A font of those letters, as it could be installed."""
    from fontTools import subset  # a tenth of a second to load, and whole decks have whole fonts

    options = subset.Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True, recalc_timestamp=False)
    cutter, saved = subset.Subsetter(options), io.BytesIO()
    cutter.populate(unicodes=wanted)
    with subset.load_font(str(file), options) as font:
        cutter.subset(font)
        subset.save_font(font, saved, options)
    return saved.getvalue()


def embedded(file: Path, characters: frozenset[str] | None = None, cut: Cut = cut) -> Embedded | None:
    """The font, or None where its makers forbid it; of `characters`, if given, and those of Latin, no others."""
    wanted = None if characters is None else frozenset(map(ord, characters)) | _LATIN
    data = _eot(file, wanted, cut)
    return Embedded(_family(file), data) if data else None


@lru_cache(maxsize=16)
def _eot(file: Path, wanted: frozenset[int] | None, cut: Cut) -> bytes:
    data = file.read_bytes() if wanted is None else cut(file, wanted)
    font = FontTables(data)
    if font.classes.permission & _MAY_NOT_BE_EMBEDDED:
        return b""
    header = _header(font)
    return struct.pack("<II", 8 + len(header) + len(data), len(data)) + header + data


def _header(font: FontTables) -> bytes:
    """All between the file's two sizes and the font's own bytes."""
    about = font.classes
    looks = struct.pack("<BBIHH", _DEFAULT_CHARSET, about.selection & 1, about.weight, about.permission, _MAGIC)
    fixed = struct.pack("<II", _VERSION, 0) + about.panose + looks
    fixed += struct.pack("<7I", *about.ranges, *about.pages, font.checksum) + bytes(16)
    named = b"".join(_sized(font.name(number).encode("utf-16-le")) for number in (1, 2, 5, 4))
    # No web addresses (RootString), no characters of somebody's own (EUDC).
    rest = _sized(b"") + struct.pack("<II", 0, 0) + _sized(b"") + struct.pack("<II", 0, 0)
    return fixed + named + rest


def _sized(data: bytes) -> bytes:
    return bytes(2) + struct.pack("<H", len(data)) + data


def typefaces(fonts: Fonts) -> Typefaces:
    """The names of these fonts, as PowerPoint lists them: each weight is a typeface of its own."""
    return Typefaces({weight: _family(file) for weight, file in fonts.files.items()})


@lru_cache(maxsize=16)
def _family(file: Path) -> str:
    """The typeface's name."""
    return FontTables(file.read_bytes()).name(_FAMILY)
