"""Hex maps: names stand on what they name, clear of customers and of each other, and boundaries within their areas."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

import pytest
from doses import examples
from hypothesis import given
from hypothesis import strategies as st
from projects import BRAND

from generator.brand.typography import Style
from generator.infographics.kinds.territory_map.hex_grid import hex_grid
from generator.infographics.kinds.territory_map.hex_map import FREE, HexMap, MapLabel, MapScale
from generator.infographics.kinds.territory_map.marks import DISC, RING, area, inset, seams
from generator.layout.boxes import Pad
from generator.layout.frame import Block, Frame, Item, Line, Rect
from generator.layout.leaves import Text
from generator.layout.text import Fonts
from generator.problems.errors import Overflow

FONTS = Fonts(BRAND)
GROUND = hex_grid((".aaabb.", "aaabbbb", "aaccbb.", ".ccccb."))
CALLED = ((2, 0), (0, 3))


def box(words: str, size: float, fill: str) -> Pad:
    return Pad(Text(words, Style(size), FONTS), fill=fill)


def name(words: str, letters: str, size: float = 10.0, *, spare: bool = False) -> MapLabel:
    cells = GROUND.of(letters)
    return MapLabel(partial(box, words, size), cells, cells, "line", spare)


def drawn(scale: MapScale, seen: list[MapScale] | None = None) -> tuple[Item, ...]:
    if seen is not None:
        seen.append(scale)
    return (area(scale, set(scale.land.letters), "line"),)


def laid(
    names: Sequence[MapLabel], width: float, height: float | None = None
) -> tuple[Frame, MapScale, dict[str, tuple[Rect, str | None]]]:
    """The frame, the scale at which the land was drawn, and where names stand and on what."""
    seen: list[MapScale] = []
    frame = HexMap(GROUND, lambda share: names, CALLED, partial(drawn, seen=seen)).layout(width, height)
    pads = [item for item in frame.items if isinstance(item, Block)]
    lines = [item for item in frame.items if isinstance(item, Line)]
    return frame, seen[0], {line.text: (line.room, pad.fill) for line, pad in zip(lines, pads, strict=True)}


def cells_under(rect: Rect, scale: MapScale) -> set[str]:
    """The letters below a rectangle, found in many places; nothing for the sea."""
    return {
        scale.land.letters.get(
            scale.land.cell_at(
                (rect.x + rect.width * across / 20 - scale.left) / scale.side,
                (rect.y + rect.height * down / 8 - scale.top) / scale.side,
            ),
            "",
        )
        for across in range(21)
        for down in range(9)
    }


@examples(0.5)
@given(st.floats(150, 500), st.one_of(st.none(), st.floats(100, 400)), st.floats(4, 12))
def test_names_stand_on_what_they_name_or_at_sea(width: float, height: float | None, size: float) -> None:
    named = {"First": "a", "Second": "b", "Third": "c"}
    try:
        frame, scale, found = laid([name(words, letter, size) for words, letter in named.items()], width, height)
    except Overflow:
        return
    page = Rect(0.0, 0.0, frame.width, frame.height)
    reach = FREE * scale.side
    kept = [Rect(x - reach, y - reach, 2 * reach, 2 * reach) for x, y in map(scale.at, CALLED)]
    assert set(found) == set(named)
    for words, (rect, fill) in found.items():
        assert page.holds(rect)
        assert not any(rect.meets(other) for other in kept)
        assert cells_under(rect, scale) == ({named[words]} if fill == "line" else {""})
        kept.append(rect)


def test_a_name_goes_to_sea_only_where_its_cells_have_no_room() -> None:
    assert laid([name("Name", "c", 10.0)], 300.0)[2]["Name"][1] == "line"
    assert laid([name("A name too long for it", "c", 14.0)], 300.0)[2]["A name too long for it"][1] == "ground"


def test_a_spare_name_is_left_out_before_the_land_is_drawn_smaller() -> None:
    names = [name("A name too long for it", "c", 14.0, spare=True), name("Name", "a")]
    assert set(laid(names, 300.0)[2]) == {"Name"}


def test_names_are_set_smaller_before_they_go_to_sea() -> None:
    hex_map = HexMap(GROUND, lambda share: [name("Ordinary", "c", 22.0 * share)], (), drawn)
    sizes = [item.size for item in hex_map.layout(300.0).items if isinstance(item, Line)]
    assert sizes
    assert sizes[0] < 22.0


def test_the_land_is_as_large_as_its_room() -> None:
    across, down = GROUND.extent
    frame, scale, _ = laid([], 300.0)
    assert frame.height / 300.0 == pytest.approx(down / across)
    assert scale.side * across == pytest.approx(300.0)
    _, low, _ = laid([], 300.0, 80.0)
    assert low.side * down == pytest.approx(80.0)
    assert low.left == pytest.approx(300.0 - low.left - low.side * across)


def test_a_map_that_may_grow_asks_for_its_least_height() -> None:
    hex_map = HexMap(GROUND, lambda share: [], (), drawn, least=50.0)
    assert hex_map.layout(300.0).height == 50.0
    assert hex_map.layout(300.0, 120.0).height == 120.0
    assert HexMap(GROUND, lambda share: [], (), drawn, least=900.0).layout(300.0).height < 900.0


def test_names_without_room_overflow_and_say_which() -> None:
    names = [name("Short", "a"), name("A name that is much too long", "b")]
    hex_map = HexMap(GROUND, lambda share: names, CALLED, drawn)
    with pytest.raises(Overflow) as error:
        hex_map.layout(60.0, 40.0)
    assert error.value.text == "A name that is much too long"
    assert [text.text for text in hex_map.texts()] == ["Short", "A name that is much too long"]


def test_marks_of_a_land_lie_on_its_cells() -> None:
    scale = MapScale(GROUND, 10.0, 20.0, 30.0)
    across, down = (10.0 * part for part in GROUND.extent)
    whole = area(scale, set(GROUND.letters), "ink")
    assert (whole.rect.x, whole.rect.y) == (20.0, 30.0)
    assert (whole.rect.width, whole.rect.height) == pytest.approx((across, down), abs=0.002)
    widths = [seam.stroke_width for seam in seams(scale, {"a": "one", "b": "one", "c": "other"}, "card")]
    assert widths == sorted(set(widths))
    assert len(widths) == 3


def test_a_boundary_runs_within_its_area_at_an_even_distance() -> None:
    scale, cells = MapScale(GROUND, 10.0, 0.0, 0.0), set(GROUND.of("a"))
    (outline,) = GROUND.outlines(cells)
    loop = inset([scale.placed(step) for step in outline], 2.0)
    assert len(loop) == len(outline)
    corners = [scale.placed(step) for step in outline]
    for index, spot in enumerate(loop):
        assert GROUND.cell_at(spot[0] / 10.0, spot[1] / 10.0) in cells
        for start, end in ((corners[index - 1], corners[index]), (corners[index], corners[(index + 1) % len(loop)])):
            assert _from_line(spot, start, end) == pytest.approx(2.0, abs=0.01)


def _from_line(spot: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    """How far a place is from the line through two others."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    return abs((spot[0] - start[0]) * dy - (spot[1] - start[1]) * dx) / math.hypot(dx, dy)


def test_no_customer_is_wider_than_its_cell() -> None:
    assert DISC < RING <= FREE < math.sqrt(3) / 2
