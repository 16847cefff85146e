"""Hubs: what stands in a circle lies within it, and arrows lead out of it and back."""

from __future__ import annotations

import itertools
import math

import pytest
from generator.infographics.kinds.collaboration_network.hubs import Hub, Parted, exchange, snug
from hypothesis import given
from hypothesis import strategies as st

from generator.brand.typography import Style
from generator.infographics.parts.arrows import Pen
from generator.layout.frame import Block, Line, Rect, Shape
from generator.layout.leaves import Icon, Space, Text
from generator.layout.text import Fonts
from generator.problems.errors import Overflow

PEN = Pen("ink", "solid", 1.0, 6.0)


def word(fonts: Fonts, text: str) -> Text:
    return Text(text, Style(12.0), fonts, align="middle")


@pytest.mark.parametrize("text", ["Lead", "Account manager", "Field sales in the whole of the country"])
def test_the_smallest_circle_that_holds_a_text_is_taken(fonts: Fonts, text: str) -> None:
    diameters = range(20, 200)
    hub = snug(word(fonts, text), diameters, "teal.solid")
    assert hub.holds()
    assert not any(Hub(hub.child, diameter, hub.fill).holds() for diameter in range(20, int(hub.diameter)))
    frame = hub.layout(hub.diameter)
    (disc,) = (item for item in frame.items if isinstance(item, Block))
    assert disc.rect == Rect(0.0, 0.0, hub.diameter, hub.diameter)
    for line in frame.lines:
        assert disc.rect.holds(line.rect)
        middle = hub.diameter / 2
        for x in (line.rect.x, line.rect.right):
            assert math.hypot(x - middle, line.rect.y + line.rect.height / 2 - middle) < middle


def test_what_no_circle_holds_overflows(fonts: Fonts) -> None:
    hub = snug(word(fonts, "Incomprehensibilities"), (20, 30), "teal.solid")
    assert hub.diameter == 30
    assert not hub.holds()
    with pytest.raises(Overflow):
        hub.layout(30)


def test_a_circle_needs_its_height() -> None:
    with pytest.raises(Overflow):
        Hub(Space(1.0, 1.0), 30.0, "ink").layout(30.0, 20.0)
    assert Hub(Space(), 30.0, "ink").layout(30.0).height == 30.0


@given(st.floats(0, 90))
def test_two_boxes_stay_clear_of_the_middle(spare: float) -> None:
    parted = Parted(Space(40.0, 30.0), Icon("material/account", 12.0), gap=10.0)
    tall = parted.layout(60.0).height
    assert tall == 70.0
    assert (parted.widths().min, parted.widths().max) == (40.0, 40.0)
    frame = parted.layout(60.0, tall + spare)
    (icon,) = frame.items
    assert frame.height == pytest.approx(tall + spare, abs=0.01)
    assert icon.rect.y == pytest.approx(frame.height / 2 + 5, abs=0.01)


def test_two_boxes_need_their_height(fonts: Fonts) -> None:
    parted = Parted(word(fonts, "over"), word(fonts, "under"), gap=10.0)
    assert [text.text for text in parted.texts()] == ["over", "under"]
    over, under = (item.rect for item in parted.layout(60.0).items if isinstance(item, Line))
    assert under.y - over.bottom >= 10
    with pytest.raises(Overflow):
        parted.layout(60.0, 20.0)


def ends(shape: Shape) -> tuple[tuple[float, float], tuple[float, float]]:
    (first, *_, last) = ((shape.rect.x + v[-2], shape.rect.y + v[-1]) for _, v in shape.commands)
    return first, last


@given(st.integers(1, 8), st.booleans(), st.floats(30, 120))
def test_arrows_lead_out_of_the_hub_and_back(count: int, right: bool, diameter: float) -> None:
    hub = Rect(200.0, 150.0, diameter, diameter)
    cx, cy, radius = hub.x + diameter / 2, hub.y + diameter / 2, diameter / 2
    ways = [
        (Rect(cx + radius + 20, 50.0 * place, 60.0, 40.0), Rect(cx + radius + 80, 50.0 * place, 50.0, 40.0))
        if right
        else (Rect(60.0, 50.0 * place, 60.0, 40.0), Rect(10.0, 50.0 * place, 50.0, 40.0))
        for place in range(count)
    ]
    drawn = list(exchange(hub, ways, PEN, apart=4.0, pitch=12.0))
    assert len(drawn) == 4 * count
    rims = []
    for (_, box), out, tip, back, end in zip(ways, *(drawn[at::4] for at in range(4)), strict=True):
        side, level = (box.x if right else box.right), box.y + box.height / 2
        there = (tip.rect.x + tip.commands[0][1][0], tip.rect.y + tip.commands[0][1][1])
        home = (end.rect.x + end.commands[0][1][0], end.rect.y + end.commands[0][1][1])
        assert there == pytest.approx((side - 1 if right else side + 1, level - 4), abs=0.01)
        assert ends(back)[1][1] == pytest.approx(level + 4, abs=0.01)
        for x, y in (ends(out)[0], home):
            assert math.hypot(x - cx, y - cy) == pytest.approx(radius, abs=1.6)
            assert (x > cx) == right
            rims.append(y)
    assert rims == sorted(rims)
    assert all(low - high > 0.01 for high, low in itertools.pairwise(rims))


def test_a_hub_alone_has_no_arrows() -> None:
    assert list(exchange(Rect(0.0, 0.0, 40.0, 40.0), [], PEN, apart=4.0, pitch=12.0)) == []
