"""Timelines: they run between their stops, with whole dashes only."""

from __future__ import annotations

import itertools
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.infographics.kinds.responsibilities.timeline import timeline
from generator.layout.frame import Rect
from generator.model.schema import Marker

MARKERS = get_args(Marker)
gaps = st.lists(st.floats(6, 80), min_size=2, max_size=6)
# So much room holds two beads of every marker.
wide_gaps = st.lists(st.floats(24, 80), min_size=2, max_size=6)
STOP = 20.0


def column(between: list[float]) -> tuple[float, list[Rect], float]:
    """Top, stops and bottom of a timeline with so much room above, between and below its stops."""
    stops, y = [], 50.0
    for gap in between[:-1]:
        stops.append(Rect(30.0, y + gap, STOP, STOP))
        y += gap + STOP
    return 50.0, stops, y + between[-1]


def drawn(marker: str, between: list[float], width: float = 3.0) -> list[Rect]:
    top, stops, bottom = column(between)
    return [item.rect for item in timeline(top, bottom, stops, marker=marker, colour="ink", width=width)]


@given(st.sampled_from(MARKERS), gaps)
def test_a_timeline_is_cut_by_no_stop_and_stays_between_its_ends(marker: str, between: list[float]) -> None:
    top, stops, bottom = column(between)
    rects = drawn(marker, between)
    assert min(rect.y for rect in rects) >= top - 0.01
    assert max(rect.bottom for rect in rects) <= bottom + 0.01
    for rect, stop in itertools.product(rects, stops):
        assert not rect.meets(stop)


@given(st.sampled_from(MARKERS), wide_gaps)
def test_it_reaches_from_its_top_to_its_bottom_through_the_stops_middles(marker: str, between: list[float]) -> None:
    top, _, bottom = column(between)
    rects = drawn(marker, between)
    assert min(rect.y for rect in rects) == pytest.approx(top, abs=0.01)
    assert max(rect.bottom for rect in rects) == pytest.approx(bottom, abs=0.01)
    left, right = min(rect.x for rect in rects), max(rect.right for rect in rects)
    assert (left + right) / 2 == pytest.approx(30.0 + STOP / 2, abs=0.01)


@given(gaps)
def test_every_dot_is_whole_and_one_without_a_neighbour_stands_in_the_middle(between: list[float]) -> None:
    top, stops, bottom = column(between)
    rects = drawn("dotted", between)
    assert {(rect.width, rect.height) for rect in rects} == {(3.0, 3.0)}
    starts, ends = [top, *(stop.bottom for stop in stops)], [*(stop.y for stop in stops), bottom]
    for start, end in zip(starts, ends, strict=True):
        dots = [rect for rect in rects if start - 0.01 <= rect.y < end]
        middle = sum(rect.y + rect.height / 2 for rect in dots) / len(dots)
        assert middle == pytest.approx((start + end) / 2, abs=0.01)


def test_too_little_room_stays_empty() -> None:
    assert drawn("dotted", [2.0, 2.0]) == []


def test_the_last_stop_may_be_its_end_and_stops_may_touch() -> None:
    assert len(drawn("solid", [10.0, 0.0, 10.0, 0.0])) == 2


def test_a_double_timeline_is_two_lines_and_broader_than_a_single_one() -> None:
    (single,) = drawn("solid", [10.0, 0.0])
    left, right = drawn("double", [10.0, 0.0])
    assert left.x < single.x
    assert right.right > single.right
    assert left.right < right.x
