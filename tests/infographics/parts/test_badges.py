"""Badges: as wide as asked for, the box in the middle of the circle, a ring around the disc."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.brand.typography import Style
from generator.infographics.parts.badges import Badge, icon_badge
from generator.infographics.parts.sketch import Sketch
from generator.layout.frame import Block, Frame, Rect, Shape
from generator.layout.leaves import Icon, Text
from generator.layout.text import Fonts
from generator.problems.errors import Overflow


def middle(rect: Rect) -> tuple[float, float]:
    return rect.x + rect.width / 2, rect.y + rect.height / 2


@given(st.floats(12, 60), st.floats(0, 40))
def test_box_and_circle_have_one_middle(diameter: float, more: float) -> None:
    frame = Badge(Icon("material/check", 8.0), diameter, "card", "line").layout(diameter, diameter + more)
    disc, icon = frame.items
    assert isinstance(disc, Block)
    assert disc.rect.width == disc.rect.height == pytest.approx(diameter, abs=0.001)
    assert disc.radii == (disc.rect.width / 2,) * 4
    expected = pytest.approx((diameter / 2, (diameter + more) / 2), abs=0.01)
    assert middle(disc.rect) == expected
    assert middle(icon.rect) == expected


def test_a_badge_needs_its_diameter(fonts: Fonts) -> None:
    badge = Badge(Text("8", Style(10.0), fonts), 20.0, "card")
    assert badge.widths().min == badge.widths().max == 20.0
    assert [text.text for text in badge.texts()] == ["8"]
    for room in ((19.0, None), (20.0, 19.0)):
        with pytest.raises(Overflow):
            badge.layout(*room)


def test_badges_nest() -> None:
    inner = Badge(Icon("material/check", 8.0), 16.0, "ink")
    ring, disc, icon = Badge(inner, 20.0, "ground").layout(20.0).items
    assert middle(ring.rect) == middle(disc.rect) == middle(icon.rect) == (10.0, 10.0)


def blocks(frame: Frame, fill: str) -> list[Block]:
    return [item for item in frame.items if isinstance(item, Block) and item.fill == fill]


def test_a_badge_is_a_disc_in_a_ring_with_the_icon_in_its_middle(sketch: Sketch) -> None:
    box = icon_badge(sketch, "material/check", "teal", 30.0)
    frame = box.layout(box.widths().max)
    (ring,), (disc,) = blocks(frame, "card"), blocks(frame, "teal.solid")
    (icon,) = [item for item in frame.items if isinstance(item, Shape)]
    assert disc.rect.width == pytest.approx(disc.rect.height) == pytest.approx(30.0)
    assert disc.radii == (15.0,) * 4
    for inner, outer in ((icon, disc), (disc, ring)):
        assert outer.rect.holds(inner.rect)
        assert inner.rect.x - outer.rect.x == pytest.approx(outer.rect.right - inner.rect.right, abs=0.01)
