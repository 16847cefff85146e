"""Boxes that leave some of their room free: in proportion, and no wider than their lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.brand.typography import Style
from generator.infographics.kinds.relationship_map.sizing import MaxAspectRatio, shrink_wrapped
from generator.layout.frame import Block, Item, Rect
from generator.layout.leaves import Canvas, Text
from generator.layout.text import Fonts
from generator.problems.errors import Overflow


def dot(width: float, height: float) -> tuple[Item, ...]:
    return (Block(Rect(0.0, 0.0, width, height), fill="ink"),)


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


@given(st.lists(st.text("abcdefgi", min_size=1, max_size=9), min_size=1, max_size=5).map(" ".join), st.floats(0, 150))
def test_a_wrapped_text_is_as_wide_as_its_widest_line(fonts: Fonts, words: str, more: float) -> None:
    text = Text(words, Style(10.0), fonts)
    room = text.widths().min + more
    box = shrink_wrapped(text, room)
    lines = list(box.layout(box.width).lines)
    assert len(lines) == len(list(text.layout(room).lines))
    assert box.width == pytest.approx(max(line.rect.width for line in lines), abs=0.03)
