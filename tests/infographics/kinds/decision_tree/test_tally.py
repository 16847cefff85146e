"""Tallies: as many dots as asked for, so many of them filled."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.infographics.kinds.decision_tree.tally import tally
from generator.layout.frame import Shape


@given(st.integers(1, 6), st.data(), st.floats(1, 6))
def test_a_tally_is_filled_from_below_and_stays_in_its_room(most: int, data: st.DataObject, radius: float) -> None:
    count = data.draw(st.integers(0, most))
    box = tally(count, most, colour="ink", radius=radius, pitch=3 * radius)
    frame = box.layout(box.widths().max, box.height + 10)
    dots = [item for item in frame.items if isinstance(item, Shape)]
    assert len(dots) == most
    assert [bool(dot.fill) for dot in dots] == [True] * count + [False] * (most - count)
    assert [dot.rect.y for dot in dots] == sorted((dot.rect.y for dot in dots), reverse=True)
    for dot in dots:
        assert dot.rect.x >= -0.01
        assert dot.rect.right <= frame.width + 0.01
        assert dot.rect.y >= 5 - 0.01
        assert dot.rect.bottom <= frame.height - 5 + 0.01
    middle = (min(dot.rect.y for dot in dots) + max(dot.rect.bottom for dot in dots)) / 2
    assert abs(middle - frame.height / 2) < radius
