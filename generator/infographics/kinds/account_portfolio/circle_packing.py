"""Circles side by side, in a circle as small as can be: a front chain, after Wang and others (2006).

In: radii. Out: where each circle lies around the middle of the circle that holds them all. Pure geometry in the unit
of the radii, so that a packing is worked out once and then scaled; and a box of the circles with what is in them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.layout import Frame, Leaf, Widths, memoized, require, stacked

# A circle: x, y and radius.
Circle = tuple[float, float, float]
Point = tuple[float, float]

# Up to so many circles, where the packing begins is seen in its outline.
_FEW = 80


@dataclass(frozen=True, slots=True)
class Packing:
    """Circles in the order of their radii, around the middle of a circle of `radius` that holds them all."""

    circles: tuple[Circle, ...]
    radius: float


@lru_cache(maxsize=64)
def pack(radii: tuple[float, ...]) -> Packing:
    """The circles side by side with a hair between them, the large ones in the middle.

    Where the middle lies decides how round the whole becomes, so a few are tried where that costs nothing.
    """
    space = min(0.006 * math.sqrt(sum(math.pi * radius**2 for radius in radii)), 0.12 * min(radii))
    order = sorted(range(len(radii)), key=lambda index: -radii[index])
    grown = [radii[index] + space for index in order]
    middles = _middles(grown[0], (0, 1, 2) if len(radii) <= _FEW else (0,))
    found = [_centred(*_front_chain(grown, middle)) for middle in middles]
    places = min(found, key=_enclosing_radius)
    back = {index: (x, y, radii[index]) for index, (x, y, _) in zip(order, places, strict=True)}
    return Packing(tuple(back[index] for index in range(len(radii))), _enclosing_radius(places) - space)


def inscribed(frames: Iterable[Frame], radius: float) -> Frame | None:
    """The first of the frames that has room in a circle of that radius, around the same middle."""
    return next((frame for frame in frames if math.hypot(frame.width / 2, frame.height / 2) <= radius), None)


def _middles(step: float, rounds: Sequence[int]) -> list[Point]:
    """Points around which to pack: the origin, and eight on each circle around it."""
    return [
        (0.45 * step * far * math.cos(turn * math.pi / 4), 0.45 * step * far * math.sin(turn * math.pi / 4))
        for far in rounds
        for turn in range(8 if far else 1)
    ]


def _enclosing_radius(places: Iterable[Circle]) -> float:
    return max(math.hypot(x, y) + radius for x, y, radius in places)


def _centred(places: Sequence[Circle], front: Iterable[int]) -> list[Circle]:
    """The places around the middle of the smallest circle around all of them, found by steps to the farthest.

    The farthest is always one of the front: what the front goes round lies within it.
    """
    outer = [places[index] for index in sorted(front)]
    x, y, root = 0.0, 0.0, math.sqrt
    for step in range(2, 301):
        farthest, far = -1.0, outer[0]
        for place in outer:
            dx, dy = place[0] - x, place[1] - y
            reach = root(dx * dx + dy * dy) + place[2]
            if reach > farthest:
                farthest, far = reach, place
        x, y = x + (far[0] - x) / step, y + (far[1] - y) / step
    return [(px - x, py - y, radius) for px, py, radius in places]


def _front_chain(radii: Sequence[float], middle: Point) -> tuple[list[Circle], list[int]]:
    """Places of circles, each against two of the front, where that is nearest to the middle; and the last front."""
    places: list[Circle] = [(0.0, 0.0, radii[0])]
    if len(radii) > 1:
        places = [(-radii[1], 0.0, radii[0]), (radii[0], 0.0, radii[1])]
    if len(radii) > 2:
        places.append(_tangent(places[1], places[0], radii[2]))
    front = list(range(len(places)))
    for index in range(3, len(radii)):
        while True:
            place = _tangent(places[front[0]], places[front[1]], radii[index])
            shorter = _shortened_front(front, places, place)
            if shorter is None:
                break
            front = shorter
        places.append(place)
        front = [front[0], index, *front[1:]]
        first = min(range(len(front)), key=lambda at: _distance(places[front[at - 1]], places[front[at]], middle))
        front = front[first - 1 :] + front[: first - 1]
    return places, front


def _tangent(one: Circle, other: Circle, radius: float) -> Circle:
    """The circle that touches both, on the outer side of the way from one to the other."""
    dx, dy = one[0] - other[0], one[1] - other[1]
    apart = dx * dx + dy * dy
    near, far = (other[2] + radius) ** 2, (one[2] + radius) ** 2
    along = (apart + near - far) / (2 * apart)
    aside = math.sqrt(max(near / apart - along**2, 0.0))
    return other[0] + along * dx - aside * dy, other[1] + along * dy + aside * dx, radius


def _shortened_front(front: list[int], places: Sequence[Circle], place: Circle) -> list[int] | None:
    """The front without what lies between its start and a circle that the new one would cut; None: it cuts none."""
    after, before = 2, len(front) - 1
    ahead, back = places[front[1]][2], places[front[0]][2]
    while after <= before:
        if ahead <= back:
            if _overlap(places[front[after]], place):
                return [front[0], *front[after:]]
            ahead, after = ahead + places[front[after]][2], after + 1
        else:
            if _overlap(places[front[before]], place):
                return [front[before], *front[1:before]]
            back, before = back + places[front[before]][2], before - 1
    return None


def _overlap(one: Circle, other: Circle) -> bool:
    return math.hypot(one[0] - other[0], one[1] - other[1]) < one[2] + other[2] - 1e-6


def _distance(one: Circle, other: Circle, middle: Point) -> float:
    """From the middle to where two neighbours touch."""
    both = one[2] + other[2]
    x, y = ((one[axis] * other[2] + other[axis] * one[2]) / both for axis in (0, 1))
    return math.hypot(x - middle[0], y - middle[1])


@dataclass(frozen=True, eq=False)
class PackedCircles(Leaf):
    """A packing in the middle of a square of `side`, so many points to a unit as `scale`.

    `inside` says what stands around the middle of each circle, the circle itself included, at that scale. It is
    asked only for the cluster that is used, and its texts have to be elsewhere too: a small circle has none.
    """

    packing: Packing
    scale: float
    side: float
    inside: Callable[[float], Sequence[Sequence[Frame]]]

    def widths(self) -> Widths:
        return Widths(self.side, self.side)

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        require(self.side, width)
        require(self.side, height, axis="height")
        tall = self.side if height is None else height
        return Frame(round(width, 3), round(tall, 3), lambda: self._filled(width, tall).items)

    def _filled(self, width: float, height: float) -> Frame:
        placed: list[tuple[Frame, float, float]] = []
        for (x, y, _), frames in zip(self.packing.circles, self.inside(self.scale), strict=True):
            middle = (width / 2 + x * self.scale, height / 2 + y * self.scale)
            placed += [(frame, middle[0] - frame.width / 2, middle[1] - frame.height / 2) for frame in frames]
        return stacked(placed, width, height)
