"""A finished layout: items at fixed positions. Nothing decides anything after it.

Lengths are points, origin top left, y down. Colours are names of colour roles. A frame compares and
hashes by value, so equal layouts are equal frames.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import cast

from generator.theme import Weight


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle's place and size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def moved(self, dx: float, dy: float) -> Rect:
        return Rect(_round(self.x + dx), _round(self.y + dy), self.width, self.height)

    def holds(self, other: Rect, slack: float = 0.01) -> bool:
        """Whether the other rectangle lies inside this one."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def meets(self, other: Rect, slack: float = 0.01) -> bool:
        """Whether the two share any area."""
        return (
            min(self.right, other.right) - max(self.x, other.x) > slack
            and min(self.bottom, other.bottom) - max(self.y, other.y) > slack
        )


Radii = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Block:
    """A filled or outlined rectangle. `radii`: top left, top right, bottom right, bottom left."""

    rect: Rect
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 0.0
    radii: Radii = (0.0, 0.0, 0.0, 0.0)

    def moved(self, dx: float, dy: float) -> Block:
        return replace(self, rect=self.rect.moved(dx, dy))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text. `rect` is its own measured box, `room` the box that its text was given.

    `baseline` is the distance from the rectangle's top. `glyphs` holds (glyph id, x, y) of everything that is
    drawn, from the line's start on the baseline, y up; `spans` the same as (text, x) for formats that keep
    text: one span for plain text, one a letter for tracked text.
    """

    rect: Rect
    room: Rect
    baseline: float
    text: str
    size: float
    weight: Weight
    colour: str
    glyphs: tuple[tuple[int, float, float], ...]
    spans: tuple[tuple[str, float], ...]

    def moved(self, dx: float, dy: float) -> Line:
        rect, room = self.rect.moved(dx, dy), self.room.moved(dx, dy)
        looks = (self.text, self.size, self.weight, self.colour)
        return Line(rect, room, self.baseline, *looks, self.glyphs, self.spans)


Command = tuple[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Shape:
    """A path within `rect`. Commands are M, L, Q, C and Z, relative to the rectangle's corner.

    `icon` is the icon's name where the path is one: icons keep clear of texts, other marks may lie behind them.
    """

    rect: Rect
    commands: tuple[Command, ...]
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 0.0
    dash: tuple[float, ...] = ()
    round_ends: bool = False
    icon: str = ""

    def moved(self, dx: float, dy: float) -> Shape:
        return replace(self, rect=self.rect.moved(dx, dy))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that is not painted: where a line may start or end, or, without a name, where some box lies."""

    rect: Rect
    name: str

    def moved(self, dx: float, dy: float) -> Spot:
        return replace(self, rect=self.rect.moved(dx, dy))


Item = Block | Line | Shape | Spot


class Frame:
    """A layout of fixed width and height; items are painted in order.

    Items may be given as a function that makes them: most layouts are only tried for their height.
    """

    __slots__ = ("_digest", "_items", "height", "width")

    def __init__(
        self, width: float, height: float, items: tuple[Item, ...] | Callable[[], tuple[Item, ...]] = ()
    ) -> None:
        self.width, self.height, self._items = width, height, items
        self._digest = ""

    @property
    def items(self) -> tuple[Item, ...]:
        """What is painted, in order."""
        if callable(self._items):
            self._items = self._items()
        return self._items

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Frame) and repr(self) == repr(other)

    def __hash__(self) -> int:
        return hash((self.width, self.height, self.items))

    def __repr__(self) -> str:
        return f"Frame(width={self.width}, height={self.height}, items={self.items})"

    def __reduce__(self) -> tuple[type[Frame], tuple[float, float, tuple[Item, ...]]]:
        return Frame, (self.width, self.height, self.items)

    def moved(self, dx: float, dy: float) -> tuple[Item, ...]:
        """The items, moved: how a parent places a child."""
        return tuple(item.moved(dx, dy) for item in self.items) if dx or dy else self.items

    def scaled(self, factor: float) -> Frame:
        """The whole layout larger or smaller, type included: a thumbnail, not another layout."""
        return Frame(self.width * factor, self.height * factor, tuple(_scaled(item, factor) for item in self.items))

    @property
    def lines(self) -> Iterator[Line]:
        return (item for item in self.items if isinstance(item, Line))

    @property
    def digest(self) -> str:
        """The same for equal frames in every process: what painting is keyed by."""
        # Asked for once a file, and a frame is painted as many; writing it out takes longer than reading the picture.
        self._digest = self._digest or hashlib.sha256(repr(self).encode()).hexdigest()
        return self._digest


def stacked(frames: Iterable[tuple[Frame, float, float]], width: float, height: float) -> Frame:
    """One frame of several, each at its (x, y)."""
    placed = tuple(frames)
    return Frame(
        _round(width), _round(height), lambda: tuple(item for frame, x, y in placed for item in frame.moved(x, y))
    )


def _scaled(item: Item, factor: float) -> Item:
    rect = Rect(*(_round(value * factor) for value in (item.rect.x, item.rect.y, item.rect.width, item.rect.height)))
    if isinstance(item, Block):
        radii = tuple(radius * factor for radius in item.radii)
        return replace(item, rect=rect, stroke_width=item.stroke_width * factor, radii=cast("Radii", radii))
    if isinstance(item, Line):
        room = Rect(item.room.x * factor, item.room.y * factor, item.room.width * factor, item.room.height * factor)
        glyphs = tuple((glyph, x * factor, y * factor) for glyph, x, y in item.glyphs)
        spans = tuple((text, x * factor) for text, x in item.spans)
        size, baseline = item.size * factor, item.baseline * factor
        return replace(item, rect=rect, room=room, baseline=baseline, size=size, glyphs=glyphs, spans=spans)
    if isinstance(item, Shape):
        commands = tuple((letter, tuple(value * factor for value in values)) for letter, values in item.commands)
        dash = tuple(part * factor for part in item.dash)
        return replace(item, rect=rect, commands=commands, stroke_width=item.stroke_width * factor, dash=dash)
    return replace(item, rect=rect)


def _round(value: float) -> float:
    # A thousandth of a point is far below any pixel, and sums stay equal whatever their order.
    return round(value, 3) + 0.0
