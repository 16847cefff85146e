"""SVG path data as drawing commands.

In: the `d` of an icon. Out: absolute M, L, Q, C and Z commands in points.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

from generator.layout.frame import Command

_LETTERS = {"moveTo": "M", "lineTo": "L", "qCurveTo": "Q", "curveTo": "C", "closePath": "Z", "endPath": ""}


@lru_cache(maxsize=2048)
def commands(data: str, width: float, height: float, size: float) -> tuple[Command, ...]:
    """The path scaled from a view box of width × height into a square of `size`, centred. ValueError: bad path data."""
    pen = RecordingPen()
    parse_path(data, pen)
    factor = size / max(width, height)
    dx, dy = (size - width * factor) / 2, (size - height * factor) / 2
    found: list[Command] = []
    for name, points in pen.value:
        letter = _LETTERS[name]
        if letter:
            found.append((letter, _flat(points, factor, dx, dy)))
    return tuple(found)


def _flat(points: Any, factor: float, dx: float, dy: float) -> tuple[float, ...]:
    return tuple(round(value, 3) for x, y in points for value in (x * factor + dx, y * factor + dy))
