"""Hex maps: names stand clear of discs and of each other, near what they name, as cheaply as can be."""

from __future__ import annotations

import math
from functools import partial

import pytest
from doses import examples
from hypothesis import given
from hypothesis import strategies as st
from projects import BRAND

from generator.brand.typography import Style
from generator.infographics.kinds.territory_map.hex_grid import Hexagon, hex_grid, middle
from generator.infographics.kinds.territory_map.hex_map import DISC, HexMap, MapLabel, MapScale, area, boundary, seams
from generator.layout.frame import Frame, Item, Line, Rect
from generator.layout.leaves import Text
from generator.layout.text import Fonts
from generator.problems.errors import Overflow

FONTS = Fonts(BRAND)
GROUND = hex_grid((".aaabb.", "aaabbbb", "aaccbb.", ".ccccb."))
CALLED = ((2, 0), (0, 3))


def name(words: str, letters: str, size: float = 10.0, *, at_sea: bool = False) -> MapLabel:
    return MapLabel(Text(words, Style(size), FONTS), GROUND.of(letters), at_sea)


def drawn(scale: MapScale, seen: list[MapScale] | None = None) -> tuple[Item, ...]:
    if seen is not None:
        seen.append(scale)
    return (area(scale, set(scale.land.letters), "line"),)


def laid(names: list[MapLabel], width: float, height: float | None = None) -> tuple[Frame, MapScale, dict[str, Rect]]:
    """The frame, the scale at which the land was drawn, and where names stand."""
    seen: list[MapScale] = []
    frame = HexMap(GROUND, names, CALLED, partial(drawn, seen=seen)).layout(width, height)
    rects = {item.text: item.room for item in frame.items if isinstance(item, Line)}
    return frame, seen[0], rects


def square(scale: MapScale, cell: Hexagon, reach: float) -> Rect:
    (x, y), half = scale.at(cell), reach * scale.side
    return Rect(x - half, y - half, 2 * half, 2 * half)


def cost(rect: Rect, named: MapLabel, scale: MapScale) -> float:
    """What a place costs, by testing every cell: as slow as the box must not be."""
    x, y = middle([scale.at(cell) for cell in named.cells])
    far = math.dist((rect.x + rect.width / 2, rect.y + rect.height / 2), (x, y)) / scale.side
    met = [cell for cell in scale.land.letters if rect.meets(square(scale, cell, 0.8))]
    own = sum(cell in named.cells for cell in met)
    if named.at_sea:
        return far + 3.0 * len(met)
    return far + own * 2.4 / len(named.cells) + (len(met) - own) * 0.7


@examples(0.5)
@given(st.floats(150, 500), st.one_of(st.none(), st.floats(100, 400)), st.floats(4, 12))
def test_names_stand_clear_of_discs_and_of_each_other(width: float, height: float | None, size: float) -> None:
    names = [name("First", "a", size), name("Second", "b", size), name("Third", "c", size)]
    try:
        frame, scale, rects = laid(names, width, height)
    except Overflow:
        return
    page = Rect(0.0, 0.0, frame.width, frame.height)
    kept = [square(scale, cell, DISC) for cell in CALLED]
    assert len(rects) == 3
    for rect in rects.values():
        assert page.holds(rect)
        assert not any(rect.meets(other) for other in kept)
        kept.append(rect)


@pytest.mark.parametrize("at_sea", [False, True])
@pytest.mark.parametrize("width", [180.0, 260.0, 401.0])
def test_a_name_stands_where_it_costs_least(width: float, at_sea: bool) -> None:
    named = name("Somewhere", "b", at_sea=at_sea)
    frame, scale, rects = laid([named], width)
    (found,) = rects.values()
    page, quarter, clear = Rect(0.0, 0.0, frame.width, frame.height), scale.side / 4, 0.15 * scale.side
    x, y = middle([scale.at(cell) for cell in named.cells])
    discs = [square(scale, cell, DISC) for cell in CALLED]
    least = math.inf
    for across in range(-48, 49):
        for down in range(-40, 41):
            left, top = x + across * quarter - found.width / 2, y + down * quarter - found.height / 2
            rect = Rect(left, top, found.width, found.height)
            room = Rect(left - clear, top - clear, found.width + 2 * clear, found.height + 2 * clear)
            if page.holds(rect, 0.0) and not any(room.meets(disc) for disc in discs):
                least = min(least, cost(rect, named, scale))
    assert cost(found, named, scale) == pytest.approx(least, abs=0.01)


def test_the_land_is_as_large_as_its_room() -> None:
    across, down = GROUND.extent
    frame, scale, _ = laid([], 300.0)
    assert frame.height / 300.0 == pytest.approx(down / across, abs=0.02)
    assert scale.side * across == pytest.approx(300.0, rel=0.05)
    _, low, _ = laid([], 300.0, 80.0)
    assert low.side * down == pytest.approx(80.0, rel=0.05)
    assert low.left == pytest.approx(300.0 - low.left - low.side * across)


def test_a_map_that_may_grow_asks_for_its_least_height() -> None:
    hex_map = HexMap(GROUND, [], (), drawn, least=50.0)
    assert hex_map.layout(300.0).height == 50.0
    assert hex_map.layout(300.0, 120.0).height == 120.0
    assert HexMap(GROUND, [], (), drawn, least=900.0).layout(300.0).height < 900.0


def test_names_without_room_overflow_and_say_which() -> None:
    hex_map = HexMap(GROUND, [name("Short", "a"), name("A name that is much too long", "b")], CALLED, drawn)
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
    (inner, line) = boundary(scale, set(GROUND.letters), "ink", "dotted", "card")
    assert inner.stroke_width > line.stroke_width
    assert line.dash
    assert line.rect == whole.rect
    assert len(list(boundary(scale, set(GROUND.letters), "ink", "double", "card"))) == 3


def test_no_disc_is_wider_than_its_cell() -> None:
    assert math.sqrt(3) / 2 > DISC
