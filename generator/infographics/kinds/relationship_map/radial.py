"""Radial layout: boxes around a middle, with room for a line from the middle to each of them.

In: boxes that are laid out, and the distances that lines need. Out: where each box lies, and where the middle; then
all of it drawn. Lines never decide where anything stands.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Generic, Literal, TypeVar

from generator.infographics.parts.marks import line
from generator.layout import Frame, Shape, stacked

Entry = TypeVar("Entry")
Made = TypeVar("Made")
Side = Literal["top", "bottom", "right", "left"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class RadialOrder(Generic[Entry]):
    """Things around a middle: at most one above, at most one below, and pairs of one right and one left of it."""

    top: tuple[Entry, ...]
    bottom: tuple[Entry, ...]
    pairs: tuple[tuple[Entry, Entry], ...]

    def __iter__(self) -> Iterator[Entry]:
        """Above, below, then the pairs from above, the right one first."""
        return chain(self.top, self.bottom, *self.pairs)

    def sides(self) -> Iterator[Side]:
        """On which side each of them is, in that order."""
        return iter(self.each(lambda _, side: side))

    def each(self, make: Callable[[Entry, Side], Made]) -> RadialOrder[Made]:
        """What is made of each of them, in its place."""
        return RadialOrder(
            tuple(make(thing, "top") for thing in self.top),
            tuple(make(thing, "bottom") for thing in self.bottom),
            tuple((make(right, "right"), make(left, "left")) for right, left in self.pairs),
        )


def radial_order(things: Sequence[Entry]) -> RadialOrder[Entry]:
    """Things clockwise from above: one on top where they are odd, one above and one below where they are many."""
    rest = tuple(things)
    top = bottom = rest[:0]
    if len(rest) % 2:
        top, rest = rest[:1], rest[1:]
    elif len(rest) >= 6:
        middle = len(rest) // 2
        top, bottom, rest = rest[:1], rest[middle : middle + 1], (*rest[1:middle], *rest[middle + 1 :])
    half = len(rest) // 2
    return RadialOrder(top, bottom, tuple(zip(rest[:half], reversed(rest[half:]), strict=True)))


def on_ellipse(count: int, across: float, down: float) -> tuple[list[Point], float]:
    """Points evenly around the origin, clockwise from above, on an ellipse; and the least distance of neighbours."""
    turns = [2 * math.pi * index / count - math.pi / 2 for index in range(count)]
    points = [(across * math.cos(turn), down * math.sin(turn)) for turn in turns]
    apart = min(math.dist(points[index - 1], points[index]) for index in range(count))
    return points, apart if count > 1 else math.inf


@dataclass(frozen=True, slots=True)
class RadialLayout:
    """Boxes left and right of a middle along an arc, one above and one below it.

    `hub` is the radius of what stands in the middle; `arm` how far from the middle a box stands at least; `gap` what
    parts two boxes one above the other, and `pitch` what their middles are apart at least. `lead`: how far from its
    left side the box above or below has the middle over it; without it, half its width.
    """

    frames: RadialOrder[Frame]
    hub: float
    arm: float
    gap: float
    pitch: float
    lead: float | None = None

    @property
    def need(self) -> float:
        """The height that all of it takes at least."""
        rows = max(self._highest + self.gap, self.pitch) * len(self.frames.pairs)
        return max(self._above + self._below + rows - (0.0 if self._below else self.gap), self._upper + self._lower)

    def layout(self, width: float, height: float) -> tuple[float, list[Point]]:
        """How far down the middle lies, and the corner of each frame, in the order of `frames`."""
        hub = min(max(height / 2, self._upper), height - self._lower)
        corners = [(width / 2 - self._lead(frame), 0.0) for frame in self.frames.top]
        corners += [(width / 2 - self._lead(frame), height - frame.height) for frame in self.frames.bottom]
        for (right, left), y in zip(self.frames.pairs, self._rows(height), strict=True):
            half = max(self.arm, height * 0.56, width * 0.25)
            lean = (y - hub) / max(hub, height - hub)
            x = half * (0.6 + 0.4 * math.sqrt(max(1 - lean**2, 0.0)))
            x = min(max(x, self.arm), width / 2 - max(right.width, left.width))
            corners += [(width / 2 + x, y - right.height / 2), (width / 2 - x - left.width, y - left.height / 2)]
        return hub, corners

    def _rows(self, height: float) -> list[float]:
        """The middle lines of the pairs."""
        count = len(self.frames.pairs)
        spare = (height - self._above - self._below - self._highest * count) / max(count, 1)
        first = self._above + self._highest / 2 + spare * (0.25 if self._above else 0.15)
        last = height - self._below - self._highest / 2 - spare * (0.25 if self._below else 0.15)
        if count == 1:
            return [last if self.frames.top else (first + last) / 2]
        return [first + (last - first) * index / (count - 1) for index in range(count)]

    def _lead(self, frame: Frame) -> float:
        return frame.width / 2 if self.lead is None else self.lead

    @property
    def _highest(self) -> float:
        return max((frame.height for pair in self.frames.pairs for frame in pair), default=0.0)

    @property
    def _above(self) -> float:
        return sum(frame.height + self.gap for frame in self.frames.top)

    @property
    def _below(self) -> float:
        return sum(frame.height + self.gap for frame in self.frames.bottom)

    @property
    def _upper(self) -> float:
        """How far down the middle lies at least."""
        return self._above + self.arm - self.gap if self.frames.top else self.hub

    @property
    def _lower(self) -> float:
        return self._below + self.arm - self.gap if self.frames.bottom else self.hub


@dataclass(frozen=True, slots=True)
class Spoke:
    """A box with its corner, and the line from the middle to it: where it ends, how heavy it is, what stands on it.

    `covered` is how much of the line's end the box hides.
    """

    frame: Frame
    corner: Point
    end: Point
    weight: float
    badge: Frame | None = None
    covered: float = 0.0


def draw_star(
    rays: Sequence[Spoke], middle: Point, hub: Frame, tie: Callable[[Point, Spoke], Shape], width: float, height: float
) -> Frame:
    """Lines first, so that all else hides them; then the hub around the middle, the boxes and the badges."""
    lines = Frame(width, height, lambda: tuple(tie(middle, ray) for ray in rays))
    parts = [(lines, 0.0, 0.0), centred_at(hub, middle)]
    parts += [(ray.frame, *ray.corner) for ray in rays]
    parts += [centred_at(ray.badge, _badge_place(middle, ray, hub.width / 2)) for ray in rays if ray.badge]
    return stacked(parts, width, height)


def centred_at(frame: Frame, middle: Point) -> tuple[Frame, float, float]:
    """The frame with the corner that it has around a middle."""
    return frame, middle[0] - frame.width / 2, middle[1] - frame.height / 2


def spoke_line(start: Point, ray: Spoke, *, colour: str, marker: str, step: float) -> Shape:
    """A line in a role's way; gaps hardly grow with the weight, or a short heavy line would have none of it."""
    x0, y0, x1, y1 = (round(value, 3) for value in (*start, *ray.end))
    weight = ray.weight
    drawn = line(x0, y0, x1, y1, colour=colour, width=weight, marker=marker)
    dashes = {"dotted": (0.01, weight + 0.75 * step), "dashed": (weight, 2 * weight + 0.6 * step)}
    return replace(drawn, dash=dashes.get(marker, ()))


def _badge_place(middle: Point, ray: Spoke, hub: float) -> Point:
    """A little beyond the middle of what is seen of the line."""
    length = math.dist(middle, ray.end)
    share = (hub + (length - hub - ray.covered) * 0.55) / length
    return middle[0] + (ray.end[0] - middle[0]) * share, middle[1] + (ray.end[1] - middle[1]) * share
