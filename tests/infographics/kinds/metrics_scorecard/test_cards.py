"""Cards of a scorecard: fronts of one width, and lists on common heights."""

from __future__ import annotations

import pytest

from generator.infographics.kinds.metrics_scorecard.cards import aligned_lists, metric_card
from generator.infographics.parts.cards import edged_card
from generator.infographics.parts.sketch import Sketch
from generator.layout.frame import Block, Frame
from generator.layout.leaves import Space

NAMES = ("one", "two", "three", "four")


def blocks(frame: Frame, fill: str) -> list[Block]:
    return [item for item in frame.items if isinstance(item, Block) and item.fill == fill]


def tops(frame: Frame) -> dict[str, float]:
    return {line.text: line.rect.y for line in frame.lines}


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
