"""Where the parts of a slide go: into which places of a layout, and into what room.

In: a layout. Out: a `Place`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.deck.shapes.marks import EMU
from generator.deck.templates import layouts, look, room
from generator.deck.xml import attribute
from generator.layout import Rect

_INSETS = 14.4  # points: left and right of a text, where nothing is said


@dataclass(frozen=True, slots=True)
class Heading:
    """A layout's place for a title: how large it is set there, and how much room it has, in points."""

    size: float
    room: Rect


@dataclass(frozen=True, slots=True)
class Place:
    """Where the parts of a slide go.

    `title`, `subtitle`, `number`, `footer` are the attributes of `p:ph`, "" where the layout has no such place.
    `heading` says that titles have the look and the place of the layout; `room` is where the picture is placed. Without
    them both stand as they were laid out. `width` and `height` are the slide's.
    """

    layout: Any
    width: float
    height: float
    title: str = 'type="title"'
    subtitle: str = ""
    number: str = ""
    footer: str = ""
    words: str = ""
    heading: Heading | None = None
    room: Rect | None = None


def own(layout: Any, width: float, height: float) -> Place:
    """A place in our own template, which pictures were laid out for."""
    subtitle, number = (layouts.place_of(layout, kind) for kind in ("subTitle", "sldNum"))
    return Place(
        layout, width, height, _attributes(layouts.title_of(layout)), _attributes(subtitle), _attributes(number)
    )


def foreign(layout: Any, width: float, height: float) -> Place:
    """A place in somebody's template."""
    title, footer = layouts.title_of(layout), layouts.place_of(layout, "ftr")
    words = footer.text_frame.text.strip() if footer is not None else ""
    return Place(
        layout,
        width,
        height,
        _attributes(title) or 'type="title"',
        _attributes(layouts.place_of(layout, "subTitle")),
        _attributes(layouts.place_of(layout, "sldNum")),
        _attributes(footer) if words else "",
        words,
        None if title is None else _heading(title, layout),
        room.free(layout, width, height),
    )


def _heading(title: Any, layout: Any) -> Heading:
    rect = room.rect_of(title)
    inset = (title.text_frame.margin_left + title.text_frame.margin_right) / EMU
    inside = Rect(rect.x, rect.y, max(rect.width - max(inset, _INSETS), 1.0), rect.height)
    return Heading(look.title_size(title, layout), inside)


def _attributes(place: Any | None) -> str:
    """What a slide says to fill this place."""
    if place is None:
        return ""
    said = place._element.xpath("./*/p:nvPr/p:ph")[0].attrib
    return " ".join(
        f'{name}="{attribute(value)}"' for name, value in said.items() if name in ("type", "sz", "idx", "orient")
    )
