"""A picture moved into the room that a layout leaves for it.

In: a frame of a whole slide. Out: what is the picture itself, without ground, title and what stands above it; the same
scaled and moved.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.layout import Block, Frame, Inset, Item, Line, Rect, Spot

_HEAD = ("eyebrow", "title")
_EDGE = 2.0  # points: strokes reach beyond their rectangles


def without_ground(frame: Frame) -> Sequence[Item]:
    """The items less the first, where that is the ground: a slide has one of its own."""
    first = frame.items[0]
    whole = isinstance(first, Block) and (first.rect.width, first.rect.height) >= (frame.width, frame.height)
    return frame.items[1:] if whole else frame.items


def body(frame: Frame) -> Frame:
    """The picture itself, as large as what is painted of it."""
    items = [item for item in without_ground(frame) if not _heads(item)]
    rects = [item.rect for item in items if not isinstance(item, Spot)]
    if not rects:
        return Frame(0.0, 0.0)
    whole = around(rects)
    return Frame(whole.width, whole.height, tuple(item.moved(-whole.x, -whole.y) for item in items))


def within(frame: Frame, room: Rect, width: float, height: float, *, above: bool = False) -> Frame:
    """The frame on a page of that size, as large as the room allows, in its middle; or in its middle `above`."""
    place = fitted(frame, room)
    place = replace(place, y=room.y) if above else place
    scaled = frame.scaled(place.width / frame.width)
    return Frame(width, height, (Inset(scaled, place.x, place.y),))


def fitted(frame: Frame, room: Rect) -> Rect:
    """Where the frame lies in the room: its shape kept, in the middle."""
    factor = min(room.width / frame.width, room.height / frame.height)
    wide, high = frame.width * factor, frame.height * factor
    return Rect(room.x + (room.width - wide) / 2, room.y + (room.height - high) / 2, wide, high)


def _heads(item: Item) -> bool:
    return isinstance(item, Line) and item.purpose in _HEAD


def around(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle that holds them all."""
    found = list(rects)
    left, top = min(rect.x for rect in found), min(rect.y for rect in found)
    return Rect(left, top, max(rect.right for rect in found) - left, max(rect.bottom for rect in found) - top)


def cut(frame: Frame) -> Frame:
    """The picture itself for painting: its sides are whole points, and nothing at its edges is cut off."""
    whole, shown = whole_points(frame), body(frame)
    corner = _corner(frame)
    ground = Block(Rect(0.0, 0.0, whole.width, whole.height))
    inset = Inset(shown, corner.x - whole.x, corner.y - whole.y)
    return Frame(whole.width, whole.height, (ground, inset))


def whole_points(frame: Frame) -> Rect:
    """Where what is cut out of a slide's frame lies on it."""
    rect = _corner(frame)
    left, top = math.floor(rect.x - _EDGE), math.floor(rect.y - _EDGE)
    return Rect(left, top, math.ceil(rect.right + _EDGE) - left, math.ceil(rect.bottom + _EDGE) - top)


def _corner(frame: Frame) -> Rect:
    """The place of the picture itself."""
    return around(item.rect for item in without_ground(frame) if not _heads(item) and not isinstance(item, Spot))
