"""The facts of a picture as tables: how wide columns are, how high rows, and what stands on which slide.

In: a slide with its table. Out: pages, each a slide with a title of its own and a part of the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.brand import Style, Weight
from generator.deck.composition.balance import balanced
from generator.deck.composition.closing import heading
from generator.deck.deck import Slide
from generator.deck.shapes.columns import shared_out
from generator.deck.shapes.placing import fitted
from generator.deck.shapes.text_box import Look
from generator.deck.templates.place import Place
from generator.infographics import Table
from generator.layout import SIZES, Frame, Inset, Rect, Text

_SIZE = SIZES["slide"]
_HIGH = _SIZE.height or 0.0
_FOOT = 42.0  # points that number and margin take
_TEXTS = (16.0, 14.5, 13.0, 12.0)  # sizes of text, the larger one first
_LEADING = 1.25  # of lines of a cell; programs take 1.2 or what the font says
_SLACK = 4.0  # points that a line may be wider in another program


@dataclass(frozen=True, slots=True)
class Grid:
    """How a table is set: size of text, room around it in a cell, widths of columns."""

    text: float
    across: float
    down: float
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a table on its slide. `heights` are those of the header row and of each row."""

    slide: Slide
    table: Table
    grid: Grid
    heights: tuple[float, ...]
    room: Rect


#: A grid with the height of its header row, those of its other rows, and which of these stand on which page.
Shared = tuple[Grid, float, list[float], list[slice]]


def table_pages(slide: Slide, look: Look, place: Place) -> list[Page]:
    """The slide's table; columns in which nothing stands are left out."""
    table = _one_line_cells((slide.table or Table((), ())).without_empty_columns())
    room = _room(slide, look, place)
    factor = min(place.width / _SIZE.width, 1.0)
    grid, head, heights, pages = _fewest(_shared(table, look, room, size * factor) for size in _TEXTS)
    made = []
    for number, page in enumerate(pages, 1):
        count = f", {number} of {len(pages)}" if len(pages) > 1 else ""
        one = _slide(slide, f"{_name(slide)}: the table{count}", number, look)
        made.append(Page(one, replace(table, rows=table.rows[page]), grid, (head, *heights[page]), room))
    return made


def _fewest(tried: Iterable[Shared]) -> Shared:
    """The first with the fewest pages, which has the largest type of those; fewer than one there are not."""
    best: Shared | None = None
    for one in tried:
        if best is None or len(one[3]) < len(best[3]):
            best = one
        if len(best[3]) == 1:
            break
    assert best is not None
    return best


def _slide(slide: Slide, title: str, number: int, look: Look) -> Slide:
    head = heading(title, look.fonts, _SIZE).layout(_SIZE.inner)
    frame = Frame(_SIZE.width, _HIGH, (Inset(head, _SIZE.margin, _SIZE.margin),))
    address = f"{slide.address}, table {number}"
    return Slide(address, slide.section, title, frame, slide.notes[-2:], words=title)


def _name(slide: Slide) -> str:
    """What the picture is called; "the table" follows, so that a table of a table is not said."""
    name = slide.short or slide.title
    first, _, last = name.rpartition(" ")
    return first if first and last.casefold() == "table" else name


def _room(slide: Slide, look: Look, place: Place) -> Rect:
    """What the layout leaves; or below a title of one line, or of as many as it takes."""
    if place.heading and place.room:
        return place.room
    title = heading(f"{_name(slide)}: the table, 10 of 10", look.fonts, _SIZE).layout(_SIZE.inner)
    top = _SIZE.margin + title.height + 14
    room = Rect(_SIZE.margin, top, _SIZE.inner, _HIGH - _FOOT - top)
    if not place.room:
        return room
    page = fitted(Frame(_SIZE.width, _HIGH), place.room)
    by = page.width / _SIZE.width
    return Rect(page.x + room.x * by, page.y + room.y * by, room.width * by, room.height * by)


def _shared(table: Table, look: Look, room: Rect, size: float) -> Shared:
    grid = Grid(size, size * 0.42, size * 0.3, ())
    grid = replace(grid, widths=tuple(_widths(table, look, room.width, grid)))
    head, *heights = [
        _height(row, grid, look, Weight.REGULAR if index else Weight.SEMIBOLD)
        for index, row in enumerate((table.columns, *table.rows))
    ]
    return grid, head, heights, balanced(heights, room.height - head)


def _one_line_cells(table: Table) -> Table:
    """Texts of several lines become one: a cell has as many as it needs."""
    return replace(table, rows=tuple(tuple(" ".join(cell.split()) for cell in row) for row in table.rows))


def _widths(table: Table, look: Look, room: float, grid: Grid) -> list[float]:
    """Such that the rows are as low as can be, and no word has to be broken."""
    around = 2 * grid.across + _SLACK
    columns = []
    for number, column in enumerate(zip(table.columns, *table.rows, strict=True)):
        weights = [Weight.SEMIBOLD, *[Weight.REGULAR if number else Weight.SEMIBOLD] * len(table.rows)]
        texts = [
            Text(text or "–", Style(grid.text, weight), look.fonts).widths()
            for text, weight in zip(column, weights, strict=True)
        ]
        columns.append(tuple((text.min + around, text.max + around) for text in texts))
    return list(shared_out(tuple(columns), room))


def _height(row: Sequence[str], grid: Grid, look: Look, weight: Weight) -> float:
    """How high a row has to be; a first column is set as a header is."""
    high = 0.0
    for place, (text, wide) in enumerate(zip(row, grid.widths, strict=True)):
        style = Style(grid.text, weight if place else Weight.SEMIBOLD, _LEADING)
        one = Text(text or "–", style, look.fonts)
        inner = max(wide - 2 * grid.across - _SLACK, one.widths().min)
        high = max(high, one.layout(inner).height)
    return high + 2 * grid.down
