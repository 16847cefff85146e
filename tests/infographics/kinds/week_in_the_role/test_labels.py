"""Labels: in order, apart, within the height, and led to their places where they had to move."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.infographics.kinds.week_in_the_role.labels import SideLabels
from generator.layout.box import Align
from generator.layout.boxes import Pad
from generator.layout.frame import Block, Frame, Shape
from generator.layout.leaves import Space
from generator.problems.errors import Overflow

TALL, WIDE = 10.0, 30.0
LABEL = Pad(Space(WIDE, TALL), fill="card")
shares = st.lists(st.floats(0, 1), min_size=1, max_size=8).map(sorted)


def labels(places: list[float], align: Align = "start", reach: float = 0.0) -> SideLabels:
    return SideLabels([(place, LABEL) for place in places], align, 2.0, reach, [True] * len(places))


def blocks(frame: Frame) -> list[Block]:
    return [item for item in frame.items if isinstance(item, Block)]


def leads(frame: Frame) -> list[Shape]:
    return [item for item in frame.items if isinstance(item, Shape)]


@given(shares, st.floats(100, 400))
def test_labels_keep_their_order_their_distance_and_the_height(places: list[float], height: float) -> None:
    found = [block.rect for block in blocks(labels(places).layout(60.0, height))]
    assert all(after.y - before.bottom >= 2.0 - 0.01 for before, after in itertools.pairwise(found))
    assert found[0].y >= -0.01
    assert found[-1].bottom <= height + 0.01


@pytest.mark.parametrize(("align", "x"), [("start", 20.0), ("middle", 15.0), ("end", 30.0)])
def test_labels_stand_at_their_side_of_the_room_beside_the_lines(align: Align, x: float) -> None:
    frame = labels([0.5], align, reach=20.0).layout(80.0, 100.0)
    assert blocks(frame)[0].rect.x == x


def test_a_label_in_its_place_needs_no_line() -> None:
    assert leads(labels([0.2, 0.5, 0.8], reach=20.0).layout(80.0, 100.0)) == []


@pytest.mark.parametrize("align", ["start", "end"])
def test_a_line_leads_from_where_a_label_belongs_to_where_it_stands(align: Align) -> None:
    frame = labels([0.5, 0.5], align, reach=20.0).layout(80.0, 100.0)
    assert len(leads(frame)) == 2
    for lead, block in zip(leads(frame), blocks(frame), strict=True):
        (_, start), (_, end) = lead.commands
        middle = block.rect.y + TALL / 2
        assert lead.rect.y + start[1] == pytest.approx(50.0)
        assert lead.rect.y + end[1] == pytest.approx(middle)
        assert not lead.rect.meets(block.rect)
        assert (start[0] < end[0]) == (align == "start")


def test_only_what_is_led_has_a_line() -> None:
    pins = [(0.5, LABEL), (0.5, LABEL)]
    assert len(leads(SideLabels(pins, "start", 2.0, 20.0, (True, False)).layout(80.0, 100.0))) == 1
    assert leads(SideLabels(pins, "start", 2.0).layout(80.0, 100.0)) == []


def test_labels_ask_for_the_widest_and_overflow_where_they_have_no_room() -> None:
    box = labels([0.1, 0.2, 0.3], reach=20.0)
    assert box.widths().max == WIDE + 20.0
    assert box.layout(60.0).height == 3 * TALL + 2 * 2.0
    with pytest.raises(Overflow):
        box.layout(60.0, 30.0)
