"""A composition is as large as its room allows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.infographics.kinds.account_portfolio.scale_to_fit import ScaleToFit
from generator.layout.box import Box
from generator.layout.boxes import Fixed, Stack
from generator.layout.frame import Block, Item, Rect
from generator.layout.leaves import Canvas
from generator.problems.errors import Overflow


def dot(width: float, height: float) -> tuple[Item, ...]:
    return (Block(Rect(0.0, 0.0, width, height), fill="ink"),)


def block(side: float, height: float | None = None) -> Box:
    return Fixed(Canvas(dot, side if height is None else height, side), side)


@given(st.floats(26, 150))
def test_marks_grow_to_what_the_room_allows(height: float) -> None:
    box = ScaleToFit(lambda side: Stack((block(side), block(10.0))), 15.0, 90.0)
    frame = box.layout(100.0, height)
    assert frame.height == pytest.approx(height, abs=0.001)
    mark, below = frame.items
    assert min(height - 10.0, 90.0) - 1.01 <= mark.rect.height <= min(height - 10.0, 90.0) + 0.02
    assert below.rect.y == pytest.approx(mark.rect.bottom, abs=0.01)


def test_the_least_is_kept_or_nothing_fits() -> None:
    box = ScaleToFit(block, 50.0, 80.0)
    assert box.widths().min == 50.0
    with pytest.raises(Overflow):
        box.layout(100.0, 49.0)
    assert box.layout(100.0, 50.0).height == 50.0


def test_without_a_height_the_width_alone_decides() -> None:
    assert 79.0 <= ScaleToFit(block, 50.0, 80.0).layout(200.0).height <= 80.0


def test_only_the_frame_that_is_used_is_searched_for() -> None:
    made: list[float] = []

    def make(side: float) -> Box:
        made.append(side)
        return block(side)

    frame = ScaleToFit(make, 10.0, 90.0).layout(100.0, 100.0)
    assert made == [10.0]
    assert frame.items
    assert len(made) > 5
