"""The debug overlay: every box and every line outlined, nothing moved."""

from __future__ import annotations

import pytest
from projects import BRAND

from generator.brand.typography import Style
from generator.infographics.drawing import frame
from generator.layout.boxes import Grid, Pad, Row, Stack
from generator.layout.debug_overlay import outlined, overlay
from generator.layout.frame import Block, Spot
from generator.layout.leaves import Icon, Rule, Text
from generator.layout.text import Fonts
from infographics.conftest import shown

FONTS = Fonts(BRAND)


def word(text: str) -> Text:
    return Text(text, Style(10.0), FONTS)


def test_every_box_is_outlined_once() -> None:
    grid = Grid([(word("a"), word("b")), (word("c"), Icon("material/handshake", 12.0))], (1.0, 1.0), rule=Rule())
    box = Stack((Pad(word("head"), (2.0,) * 4), Row((word("one"), word("two"))), grid))
    spots = [item for item in outlined(box).layout(120.0).items if isinstance(item, Spot)]
    # Stack, Pad and its word, Row and its two words, Grid and its four cells.
    assert len(spots) == 1 + 2 + 3 + 5
    assert len({spot.rect for spot in spots if spot.rect.width == 120.0}) >= 3


@pytest.mark.parametrize("size", ["portrait", "page"])
def test_the_overlay_lies_on_top_of_the_picture_as_it_is(kind: str, size: str) -> None:
    plain = shown("flagship", kind, size)
    debugged = frame(plain.drawing, plain.size, FONTS, boxes_shown=True)
    seen = tuple(item for item in plain.frame.items if not isinstance(item, Spot))
    assert debugged.items[: len(seen)] == seen
    added = debugged.items[len(seen) :]
    assert all(isinstance(item, Block) and item.stroke and not item.fill for item in added)
    rects = [item.rect for item in added]
    assert all(line.rect in rects for line in plain.frame.lines)
    assert len(added) > 2 * len(list(plain.frame.lines))


def test_a_frame_without_spots_gets_its_lines_outlined() -> None:
    plain = word("word").layout(50.0)
    assert len(overlay(plain).items) == 2
