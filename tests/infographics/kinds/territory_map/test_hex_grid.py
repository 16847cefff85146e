"""Hex grids: neighbours share an edge, outlines run once around, and every place lies in the nearest cell."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.infographics.kinds.territory_map.hex_grid import (
    HexGrid,
    hex_grid,
    neighbour,
    raster,
    sides,
    spread_cells,
)

rows = st.lists(st.text(".ab", min_size=1, max_size=6), min_size=1, max_size=6).filter(
    lambda found: any(set(row) - {"."} for row in found)
)
lands = rows.map(lambda found: hex_grid(tuple(found)))


@given(lands)
def test_neighbours_are_one_cell_apart_and_share_an_edge(ground: HexGrid) -> None:
    for cell in ground.letters:
        for turn in range(6):
            other = neighbour(cell, turn)
            assert neighbour(other, (turn + 3) % 6) == cell
            if other in ground.letters:
                assert math.dist(ground.middle(cell), ground.middle(other)) == pytest.approx(math.sqrt(3))
                one, two = ground.corners(cell), ground.corners(other)
                assert {one[turn], one[(turn + 1) % 6]} == set(one) & set(two)


@given(lands)
def test_the_land_fills_its_extent(ground: HexGrid) -> None:
    places = [sides(*corner) for cell in ground.letters for corner in ground.corners(cell)]
    assert (min(x for x, _ in places), min(y for _, y in places)) == (0.0, 0.0)
    assert (max(x for x, _ in places), max(y for _, y in places)) == ground.extent


@given(lands)
def test_every_edge_is_either_a_seam_or_outline_and_drawn_once(ground: HexGrid) -> None:
    seams = [frozenset(ends) for _, _, ends in ground.seams()]
    loops = list(ground.outlines(set(ground.letters)))
    outline = [frozenset(ends) for loop in loops for ends in zip(loop, [*loop[1:], loop[0]], strict=True)]
    drawn = seams + outline
    assert len(drawn) == len(set(drawn))
    corners = [ground.corners(cell) for cell in ground.letters]
    assert set(drawn) == {frozenset((one[turn], one[(turn + 1) % 6])) for one in corners for turn in range(6)}


def test_a_ring_has_an_outline_within() -> None:
    ring = hex_grid((".aa", "a.a", ".aa"))
    assert sorted(len(loop) for loop in ring.outlines(set(ring.letters))) == [6, 18]


def test_seams_tell_what_lies_on_both_sides() -> None:
    ground = hex_grid(("ab", "aa"))
    assert sorted({one, other} == {"a"} for one, other, _ in ground.seams()) == [False, False, False, True, True]


def test_the_same_rows_are_the_same_land() -> None:
    assert hex_grid(("ab.", ".ba")) is hex_grid(("ab.", ".ba"))
    assert hex_grid(("ab", "ba")).of("b") == ((1, 0), (0, 1))


@given(lands, st.integers(0, 4))
def test_places_are_scattered_over_their_areas(ground: HexGrid, count: int) -> None:
    letters = sorted(ground.letters.values())
    areas = tuple(letters[:count])
    cells = spread_cells(ground, areas)
    assert tuple(ground.letters[cell] for cell in cells) == areas
    assert len(set(cells)) == len(cells)


def test_places_keep_their_distance() -> None:
    one, other = spread_cells(hex_grid(("aaaaaaa",)), ("a", "a"))
    assert one == (3, 0)
    assert abs(other[0] - one[0]) >= 2


@given(lands, st.floats(-3, 14), st.floats(-3, 12))
def test_a_place_lies_in_the_cell_whose_middle_is_nearest(ground: HexGrid, across: float, down: float) -> None:
    found = ground.cell_at(across, down)
    around = [found, *(neighbour(found, turn) for turn in range(6))]
    left, top = ground.origin
    middles = {cell: sides(2 * cell[0] + cell[1] - left, 3 * cell[1] - top) for cell in around}
    nearest = min(math.dist(middle, (across, down)) for middle in middles.values())
    assert math.dist(middles[found], (across, down)) == pytest.approx(nearest)
    assert all(ground.cell_at(*ground.middle(cell)) == cell for cell in ground.letters)


@given(lands, st.integers(-9, 40), st.integers(-9, 40), st.integers(0, 30), st.integers(0, 15))
def test_a_raster_counts_what_counting_counts(ground: HexGrid, left: int, top: int, wide: int, high: int) -> None:
    """In fifths of a side, a little off the grid, so that no point lies on a border of the rectangle."""
    some = ground.of("a")
    points = [(x / 5, y / 5) for x in range(left, left + wide) for y in range(top, top + high)]
    on_land = [(x, y) for x, y in points if x >= 0 and y >= 0 and x <= ground.extent[0] and y <= ground.extent[1]]
    found = raster(ground, some).count(left / 5 - 0.1, top / 5 - 0.1, (left + wide) / 5 - 0.1, (top + high) / 5 - 0.1)
    assert found == (sum(ground.cell_at(x, y) in some for x, y in on_land), len(points))
