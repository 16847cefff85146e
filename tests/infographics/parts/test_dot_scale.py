"""Boxes at places along a line: in order, apart and within the line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.infographics.parts.dot_scale import Positioned, without_overlap
from generator.layout.box import Box
from generator.layout.boxes import Fixed
from generator.layout.frame import Block, Frame, Rect
from generator.layout.leaves import Canvas, Space
from generator.problems.errors import Overflow


def dot(width: float, height: float) -> tuple[Block, ...]:
    return (Block(Rect(0.0, 0.0, width, height), fill="ink"),)


def block(width: float, height: float) -> Box:
    """A box of a fixed size that shows where it stands."""
    return Fixed(Canvas(dot, height, width), width)


def lefts(frame: Frame) -> list[float]:
    return [item.rect.x for item in frame.items]


def test_pins_move_apart_and_stay_on_the_line() -> None:
    pins = [(1.0, block(20, 10)), (1.0, block(20, 10)), (0.0, block(20, 10))]
    frame = Positioned(pins, Space(), gap=2.0).layout(100.0)
    assert sorted(lefts(frame)) == [0.0, 58.0, 80.0]
    with pytest.raises(Overflow):
        Positioned(pins, Space(), gap=2.0).layout(63.0)


@given(st.lists(st.tuples(st.floats(-20, 220), st.floats(1, 30)), min_size=1, max_size=5), st.floats(0, 8))
def test_boxes_apart_keep_order_gap_and_bounds(wishes: list[tuple[float, float]], gap: float) -> None:
    wishes = sorted(wishes, key=lambda wish: wish[0] + wish[1] / 2)
    starts, wides = [wish[0] for wish in wishes], [wish[1] for wish in wishes]
    placed = without_overlap(starts, wides, 200.0, gap)
    assert placed[0] >= -1e-6
    assert placed[-1] + wides[-1] <= 200 + 1e-6
    for index in range(1, len(placed)):
        assert placed[index] >= placed[index - 1] + wides[index - 1] + gap - 1e-6


def test_boxes_that_do_not_touch_stay_where_they_are() -> None:
    assert without_overlap([0.0, 50.0, 150.0], [20.0, 20.0, 20.0], 200.0, 5.0) == [0.0, 50.0, 150.0]
    assert without_overlap([95.0, 95.0], [10.0, 10.0], 200.0, 0.0) == [90.0, 100.0]
