"""Outlines as matplotlib draws them: of blocks and shapes, and with which pen.

In: an item of a frame. Out: a `Path` in points, y down, and a graphics context.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from matplotlib.colors import to_rgb
from matplotlib.path import Path

from generator.layout import Block, Shape
from generator.painting import outlines

_CODES = {"M": [Path.MOVETO], "L": [Path.LINETO], "Q": [Path.CURVE3] * 2, "C": [Path.CURVE4] * 3, "Z": [Path.CLOSEPOLY]}


@lru_cache(maxsize=1024)  # opaque, transparent and in a PDF
def path(item: Block | Shape) -> Path:
    """The item's outline."""
    points: list[tuple[float, ...]] = []
    codes: list[int] = []
    for letter, values in outlines.commands(item):
        points += zip(values[::2], values[1::2], strict=True) if values else [(0.0, 0.0)]
        codes += [int(code) for code in _CODES[letter]]
    return Path(points, codes)


def pen(renderer: Any, item: Block | Shape, colours: Mapping[str, str]) -> Any:
    """The context to draw its line in."""
    gc = renderer.new_gc()
    gc.set_linewidth(item.stroke_width if item.stroke else 0)
    if item.stroke:
        gc.set_foreground(colours[item.stroke])
    if isinstance(item, Shape):
        if item.dash:
            gc.set_dashes(0, item.dash)
        gc.set_capstyle("round" if item.round_ends else "butt")
    if isinstance(item, Shape) or any(item.radii):
        # Where two rounded corners meet, the side between them has no length, and a pointed join would be a spike.
        gc.set_joinstyle("round")
    return gc


def fill(item: Block | Shape, colours: Mapping[str, str]) -> tuple[float, float, float] | None:
    """The colour within."""
    return to_rgb(colours[item.fill]) if item.fill else None
