"""Packed circles: none cuts another, all lie in one circle that is hardly larger than they need."""

from __future__ import annotations

import itertools
import math

import pytest
from doses import examples
from hypothesis import given
from hypothesis import strategies as st

from generator.infographics.kinds.account_portfolio.circle_packing import PackedCircles, Packing, inscribed, pack
from generator.layout.frame import Block, Frame, Rect
from generator.problems.errors import Overflow

radii = st.lists(st.floats(0.5, 12).map(lambda value: round(value, 2)), min_size=1, max_size=20).map(tuple)


def square(side: float) -> Frame:
    return Frame(side, side, (Block(Rect(0.0, 0.0, side, side), fill="ink"),))


@examples(0.5)
@given(radii)
def test_circles_keep_their_order_and_none_cuts_another(radii: tuple[float, ...]) -> None:
    circles = pack(radii).circles
    assert tuple(radius for _, _, radius in circles) == radii
    for (x0, y0, r0), (x1, y1, r1) in itertools.combinations(circles, 2):
        assert math.hypot(x1 - x0, y1 - y0) >= r0 + r1 - 1e-6


@examples(0.5)
@given(radii)
def test_the_outer_circle_holds_all_of_them_and_touches_one(radii: tuple[float, ...]) -> None:
    packing = pack(radii)
    reaches = [math.hypot(x, y) + radius for x, y, radius in packing.circles]
    # Between two circles is a hair of room, none around all of them.
    assert max(reaches) == pytest.approx(packing.radius, abs=1e-6)


@examples(0.5)
@given(radii)
def test_the_outer_circle_cannot_be_moved_to_be_much_smaller(radii: tuple[float, ...]) -> None:
    packing = pack(radii)
    for turn in range(8):
        x, y = (0.1 * packing.radius * part(turn * math.pi / 4) for part in (math.cos, math.sin))
        moved = max(math.hypot(cx - x, cy - y) + radius for cx, cy, radius in packing.circles)
        assert moved > packing.radius * 0.98


@examples(0.25)
@given(st.integers(7, 200), st.floats(0.5, 5))
def test_equal_circles_fill_most_of_their_circle(count: int, radius: float) -> None:
    packing = pack((radius,) * count)
    assert count * radius**2 / packing.radius**2 > 0.5


def test_one_circle_fills_its_circle_and_two_share_a_diameter() -> None:
    ((x, y, _),) = pack((3.0,)).circles
    assert (x, y) == pytest.approx((0.0, 0.0))
    assert pack((3.0,)).radius == pytest.approx(3.0)
    assert pack((3.0, 2.0)).radius == pytest.approx(5.0, rel=0.05)


def test_a_packing_is_worked_out_once() -> None:
    assert pack((2.0, 1.0, 1.5)) is pack((2.0, 1.0, 1.5))


def test_the_first_frame_that_fits_a_circle_is_taken() -> None:
    wide, high, small = Frame(30.0, 4.0), Frame(12.0, 16.0), Frame(1.0, 1.0)
    assert inscribed((wide, high, small), 10.0) is high
    assert inscribed((wide, high), 9.9) is None


@given(st.floats(0, 50), st.floats(0, 50))
def test_a_cluster_stands_in_the_middle_of_its_room(more: float, higher: float) -> None:
    packing = Packing(((-1.0, 0.0, 1.0), (1.0, 0.0, 1.0)), 2.0)
    box = PackedCircles(packing, 10.0, 40.0, lambda scale: [(square(2 * scale), square(scale))] * 2)
    frame = box.layout(40.0 + more, 40.0 + higher)
    assert (frame.width, frame.height) == pytest.approx((40.0 + more, 40.0 + higher), abs=0.001)
    middles = [(item.rect.x + item.rect.width / 2, item.rect.y + item.rect.height / 2) for item in frame.items]
    x, y = 20.0 + more / 2, 20.0 + higher / 2
    for middle, side in zip(middles, (-10.0, -10.0, 10.0, 10.0), strict=True):
        assert middle == pytest.approx((x + side, y), abs=0.01)


def test_what_is_in_the_circles_is_made_only_for_the_frame_that_is_used() -> None:
    made: list[float] = []

    def inside(scale: float) -> list[tuple[Frame, ...]]:
        made.append(scale)
        return [(square(scale),)]

    box = PackedCircles(pack((1.0,)), 5.0, 10.0, inside)
    frame = box.layout(10.0)
    assert made == []
    assert len(frame.items) == 1
    assert made == [5.0]
    for room in ((9.0, None), (10.0, 9.0)):
        with pytest.raises(Overflow):
            box.layout(*room)
