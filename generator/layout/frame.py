"""A finished layout: items at fixed positions. Nothing decides anything after it.

Lengths are points, origin top left, y down. Colours are names of colour roles. A frame compares and
hashes by value, so equal layouts are equal frames.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, cast

from generator.brand import Weight


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

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.y + self.height / 2

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
        return Block(self.rect.moved(dx, dy), self.fill, self.stroke, self.stroke_width, self.radii)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text. `rect` is its own measured box, `room` the box that its text was given.

    `paragraph` is the whole text that was broken into this line and others, as it was written; the lines of one
    paragraph follow one another, `pitch` apart, and share a room. `tracking` is what was put between letters, points.
    `purpose` is "eyebrow", "title", "note" or "source" where the text is one of those, "" in the body of a picture.

    `baseline` is the distance from the rectangle's top. `glyphs` holds (glyph id, x, y) of everything that is
    drawn, from the line's start on the baseline, y up; `spans` the same, and blanks, as (text, x) for formats that keep
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
    paragraph: str = ""
    purpose: str = ""
    pitch: float = 0.0
    tracking: float = 0.0

    def moved(self, dx: float, dy: float) -> Line:
        rect, room = self.rect.moved(dx, dy), self.room.moved(dx, dy)
        looks = (self.text, self.size, self.weight, self.colour, self.glyphs, self.spans)
        about = (self.paragraph, self.purpose, self.pitch, self.tracking)
        return Line(rect, room, self.baseline, *looks, *about)


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
        looks = (self.fill, self.stroke, self.stroke_width, self.dash, self.round_ends, self.icon)
        return Shape(self.rect.moved(dx, dy), self.commands, *looks)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that is not painted: where a line may start or end, or, without a name, where some box lies.

    With `edge` it says where the items of a group begin and end: whatever lies between the two belongs to it.
    """

    rect: Rect
    name: str
    edge: Literal["", "begin", "end"] = ""

    def moved(self, dx: float, dy: float) -> Spot:
        return Spot(self.rect.moved(dx, dy), self.name, self.edge)


Item = Block | Line | Shape | Spot


@dataclass(frozen=True, slots=True)
class Inset:
    """A frame within another one, its corner at (x, y)."""

    frame: Frame
    x: float
    y: float


Items = tuple[Item, ...]
Parts = tuple[Item | Inset, ...]


class Frame:
    """A layout of fixed width and height; items are painted in order.

    `parts` are items and other frames, or a function that makes them: most layouts are only tried for their height.
    `most` is what its size had as `most`: how many entries of each list it shows, where it has no room for all.
    """

    __slots__ = ("_digest", "_items", "_parts", "height", "most", "width")

    def __init__(
        self, width: float, height: float, parts: Parts | Callable[[], Parts] = (), most: int | None = None
    ) -> None:
        self.width, self.height, self._parts, self.most = width, height, parts, most
        self._items: Items | None = None
        self._digest = ""

    @property
    def items(self) -> Items:
        """What is painted, in order."""
        if self._items is None:
            self._items = tuple(self.placed(0.0, 0.0))
        return self._items

    @property
    def parts(self) -> Parts:
        """What it was made of."""
        if callable(self._parts):
            self._parts = self._parts()
        return self._parts

    def placed(self, x: float, y: float) -> Iterator[Item]:
        """The items with the frame's corner at (x, y): each is moved once, however deep it lies."""
        for part in self.parts:
            if isinstance(part, Inset):
                yield from part.frame.placed(x + part.x, y + part.y)
            else:
                yield part.moved(x, y) if x or y else part

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Frame) and repr(self) == repr(other)

    def __hash__(self) -> int:
        return hash((self.width, self.height, self.items))

    def __repr__(self) -> str:
        return f"Frame(width={self.width}, height={self.height}, items={self.items})"

    def __reduce__(self) -> tuple[type[Frame], tuple[float, float, Items, int | None]]:
        return Frame, (self.width, self.height, self.items, self.most)

    def scaled(self, factor: float) -> Frame:
        """The whole layout larger or smaller, type included: a thumbnail, not another layout."""
        return Frame(self.width * factor, self.height * factor, tuple(_scaled(item, factor) for item in self.items))

    @property
    def lines(self) -> Iterator[Line]:
        return (item for item in self.items if isinstance(item, Line))

    @property
    def digest(self) -> str:
        """The same for frames of equal parts in every process: what painting is keyed by."""
        # Made from the digests of the frames inside: those of texts stay from one layout to the next, and a picture
        # that is not painted anew never needs its items.
        if not self._digest:
            whole = hashlib.sha256(f"{self.width} {self.height}".encode())
            for part in self.parts:
                text = f"{part.x} {part.y} {part.frame.digest}" if isinstance(part, Inset) else repr(part)
                whole.update(f"{text}\n".encode())
            self._digest = whole.hexdigest()
        return self._digest


def stacked(
    frames: Iterable[tuple[Frame, float, float]], width: float, height: float, most: int | None = None
) -> Frame:
    """One frame of several, each at its (x, y)."""
    placed = tuple(frames)
    return Frame(_round(width), _round(height), lambda: tuple([Inset(*each) for each in placed]), most)


def _scaled(item: Item, factor: float) -> Item:
    rect = Rect(*(_round(value * factor) for value in (item.rect.x, item.rect.y, item.rect.width, item.rect.height)))
    if isinstance(item, Block):
        radii = tuple(radius * factor for radius in item.radii)
        return replace(item, rect=rect, stroke_width=item.stroke_width * factor, radii=cast("Radii", radii))
    if isinstance(item, Line):
        room = Rect(item.room.x * factor, item.room.y * factor, item.room.width * factor, item.room.height * factor)
        glyphs = tuple((glyph, x * factor, y * factor) for glyph, x, y in item.glyphs)
        spans = tuple((text, x * factor) for text, x in item.spans)
        lengths = {name: getattr(item, name) * factor for name in ("size", "baseline", "pitch", "tracking")}
        return replace(item, rect=rect, room=room, glyphs=glyphs, spans=spans, **lengths)
    if isinstance(item, Shape):
        commands = tuple((letter, tuple(value * factor for value in values)) for letter, values in item.commands)
        dash = tuple(part * factor for part in item.dash)
        return replace(item, rect=rect, commands=commands, stroke_width=item.stroke_width * factor, dash=dash)
    return replace(item, rect=rect)


def _round(value: float) -> float:
    # A thousandth of a point is far below any pixel, and sums stay equal whatever their order.
    return round(value, 3) + 0.0
