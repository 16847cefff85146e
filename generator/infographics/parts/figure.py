"""The sheet around every picture: eyebrow, takeaway, body, note, source and address, and the full names of roles that
the rest has by their short ones only.

In: the words around the body, functions that compose body and note, fonts and a size. Out: a frame, with the type of
the body fitted to the room that is left, and as many entries of its lists as have room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from generator.brand import Ramp, Style, Weight
from generator.infographics.parts.role_key import key_beside, role_key, small_key, unexplained
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
from generator.model import Compared
from generator.problems import Overflow

# Steps between the lines at the foot of a card for feeds that has the key of the roles there.
_CLOSE = 1.0
# A title may be so much smaller if it then stands on one line, where room is dear.
_LESS = 0.8


@dataclass(frozen=True, slots=True)
class Sheet:
    """The words around a picture's body, and the roles that it compares; `source` is the whole line at its foot."""

    eyebrow: str
    title: str
    source: str
    roles: tuple[Compared, ...] = ()


Compose = Callable[[Sketch], Box]
Note = Callable[[Sketch], Box | None]


def texts(sheet: Sheet, body: Compose, note: Note, fonts: Fonts, size: Size) -> tuple[TextBox, ...]:
    """Every text of the picture, in reading order, in the styles it is set in."""
    around = _around(sheet, body, note, fonts, size)
    boxes = (around.head, body(Sketch(fonts, size, Ramp(size.body))), around.foot)
    return tuple(text for box in boxes for text in box.texts())


def lay_out(
    sheet: Sheet, body: Compose, note: Note, fonts: Fonts, size: Size, wrap: Callable[[Box], Box] = lambda box: box
) -> Frame:
    """The finished picture in one size; each box is laid out as `wrap` returns it.

    Where there is no room for all entries of its lists, with as many as there is room for; where there is none for
    even one of them beside the full names of roles, without these. Overflow: some text does not fit at the least
    legible size, even with the least number of entries, or has a word that is wider than its column.
    """

    try:
        return _most(sheet, body, note, fonts, size, wrap)
    except Overflow:
        if not _unexplained(sheet, body, note, fonts, size):
            raise
        return _most(replace(sheet, roles=()), body, note, fonts, size, wrap)


def _most(sheet: Sheet, body: Compose, note: Note, fonts: Fonts, size: Size, wrap: Callable[[Box], Box]) -> Frame:
    """The picture with as many entries as have room."""

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
    around = _around(sheet, body, note, fonts, size)
    head, foot = (wrap(box).layout(width) for box in (around.head, around.foot))
    # A card for feeds that has a key at its foot needs the room of its gaps.
    gap = small.space((2.4 if around.keyed else 3.2) if size.brief else 5 if size.narrow else 4.5)
    below = small.space((1.6 if around.keyed else 2.4) if size.brief else 3 if size.height else 5)
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


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands above and below a body; `keyed` says that the key of the roles is at the foot."""

    head: Box
    foot: Box
    keyed: bool = False


def _around(sheet: Sheet, body: Compose, note: Note, fonts: Fonts, size: Size) -> _Around:
    """Full names that nothing else has stand beside the eyebrow where they fit; else at the foot, but below the title
    of a page that grows, whose foot is far away.
    """
    small, head = _small(fonts, size), _head(sheet, fonts, size)
    said, roles = note(small), _unexplained(sheet, body, note, fonts, size)
    if not roles:
        return _Around(head, _foot(sheet, said, small))
    if size.height is None:
        key = role_key(sheet.roles, Sketch(fonts, size, Ramp(size.body), "note"))
        return _Around(Stack((head, key), gap=small.space(3)), _foot(sheet, said, small))
    (label, title), gap = head.children, small.space(4)
    beside = key_beside(roles, small, size.inner - label.widths().max - gap)
    if beside is None:
        return _Around(head, _foot(sheet, said, small, small_key(roles, small)), keyed=True)
    line = Row((label, Row((beside,), align="end")), gap, valign="middle", stretch=1)
    return _Around(replace(head, children=(line, title)), _foot(sheet, said, small))


def _unexplained(sheet: Sheet, body: Compose, note: Note, fonts: Fonts, size: Size) -> tuple[Compared, ...]:
    """The roles whose full names are in none of the other texts."""
    boxes = (_head(sheet, fonts, size), note(_small(fonts, size)), body(Sketch(fonts, size, Ramp(size.body))))
    return unexplained(sheet.roles, (text for box in boxes if box for text in box.texts()))


def _head(sheet: Sheet, fonts: Fonts, size: Size) -> Stack:
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


def _foot(sheet: Sheet, note: Box | None, sketch: Sketch, key: Box | None = None) -> Box:
    """A rule, the key of the roles if there is one, and note and source, on one line where both fit."""
    last = _last(sheet, note, sketch)
    gap = sketch.space(2 if not sketch.size.brief else _CLOSE if key else 1.6 if len(last) == 1 else 2)
    named = () if key is None else (key,)
    return Stack((Rule(), *named, *last), gap=gap)


def _last(sheet: Sheet, note: Box | None, sketch: Sketch) -> tuple[Box, ...]:
    """Note and source."""
    source = replace(sketch.text(sheet.source, "note", "muted"), purpose="source")
    if note is None and sketch.size.brief:
        # At the right, where the source stands on cards that have a note: a feed shows many of them below each other.
        return (replace(source, align="end"),)
    if note is None:
        return (source,)
    wide = note.widths().max + source.widths().max + sketch.space(6) <= sketch.size.inner
    if sketch.size.narrow or not wide:
        return note, source
    last = replace(source, align="end")
    shares = (note.widths().max + sketch.space(3), source.widths().max + sketch.space(3))
    return (Row((note, last), shares=shares, valign="middle"),)
