"""Links with two arrows: out to every box, and back."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.infographics.kinds.collaboration_network.two_way_links import hub_links, trunk_links
from generator.infographics.parts.arrows import Pen
from generator.layout.frame import Rect, Shape

PEN = Pen("ink", "solid", 1.0, 6.0)


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
    drawn = list(hub_links(hub, ways, PEN, apart=4.0, pitch=12.0))
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
    assert list(hub_links(Rect(0.0, 0.0, 40.0, 40.0), [], PEN, apart=4.0, pitch=12.0)) == []


PLAIN, TEAL = Pen("muted", "solid", 2.0, 6.0), Pen("teal.solid", "solid", 2.0, 6.0)


def heads(shapes: list[Shape]) -> list[Shape]:
    return [shape for shape in shapes if shape.fill]


def lines(shapes: list[Shape]) -> list[Shape]:
    return [shape for shape in shapes if shape.stroke]


def column(x: float, count: int) -> list[Rect]:
    return [Rect(x, 60.0 * place, 100.0, 20.0) for place in range(count)]


@given(st.integers(0, 5), st.booleans())
def test_a_trunk_has_an_arrow_out_and_one_back_at_each_card(count: int, ended: bool) -> None:
    head = Rect(0.0, -40.0, 20.0, 20.0)
    branches = [(card, card.y + 5, card.y + 15) for card in column(50.0, count)]
    end = 400.0 if ended else None
    drawn = list(trunk_links(TEAL, head, branches, gap=2.0, end=end))
    assert len(heads(drawn)) == 2 * count + ended
    for at, (card, out, back) in enumerate(branches):
        to, home = heads(drawn)[2 * at : 2 * at + 2]
        assert (to.rect.right, to.rect.middle) == pytest.approx((card.x - 1, out), abs=0.01)
        assert (home.rect.x, home.rect.middle) == pytest.approx((12.0, back), abs=0.01)
    upright = [shape.rect for shape in lines(drawn) if not shape.rect.width]
    assert len(upright) == (1 if ended or count else 0)
    for rect in upright:
        assert rect.y == head.bottom
        assert rect.bottom == pytest.approx(end - TEAL.head if end else branches[-1][2], abs=0.01)
