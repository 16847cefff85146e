"""A list takes more height than it needs, but not so much that its entries drift apart."""

from __future__ import annotations

import pytest

from generator.infographics.parts.columns import even_rows
from generator.infographics.parts.no_looser import NoLooser
from generator.infographics.parts.sketch import Sketch
from generator.layout import Frame


def tops(frame: Frame) -> list[float]:
    return [line.rect.y for line in frame.lines]


def test_entries_spread_up_to_so_many_times_their_own_height(sketch: Sketch) -> None:
    listed = even_rows([sketch.text("One"), sketch.text("Other")], 0.0)
    own = listed.layout(100.0).height
    box = NoLooser(listed, 2.0)
    assert box.layout(100.0).height == own
    assert tops(box.layout(100.0, own * 1.5)) == tops(listed.layout(100.0, own * 1.5))
    high = box.layout(100.0, own * 5)
    assert high.height == pytest.approx(own * 5)
    assert tops(high) == tops(listed.layout(100.0, own * 2))
