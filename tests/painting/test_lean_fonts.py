"""Fonts for PDF: the same glyphs under the same numbers, without layout tables, kept and mended."""

from __future__ import annotations

from pathlib import Path

import matplotlib
import pytest
from fontTools.ttLib import TTFont
from projects import BRAND

from generator.painting import lean_fonts

FONTS = sorted((BRAND / "fonts").glob("*.ttf"))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(matplotlib, "get_cachedir", lambda: str(tmp_path))
    lean_fonts._lean.cache_clear()
    return tmp_path


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.name)
def test_a_lean_font_has_the_same_glyphs(font: Path) -> None:
    with TTFont(font) as whole, TTFont(lean_fonts.lean(str(font))) as lean:
        assert {"GSUB", "GPOS", "GDEF"} & set(whole.keys())
        assert not {"GSUB", "GPOS", "GDEF"} & set(lean.keys())
        for table in ("glyf", "loca", "hmtx", "cmap"):
            assert lean.getTableData(table) == whole.getTableData(table), table
        assert [(name.nameID, str(name)) for name in lean["name"].names] == [(6, whole["name"].getDebugName(6))]


def test_it_is_made_once_and_a_damaged_one_again(folder: Path) -> None:
    kept = Path(lean_fonts.lean(str(FONTS[0])))
    assert kept.parent == folder
    whole, changed = kept.read_bytes(), kept.stat().st_mtime_ns
    lean_fonts._lean.cache_clear()
    assert lean_fonts.lean(str(FONTS[0])) == str(kept)
    assert kept.stat().st_mtime_ns == changed
    kept.write_bytes(whole[:100])
    lean_fonts._lean.cache_clear()
    lean_fonts.lean(str(FONTS[0]))
    assert kept.read_bytes() == whole


def test_it_is_made_again_where_somebody_has_cleared_the_cache() -> None:
    kept = Path(lean_fonts.lean(str(FONTS[0])))
    whole = kept.read_bytes()
    kept.unlink()
    assert Path(lean_fonts.lean(str(FONTS[0]))).read_bytes() == whole


def test_a_font_that_was_exchanged_is_read_anew(tmp_path: Path) -> None:
    font = tmp_path / "font.ttf"
    font.write_bytes(FONTS[0].read_bytes())
    before = lean_fonts.lean(str(font))
    font.write_bytes(FONTS[1].read_bytes())
    assert lean_fonts.lean(str(font)) != before
