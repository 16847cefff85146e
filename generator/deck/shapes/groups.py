"""What belongs together on a slide: a frame's items as a tree.

In: the items of a frame, flat, in the order of painting. Out: groups by name, paragraphs, and marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from generator.deck.shapes.marks import DOTS, outline
from generator.layout import Block, Item, Line, Rect, Shape, Spot

Mark = Block | Shape


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The lines of one text."""

    lines: tuple[Line, ...]

    @property
    def purpose(self) -> str:
        return self.lines[0].purpose


@dataclass(slots=True)
class Group:
    """Parts that belong together, in the order of painting and of reading."""

    name: str
    parts: list[Part] = field(default_factory=list)

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """Every text in it, in reading order."""
        for part in self.parts:
            if isinstance(part, Group):
                yield from part.paragraphs
            elif isinstance(part, Paragraph):
                yield part

    @property
    def words(self) -> str:
        """Everything that it says."""
        return " · ".join(_said(paragraph).strip(" ·") for paragraph in self.paragraphs)


Part = Group | Paragraph | Mark


def grouped(items: Iterable[Item]) -> Group:
    """The items as one group without a name; a group of one part is that part, and one of none is left out.

    Many equal rectangles in a row are the dots of a line, and one shape.
    """
    inside = [Group("")]
    for item in items:
        if isinstance(item, Spot):
            if item.edge == "begin":
                inside.append(Group(item.name))
            elif item.edge == "end":
                done = inside.pop()
                done.parts = _with_dots(done.parts)
                inside[-1].parts += [done] if len(done.parts) > 1 else done.parts
        elif not isinstance(item, Line):
            inside[-1].parts.append(item)
        elif item.glyphs:
            _add(inside[-1].parts, item)
    inside[0].parts = _with_dots(inside[0].parts)
    return inside[0]


def _with_dots(parts: list[Part]) -> list[Part]:
    found: list[Part] = []
    for _, run in groupby(parts, key=_dot):
        dots = list(run)
        blocks = [dot for dot in dots if isinstance(dot, Block)]
        found += [_joined(blocks)] if len(blocks) > DOTS else dots
    return found


def _joined(dots: Sequence[Block]) -> Shape:
    """All of them as one path."""
    left, top = min(dot.rect.x for dot in dots), min(dot.rect.y for dot in dots)
    right, bottom = max(dot.rect.right for dot in dots), max(dot.rect.bottom for dot in dots)
    commands = [
        (letter, _shifted(values, dot.rect.x - left, dot.rect.y - top))
        for dot in dots
        for letter, values in outline(dot)
    ]
    first = dots[0]
    return Shape(
        Rect(left, top, right - left, bottom - top), tuple(commands), first.fill, first.stroke, first.stroke_width
    )


def _shifted(values: tuple[float, ...], dx: float, dy: float) -> tuple[float, ...]:
    return tuple(value + (dy if place % 2 else dx) for place, value in enumerate(values))


def _dot(part: Part) -> object:
    """The same for equal rectangles; no two other parts have the same."""
    if not isinstance(part, Block):
        return id(part)
    return part.rect.width, part.rect.height, part.fill, part.stroke, part.radii


def _add(parts: list[Part], line: Line) -> None:
    """The line as a paragraph of its own, or as the next one of the paragraph before it."""
    last = parts[-1] if parts else None
    if isinstance(last, Paragraph) and _alike(last.lines[0]) == _alike(line) and line.rect.y > last.lines[-1].rect.y:
        parts[-1] = Paragraph((*last.lines, line))
    else:
        parts.append(Paragraph((line,)))


def _alike(line: Line) -> object:
    return line.room, line.paragraph, line.size, line.weight, line.colour


def _said(paragraph: Paragraph) -> str:
    return paragraph.lines[0].paragraph or " ".join(line.text for line in paragraph.lines)
