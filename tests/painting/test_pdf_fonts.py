"""Fonts of a PDF: the same outlines and widths as in the whole font, and tables that say what each code is."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from projects import BRAND

from generator.painting import pdf_fonts

FONTS = sorted((BRAND / "fonts").glob("*.ttf"))
WORDS = "Käufer, Vélo – 2×4 Łódź"


def outline(font: TTFont, number: int) -> object:
    """A glyph's outline, with its parts in their places."""
    name = font.getGlyphOrder()[number]
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(pen)
    return pen.value


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.name)
def test_a_part_has_the_glyphs_of_the_whole(font: Path) -> None:
    with TTFont(font) as whole:
        glyphs = {whole.getGlyphID(whole.getBestCmap()[ord(letter)]) for letter in WORDS}
        part = pdf_fonts.part_of(str(font), glyphs)
        assert part
        assert set(part.numbers) >= glyphs
        assert len(part.program) < font.stat().st_size / 20
        with TTFont(io.BytesIO(part.program)) as cut:
            assert {"glyf", "loca", "hmtx", "head", "hhea", "maxp"} <= set(cut.keys())
            assert not {"GSUB", "GPOS", "GDEF", "cmap", "name", "OS/2"} & set(cut.keys())
            for glyph in glyphs:
                assert outline(cut, part.numbers[glyph]) == outline(whole, glyph)
        scale = 1000 / whole["head"].unitsPerEm
        for glyph in glyphs:
            assert part.widths[glyph] == round(whole["hmtx"][whole.getGlyphOrder()[glyph]][0] * scale)
        assert part.about["FontName"] == whole["name"].getDebugName(6)


def test_a_font_that_was_exchanged_is_read_anew(tmp_path: Path) -> None:
    font = tmp_path / "font.ttf"
    font.write_bytes(FONTS[0].read_bytes())
    before = pdf_fonts.part_of(str(font), {40})
    font.write_bytes(FONTS[1].read_bytes())
    after = pdf_fonts.part_of(str(font), {40})
    assert before
    assert after
    assert before.about["FontName"] != after.about["FontName"]


def test_outlines_of_another_sort_are_left_to_others(tmp_path: Path) -> None:
    file = tmp_path / "font.otf"
    pen = T2CharStringPen(500, None)
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef"])
    builder.setupCFF("Other", {}, {".notdef": pen.getCharString()}, {})
    builder.setupHorizontalMetrics({".notdef": (500, 0)})
    builder.setupHorizontalHeader()
    builder.setupPost()
    builder.save(file)
    assert pdf_fonts.part_of(str(file), {0}) is None


def test_widths_are_rows_of_codes_that_follow_each_other() -> None:
    assert pdf_fonts.widths_by_code({66: 7, 32: 1, 33: 2, 65: 6}) == [32, [1, 2], 65, [6, 7]]
    assert pdf_fonts.widths_by_code({}) == []


def test_each_code_has_two_bytes_for_its_glyph() -> None:
    assert pdf_fonts.glyphs_by_code({2: 0x0102, 0: 5}) == b"\0\5\0\0\1\2"
    assert pdf_fonts.glyphs_by_code({}) == b""


def test_texts_of_codes_come_in_blocks_and_rows_that_a_reader_takes() -> None:
    texts = {code: chr(code) for code in (0x41, 0x42, 0xFF, 0x100)} | {1000 + 2 * n: "fi" for n in range(150)}
    found = pdf_fonts.texts_by_code(texts).decode("ascii")
    assert "<0041> <0042> [<0041> <0042>]" in found
    assert "<00ff> <00ff> [<00ff>]\n<0100> <0100> [<0100>]" in found  # a row has one first byte
    assert "<03e8> <03e8> [<00660069>]" in found
    blocks = [int(number) for number in re.findall(r"(\d+) beginbfrange", found)]
    assert sum(blocks) == 153
    assert max(blocks) <= 100
    assert "<d83d" not in found
    assert "<d83dde00>" in pdf_fonts.texts_by_code({1: "😀"}).decode("ascii")
