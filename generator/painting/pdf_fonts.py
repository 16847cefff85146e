"""Fonts of a PDF: of each font the glyphs that a file shows, cut out once for all files that show the same.

In: a font's file and the numbers of glyphs. Out: a TrueType font of these glyphs alone, and what a PDF says of them.
Texts are laid out with the font itself, so nothing is kept that only layout needs. ISO 32000-1, 9.7.4 and 9.9.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont

# What a PDF needs of a TrueType font; readers find its glyphs by their numbers.
_NEEDED = {"cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"}
# PDF counts in thousandths of an em.
_EM = 1000
_NONSYMBOLIC, _ITALIC = 1 << 5, 1 << 6
_HEAD = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
"""
_FOOT = b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
_MOST_ENTRIES = 100  # that a block of such a map may have


@dataclass(frozen=True, slots=True)
class PartOfFont:
    """`numbers` of the glyphs in `program`, and their `widths` in thousandths of an em, by those in the whole font;
    `about` is what the font's descriptor says.
    """

    program: bytes
    numbers: Mapping[int, int]
    widths: Mapping[int, int]
    about: Mapping[str, Any]


def part_of(font: str, glyphs: Iterable[int]) -> PartOfFont | None:
    """None: the font's outlines are not those of TrueType."""
    return _part(font, Path(font).stat().st_mtime_ns, frozenset(glyphs))


@lru_cache(maxsize=64)
def _part(font: str, changed: int, glyphs: frozenset[int]) -> PartOfFont | None:
    whole = _whole(font, changed)
    if whole is None:
        return None
    data, about = whole
    options = subset.Options(notdef_outline=True, hinting=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(gids=glyphs)
    result = io.BytesIO()
    with TTFont(io.BytesIO(data), recalcTimestamp=False, recalcBBoxes=False) as part:
        scale = _EM / part["head"].unitsPerEm
        names = part.getGlyphOrder()
        widths = {glyph: round(part["hmtx"][names[glyph]][0] * scale) for glyph in glyphs}
        subsetter.subset(part)
        for table in set(part.keys()) - _NEEDED - {"GlyphOrder"}:
            del part[table]
        part.save(result, reorderTables=False)
    return PartOfFont(result.getvalue(), dict(subsetter.glyph_index_map), widths, about)


@lru_cache(maxsize=16)
def _whole(font: str, _changed: int) -> tuple[bytes, dict[str, Any]] | None:
    """The font without what no part of it keeps, which need not be read again for each; and what is said of it."""
    data = io.BytesIO()
    with TTFont(font, recalcTimestamp=False, recalcBBoxes=False) as whole:
        if "glyf" not in whole:
            return None
        about = _about(whole)
        for table in set(whole.keys()) - _NEEDED - {"GlyphOrder", "post"}:
            del whole[table]
        whole["post"].formatType = 3.0  # without names of glyphs
        whole.save(data)
    return data.getvalue(), about


def _about(font: TTFont) -> dict[str, Any]:
    scale = _EM / font["head"].unitsPerEm
    head, lines, angle = font["head"], font["hhea"], font["post"].italicAngle
    return {
        "FontName": font["name"].getDebugName(6) or "Font",
        "Flags": _NONSYMBOLIC | (_ITALIC if angle else 0),
        "FontBBox": [round(value * scale) for value in (head.xMin, head.yMin, head.xMax, head.yMax)],
        "Ascent": round(lines.ascent * scale),
        "Descent": round(lines.descent * scale),
        "CapHeight": round(getattr(font["OS/2"], "sCapHeight", 0) * scale) if "OS/2" in font else 0,
        "ItalicAngle": round(angle),
        "StemV": 0,
    }


def widths_by_code(widths: Mapping[int, int]) -> list[Any]:
    """`[32, [250, 333], 65, [700]]`: each row of codes by its first."""
    return [part for row in _rows(widths) for part in (row[0], [widths[code] for code in row])]


def glyphs_by_code(numbers: Mapping[int, int]) -> bytes:
    """Two bytes for each code, from none to the last."""
    return b"".join(numbers.get(code, 0).to_bytes(2, "big") for code in range(max(numbers, default=-1) + 1))


def texts_by_code(texts: Mapping[int, str]) -> bytes:
    """The map by which a reader copies and searches."""
    shown = {code: f"<{text.encode('utf-16-be').hex()}>" for code, text in texts.items()}
    entries = [f"<{row[0]:04x}> <{row[-1]:04x}> [{' '.join(shown[code] for code in row)}]" for row in _rows(texts)]
    blocks = [entries[at : at + _MOST_ENTRIES] for at in range(0, len(entries), _MOST_ENTRIES)]
    lines = [f"{len(block)} beginbfrange\n{chr(10).join(block)}\nendbfrange\n" for block in blocks]
    return _HEAD + "".join(lines).encode("ascii") + _FOOT


def _rows(codes: Iterable[int]) -> Iterator[list[int]]:
    """Codes that follow each other and have the same first byte, as such maps want it."""
    for _, row in groupby(enumerate(sorted(codes)), key=lambda pair: (pair[1] - pair[0], pair[1] >> 8)):
        yield [code for _, code in row]
