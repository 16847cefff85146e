"""Tables of decks: how they are shared out among slides, and that everything in them has room."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pptx
import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator import deck as decks
from generator.brand import Style, Weight
from generator.deck.composition.balance import balanced
from generator.deck.shapes.columns import shared_out
from generator.infographics import Table
from generator.layout import Text

from .decks import EMU, brand, deck_of, flagship, made, opened, outside
from .packages import faults

HEIGHTS = some.lists(some.floats(10, 120), min_size=1, max_size=40)


@given(HEIGHTS)
def test_pages_hold_all_rows_in_order_and_are_as_few_as_can_be(heights: list[float]) -> None:
    room = 300.0
    pages = balanced(heights, room)
    rows = [index for page in pages for index in range(len(heights))[page]]
    assert rows == list(range(len(heights)))
    assert all(sum(heights[page]) <= room + 1e-6 for page in pages)
    greedy, used = 1, 0.0
    for height in heights:
        greedy, used = (greedy + 1, height) if used + height > room else (greedy, used + height)
    assert len(pages) == greedy


@given(some.integers(2, 60))
def test_no_page_has_one_row_where_rows_are_alike(count: int) -> None:
    pages = balanced([20.0] * count, 100.0)
    assert min(page.stop - page.start for page in pages) > 1 or count == 1
    sizes = [page.stop - page.start for page in pages]
    assert max(sizes) - min(sizes[:-1], default=max(sizes)) <= 1


CELLS = some.lists(some.tuples(some.floats(10, 60), some.floats(0, 900)), min_size=1, max_size=8)


@given(some.lists(CELLS, min_size=1, max_size=6))
def test_columns_have_room_for_their_longest_word(drawn: list[list[tuple[float, float]]]) -> None:
    rows = min(map(len, drawn))
    columns = tuple(tuple((least, least + more) for least, more in cells[:rows]) for cells in drawn)
    widths = shared_out(columns, 880)
    assert sum(widths) <= 880 + 1e-6
    for cells, width in zip(columns, widths, strict=True):
        assert width >= max(least for least, _ in cells) - 1e-6


def tabled(table: Table, options: decks.Options | None = None) -> Any:
    """The slides of a deck whose first picture has this table."""
    options = options or decks.Options(tables=True, fonts="name")
    deck = deck_of(flagship(), "light", brand(), options)
    deck = replace(deck, slides=(replace(deck.slides[0], table=table),))
    data = decks.write(deck, brand(), options)
    assert faults(data) == []
    assert outside(data) == []
    return list(opened(data).slides)[2:-1]


def rows_of(slide: Any) -> list[list[str]]:
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    return [[cell.text_frame.text for cell in row.cells] for row in table.rows]


def test_a_table_that_fits_stays_on_one_slide() -> None:
    (slide,) = tabled(Table(("What", "How much"), (("Bread", "1"), ("Salt", "2"))))
    assert rows_of(slide) == [["What", "How much"], ["Bread", "1"], ["Salt", "2"]]
    assert slide.shapes.title.text_frame.text == "Comparison: the table"


def test_a_long_table_goes_on_with_its_header() -> None:
    rows = tuple((f"Row {number}", "so much\n " * 9) for number in range(61))
    slides = tabled(Table(("What", "How much"), rows))
    assert len(slides) > 2
    shown = [rows_of(slide) for slide in slides]
    assert all(one[0] == ["What", "How much"] for one in shown)
    assert [row[0] for one in shown for row in one[1:]] == [row[0] for row in rows]
    counts = [len(one) for one in shown]
    assert max(counts) - min(counts) <= 2
    assert shown[0][1][1] == ("so much " * 9).strip()
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert titles[0] == f"Comparison: the table, 1 of {len(slides)}"
    assert len(set(titles)) == len(titles)


def test_columns_without_anything_are_left_out() -> None:
    (slide,) = tabled(Table(("What", "Nothing", "How much"), (("Bread", "", "1"), ("Salt", "", ""))))
    assert rows_of(slide) == [["What", "How much"], ["Bread", "1"], ["Salt", ""]]


@pytest.mark.parametrize("fonts", decks.FONT_MODES)
def test_texts_have_room_in_their_cells(fonts: decks.FontMode) -> None:
    measured = decks.arial_widths() if fonts == "arial" else brand()
    for slide in opened(made(decks.Options(fonts=fonts, tables=True))).slides:
        for shape in slide.shapes:
            for number, row in enumerate(shape.table.rows if shape.has_table else ()):
                for place, cell in enumerate(row.cells):
                    if not cell.text_frame.text:
                        continue
                    weight = Weight.REGULAR if number and place else Weight.SEMIBOLD
                    size = cell.text_frame.paragraphs[0].runs[0].font.size.pt
                    inner = (shape.table.columns[place].width - cell.margin_left - cell.margin_right) / EMU
                    text = Text(cell.text_frame.text, Style(size, weight, 1.2), measured)
                    assert text.widths().min <= inner
                    assert text.layout(inner).height <= (row.height - cell.margin_top - cell.margin_bottom) / EMU
                    assert size >= 12


def test_header_and_first_column_are_semibold_and_not_bold() -> None:
    (slide,) = tabled(Table(("What", "How much"), (("Bread", "1"),)))
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    faces = [[_look(cell) for cell in row.cells] for row in table.rows]
    assert faces == [[("Inter SemiBold", "0")] * 2, [("Inter SemiBold", "0"), ("+mn-lt", "0")]]
    assert table.first_row
    assert table.first_col


def _look(cell: Any) -> tuple[str, str]:
    (run,) = cell._tc.xpath(".//a:rPr")
    return run.find("{*}latin").get("typeface"), run.get("b")


def test_colours_are_the_themes() -> None:
    (slide,) = tabled(Table(("What", "How much"), (("Bread", "1"),)))
    (frame,) = [shape for shape in slide.shapes if shape.has_table]
    assert {one.get("val") for one in frame._element.xpath(".//a:schemeClr")} == {"tx1", "bg2"}
    assert not frame._element.xpath(".//a:srgbClr")


def test_a_light_and_a_dark_deck_differ_in_their_theme_only() -> None:
    options = decks.Options(tables=True, fonts="name")
    light, dark = (pptx.Presentation(io.BytesIO(made(options, theme=theme))) for theme in ("light", "dark"))
    for one, other in zip(light.slides, dark.slides, strict=True):
        assert one.part.blob == other.part.blob
