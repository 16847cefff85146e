"""Lines with heads: they lead from where to where they should, in the role's way."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.infographics.parts.arrows import Pen
from generator.layout.frame import Shape
from generator.model.schema import Marker

places = st.floats(0, 400).map(lambda value: round(value, 2))
PEN = Pen("ink", "solid", 2.0, 8.0)


def point(shape: Shape, index: int) -> tuple[float, float]:
    """Where a command of the path ends, on the page."""
    values = shape.commands[index][1]
    return shape.rect.x + values[-2], shape.rect.y + values[-1]


@pytest.mark.parametrize("marker", get_args(Marker))
def test_a_line_is_drawn_in_the_marker_s_way(marker: str) -> None:
    drawn = list(Pen("ink", marker, 2.0, 8.0).line(0.0, 0.0, 50.0, 0.0))
    assert len(drawn) == (2 if marker == "double" else 1)
    assert bool(drawn[0].dash) == (marker in {"dotted", "dashed"})
    assert [shape.stroke for shape in drawn] == ["ink", "ground"][: len(drawn)]


def test_the_middle_of_a_double_line_is_narrower_than_the_line() -> None:
    broad, middle = Pen("ink", "double", 2.0, 8.0).line(0.0, 0.0, 50.0, 0.0)
    assert broad.stroke_width > middle.stroke_width > 0
    assert broad.commands == middle.commands


@given(places, places, places, places, st.floats(0, 5))
def test_a_tip_stops_short_of_the_end_and_the_line_ends_within_the_head(
    x0: float, y0: float, x1: float, y1: float, gap: float
) -> None:
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    assume(length > 20)
    line, head = PEN.arrow(x0, y0, x1, y1, gap)
    right, down = (x1 - x0) / length, (y1 - y0) / length
    assert point(line, 0) == pytest.approx((x0, y0), abs=0.01)
    assert point(line, 1) == pytest.approx((x1 - right * 8, y1 - down * 8), abs=0.01)
    assert point(head, 0) == pytest.approx((x1 - right * gap, y1 - down * gap), abs=0.01)
