"""Radial layouts: boxes around a middle stay inside, stay apart and leave room for their lines."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.infographics.kinds.relationship_map.radial import (
    RadialLayout,
    RadialOrder,
    Spoke,
    centred_at,
    draw_star,
    on_ellipse,
    radial_order,
    spoke_line,
)
from generator.layout.frame import Block, Frame, Rect, Shape

HUB, ARM, GAP, PITCH = 12.0, 30.0, 5.0, 14.0
WIDTH = 300.0
sizes = st.tuples(st.floats(10, 80), st.floats(8, 30)).map(lambda pair: Frame(round(pair[0], 1), round(pair[1], 1)))
stars = st.lists(sizes, min_size=1, max_size=16).map(
    lambda frames: RadialLayout(radial_order(frames), HUB, ARM, GAP, PITCH)
)


def rects(star: RadialLayout, height: float) -> list[Rect]:
    _, corners = star.layout(WIDTH, height)
    return [Rect(*corner, frame.width, frame.height) for corner, frame in zip(corners, star.frames, strict=True)]


# --- order ------------------------------------------------------------------------------------------------------------


@given(st.integers(1, 16))
def test_all_are_placed_once_and_pairs_are_even(count: int) -> None:
    order = radial_order(range(count))
    assert sorted(order) == list(range(count))
    assert len(order.top) == (count % 2 or count >= 6)
    assert len(order.bottom) == (count % 2 == 0 and count >= 6)
    assert len(list(order.sides())) == count


def test_entries_go_clockwise_from_above() -> None:
    assert radial_order("abcde") == RadialOrder(("a",), (), (("b", "e"), ("c", "d")))
    assert radial_order("abcdefgh") == RadialOrder(("a",), ("e",), (("b", "h"), ("c", "g"), ("d", "f")))
    assert radial_order("ab") == RadialOrder((), (), (("a", "b"),))


def test_what_is_made_of_each_stands_in_its_place() -> None:
    made = radial_order("abcdef").each(lambda thing, side: f"{thing} {side}")
    assert list(made) == ["a top", "d bottom", "b right", "f left", "c right", "e left"]
    assert [side for _, side in (text.split() for text in made)] == list(made.sides())


# --- places -----------------------------------------------------------------------------------------------------------


@given(stars, st.floats(0, 200))
def test_boxes_stay_inside_and_apart(star: RadialLayout, more: float) -> None:
    height = star.need + more
    placed = rects(star, height)
    whole = Rect(0.0, 0.0, WIDTH, height)
    for rect in placed:
        assert whole.holds(rect)
    for one, other in itertools.combinations(placed, 2):
        assert not one.meets(other)


@given(stars, st.floats(0, 200))
def test_every_line_has_room(star: RadialLayout, more: float) -> None:
    height = star.need + more
    hub, _ = star.layout(WIDTH, height)
    assert HUB - 0.01 <= hub <= height - HUB + 0.01
    for rect, side in zip(rects(star, height), star.frames.sides(), strict=True):
        apart = {
            "top": hub - rect.bottom,
            "bottom": rect.y - hub,
            "right": rect.x - WIDTH / 2,
            "left": WIDTH / 2 - rect.right,
        }[side]
        assert apart >= ARM - GAP - 0.01


@given(stars)
def test_pairs_stand_from_above_to_below(star: RadialLayout) -> None:
    placed = rects(star, star.need + 20.0)
    lines = [
        rect.y + rect.height / 2 for rect, side in zip(placed, star.frames.sides(), strict=True) if side == "right"
    ]
    assert lines == sorted(lines)
    assert all(below - above >= PITCH - 0.01 for above, below in itertools.pairwise(lines))


def test_a_lead_puts_that_point_over_the_middle() -> None:
    star = RadialLayout(radial_order([Frame(60.0, 10.0)]), HUB, ARM, GAP, PITCH, lead=8.0)
    assert rects(star, 100.0)[0].x == WIDTH / 2 - 8.0


@given(st.integers(2, 16), st.floats(20, 100), st.floats(20, 100))
def test_an_ellipse_starts_above_and_goes_round(count: int, across: float, down: float) -> None:
    points, apart = on_ellipse(count, across, down)
    assert points[0] == pytest.approx((0.0, -down), abs=1e-9)
    for x, y in points:
        assert (x / across) ** 2 + (y / down) ** 2 == pytest.approx(1.0)
    assert apart == pytest.approx(min(math.dist(points[index - 1], points[index]) for index in range(count)))


def test_one_alone_on_an_ellipse_has_all_the_room() -> None:
    assert on_ellipse(1, 10.0, 10.0)[1] == math.inf


# --- drawing ----------------------------------------------------------------------------------------------------------


def block(width: float, height: float, name: str) -> Frame:
    return Frame(width, height, (Block(Rect(0.0, 0.0, width, height), fill=name),))


@pytest.mark.parametrize("covered", [0.0, 20.0])
def test_lines_lie_behind_and_badges_on_what_is_seen_of_them(covered: float) -> None:
    box, badge, hub = block(40.0, 40.0, "box"), block(10.0, 10.0, "badge"), block(20.0, 20.0, "hub")
    ray = Spoke(box, (160.0, 30.0), (180.0, 50.0), 2.0, badge, covered)
    tie = lambda middle, ray: spoke_line(middle, ray, colour="line", marker="solid", step=4.0)  # noqa: E731
    frame = draw_star([ray], (50.0, 50.0), hub, tie, 300.0, 100.0)
    line, *blocks = frame.items
    assert isinstance(line, Shape)
    assert (line.rect.x, line.rect.right, line.rect.y) == (50.0, 180.0, 50.0)
    assert [item.fill for item in blocks if isinstance(item, Block)] == ["hub", "box", "badge"]
    middle = blocks[-1].rect.x + 5.0
    seen = 120.0 - covered
    assert middle == pytest.approx(60.0 + 0.55 * seen)


def test_a_line_is_drawn_in_its_marker_s_way_and_keeps_gaps() -> None:
    ray = Spoke(block(1.0, 1.0, "box"), (0.0, 0.0), (100.0, 0.0), 8.0)
    drawn = {
        marker: spoke_line((0.0, 0.0), ray, colour="ink", marker=marker, step=4.0).dash
        for marker in ("solid", "dotted", "dashed")
    }
    assert drawn == {"solid": (), "dotted": (0.01, 11.0), "dashed": (8.0, 18.4)}


@given(sizes, st.floats(-50, 50), st.floats(-50, 50))
def test_a_frame_around_a_point_has_it_in_its_middle(frame: Frame, x: float, y: float) -> None:
    _, left, top = centred_at(frame, (x, y))
    assert (left + frame.width / 2, top + frame.height / 2) == pytest.approx((x, y))
