"""Boxes that take of their room what suits them: as large as fits, or no larger than looks good."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.brand.typography import Style
from generator.infographics.kinds.account_portfolio.scale_to_fit import ScaleToFit
from generator.infographics.kinds.relationship_map.sizing import MaxAspectRatio, shrink_wrapped
from generator.layout.box import Box
from generator.layout.boxes import Fixed, Stack
from generator.layout.frame import Block, Item, Rect
from generator.layout.leaves import Canvas, Text
from generator.layout.text import Fonts
from generator.problems.errors import Overflow


def dot(width: float, height: float) -> tuple[Item, ...]:
    return (Block(Rect(0.0, 0.0, width, height), fill="ink"),)


def block(side: float, height: float | None = None) -> Box:
    return Fixed(Canvas(dot, side if height is None else height, side), side)


# --- swelling ---------------------------------------------------------------------------------------------------------


@given(st.floats(26, 150))
def test_marks_swell_to_what_the_room_allows(height: float) -> None:
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


# --- capped -----------------------------------------------------------------------------------------------------------


@given(st.floats(10, 100), st.floats(0, 300), st.floats(0.2, 2))
def test_a_capped_box_stays_in_the_middle_and_in_proportion(width: float, more: float, ratio: float) -> None:
    box, height = MaxAspectRatio(Canvas(dot, 8.0), ratio), 8.0 + more
    frame = box.layout(width, height)
    (item,) = frame.items
    assert item.rect.height == pytest.approx(min(height, max(8.0, ratio * width)), abs=0.001)
    assert item.rect.y == pytest.approx((height - item.rect.height) / 2, abs=0.01)
    assert frame.height == pytest.approx(height, abs=0.001)


def test_a_capped_box_needs_what_its_child_needs() -> None:
    box = MaxAspectRatio(Canvas(dot, 30.0), 0.1)
    assert box.layout(50.0).height == 30.0
    with pytest.raises(Overflow):
        box.layout(50.0, 29.0)


# --- wrapped ----------------------------------------------------------------------------------------------------------


@given(st.lists(st.text("abcdefgi", min_size=1, max_size=9), min_size=1, max_size=5).map(" ".join), st.floats(0, 150))
def test_a_wrapped_text_is_as_wide_as_its_widest_line(fonts: Fonts, words: str, more: float) -> None:
    text = Text(words, Style(10.0), fonts)
    room = text.widths().min + more
    box = shrink_wrapped(text, room)
    lines = list(box.layout(box.width).lines)
    assert [line.text for line in lines] == [line.text for line in text.layout(room).lines]
    assert box.width == pytest.approx(max(line.rect.width for line in lines), abs=0.03)
