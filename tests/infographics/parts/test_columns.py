"""Columns: how many stand abreast, and that no box is lost or moved out of its order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.brand.typography import Ramp
from generator.infographics.parts.columns import (
    grid_by_columns,
    grid_by_rows,
    in_rows,
    list_columns,
    lists_abreast,
    roomy,
    transposed,
)
from generator.infographics.parts.sketch import Sketch
from generator.layout.box import Box
from generator.layout.boxes import Grid
from generator.layout.leaves import Icon, Space
from generator.layout.sizes import SIZES
from generator.layout.text import Fonts

counts = st.integers(1, 30)
columns = st.integers(1, 5)


def sketch(fonts: Fonts, size: str) -> Sketch:
    return Sketch(fonts, SIZES[size], Ramp(SIZES[size].body))


def icons(count: int) -> list[Box]:
    return [Icon(f"material/{index}", 10.0) for index in range(count)]


def marks(grid: Grid) -> list[list[Box]]:
    """The boxes of each row that are not filling."""
    return [[box for box in row if not isinstance(box, Space)] for row in grid.rows]


@given(counts, columns)
def test_rows_hold_everything_in_order(count: int, abreast: int) -> None:
    rows = in_rows(range(count), abreast)
    assert [thing for row in rows for thing in row] == list(range(count))
    assert {len(row) for row in rows[:-1]} <= {abreast}
    assert 0 < len(rows[-1]) <= abreast


@given(counts, columns)
def test_boxes_across_are_read_row_by_row(count: int, abreast: int) -> None:
    boxes = icons(count)
    grid = grid_by_rows(boxes, abreast, 3.0, 2.0)
    assert [box for row in marks(grid) for box in row] == boxes
    assert {len(row) for row in grid.rows} == {abreast}


@given(counts, columns)
def test_boxes_down_are_read_column_by_column(count: int, abreast: int) -> None:
    boxes = icons(count)
    grid = grid_by_columns(boxes, abreast, 3.0, 2.0)
    read = [box for column in zip(*grid.rows, strict=True) for box in column if not isinstance(box, Space)]
    assert read == boxes
    assert len(grid.rows) == -(-count // abreast)


@given(st.lists(st.integers(0, 6), min_size=1, max_size=4).filter(any))
def test_level_columns_keep_each_box_in_its_place(lengths: list[int]) -> None:
    lists = [icons(length) for length in lengths]
    rows = transposed(lists)
    assert len(rows) == max(lengths)
    for number, boxes in enumerate(lists):
        column = [row[number] for row in rows]
        assert column[: len(boxes)] == boxes
        assert all(isinstance(box, Space) for box in column[len(boxes) :])


@pytest.mark.parametrize(
    ("size", "count", "short", "abreast"),
    [
        ("slide", 2, False, 2),
        ("slide", 4, False, 4),
        ("square", 3, True, 3),
        ("square", 4, False, 2),
        ("portrait", 3, True, 1),
        ("portrait", 3, False, 3),
        ("portrait", 4, True, 2),
        ("social", 4, True, 2),
        ("page", 3, False, 3),
        ("page", 4, False, 2),
        ("phone", 3, True, 1),
    ],
)
def test_how_many_stand_abreast(fonts: Fonts, size: str, count: int, short: bool, abreast: int) -> None:
    assert lists_abreast(sketch(fonts, size), count, short=short) == abreast


def test_wide_columns_are_roomy_and_so_is_the_only_one_of_a_phone(fonts: Fonts) -> None:
    assert roomy(sketch(fonts, "slide"), 2)
    assert not roomy(sketch(fonts, "slide"), 4)
    assert roomy(sketch(fonts, "phone"), 1)


def test_a_column_splits_where_both_halves_are_readable_at_whatever_type_is_tried(fonts: Fonts) -> None:
    slide = sketch(fonts, "slide")
    tried = replace(slide, ramp=Ramp(7.0))
    assert [list_columns(slide, abreast) for abreast in (1, 3, 4, 5)] == [2, 2, 1, 1]
    assert [list_columns(tried, abreast) for abreast in (1, 3, 4, 5)] == [2, 2, 1, 1]
