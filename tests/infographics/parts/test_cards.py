"""Cards: parts that touch leave no seam, headings have their icon first."""

from __future__ import annotations

import pytest

from generator.infographics.parts.cards import OVERLAP, list_card, title_block
from generator.infographics.parts.sketch import Sketch
from generator.layout.frame import Block, Frame, Line, Shape


def blocks(frame: Frame, fill: str) -> list[Block]:
    return [item for item in frame.items if isinstance(item, Block) and item.fill == fill]


def test_a_heading_has_its_icon_before_the_name_and_the_text_below_it(sketch: Sketch) -> None:
    name, said = sketch.text("Name", "head", "teal.on"), sketch.text("What is said", "note", "teal.on")
    frame = title_block(sketch, name, said, "material/check").layout(300.0)
    (icon,) = [item for item in frame.items if isinstance(item, Shape)]
    above, below = frame.lines
    assert icon.rect.right < above.rect.x == below.rect.x
    assert icon.fill == above.colour
    assert above.rect.bottom <= below.rect.y
    bare = title_block(sketch, name, None, "").layout(300.0)
    assert [type(item) for item in bare.items] == [Line]


@pytest.mark.parametrize("marker", ["solid", "double"])
def test_the_edge_of_a_banded_card_runs_up_into_the_band(sketch: Sketch, marker: str) -> None:
    name = sketch.text("Name", "strong", "teal.on")
    frame = list_card(sketch, name, sketch.text("A line"), "teal", marker).layout(200.0, 120.0)
    band, *edges = blocks(frame, "teal.solid")
    (card,) = blocks(frame, "card")
    assert band.rect.bottom == pytest.approx(card.rect.y, abs=0.01)
    assert card.rect.bottom == pytest.approx(120.0, abs=0.01)
    for bar in edges:
        assert band.rect.bottom - bar.rect.y == pytest.approx(OVERLAP, abs=0.01)
        assert bar.rect.bottom == pytest.approx(card.rect.bottom, abs=0.01)
