"""What a deck reads of fonts is what fontTools reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from projects import ROOT

from generator.deck.package.font_tables import FontTables

FONTS = sorted((*(ROOT / "content/brand/fonts").glob("*.ttf"), *(ROOT / "generator/deck/arial").glob("*.ttf")))


@pytest.mark.parametrize("file", FONTS, ids=lambda file: file.stem)
def test_names_and_numbers_are_those_of_the_font(file: Path) -> None:
    read, font = FontTables(file.read_bytes()), TTFont(file)
    os2 = font["OS/2"]
    assert [read.name(number) for number in range(9)] == [
        font["name"].getDebugName(number) or "" for number in range(9)
    ]
    assert read.checksum == font["head"].checkSumAdjustment
    assert (read.classes.weight, read.classes.permission) == (os2.usWeightClass, os2.fsType)
    assert read.classes.selection == os2.fsSelection
    assert read.classes.panose[:3] == bytes((os2.panose.bFamilyType, os2.panose.bSerifStyle, os2.panose.bWeight))
    assert read.classes.ranges == tuple(getattr(os2, f"ulUnicodeRange{number}") for number in range(1, 5))
    assert read.classes.pages == (os2.ulCodePageRange1, os2.ulCodePageRange2)
