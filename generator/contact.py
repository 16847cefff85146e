"""A contact sheet: many pictures at a glance.

In: which picture, or all of them, in which size and theme. Out: one file with a thumbnail of each. Thumbnails
are the finished layouts made small, so they show what is published and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator import files, infographics
from generator.build import Folders
from generator.edition import job, open_drawings
from generator.errors import UsageError
from generator.infographics import Drawing
from generator.layout.boxes import Pad, Row, Stack
from generator.layout.frame import Block, Frame, Rect, stacked
from generator.layout.leaves import Space, Text, Thumbnail
from generator.layout.text import Fonts
from generator.targets import FORMATS, SHEET, SIZES, Target
from generator.theme import Style, Weight

# Rows are filled until their pictures are together so many times as wide as they are high.
_ROW = 5.4
_MOST = 6
_NARROWEST = 0.26
_GAP = 28.0
_CAPTION = Style(15.0, Weight.SEMIBOLD, 1.3)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for: every picture in one size or, with `picture`, that picture in every size."""

    picture: str | None
    size: str
    theme: str
    output: Path | None


def contact_sheet(folders: Folders, wanted: Wanted) -> Path:
    """Lay out, paint and write the sheet. ContentError, OutputError; UsageError: no such picture, size or format."""
    output = wanted.output or Path(f"contact-sheet-{wanted.picture or wanted.size}-{wanted.theme}.png")
    form = next((form for form in FORMATS if output.suffix.lower() == f".{form}"), None)
    if form is None:
        raise UsageError(f'"{output}" is no {", ".join(FORMATS)}; end its name in one of them')
    if wanted.size not in SIZES:
        raise UsageError(f'there is no size "{wanted.size}"; there are {", ".join(SIZES)}')
    drawings, fonts = open_drawings(folders)
    shown = _shown(wanted, drawings)
    sheet = lay_out(
        [(caption, infographics.frame(drawing, SIZES[size], fonts)) for caption, drawing, size in shown], fonts
    )
    target = Target(SHEET.name, wanted.theme, form)
    from generator.paint import paint

    first = shown[0][1]
    words = ", ".join(caption for caption, _, _ in shown)
    made = replace(
        job(first, sheet, (target,), fonts), picture="contact-sheet", title="Contact sheet", description=words
    )
    files.write(output, paint(made)[target])
    return output


def _shown(wanted: Wanted, drawings: tuple[Drawing, ...]) -> list[tuple[str, Drawing, str]]:
    """(caption, drawing, size) of every thumbnail."""
    if wanted.picture is None:
        return [
            (f"{drawing.view.id} {drawing.infographic.kind}", drawing, wanted.size)
            for drawing in drawings
            if infographics.sizes(drawing, [wanted.size])
        ]
    drawing = infographics.find(wanted.picture, drawings)
    return [(size, drawing, size) for size in infographics.sizes(drawing, SIZES)]


def lay_out(pictures: Sequence[tuple[str, Frame]], fonts: Fonts) -> Frame:
    """Frames with their captions, in rows: all pictures of a row are of one height."""
    rows: list[list[tuple[str, Frame]]] = [[]]
    for picture in ((caption, _broad(frame)) for caption, frame in pictures):
        if rows[-1] and (len(rows[-1]) == _MOST or _length([*rows[-1], picture]) > _ROW):
            rows.append([])
        rows[-1].append(picture)
    longest = max(_length(row) for row in rows)
    body = Stack([_row(row, longest - _length(row), fonts) for row in rows], gap=_GAP)
    main = body.layout(SHEET.width - 2 * SHEET.margin)
    height = main.height + 2 * SHEET.margin
    ground = Frame(SHEET.width, height, (Block(Rect(0.0, 0.0, SHEET.width, height), fill="card"),))
    return stacked([(ground, 0.0, 0.0), (main, SHEET.margin, SHEET.margin)], SHEET.width, height)


def _broad(frame: Frame) -> Frame:
    """A frame so tall that its caption would be wider than its thumbnail gets room at its right."""
    width = frame.height * _NARROWEST
    if frame.width >= width:
        return frame
    ground = Block(Rect(0.0, 0.0, width, frame.height), fill="ground")
    return Frame(width, frame.height, (ground, *frame.items))


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
