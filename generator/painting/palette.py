"""The colours of a PNG, known before anything is drawn.

In: a frame and its colours. Out: those colours, which stay exact, and of the blends that smooth edges take between two
of them as few as stand well for all.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import numpy

from generator.layout import Block, Frame, Item, Line, Spot

# So many take half a byte a pixel.
FEW, MOST = 16, 256
# From so many pixels a point on an edge is finer than the eye.
FINE = 4
# Pillow looks nearest colours up in cells of so many levels a channel.
_CELL = 4
# Lower or narrower blocks are rules and edges: nothing stands on them. Points.
_PANEL = 6.0
# How long the edges of a letter are, by its size.
_OUTLINE = 3.0

Colour = tuple[int, int, int]
Pair = tuple[Colour, Colour]
Array = numpy.ndarray[Any, Any]


class _Edges(NamedTuple):
    """From so many pixels a point: into how many steps edges are cut, and how far those may be from what stands for
    them, of 441 from black to white, as the root of the mean square: `far` where a few colours do not come as near.

    Edges that take equal colours on different grounds become equal bytes.
    """

    pixels: int
    steps: int
    near: float
    far: float


_EDGES = (_Edges(FINE, 6, 23.0, 28.0), _Edges(2, 6, 7.5, 7.5), _Edges(1, 8, 6.5, 6.5))


def neighbours(frame: Frame, colours: Mapping[str, str]) -> dict[Pair, float]:
    """Each colour of the frame with those that it stands on, a plain ground with itself: about how long their edges
    are, in points.
    """
    lengths: dict[Pair, float] = {}
    for one, other, length in _neighbours(frame):
        pair = _rgb(colours[one]), _rgb(colours[other])
        lengths[pair] = lengths.get(pair, 0.0) + length
    return lengths


def palette(lengths: Mapping[Pair, float], pixels: int) -> tuple[Colour, ...]:
    """At most 256 colours, those of the pairs first, then blends that stand for those on their edges.

    `pixels` are those of a point.
    """
    plain = tuple(dict.fromkeys(colour for pair in lengths for colour in pair))[:MOST]
    edges = next(row for row in _EDGES if pixels >= row.pixels)
    weights: dict[Colour, int] = {}
    for (one, other), length in lengths.items():
        # Not the length itself: the edge of one icon is seen beside those of a thousand letters.
        weight = math.isqrt(round(length)) if one != other else 0
        for step in range(1, edges.steps):
            blend = _blend(one, other, step / edges.steps)
            weights[blend] = weights.get(blend, 0) + weight
    return (*plain, *_standing_for(weights, plain, edges))


def _neighbours(frame: Frame) -> Iterator[tuple[str, str, float]]:
    """Each item's colours with those that it can be seen on, a plain ground with itself, and the length of its edge."""
    panels: list[Block] = []
    for item in frame.items:
        grounds: list[str] = []
        for panel in reversed(panels):
            if panel.fill and panel.rect.meets(item.rect):
                grounds.append(panel.fill)
                if panel.rect.holds(item.rect):
                    break  # what lies under it cannot be seen
        for own in filter(None, _own(item)):
            yield from ((own, ground, _edge(item) / len(grounds)) for ground in grounds)
            if not grounds:
                yield own, own, 0.0
        if isinstance(item, Block) and min(item.rect.width, item.rect.height) >= _PANEL:
            panels.append(item)


def _own(item: Item) -> tuple[str | None, ...]:
    if isinstance(item, Spot):
        return ()
    return (item.colour,) if isinstance(item, Line) else (item.fill, item.stroke)


def _edge(item: Item) -> float:
    return len(item.glyphs) * item.size * _OUTLINE if isinstance(item, Line) else item.rect.width + item.rect.height


def _standing_for(weights: Mapping[Colour, int], plain: tuple[Colour, ...], edges: _Edges) -> list[Colour]:
    """Blends that stand for all, with the plain colours: each time the best one more, until those are near enough.

    In whole numbers: sums are the same ones on every machine.
    """
    blends, weight = list(weights), numpy.array(list(weights.values()), numpy.int64)
    told = _told_apart(blends, plain)
    ways, left = _ways(blends, told), _ways(blends, plain).min(axis=1)
    chosen: list[Colour] = []
    while len(chosen) < min(MOST - len(plain), len(told)):
        near = edges.near if len(plain) + len(chosen) < FEW else edges.far
        if weight @ left <= near**2 * weight.sum():
            break
        best = int((weight @ numpy.minimum(left[:, None], ways)).argmin())
        left = numpy.minimum(left, ways[:, best])
        chosen.append(told[best])
    return chosen


def _told_apart(colours: Iterable[Colour], plain: tuple[Colour, ...]) -> list[Colour]:
    """Those that Pillow would not take for plain ones: it asks which is nearest to the corner of a cell."""
    every = list(colours)
    corners = [(red // _CELL * _CELL, green // _CELL * _CELL, blue // _CELL * _CELL) for red, green, blue in plain]
    reach = ((numpy.array(plain) - numpy.array(corners)) ** 2).sum(axis=1)
    close = (_ways(every, corners) <= reach).any(axis=1)
    return [colour for colour, one in zip(every, close.tolist(), strict=True) if not one]


def _ways(colours: Iterable[Colour], others: Iterable[Colour]) -> Array:
    """The square of the way from each of the colours to each of the others."""
    one, other = (numpy.array(list(each), numpy.int64).reshape(-1, 3) for each in (colours, others))
    squares: Array = ((one[:, None] - other) ** 2).sum(axis=2)
    return squares


def _rgb(colour: str) -> Colour:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _blend(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue
