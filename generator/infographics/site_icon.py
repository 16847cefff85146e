"""The logo as small pictures, for screens of phones and for programs that read no SVG.

In: the logo and the ground's colour. Out: jobs for painting, one a size; none where the logo has something that is not
drawn here, such as a gradient or a clip, since half a logo is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PIL import ImageColor

from generator.brand import Logo
from generator.brand import Shape as Element
from generator.layout import Block, Frame, Rect, Shape, shape_commands
from generator.painting import Job, Target

# Pixels of a side: what iOS asks for, what a manifest has to have, and a tab's on a fine screen.
SIDES = (180, 192, 512, 48)
ICON = "site-icon"
_TARGET = Target("page", "light", "png")  # a point is a pixel there
# The share of a side that stays free: launchers cut icons to circles and to rounded squares.
_MARGIN = 0.17
_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polygon", "polyline"}
_INHERITED = {"fill": "#000000", "stroke": "none", "stroke-width": "1", "stroke-linecap": "butt"}
# These say nothing, or nothing that a small picture shows.
_WITHOUT_EFFECT = {"id", "stroke-linejoin", "stroke-miterlimit", "clip-rule", "color"}
_PLAIN = {"fill-rule": "nonzero", "opacity": "1", "fill-opacity": "1", "stroke-opacity": "1", "display": "inline"}


class _Undrawable(Exception):
    """The logo has something that is not drawn here."""


def icon_jobs(logo: Logo, title: str, *, ground: str, ink: str) -> tuple[Job, ...]:
    """A job for each of `SIDES`, the pictures named `ICON`, a hyphen and the side; none where the logo is not drawn."""
    try:
        drawn = tuple(_drawn(logo.shapes, dict(_INHERITED, fill="currentColor"), ink))
    except (_Undrawable, ValueError, KeyError, TypeError):  # what is no number, or a length in other units
        return ()
    colours = {colour: colour for colour in (ground, *(item.fill or item.stroke or "" for item in drawn))}
    colours |= {item.stroke: item.stroke for item in drawn if item.stroke}
    box = tuple(float(value) for value in logo.box.split())
    return tuple(
        Job(f"{ICON}-{side}", title, "The site's logo", _tile(drawn, box, side, ground), colours, {}, (_TARGET,))
        for side in SIDES
    )


def _tile(drawn: tuple[Shape, ...], box: tuple[float, ...], side: float, ground: str) -> Frame:
    """The shapes in the middle of a square. `box` is left, top, width and height in the shapes' own unit."""
    left, top, width, height = box
    factor = side * (1 - 2 * _MARGIN) / max(width, height)
    dx, dy = (side - width * factor) / 2 - left * factor, (side - height * factor) / 2 - top * factor

    def placed(shape: Shape) -> Shape:
        commands = tuple(
            (letter, tuple(value * factor + (dy if place % 2 else dx) for place, value in enumerate(values)))
            for letter, values in shape.commands
        )
        looks = (shape.fill, shape.stroke, shape.stroke_width * factor, (), shape.round_ends)
        return Shape(Rect(0.0, 0.0, side, side), commands, *looks)

    return Frame(side, side, (Block(Rect(0.0, 0.0, side, side), ground), *map(placed, drawn)))


def _drawn(elements: tuple[Element, ...], given: Mapping[str, str], ink: str) -> Iterator[Shape]:
    """What the elements draw, in their own unit. _Undrawable, ValueError, KeyError, TypeError."""
    for element in elements:
        own = dict(element.attributes)
        looks = {name: own.pop(name, value) for name, value in given.items()}
        for name in (*_WITHOUT_EFFECT, *(name for name, value in _PLAIN.items() if own.get(name) == value)):
            own.pop(name, None)
        if element.name == "g" and not own:
            yield from _drawn(element.children, looks, ink)
        elif element.name in _SHAPES and not element.children:
            yield _shape(element.name, own, looks, ink)
        else:
            raise _Undrawable(element.name)


def _shape(name: str, geometry: dict[str, str], looks: Mapping[str, str], ink: str) -> Shape:
    known = {"d", "points", "x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2", "y2"}
    if geometry.keys() - known:
        raise _Undrawable(*geometry.keys() - known)
    commands = shape_commands(name, geometry)
    fill, stroke = (_colour(looks[kind], ink) for kind in ("fill", "stroke"))
    round_ends = looks["stroke-linecap"] == "round"
    return Shape(Rect(0.0, 0.0, 0.0, 0.0), commands, fill, stroke, float(looks["stroke-width"]), (), round_ends)


def _colour(value: str, ink: str) -> str | None:
    """As #RRGGBB. ValueError: a gradient, or a colour that lets through what is behind it."""
    if value in ("none", "transparent"):
        return None
    red, green, blue, *alpha = ImageColor.getrgb(ink if value == "currentColor" else value)
    if alpha and alpha != [255]:
        raise ValueError(value)
    return f"#{red:02X}{green:02X}{blue:02X}"
