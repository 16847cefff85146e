"""The sheet around every picture: eyebrow, takeaway, body, note, source and address.

In: the words around the body, functions that compose body and note, fonts and a size. Out: a frame, with the type of
the body fitted to the room that is left, and as many entries of its lists as have room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from generator.brand import Ramp, Style, Weight
from generator.infographics.parts.sketch import Sketch
from generator.layout import (
    STEP,
    Block,
    Box,
    Fonts,
    Frame,
    Rect,
    Row,
    Rule,
    Size,
    Stack,
    Text,
    TextBox,
    fit,
    least,
    most_that_fits,
    stacked,
)
from generator.problems import Overflow

# A title may be so much smaller if it then stands on one line, where room is dear.
_LESS = 0.8


@dataclass(frozen=True, slots=True)
class Sheet:
    """The words around a picture's body; `source` is the whole line at its foot."""

    eyebrow: str
    title: str
    source: str


Compose = Callable[[Sketch], Box]
Note = Callable[[Sketch], Box | None]


def texts(sheet: Sheet, body: Compose, note: Note, fonts: Fonts, size: Size) -> tuple[TextBox, ...]:
    """Every text of the picture, in reading order, in the styles it is set in."""
    small = _small(fonts, size)
    boxes = (_head(sheet, fonts, size), body(Sketch(fonts, size, Ramp(size.body))), _foot(sheet, note(small), small))
    return tuple(text for box in boxes for text in box.texts())


def lay_out(
    sheet: Sheet, body: Compose, note: Note, fonts: Fonts, size: Size, wrap: Callable[[Box], Box] = lambda box: box
) -> Frame:
    """The finished picture in one size; each box is laid out as `wrap` returns it.

    Where there is no room for all entries of its lists, with as many as there is room for. Overflow: some text does not
    fit at the least legible size, even with the least number of entries, or has a word that is wider than its column.
    """

    def attempt(size: Size) -> Frame:
        return _laid_out(sheet, body, note, fonts, size, wrap)

    try:
        return attempt(size)
    except Overflow:
        most, overflow = most_that_fits(lambda most: attempt(replace(least(size), most=most)))
    fewer = replace(size, most=most)
    # Fewer entries are no way around a word that is too wide: nobody would know why the others are missing.
    if overflow and overflow.axis == "width" and not _shows(overflow.text, texts(sheet, body, note, fonts, fewer)):
        raise overflow
    return attempt(fewer)


def _shows(text: str, boxes: Iterable[TextBox]) -> bool:
    return any(box.text == text for box in boxes)


def _laid_out(sheet: Sheet, body: Compose, note: Note, fonts: Fonts, size: Size, wrap: Callable[[Box], Box]) -> Frame:
    """The picture with so many entries as the size says."""
    width = size.inner
    small = _small(fonts, size)
    head = wrap(_head(sheet, fonts, size)).layout(width)
    foot = wrap(_foot(sheet, note(small), small)).layout(width)
    gap = small.space(3.2 if size.brief else 5 if size.narrow else 4.5)
    below = small.space(2.4 if size.brief else 3 if size.height else 5)
    top = size.margin + head.height + gap
    room = None if size.height is None else size.height - top - below - foot.height - size.margin * 0.72
    if room is not None and room <= 0:
        raise Overflow(need=top + foot.height, room=size.height or 0.0, text=sheet.title, axis="height")

    def compose(ramp: Ramp) -> Box:
        return wrap(body(Sketch(fonts, size, ramp)))

    main = fit(compose, width, room, largest=size.largest, legible=size.legible)
    under = top + main.height + below
    height = size.height or under + foot.height + size.margin * 0.8
    ground = Frame(size.width, height, (Block(Rect(0.0, 0.0, size.width, round(height, 3)), fill="ground"),))
    placed = [
        (ground, 0.0, 0.0),
        (head, size.margin, size.margin),
        (main, size.margin, top),
        (foot, size.margin, under),
    ]
    return stacked(placed, size.width, height, size.most)


def _small(fonts: Fonts, size: Size) -> Sketch:
    """The means of what stands below the picture: the same on every picture of a size."""
    return Sketch(fonts, size, Ramp(size.foot / 0.82), "note")


def _head(sheet: Sheet, fonts: Fonts, size: Size) -> Box:
    """Eyebrow and takeaway, the same size on every picture unless a word is too long for the width.

    On a brief picture and on a full one also where a little less spares a line: the body needs it more.
    """
    width = size.inner
    eyebrow = Style(
        max(size.title * 0.36, size.foot if size.brief else size.legible), Weight.SEMIBOLD, 1.3, 0.075, upper=True
    )
    title = Style(size.title, Weight.EXTRABOLD, 1.12, -0.024, balanced=True)
    label = Text(sheet.eyebrow, eyebrow, fonts, "shared.solid", purpose="eyebrow")
    long = Text(sheet.title, title, fonts).widths().max
    if (size.brief or size.full) and width < long <= width / _LESS:
        title = replace(title, size=title.size * width / long * 0.995)
    while True:
        heading = Text(sheet.title, title, fonts, purpose="title")
        if heading.widths().min <= width or title.size <= size.body:
            return Stack((label, heading), gap=size.title * 0.16)
        title = replace(title, size=title.size * STEP)


def _foot(sheet: Sheet, note: Box | None, sketch: Sketch) -> Box:
    source = replace(sketch.text(sheet.source, "note", "muted"), purpose="source")
    if note is None and sketch.size.brief:
        # At the right, where the source stands on cards that have a note: a feed shows many of them below each other.
        return Stack((Rule(), replace(source, align="end")), gap=sketch.space(1.6))
    if sketch.size.narrow or note is None:
        rows: tuple[Box, ...] = (Rule(), source) if note is None else (Rule(), note, source)
        return Stack(rows, gap=sketch.space(2))
    wide = note.widths().max + source.widths().max + sketch.space(6) <= sketch.size.inner
    if not wide:
        return Stack((Rule(), note, source), gap=sketch.space(2))
    last = replace(source, align="end")
    shares = (note.widths().max + sketch.space(3), source.widths().max + sketch.space(3))
    gap = sketch.space(1.6 if sketch.size.brief else 2)
    return Stack((Rule(), Row((note, last), shares=shares, valign="middle")), gap=gap)
