"""What a logo may be made of: the elements and attributes of SVG that are nothing but shapes and colours.

In: the name of an element or attribute, and a value as typed. Out: the value as it is published, or None where a shape
can have no such value. What is not named here is unknown, so nothing new that browsers learn gets through.
"""

from __future__ import annotations

import re
from collections.abc import Callable

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"

GRADIENTS = frozenset({"linearGradient", "radialGradient"})
ELEMENTS = GRADIENTS | {
    *("g", "defs", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
    *("stop", "clipPath", "mask"),
}
# Words about the drawing. The site names its logo itself, and a title would show as a tooltip.
NOTES = frozenset({"title", "desc", "metadata"})
# What runs, moves or brings other markup along, and what is fetched or leads elsewhere.
ACTIVE = frozenset(
    {"script", "handler", "listener", "set", "discard", "mpath", "foreignObject", "iframe", "object", "embed"}
    | {"animate", "animateColor", "animateMotion", "animateTransform", "audio", "video", "canvas"}
)
EXTERNAL = frozenset({"a", "image", "feImage", "cursor", "color-profile", "font-face-uri", "link"})
TEXT = frozenset({"text", "tspan", "textPath", "tref"})
# Refused, but what stands in them is drawing and is looked at too.
CONTAINERS = frozenset({"a", "switch", "svg"})

# What editors write and shapes do not need: about text, about their own work, for other media. `class` has nothing to
# refer to, since style sheets are refused, and must not pick up the page's own.
_IGNORABLE = re.compile(
    "class|version|baseProfile|role|lang|focusable|tabindex|aria-.*|data-.*|zoomAndPan|content(Script|Style)Type"
    "|font|font-.*|text-.*|(letter|word)-spacing|line-height|white-space|kerning|direction|unicode-bidi|writing-mode"
    "|glyph-orientation-.*|(dominant|alignment)-baseline|baseline-shift|block-progression|inline-size|shape-.*"
    "|(color|image)-rendering|color-interpolation|color-profile|solid-(color|opacity)"
    "|enable-background|overflow|isolation|cursor|pointer-events|-(inkscape|webkit|moz|ms)-.*"
)
# Values by which a property that nobody knows here changes nothing.
_NEUTRAL = frozenset({"none", "normal", "auto", "visible", "inline"})
# Of the outermost element: the view box says it all.
ROOT_ATTRIBUTES = frozenset({"viewBox", "x", "y", "width", "height", "preserveAspectRatio"})

_MAX_COORDINATE = 1e6  # beyond that, browsers lose whole units

_UNSAFE = re.compile(
    r"""url\s*\((?!\s*["']?\s*\#)|(?:java|vb)script\s*:|\bdata\s*:|@import|expression\s*\(""", re.IGNORECASE
)

_NUMBER = r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?"
_LENGTH = rf"{_NUMBER}(?:%|px|pt|pc|mm|cm|in|em|ex)?"
_HEX = r"\#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})"
_COLOUR = rf"{_HEX}|(?:rgb|hsl)a?\([\d\s.,/%]+\)|[a-zA-Z]{{3,24}}"
_LOCAL_URL = re.compile(r"""url\(\s*(["']?)\#([^"'()\\<>]+)\1\s*\)""")


def _pattern(pattern: str) -> Callable[[str], str | None]:
    found = re.compile(pattern, re.ASCII)
    return lambda value: value if found.fullmatch(value) else None


_any_colour = _pattern(_COLOUR)


def _colour(value: str) -> str | None:
    """A colour; #RRGGBB in capitals where it is one of three or six digits, as in the palette."""
    if _any_colour(value) is None:
        return None
    if value.lower() == "currentcolor":
        return "currentColor"
    if not value.startswith("#"):
        return value.lower()
    digits = value[1:].upper()
    return "#" + ("".join(digit * 2 for digit in digits) if len(digits) < 6 else digits)


def _local_url(value: str) -> str | None:
    """`none`, or a part of the same file."""
    found = _LOCAL_URL.fullmatch(value)
    return f"url(#{found[2].strip()})" if found else "none" if value == "none" else None


def _paint(value: str) -> str | None:
    """A colour, or a gradient of the same file with a colour in case that it is not there."""
    found = _LOCAL_URL.match(value)
    if not found:
        return _colour(value)
    rest = value[found.end() :].strip()
    instead = _colour(rest) if rest else ""
    return None if instead is None else f"url(#{found[2].strip()}) {instead}".strip()


_path = _pattern(r"[MmZzLlHhVvCcSsQqTtAaEe\d\s,.+-]*")
_points = _pattern(r"[eE\d\s,.+-]*")
_length = _pattern(_LENGTH)
_lengths = _pattern(rf"none|{_LENGTH}(?:[\s,]+{_LENGTH})*")
_word = _pattern(r"[a-zA-Z]+(?:[ -][a-zA-Z]+)*")
_transform = _pattern(r"(?:(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([\deE\s,.+-]*\)[\s,]*)*")
_fragment = _pattern(r"#[^\s\"'()\\<>][^\"'()\\<>]*")

_GEOMETRY = {
    "d": _path,
    "points": _points,
    **dict.fromkeys(("x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2", "y2"), _length),
    **dict.fromkeys(("fx", "fy", "fr", "offset", "pathLength"), _length),
    **dict.fromkeys(("transform", "gradientTransform"), _transform),
    **dict.fromkeys(("gradientUnits", "spreadMethod", "clipPathUnits", "maskUnits", "maskContentUnits"), _word),
    "href": _fragment,
}
# Properties stand in attributes of their own or together in `style`.
_PROPERTIES = {
    **dict.fromkeys(("fill", "stroke"), _paint),
    **dict.fromkeys(("color", "stop-color"), _colour),
    **dict.fromkeys(("opacity", "fill-opacity", "stroke-opacity", "stop-opacity"), _length),
    **dict.fromkeys(("stroke-width", "stroke-miterlimit", "stroke-dashoffset"), _length),
    "stroke-dasharray": _lengths,
    **dict.fromkeys(("stroke-linecap", "stroke-linejoin", "fill-rule", "clip-rule"), _word),
    **dict.fromkeys(("display", "visibility", "mask-type", "paint-order", "vector-effect"), _word),
    **dict.fromkeys(("clip-path", "mask"), _local_url),
}
_KNOWN = _GEOMETRY | _PROPERTIES


def known(name: str, *, styled: bool = False) -> bool:
    """Whether a shape has such an attribute; `styled`, such a property."""
    return name in (_PROPERTIES if styled else _KNOWN)


def published(name: str, value: str) -> str | None:
    """The value of a known attribute in the form that is published. None: it is not of the attribute's kind."""
    return _KNOWN[name](" ".join(value.split()))


def ignorable(name: str, value: str) -> bool:
    """Whether an attribute can be left out and nothing looks different."""
    return bool(_IGNORABLE.fullmatch(name)) or value.strip() in _NEUTRAL


def unsafe(value: str) -> bool:
    """Whether a value would fetch or run something, were it published."""
    return bool(_UNSAFE.search(" ".join(value.split())))


def view_box(value: str) -> str | None:
    """Left, top, width and height, each with a space before the next; None where that is no area."""
    parts = value.replace(",", " ").split()
    if len(parts) != 4 or not all(re.fullmatch(_NUMBER, part, re.ASCII) for part in parts):
        return None
    numbers = [float(part) for part in parts]
    within = all(abs(number) <= _MAX_COORDINATE for number in numbers)
    return " ".join(parts) if within and min(numbers[2:]) > 0 else None
