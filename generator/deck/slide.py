"""One picture as a slide of shapes and texts.

In: a `Slide` with its frame. Out: the slide's content, PresentationML.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from generator.deck import shapes
from generator.deck.deck import Slide
from generator.deck.groups import Group, Mark, Paragraph, Part, grouped
from generator.deck.marks import is_line, properties, what
from generator.deck.names import Names
from generator.deck.shapes import About
from generator.deck.text_box import Look, rectangle, text_body
from generator.layout import Block, Frame, Item, Rect


class SlideWriter:
    """Writes the shapes of one slide, with the ids and names that it has used."""

    def __init__(self, slide: Slide, look: Look) -> None:
        self._slide, self._look = slide, look
        self._ids = count(2)
        self._names = Names(slide.address)

    def written(self, number: str = "") -> str:
        """The slide's content; `number` is the kind of the layout's place for its number, if it has one."""
        parts = grouped(_without_ground(self._slide.frame)).parts
        found = [self._part(part, "") for part in parts]
        if number:
            found.append(shapes.slide_number(About(next(self._ids), "Slide number"), number, self._look.language))
        return shapes.slide_data(self._slide.address, "".join(found))

    def _part(self, part: Part, inside: str) -> str:
        if isinstance(part, Group):
            return self._group(part, inside)
        if isinstance(part, Paragraph):
            return self._text(part, inside)
        return self._mark(part, inside)

    def _group(self, group: Group, inside: str) -> str:
        name = self._names.group(inside, group.name)
        about = About(next(self._ids), name, group.words, decorative=not group.words)
        within = "".join(self._part(part, name) for part in group.parts)
        return shapes.group(about, _around(list(self._rects(group))), within)

    def _rects(self, group: Group) -> Iterator[Rect]:
        for part in group.parts:
            if isinstance(part, Group):
                yield from self._rects(part)
            else:
                yield self._box(part) if isinstance(part, Paragraph) else part.rect

    def _box(self, paragraph: Paragraph) -> Rect:
        return rectangle(paragraph.lines, self._slide.frame.width)

    def _text(self, paragraph: Paragraph, inside: str) -> str:
        body, rect = text_body(paragraph.lines, self._look), self._box(paragraph)
        if paragraph.purpose == "title":
            return shapes.placeholder(About(next(self._ids), "Title"), 'type="title"', body, rect)
        name = self._names.shape(inside, paragraph.purpose or "text")
        return shapes.text_box(About(next(self._ids), name), rect, body)

    def _mark(self, mark: Mark, inside: str) -> str:
        about = About(next(self._ids), self._names.shape(inside, what(mark)), decorative=True)
        drawn = shapes.connector if is_line(mark) else shapes.shape
        return drawn(about, properties(mark, self._look.scheme))


def _around(rects: Sequence[Rect]) -> Rect:
    left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
    return Rect(left, top, max(rect.right for rect in rects) - left, max(rect.bottom for rect in rects) - top)


def _without_ground(frame: Frame) -> Sequence[Item]:
    """The items less the first, where that is the ground: a slide has one of its own."""
    first = frame.items[0]
    whole = isinstance(first, Block) and (first.rect.width, first.rect.height) >= (frame.width, frame.height)
    return frame.items[1:] if whole else frame.items
