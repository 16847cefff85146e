"""Cards: parts that touch leave no seam, lists stand on common heights, badges are round."""

from __future__ import annotations

import pytest

from generator.brand.typography import Ramp
from generator.infographics.kinds.comparison_table.composition import _overlapping
from generator.infographics.kinds.comparison_table.poster import _icon_entry
from generator.infographics.kinds.metrics_scorecard.cards import aligned_lists, metric_card
from generator.infographics.parts.badges import icon_badge
from generator.infographics.parts.cards import OVERLAP, edged_card, list_card, title_block
from generator.infographics.parts.sketch import Sketch
from generator.layout.boxes import Row
from generator.layout.frame import Block, Frame, Line, Shape
from generator.layout.leaves import Space
from generator.layout.sizes import SIZES
from generator.layout.text import Fonts

NAMES = ("one", "two", "three", "four")


@pytest.fixture
def sketch(fonts: Fonts) -> Sketch:
    return Sketch(fonts, SIZES["slide"], Ramp(SIZES["slide"].body))


def blocks(frame: Frame, fill: str) -> list[Block]:
    return [item for item in frame.items if isinstance(item, Block) and item.fill == fill]


def tops(frame: Frame) -> dict[str, float]:
    return {line.text: line.rect.y for line in frame.lines}


def test_a_head_has_its_icon_before_the_name_and_what_is_said_below_it(sketch: Sketch) -> None:
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


def test_an_area_between_two_others_reaches_under_both(sketch: Sketch) -> None:
    middle = _overlapping(sketch.text("vs", "strong", "ground", "middle"), "ink")
    frame = Row((Space(), middle, Space()), shares=(1, 1, 1), valign="fill").layout(300.0, 40.0)
    (area,) = blocks(frame, "ink")
    assert (area.rect.x, area.rect.right) == pytest.approx((100.0 - OVERLAP, 200.0 + OVERLAP))
    assert (area.rect.y, area.rect.height) == (0.0, 40.0)


def test_the_front_of_a_card_is_as_wide_as_asked_and_as_high_as_the_rest(sketch: Sketch) -> None:
    inside = sketch.text("A text that takes several lines in so little room as it has here")
    frame = metric_card(sketch, sketch.text("Front", "tag"), inside, "teal", 70.0, 8.0).layout(200.0)
    (front,), (rest,) = blocks(frame, "teal.solid"), blocks(frame, "card")
    assert front.rect.width == 70.0
    assert (front.rect.right, front.rect.height) == pytest.approx((rest.rect.x, rest.rect.height))
    assert rest.rect.right == pytest.approx(200.0)


@pytest.mark.parametrize("count", [1, 2, 4])
def test_lines_side_by_side_stand_on_common_heights(sketch: Sketch, count: int) -> None:
    left = [sketch.text(name) for name in NAMES[:count]]
    right = [sketch.text(f"{name} more that runs on for a second line") for name in NAMES[:count]]
    backs = [edged_card(sketch, Space(), "teal", "solid", (0, 0)) for _ in range(2)]
    heads = [sketch.text("Head", "tag"), Space()]
    frame = aligned_lists(sketch, backs, heads, [left, right], (10.0, 4.0)).layout(300.0, 260.0)
    found = tops(frame)
    for name in NAMES[:count]:
        (beside,) = [y for text, y in found.items() if text.startswith(f"{name} more")]
        assert found[name] == pytest.approx(beside, abs=0.01)
    assert found["Head"] < found["one"]
    assert [card.rect.height for card in blocks(frame, "card")] == [260.0, 260.0]


def test_a_shorter_list_leaves_room_below_it(sketch: Sketch) -> None:
    lists = [[sketch.text(name) for name in NAMES], [sketch.text("only")]]
    frame = aligned_lists(sketch, [Space(), Space()], [Space(), Space()], lists, (10.0, 4.0)).layout(300.0)
    assert tops(frame)["only"] == tops(frame)["one"]


def test_a_badge_is_a_disc_in_a_ring_with_the_icon_in_its_middle(sketch: Sketch) -> None:
    box = icon_badge(sketch, "material/check", "teal", 30.0)
    frame = box.layout(box.widths().max)
    (ring,), (disc,) = blocks(frame, "card"), blocks(frame, "teal.solid")
    (icon,) = [item for item in frame.items if isinstance(item, Shape)]
    assert disc.rect.width == pytest.approx(disc.rect.height) == pytest.approx(30.0)
    assert disc.radii == (15.0,) * 4
    for inner, outer in ((icon, disc), (disc, ring)):
        assert outer.rect.holds(inner.rect)
        assert inner.rect.x - outer.rect.x == pytest.approx(outer.rect.right - inner.rect.right, abs=0.01)


def test_a_point_s_text_stands_beside_its_icon(sketch: Sketch) -> None:
    frame = _icon_entry(sketch, "material/check", sketch.text("A point", "label"), "teal.solid").layout(200.0)
    (icon,) = [item for item in frame.items if isinstance(item, Shape)]
    (line,) = frame.lines
    assert icon.rect.right < line.rect.x
