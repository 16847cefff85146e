"""The room that a layout leaves for a picture.

In: a layout. Out: the largest rectangle, in points, that neither its title nor its foot nor its decoration lies in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from generator.deck.shapes.marks import EMU
from generator.deck.templates import layouts
from generator.layout import Rect

_GAP = 8.0  # points between the picture and what is around it
_SHAPE = (2.2, 1.0)  # width and height of a picture without its title, about
_GROUND = 0.25  # marks that cover more of the slide are its ground
_LEAST = 0.3  # of the slide: where decoration leaves less, it is drawn over
_NEAR = 0.15
_MARGIN = 0.04
_MANY = 12
_PARTS = {"sp", "pic", "grpSp", "graphicFrame", "cxnSp"}


def free(layout: Any, wide: float, high: float) -> Rect:
    """The room on a slide of that size."""
    places = [_rect(place) for place in layout.placeholders if _taken(place)]
    marks = [mark for mark in _marks(layout) if mark.width * mark.height <= _GROUND * wide * high]
    within = _within(layout, wide, high)
    found = _largest(within, [*places, *marks[:_MANY]])
    if found.width * found.height < _LEAST * wide * high:
        found = _largest(within, places)
    return found


def rect_of(place: Any) -> Rect:
    """Where a placeholder lies, by its layout or its master, in points."""
    return _rect(place)


def _taken(place: Any) -> bool:
    return layouts.is_foot(place) or layouts.kind(place) in ("title", "ctrTitle")


def _rect(shape: Any) -> Rect:
    sides = (shape.left, shape.top, shape.width, shape.height)
    return Rect(*((side or 0) / EMU for side in sides))


def _within(layout: Any, wide: float, high: float) -> Rect:
    """The slide less its margins: where the title begins, there the picture does."""
    margin = _MARGIN * wide
    if title := layouts.title_of(layout):
        inset = title.text_frame.margin_left / EMU
        start = _rect(title).x + inset
        margin = start if 0 < start < _NEAR * wide else margin
    below = min(margin, _MARGIN * high)
    return Rect(margin, below, wide - 2 * margin, high - 2 * below)


def _marks(layout: Any) -> Iterator[Rect]:
    """What a layout and its master draw themselves."""
    owners = [layout]
    if layout._element.get("showMasterSp") not in ("0", "false"):
        owners.append(layout.slide_master)
    for owner in owners:
        for shape in owner.shapes:
            if not shape.is_placeholder and shape._element.tag.rpartition("}")[2] in _PARTS and shape.width is not None:
                yield _rect(shape)


def _largest(within: Rect, taken: Sequence[Rect]) -> Rect:
    """The rectangle in which a picture can be largest, and of those the roomiest."""
    taken = [_grown(rect) for rect in taken if rect.meets(within)]
    across = sorted({within.x, within.right, *(side for rect in taken for side in (rect.x, rect.right))})
    down = sorted({within.y, within.bottom, *(side for rect in taken for side in (rect.y, rect.bottom))})
    best, most = within, (0.0, 0.0)
    for left, right in combinations([side for side in across if within.x <= side <= within.right], 2):
        beside = [rect for rect in taken if min(right, rect.right) - max(left, rect.x) > 0]
        for top, bottom in combinations([side for side in down if within.y <= side <= within.bottom], 2):
            found = Rect(left, top, right - left, bottom - top)
            worth = (min(found.width / _SHAPE[0], found.height / _SHAPE[1]), found.width * found.height)
            if worth > most and not any(found.meets(rect) for rect in beside):
                best, most = found, worth
    return best


def _grown(rect: Rect) -> Rect:
    return Rect(rect.x - _GAP / 2, rect.y - _GAP / 2, rect.width + _GAP, rect.height + _GAP)
