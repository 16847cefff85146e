"""Lines of roles, read back: what is said begins at one edge, in one type, on one line where that can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from generator.infographics.parts.as_high_as import AsHighAs
from generator.infographics.parts.role_lines import beside_names, role_lines
from generator.infographics.parts.sketch import Sketch
from generator.layout import Space
from generator.layout.frame import Line
from generator.layout.sizes import SIZES
from infographics.conftest import view_of


def said(sketch: Sketch, words: Sequence[str], colour: str = "ink") -> list[Line]:
    """The lines of what is said of four roles."""
    roles = view_of("four wards").roles
    texts = beside_names(sketch, roles, words)
    lines = role_lines(sketch, roles, [text or Space() for text in texts]).layout(sketch.size.inner).lines
    return [line for line in lines if line.colour == colour]


@pytest.fixture
def small(sketch: Sketch) -> Sketch:
    return replace(sketch, size=SIZES["social"], ramp=replace(sketch.ramp, body=SIZES["social"].largest))


def test_short_words_keep_their_type_and_long_ones_get_one_line_in_smaller_type(small: Sketch) -> None:
    usual = small.ramp.style("note").size
    assert {line.size for line in said(small, ["Few words"] * 4)} == {usual}
    long = said(small, ["Few words", "A statement that needs all the room", "", "Few"])
    assert len(long) == 3
    (size,) = {line.size for line in long}
    assert small.size.legible <= size < usual
    assert len({line.rect.x for line in long}) == 1


def test_words_that_no_type_makes_room_for_are_no_smaller_than_is_legible(small: Sketch) -> None:
    long = said(small, [" ".join(["A statement that goes on and on"] * 3), "", "c", "d"])
    assert len(long) > 4
    assert {line.size for line in long} == {small.size.legible}


def test_texts_of_one_height_stand_where_they_are_told_to(sketch: Sketch) -> None:
    low, high = sketch.text("Low"), sketch.text("A text that needs several lines in little room")
    tall = high.layout(120.0).height
    for align, place in (("start", 0.0), ("middle", 0.5)):
        frame = AsHighAs(low, [low, high], align).layout(120.0)  # type: ignore[arg-type]
        assert frame.height == pytest.approx(tall, abs=0.01)
        (line,) = frame.lines
        own = next(low.layout(120.0).lines).rect.y
        assert line.rect.y == pytest.approx(own + (tall - low.layout(120.0).height) * place, abs=0.01)
