"""Marks that tell roles apart: they fill their panel's height and stay inside."""

from __future__ import annotations

import itertools
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.infographics.kinds.comparison_table.composition import _both_edges
from generator.infographics.parts.marks import disc, edge, line
from generator.layout.frame import Item, Rect
from generator.model.schema.model import Marker

MARKERS = get_args(Marker)


def drawing(items: tuple[Item, ...]) -> list[Rect]:
    return [item.rect for item in items]


@given(st.sampled_from(MARKERS), st.floats(1, 6), st.floats(4, 200))
def test_an_edge_runs_from_top_to_bottom_and_is_as_thick_as_told(marker: str, thickness: float, times: float) -> None:
    height = thickness * times  # one line of text beside the thickest edge is four times as high as that is thick
    rects = drawing(edge(marker, "ink", thickness)(200.0, height))
    assert min(rect.y for rect in rects) == 0
    assert max(rect.bottom for rect in rects) == pytest.approx(height, abs=0.01)
    assert min(rect.x for rect in rects) == 0
    assert max(rect.right for rect in rects) == pytest.approx(thickness, abs=0.01)
    beads = [rect for rect in rects if rect.x == 0]
    for above, below in itertools.pairwise(beads):
        assert not above.meets(below)


def test_every_marker_looks_different() -> None:
    drawn = {marker: edge(marker, "ink", 4.0)(100.0, 120.0) for marker in MARKERS}
    assert len(set(drawn.values())) == len(MARKERS)
    lines = {
        marker: line(0, 0, 50, 0, colour="ink", width=2.0, marker=marker) for marker in ("solid", "dotted", "dashed")
    }
    assert len(set(lines.values())) == 3


def test_two_sides_stand_at_the_left_and_at_the_right() -> None:
    left, right = _both_edges(("solid", "a"), ("solid", "b"), 3.0)(100.0, 50.0)
    assert (left.rect.x, right.rect.right) == (0.0, 100.0)
    assert (left.fill, right.fill) == ("a", "b")  # type: ignore[union-attr]


def test_a_disc_lies_around_its_middle() -> None:
    shape = disc(50.0, 40.0, 10.0, fill="ink")
    assert shape.rect == Rect(40.0, 30.0, 20.0, 20.0)
    points = [value for _, values in shape.commands for value in values]
    assert (min(points), max(points)) == (0.0, 20.0)


def test_a_line_s_box_is_between_its_ends() -> None:
    shape = line(30.0, 5.0, 10.0, 25.0, colour="ink", width=1.0)
    assert shape.rect == Rect(10.0, 5.0, 20.0, 20.0)
    assert shape.commands == (("M", (20.0, 0.0)), ("L", (0.0, 20.0)))
