"""Marks: the edges that tell roles apart without colour, and the lines, circles and areas of charts.

In: a marker's name and colour roles. Out: items that fill the room they are given.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from generator.layout import Block, Command, Item, Rect, Shape

_KAPPA = 0.5522847498
# A bead that is not so many times as long as wide is taken for a dot.
_DASH = 1.6
# Two dots are no line yet, one dash is a bar.
_FEWEST_DOTS, _FEWEST_DASHES = 3, 2
# An edge so many times as high as thick has room for so few, with gaps that are seen.
_LOWEST = 4.0


def edge(marker: str, colour: str, thickness: float, radius: float = 0.0) -> Callable[[float, float], tuple[Item, ...]]:
    """The left edge of a panel, drawn in the marker's way over the panel's full height."""
    return partial(_edge, marker, colour, thickness, radius)


def _edge(marker: str, colour: str, thickness: float, radius: float, width: float, height: float) -> tuple[Item, ...]:
    if marker == "dotted":
        return _beads(colour, thickness, height, length=1.0, least=_FEWEST_DOTS, gap=1.1)
    if marker == "dashed":
        return _beads(colour, thickness, height, length=3.0, least=_FEWEST_DASHES, gap=1.6)
    if marker == "double":
        thin = round(thickness * 0.36, 3)
        bars = (0.0, round(thickness - thin, 3))
        return tuple(Block(Rect(x, 0.0, thin, round(height, 3)), fill=colour) for x in bars)
    radii = (radius, 0.0, 0.0, radius)
    return (Block(Rect(0.0, 0.0, thickness, round(height, 3)), fill=colour, radii=radii),)


def _beads(colour: str, thickness: float, height: float, *, length: float, least: int, gap: float) -> tuple[Item, ...]:
    """Beads from the very top to the very bottom, `least` of them or more; lengths in multiples of their thickness.

    Where so few have no room they are shorter, but dashes no dots, and then nearer to each other; an edge that is too
    low for that is thinner, in the middle of its room.
    """
    wide = min(thickness, height / _LOWEST)
    times = height / wide
    count = max(int((times + gap) / (length + gap)), least)
    shorter = max(_DASH, (times - gap * (count - 1)) / count)
    long = round(wide * min(length, shorter), 3)
    pitch, left = (height - long) / (count - 1), round((thickness - wide) / 2, 3)
    wide = round(wide, 3)
    return tuple(
        Block(Rect(left, round(index * pitch, 3), wide, long), fill=colour, radii=(wide / 2,) * 4)
        for index in range(count)
    )


def disc(
    x: float, y: float, radius: float, *, fill: str | None, stroke: str | None = None, width: float = 0.0
) -> Shape:
    """A circle around (x, y)."""
    k = radius * _KAPPA
    commands: tuple[Command, ...] = (
        ("M", (radius, 0.0)),
        ("C", (radius + k, 0.0, 2 * radius, radius - k, 2 * radius, radius)),
        ("C", (2 * radius, radius + k, radius + k, 2 * radius, radius, 2 * radius)),
        ("C", (radius - k, 2 * radius, 0.0, radius + k, 0.0, radius)),
        ("C", (0.0, radius - k, radius - k, 0.0, radius, 0.0)),
        ("Z", ()),
    )
    exact = tuple((letter, tuple(round(value, 3) for value in values)) for letter, values in commands)
    rect = Rect(round(x - radius, 3), round(y - radius, 3), round(2 * radius, 3), round(2 * radius, 3))
    return Shape(rect, exact, fill=fill, stroke=stroke, stroke_width=width)


def circle(
    x: float, y: float, radius: float, *, fill: str | None, stroke: str | None = None, width: float = 0.0
) -> Block:
    """A circle around (x, y) that texts may stand on."""
    side = round(2 * radius, 3)
    rect = Rect(round(x - radius, 3), round(y - radius, 3), side, side)
    return Block(rect, fill, stroke, width, (side / 2,) * 4)


def polygon(
    points: Sequence[tuple[float, float]], *, fill: str | None, stroke: str | None = None, width: float = 0.0
) -> Shape:
    """A closed area with straight sides."""
    commands = [("L", point) for point in points]
    commands[0] = ("M", points[0])
    return _shape([*commands, ("Z", ())], fill=fill, stroke=stroke, stroke_width=width)


def line(x0: float, y0: float, x1: float, y1: float, *, colour: str, width: float, marker: str = "solid") -> Shape:
    """A straight line in the marker's way."""
    return stroke([("M", (x0, y0)), ("L", (x1, y1))], colour=colour, width=width, marker=marker)


def stroke(commands: Sequence[Command], *, colour: str, width: float, marker: str = "solid") -> Shape:
    """A path drawn as a line in the marker's way."""
    dashes = _pattern(commands, width, marker)
    return _shape(commands, stroke=colour, stroke_width=width, dash=dashes, round_ends=True)


def _pattern(commands: Sequence[Command], width: float, marker: str) -> tuple[float, ...]:
    """The lengths of marks and gaps; on a short straight line so that it has as few of them as tell the marker."""
    usual = {"dotted": (0.01, width * 2.2), "dashed": (width * 3, width * 2.4)}.get(marker, ())
    ends = [values for letter, values in commands if letter in "ML"]
    if not usual or len(ends) != 2 or len(commands) != 2:
        return usual
    length, (mark, gap) = math.dist(*ends), usual
    if length <= 0 or length >= (2 * gap if marker == "dotted" else 2 * mark + gap):
        return usual
    if marker == "dotted":
        return mark, max(round(length / 2 - mark, 3), width)
    # Round ends stand out by half the line's width.
    apart = max(length * gap / (2 * mark + gap), width * 1.5)
    return max(round((length - apart) / 2, 3), 0.01), round(apart, 3)


def arrowhead(x: float, y: float, size: float, *, colour: str, degrees: float = 0.0) -> Shape:
    """A solid arrowhead whose tip is at (x, y), pointing right at 0 degrees and down at 90."""
    turn = math.radians(degrees)
    corners = ((0.0, 0.0), (-size, -size * 0.55), (-size, size * 0.55))
    return polygon(
        [
            (x + dx * math.cos(turn) - dy * math.sin(turn), y + dx * math.sin(turn) + dy * math.cos(turn))
            for dx, dy in corners
        ],
        fill=colour,
    )


def _shape(commands: Sequence[Command], **looks: Any) -> Shape:
    """The path with its rectangle: that of its points, handles included."""
    points = [pair for _, values in commands for pair in zip(values[::2], values[1::2], strict=True)]
    left, top = round(min(x for x, _ in points), 3), round(min(y for _, y in points), 3)
    right, bottom = max(x for x, _ in points), max(y for _, y in points)
    exact = tuple(
        (letter, tuple(round(value - (top if index % 2 else left), 3) for index, value in enumerate(values)))
        for letter, values in commands
    )
    return Shape(Rect(left, top, round(right - left, 3), round(bottom - top, 3)), exact, **looks)
