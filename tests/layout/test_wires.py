"""Lines between boxes: where they start and end is where the boxes lie."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import BRAND

from generator.brand.typography import Style
from generator.infographics.parts.marks import arrowhead, circle, line, polygon, stroke
from generator.layout.boxes import Pad, Row, Stack
from generator.layout.connectors import Connected, Named
from generator.layout.frame import Item, Line, Rect, Shape, Spot
from generator.layout.leaves import Text
from generator.layout.text import Fonts

FONTS = Fonts(BRAND)
places = st.floats(0, 400).map(lambda value: round(value, 2))


def word(text: str) -> Text:
    return Text(text, Style(10.0), FONTS)


def test_a_line_learns_where_boxes_lie_and_stays_behind_them() -> None:
    seen: dict[str, Rect] = {}

    def draw(spots: Mapping[str, Rect]) -> tuple[Item, ...]:
        seen.update(spots)
        one, other = spots["one"], spots["other"]
        return (line(one.x, one.y, other.x, other.y, colour="ink", width=1.0),)

    inside = Stack((Named("one", word("one")), Pad(Named("other", word("other")), (4.0, 0.0, 0.0, 30.0))), gap=20.0)
    frame = Connected(inside, draw).layout(200.0)
    by_text = {item.text: item.rect for item in frame.items if isinstance(item, Line)}
    assert seen["one"].holds(by_text["one"])
    assert seen["other"].holds(by_text["other"])
    assert seen["other"].x == 30.0
    assert isinstance(frame.items[0], Shape)
    assert not any(isinstance(item, Spot) for item in frame.items)


def test_wires_are_invisible_to_layout() -> None:
    plain = Row((word("one"), word("other")), gap=5.0)
    wired = Connected(Row((Named("a", word("one")), Named("b", word("other"))), gap=5.0), lambda spots: ())
    assert wired.widths() == plain.widths()
    assert wired.layout(150.0) == plain.layout(150.0)
    assert [text.text for text in wired.texts()] == ["one", "other"]


def test_each_wired_box_sees_only_its_own_names() -> None:
    seen: list[set[str]] = []

    def draw(spots: Mapping[str, Rect]) -> tuple[Item, ...]:
        seen.append(set(spots))
        return ()

    inner = Connected(Named("inner", word("one")), draw)
    assert Connected(Stack((inner, Named("outer", word("two")))), draw).layout(100.0).items
    assert {"inner"} in seen
    assert {"outer"} in seen
    assert {"inner", "outer"} not in seen


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
