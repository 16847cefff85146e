"""Trunks: a branch to every card, with arrows whose tips touch, or a plain line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.infographics.kinds.collaboration_network.links import trunk, two_way_trunk
from generator.infographics.parts.arrows import Pen
from generator.layout.frame import Rect, Shape

TEAL = Pen("teal.solid", "solid", 2.0, 6.0)
HEAD = Rect(0.0, -40.0, 20.0, 20.0)
ends = st.none() | st.just(400.0)


def column(count: int) -> list[Rect]:
    return [Rect(50.0, 60.0 * place, 100.0, 20.0) for place in range(count)]


def upright(drawn: list[Shape]) -> list[Rect]:
    return [shape.rect for shape in drawn if shape.stroke and not shape.rect.width]


@given(st.integers(1, 5), ends)
def test_a_trunk_has_an_arrow_out_and_one_back_at_each_card(count: int, end: float | None) -> None:
    ways = [(card, card.y + 5, card.y + 15) for card in column(count)]
    drawn = list(two_way_trunk(TEAL, HEAD, ways, end=end))
    heads = [shape.rect for shape in drawn if shape.fill]
    for (card, out, back), to, home in zip(ways, heads[::2], heads[1::2], strict=True):
        assert (to.right, to.middle) == pytest.approx((card.x, out), abs=0.01)
        assert (home.x, home.middle) == pytest.approx((10.0, back), abs=0.01)
    (rect,) = upright(drawn)
    assert (rect.y, rect.bottom) == (HEAD.bottom, end or ways[-1][2])


@given(st.integers(0, 5), ends)
def test_without_words_there_are_lines_and_no_arrows(count: int, end: float | None) -> None:
    drawn = list(trunk(TEAL, HEAD, column(count), end=end))
    assert [shape for shape in drawn if shape.fill] == []
    level = [shape.rect for shape in drawn if not shape.rect.height]
    assert [(rect.x, rect.right, rect.y) for rect in level] == [(10.0, card.x, card.middle) for card in column(count)]
    assert len(upright(drawn)) == (1 if count or end else 0)
    for rect in upright(drawn):
        assert (rect.y, rect.bottom) == (HEAD.bottom, end or column(count)[-1].middle)
