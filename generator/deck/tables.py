"""The facts of a picture as tables that a person can sort, copy and change.

In: a slide with its table. Out: one more slide, or several where one has no room for all rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.util import Emu, Pt

from generator.brand import Style, Weight
from generator.deck.deck import Slide
from generator.deck.marks import emu
from generator.deck.own_template import TABLE_STYLE
from generator.deck.text_box import Look
from generator.infographics import Table
from generator.layout import SIZES, Rect, Text

_SIZE = SIZES["slide"]
_ROOM = Rect(_SIZE.margin, 116, _SIZE.inner, 372)
_TEXT = 13.0
_ACROSS, _DOWN = 5.0, 3.5  # points between a cell's edge and its text
_WIDEST = 420.0
_STYLE_ID = "{http://schemas.openxmlformats.org/drawingml/2006/main}tableStyleId"

Row = tuple[str, ...]


def table_slides(slide: Slide, look: Look) -> list[Table]:
    """The slide's table, in parts that have room on a slide each; columns in which nothing stands are left out."""
    whole = _without_empty_columns(slide.table)
    widths, used = _widths(whole, look), 0.0
    pages: list[list[Row]] = [[]]
    head = _height(whole.columns, widths, look, Weight.SEMIBOLD)
    for row in whole.rows:
        high = _height(row, widths, look)
        if pages[-1] and head + used + high > _ROOM.height:
            pages.append([])
            used = 0.0
        pages[-1].append(row)
        used += high
    return [Table(whole.columns, tuple(rows)) for rows in pages]


def draw_table(added: Any, name: str, words: str, table: Table, look: Look) -> None:
    """Draws the table on a slide that has nothing but a title."""
    widths = _widths(table, look)
    place = (emu(_ROOM.x), emu(_ROOM.y), emu(sum(widths)), emu(20.0 * (len(table.rows) + 1)))
    frame = added.shapes.add_table(len(table.rows) + 1, len(table.columns), *map(Emu, place))
    frame.name = name
    frame._element.nvGraphicFramePr.cNvPr.set("descr", words)
    native = frame.table
    native._tbl.tblPr.find(_STYLE_ID).text = TABLE_STYLE
    native.first_row, native.first_col, native.horz_banding = True, True, False
    for across, wide in zip(native.columns, widths, strict=True):
        across.width = Emu(emu(wide))
    for number, row in enumerate((table.columns, *table.rows)):
        weight = Weight.REGULAR if number else Weight.SEMIBOLD
        native.rows[number].height = Emu(emu(_height(row, widths, look, weight)))
        for column, text in enumerate(row):
            _fill(native.cell(number, column), text)


def _fill(cell: Any, text: str) -> None:
    cell.margin_left = cell.margin_right = Emu(emu(_ACROSS))
    cell.margin_top = cell.margin_bottom = Emu(emu(_DOWN))
    cell.text_frame.text = text
    for paragraph in cell.text_frame.paragraphs:
        paragraph.font.size = Pt(_TEXT)


def _without_empty_columns(table: Table) -> Table:
    kept = [place for place in range(len(table.columns)) if any(row[place] for row in table.rows)]
    rows = tuple(tuple(row[place] for place in kept) for row in table.rows)
    return Table(tuple(table.columns[place] for place in kept), rows)


def _widths(table: Table, look: Look) -> list[float]:
    """Wide columns for long texts, none so narrow that a word has to be broken, together as wide as there is room."""
    bold = Style(_TEXT, Weight.SEMIBOLD)
    columns = list(zip(table.columns, *table.rows, strict=True))
    asked = [[Text(text or "–", bold, look.fonts).widths() for text in column] for column in columns]
    need = [max(one.min for one in column) + 2 * _ACROSS + 2 for column in asked]
    wish = [min(max(one.max for one in column), _WIDEST) + 2 * _ACROSS + 2 for column in asked]
    spare = _ROOM.width - sum(need)
    stretch = [max(want - least, 0.0) for want, least in zip(wish, need, strict=True)]
    share = max(spare, 0.0) / (sum(stretch) or 1.0)
    return [least + part * share for least, part in zip(need, stretch, strict=True)]


def _height(row: Sequence[str], widths: Sequence[float], look: Look, weight: Weight = Weight.REGULAR) -> float:
    """How high a row has to be; a first column is set bold."""
    styles = [Style(_TEXT, Weight.SEMIBOLD if place == 0 else weight, leading=1.22) for place in range(len(row))]
    texts = [Text(text or "–", style, look.fonts) for text, style in zip(row, styles, strict=True)]
    return (
        max(
            text.layout(max(wide - 2 * _ACROSS, text.widths().min)).height
            for text, wide in zip(texts, widths, strict=True)
        )
        + 2 * _DOWN
    )
