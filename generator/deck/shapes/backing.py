"""What is put behind tints that lie on other marks: a deck's tints let through what is below them, a picture's do not.

In: a mark, how the deck names colours, and what lies below it. Out: the ground once more, to go between the two. That
is a shape of its own, since no single colour says "so much of this over the ground" in every theme.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import sqrt

from generator.deck.colours import Scheme
from generator.deck.shapes.groups import Mark
from generator.layout import Block, Command, Rect

_GROUND = "ground"
# What is as pale as the ground itself.
_PALE = (None, _GROUND, "card")
# How far within a round corner its arc runs, of its radius; and within the box around a path what it surely covers.
_ARC = 1 - sqrt(0.5)
_INNER = 0.25


def backing(mark: Mark, scheme: Scheme, below: Iterable[Mark]) -> Mark | None:
    """The ground in the form of a mark, if through its tint is to be seen what has been painted `below`."""
    fill, stroke = (_GROUND if role and scheme.lets_through(role) else None for role in (mark.fill, mark.stroke))
    if (fill or stroke) and any(_shows(other, mark) for other in below):
        return replace(mark, fill=fill, stroke=stroke)
    return None


def _shows(below: Mark, above: Mark) -> bool:
    """Whether one is to be seen through the other."""
    edge = below.stroke_width if below.stroke else 0.0
    if below.fill in _PALE and not edge:
        return False
    if not _grown(below.rect, edge).meets(_grown(above.rect, above.stroke_width)):
        return False
    within = isinstance(below, Block) and _grown(below.rect, -edge).holds(above.rect)
    if below.fill in _PALE and within:
        return False
    hidden = list(_cores(above))
    return any(one.meets(other) for one in _reach(below) for other in hidden)


def _reach(mark: Mark) -> Iterator[Rect]:
    """All that a mark may cover."""
    if isinstance(mark, Block):
        yield from _cores(mark)
        return
    for box in _boxes(mark.commands):
        yield _grown(box.moved(mark.rect.x, mark.rect.y), mark.stroke_width if mark.stroke else 0.0)


def _cores(mark: Mark) -> Iterator[Rect]:
    """Rectangles that a mark covers: shapes beside each other share none, as their boxes may."""
    if isinstance(mark, Block):
        yield _inset(mark.rect, *(max(mark.radii) * _ARC,) * 2)
        return
    for box in _boxes(mark.commands):
        core = _inset(box.moved(mark.rect.x, mark.rect.y), box.width * _INNER, box.height * _INNER)
        yield _grown(core, mark.stroke_width if mark.stroke else 0.0)


def _boxes(commands: Sequence[Command]) -> Iterator[Rect]:
    """The box around each piece of a path."""
    points: list[tuple[float, float]] = []
    for letter, values in (*commands, ("M", ())):
        if letter == "M" and points:
            across, down = zip(*points, strict=True)
            yield Rect(min(across), min(down), max(across) - min(across), max(down) - min(down))
            points = []
        points += zip(values[::2], values[1::2], strict=True)


def _grown(rect: Rect, width: float) -> Rect:
    """With an outline of that width."""
    return _inset(rect, -width / 2, -width / 2)


def _inset(rect: Rect, across: float, down: float) -> Rect:
    return Rect(rect.x + across, rect.y + down, rect.width - 2 * across, rect.height - 2 * down)
