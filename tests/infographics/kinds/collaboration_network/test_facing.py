"""Two boxes above and below the middle, with room for arrows between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.brand.typography import Style
from generator.infographics.kinds.collaboration_network.facing import AboveBelow
from generator.layout.frame import Line
from generator.layout.leaves import Icon, Space, Text
from generator.layout.text import Fonts
from generator.problems.errors import Overflow


def word(fonts: Fonts, text: str) -> Text:
    return Text(text, Style(12.0), fonts, align="middle")


@given(st.floats(0, 90))
def test_two_boxes_stay_clear_of_the_middle(spare: float) -> None:
    pair = AboveBelow((Space(40.0, 30.0), Icon("material/account", 12.0)), gap=10.0)
    tall = pair.layout(60.0).height
    assert tall == 70.0
    assert (pair.widths().min, pair.widths().max) == (40.0, 40.0)
    frame = pair.layout(60.0, tall + spare)
    (icon,) = frame.items
    assert frame.height == pytest.approx(tall + spare, abs=0.01)
    assert icon.rect.y == pytest.approx(frame.height / 2 + 5, abs=0.01)


def test_two_boxes_need_their_height(fonts: Fonts) -> None:
    pair = AboveBelow((word(fonts, "over"), word(fonts, "under")), gap=10.0)
    assert [text.text for text in pair.texts()] == ["over", "under"]
    over, under = (item.rect for item in pair.layout(60.0).items if isinstance(item, Line))
    assert under.y - over.bottom >= 10
    with pytest.raises(Overflow):
        pair.layout(60.0, 20.0)
