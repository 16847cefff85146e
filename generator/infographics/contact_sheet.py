"""Many finished layouts on one sheet, as thumbnails with captions.

In: frames with their captions. Out: one frame, as wide as a contact sheet, its rows all of one length.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.brand import Style, Weight
from generator.layout import SHEET, Block, Fonts, Frame, Inset, Pad, Rect, Row, Space, Stack, Text, Thumbnail, stacked

# Rows are filled until their pictures are together so many times as wide as they are high.
_ROW = 5.4
_MOST = 6
_NARROWEST = 0.26
_GAP = 28.0
_CAPTION = Style(15.0, Weight.SEMIBOLD, 1.3)


def lay_out(pictures: Sequence[tuple[str, Frame]], fonts: Fonts) -> Frame:
    """Frames with their captions, in rows: all pictures of a row are of one height."""
    rows: list[list[tuple[str, Frame]]] = [[]]
    for picture in ((caption, _broad(frame)) for caption, frame in pictures):
        if rows[-1] and (len(rows[-1]) == _MOST or _length([*rows[-1], picture]) > _ROW):
            rows.append([])
        rows[-1].append(picture)
    longest = max(_length(row) for row in rows)
    body = Stack([_row(row, longest - _length(row), fonts) for row in rows], gap=_GAP)
    main = body.layout(SHEET.inner)
    height = main.height + 2 * SHEET.margin
    ground = Frame(SHEET.width, height, (Block(Rect(0.0, 0.0, SHEET.width, height), fill="card"),))
    return stacked([(ground, 0.0, 0.0), (main, SHEET.margin, SHEET.margin)], SHEET.width, height)


def _broad(frame: Frame) -> Frame:
    """A frame so tall that its caption would be wider than its thumbnail gets room at its right."""
    width = frame.height * _NARROWEST
    if frame.width >= width:
        return frame
    ground = Block(Rect(0.0, 0.0, width, frame.height), fill="ground")
    return Frame(width, frame.height, (ground, Inset(frame, 0.0, 0.0)))


def _length(row: Sequence[tuple[str, Frame]]) -> float:
    return sum(frame.width / frame.height for _, frame in row)


def _row(row: Sequence[tuple[str, Frame]], rest: float, fonts: Fonts) -> Row:
    """A row that is much shorter than the longest keeps the height of the others."""
    shares = [frame.width / frame.height for _, frame in row]
    cells = [
        Stack((Pad(Thumbnail(frame), stroke="line"), Text(caption, _CAPTION, fonts, "muted")), gap=8.0)
        for caption, frame in row
    ]
    if rest < min(shares):
        return Row(cells, _GAP, shares)
    return Row([*cells, Space()], _GAP, [*shares, rest])
