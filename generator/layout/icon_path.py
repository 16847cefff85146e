"""SVG path data as drawing commands.

In: the `d` of an icon, or a shape's element. Out: absolute M, L, Q, C and Z commands in points, or in the shape's unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path
from fontTools.svgLib.path.shapes import PathBuilder

from generator.layout.frame import Command

_LETTERS = {"moveTo": "M", "lineTo": "L", "qCurveTo": "Q", "curveTo": "C", "closePath": "Z", "endPath": ""}


@lru_cache(maxsize=2048)
def commands(data: str, width: float, height: float, size: float) -> tuple[Command, ...]:
    """The path scaled from a view box of width × height into a square of `size`, centred. ValueError: bad path data."""
    factor = size / max(width, height)
    dx, dy = (size - width * factor) / 2, (size - height * factor) / 2
    return _recorded((data,), factor, dx, dy)


def shape_commands(name: str, attributes: Mapping[str, str]) -> tuple[Command, ...]:
    """One of SVG's basic shapes, or a path, in its own unit.

    ValueError: it is none of them, or a length has a unit. KeyError, TypeError: a length is missing.
    """
    builder = PathBuilder()
    if not builder.add_path_from_element(SimpleNamespace(tag=name, attrib=attributes)):
        raise ValueError(name)
    return _recorded(builder.paths, 1.0, 0.0, 0.0)


def _recorded(paths: Iterable[str], factor: float, dx: float, dy: float) -> tuple[Command, ...]:
    pen = RecordingPen()
    for path in paths:
        parse_path(path, pen)
    steps = ((_LETTERS[name], points) for name, points in pen.value)
    return tuple((letter, _flat(points, factor, dx, dy)) for letter, points in steps if letter)


def _flat(points: Any, factor: float, dx: float, dy: float) -> tuple[float, ...]:
    return tuple(round(value, 3) for x, y in points for value in (x * factor + dx, y * factor + dy))
