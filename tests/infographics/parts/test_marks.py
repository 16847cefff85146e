"""Marks that tell roles apart: they fill their panel's height and stay inside."""

from __future__ import annotations

import itertools
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.infographics.parts.marks import arrowhead, circle, disc, edge, line, polygon, stroke
from generator.layout.frame import Item, Rect
from generator.model.schema import Marker

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


@given(st.sampled_from(["dotted", "dashed"]), st.floats(1, 6), st.floats(1, 200))
def test_an_edge_of_any_height_has_two_dashes_or_three_dots_with_gaps(
    marker: str, thickness: float, times: float
) -> None:
    height = thickness * times
    beads = drawing(edge(marker, "ink", thickness)(200.0, height))
    assert len(beads) >= (3 if marker == "dotted" else 2)
    assert beads[-1].bottom == pytest.approx(height, abs=0.01)
    for above, below in itertools.pairwise(beads):
        assert below.y - above.bottom > 0.45 * above.width
    longer = 1.0 if marker == "dotted" else 1.55
    assert all(bead.height >= longer * bead.width - 0.01 and bead.right <= thickness + 0.01 for bead in beads)


@given(st.sampled_from(["dotted", "dashed"]), st.floats(1, 6), st.floats(3, 200))
def test_a_straight_line_of_any_length_has_two_dashes_or_three_dots(marker: str, width: float, times: float) -> None:
    length = width * times
    mark, gap = line(0, 0, length, 0, colour="ink", width=width, marker=marker).dash
    fewest = 3 if marker == "dotted" else 2
    assert mark * (fewest - 1) + gap * (fewest - 1) <= length + 0.02
    assert gap > width


def test_every_marker_looks_different() -> None:
    drawn = {marker: edge(marker, "ink", 4.0)(100.0, 120.0) for marker in MARKERS}
    assert len(set(drawn.values())) == len(MARKERS)
    lines = {
        marker: line(0, 0, 50, 0, colour="ink", width=2.0, marker=marker) for marker in ("solid", "dotted", "dashed")
    }
    assert len(set(lines.values())) == 3


def test_a_disc_lies_around_its_middle() -> None:
    shape = disc(50.0, 40.0, 10.0, fill="ink")
    assert shape.rect == Rect(40.0, 30.0, 20.0, 20.0)
    points = [value for _, values in shape.commands for value in values]
    assert (min(points), max(points)) == (0.0, 20.0)


def test_a_line_s_box_is_between_its_ends() -> None:
    shape = line(30.0, 5.0, 10.0, 25.0, colour="ink", width=1.0)
    assert shape.rect == Rect(10.0, 5.0, 20.0, 20.0)
    assert shape.commands == (("M", (20.0, 0.0)), ("L", (0.0, 20.0)))


places = st.floats(0, 400).map(lambda value: round(value, 2))


@given(places, places, places, places)
def test_curves_and_lines_start_and_end_where_asked(x0: float, y0: float, x1: float, y1: float) -> None:
    bend = [("M", (x0, y0)), ("C", ((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1, y1))]
    drop = [("M", (x0, y0)), ("C", (x0, (y0 + y1) / 2, x1, (y0 + y1) / 2, x1, y1))]
    curves = [stroke(path, colour="ink", width=2.0) for path in (bend, drop)]
    for mark in (line(x0, y0, x1, y1, colour="ink", width=2.0), *curves):
        (_, start), (_, end) = mark.commands
        assert (start[0] + mark.rect.x, start[1] + mark.rect.y) == pytest.approx((x0, y0), abs=0.01)
        assert (end[-2] + mark.rect.x, end[-1] + mark.rect.y) == pytest.approx((x1, y1), abs=0.01)
        for _, values in mark.commands:
            assert all(-0.01 <= x <= mark.rect.width + 0.01 for x in values[::2])
            assert all(-0.01 <= y <= mark.rect.height + 0.01 for y in values[1::2])


@given(places, places, st.floats(1, 20), st.sampled_from([0.0, 90.0, 180.0, 270.0, 33.0]))
def test_an_arrow_points_at_its_tip(x: float, y: float, size: float, degrees: float) -> None:
    head = arrowhead(x, y, size, colour="ink", degrees=degrees)
    _, tip = head.commands[0]
    assert (tip[0] + head.rect.x, tip[1] + head.rect.y) == pytest.approx((x, y), abs=0.01)


def test_areas_and_circles_fill_their_rectangles() -> None:
    triangle = polygon([(10.0, 5.0), (20.0, 25.0), (0.0, 25.0)], fill="ink")
    assert triangle.rect == Rect(0.0, 5.0, 20.0, 20.0)
    disc = circle(30.0, 40.0, 8.0, fill="ink")
    assert disc.rect == Rect(22.0, 32.0, 16.0, 16.0)
    assert disc.radii == (8.0,) * 4


@pytest.mark.parametrize("times", [5.0, 6.0, 7.0, 9.0])
def test_dashes_are_dashes_on_a_low_panel_too(times: float) -> None:
    """One long bead looks solid, a short one is a dot."""
    beads = drawing(edge("dashed", "ink", 5.0)(200.0, 5.0 * times))
    assert len(beads) == 2
    assert all(bead.height > 1.5 * bead.width for bead in beads)
