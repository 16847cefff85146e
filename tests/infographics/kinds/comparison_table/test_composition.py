"""The table: edges on both sides, areas that reach under their neighbours, texts beside icons."""

from __future__ import annotations

import pytest

from generator.infographics.kinds.comparison_table.composition import both_edges, overlapping
from generator.infographics.kinds.comparison_table.poster import icon_entry
from generator.infographics.parts.cards import OVERLAP
from generator.infographics.parts.sketch import Sketch
from generator.layout.boxes import Row
from generator.layout.frame import Block, Frame, Shape
from generator.layout.leaves import Space


def test_two_sides_stand_at_the_left_and_at_the_right() -> None:
    left, right = both_edges(("solid", "a"), ("solid", "b"), 3.0)(100.0, 50.0)
    assert (left.rect.x, right.rect.right) == (0.0, 100.0)
    assert (left.fill, right.fill) == ("a", "b")  # type: ignore[union-attr]


def blocks(frame: Frame, fill: str) -> list[Block]:
    return [item for item in frame.items if isinstance(item, Block) and item.fill == fill]


def test_an_area_between_two_others_reaches_under_both(sketch: Sketch) -> None:
    middle = overlapping(sketch.text("vs", "strong", "ground", "middle"), "ink")
    frame = Row((Space(), middle, Space()), shares=(1, 1, 1), valign="fill").layout(300.0, 40.0)
    (area,) = blocks(frame, "ink")
    assert (area.rect.x, area.rect.right) == pytest.approx((100.0 - OVERLAP, 200.0 + OVERLAP))
    assert (area.rect.y, area.rect.height) == (0.0, 40.0)


def test_a_point_s_text_stands_beside_its_icon(sketch: Sketch) -> None:
    frame = icon_entry(sketch, "material/check", sketch.text("A point", "label"), "teal.solid").layout(200.0)
    (icon,) = [item for item in frame.items if isinstance(item, Shape)]
    (line,) = frame.lines
    assert icon.rect.right < line.rect.x
