"""Columns of 100 percent: as high as their parts say, and bands that join what belongs together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.infographics.kinds.week_in_the_role.stacked_bars import WHOLE, Segment, bands, stacked_bar
from generator.layout.frame import Block, Shape

ICON = "material/handshake"


def parts(percents: list[int], leads: tuple[int, ...] = ()) -> list[Segment]:
    return [Segment(percent, sum(percents[:place]), place in leads, ICON) for place, percent in enumerate(percents)]


wholes = st.lists(st.integers(0, WHOLE), max_size=6).map(
    lambda cuts: [high - low for low, high in zip([0, *sorted(cuts)], [*sorted(cuts), WHOLE], strict=True)]
)


@given(wholes, st.floats(20, 400), st.sampled_from([-5.0, 0.0, 5.0]))
def test_parts_stand_below_each_other_as_high_as_they_say(percents: list[int], height: float, edging: float) -> None:
    frame = stacked_bar(parts(percents), "kam", "solid", width=40.0, edging=edging).layout(40.0, height)
    blocks = [item for item in frame.items if isinstance(item, Block) and item.stroke]
    shown = [percent for percent in percents if percent]
    assert len(blocks) == len(shown)
    y = 0.0
    for block, percent in zip(blocks, shown, strict=True):
        high = percent / WHOLE * height
        assert y - 0.01 <= block.rect.y
        assert block.rect.bottom <= y + high + 0.01
        assert block.rect.height >= 0.6 * high - min(1.0, high / 3) - 0.01
        y += high
    assert all(item.rect.x >= -0.01 and item.rect.right <= 40.01 for item in frame.items)


def test_what_leads_is_filled_and_the_rest_outlined() -> None:
    frame = stacked_bar(parts([60, 40], leads=(0,)), "kam", "solid").layout(40.0, 200.0)
    lead, rest = (item for item in frame.items if isinstance(item, Block))
    assert (lead.fill, lead.stroke) == ("kam.solid", None)
    assert (rest.fill, rest.stroke) == ("kam.tint", "kam.solid")
    signs = [item for item in frame.items if isinstance(item, Shape)]
    assert [(sign.icon, sign.fill) for sign in signs] == [(ICON, "kam.on"), (ICON, "kam.solid")]


def test_a_part_that_is_too_low_has_no_icon_and_one_of_nothing_is_not_drawn() -> None:
    frame = stacked_bar(parts([97, 3, 0]), "kam", "solid").layout(40.0, 100.0)
    assert sum(isinstance(item, Block) for item in frame.items) == 2
    assert sum(isinstance(item, Shape) for item in frame.items) == 1


@pytest.mark.parametrize("edging", [5.0, -5.0])
def test_the_marker_stands_on_the_side_that_it_is_told(edging: float) -> None:
    marker, *rest = stacked_bar(parts([50, 50]), "kam", "solid", width=40.0, edging=edging).layout(40.0, 100.0).items
    assert marker.rect.x == (0.0 if edging > 0 else 35.0)
    assert not any(marker.rect.meets(item.rect) for item in rest)


@given(wholes, st.floats(50, 400), st.floats(50, 400))
def test_bands_reach_from_part_to_part(percents: list[int], width: float, height: float) -> None:
    left, right = parts(percents), parts(percents[::-1])
    frame = bands(left, right, ("kam", "tm")).layout(width, height)
    both = [(one, other) for one, other in zip(left, right, strict=True) if one.percent or other.percent]
    assert len(frame.items) == len(both)
    for band, (one, other) in zip(frame.items, both, strict=True):
        assert isinstance(band, Shape)
        assert band.rect.x >= 0.0
        assert band.rect.right <= width
        assert band.rect.y == pytest.approx(min(one.start, other.start) * height, abs=0.01)
        low = max(one.start + one.share, other.start + other.share)
        assert band.rect.bottom == pytest.approx(low * height, abs=0.01)


def test_a_band_has_the_tint_of_the_column_in_which_its_part_leads() -> None:
    left, right = parts([50, 30, 20], leads=(0,)), parts([30, 50, 20], leads=(1,))
    fills = [
        item.fill for item in bands(left, right, ("kam", "tm")).layout(100.0, 100.0).items if isinstance(item, Shape)
    ]
    assert fills == ["kam.tint", "tm.tint", "card"]
