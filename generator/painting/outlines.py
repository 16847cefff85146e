"""Outlines of what is drawn: of blocks and shapes where they stand, of glyphs by their numbers.

In: items of a frame, or a font's file and a glyph. Out: path commands in points, y down, or a glyph's path in its own
units, y up.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import cast

from matplotlib.ft2font import FT2Font, GlyphIndexType, LoadFlags
from matplotlib.path import Path

from generator.layout import Block, Command, Shape, rounded

# Glyphs have this many units an em; whole numbers keep an SVG small.
EM = 1000
_DIGITS = 2
_LETTERS = {int(Path.MOVETO): "M", int(Path.LINETO): "L", int(Path.CURVE3): "Q", int(Path.CURVE4): "C"}


@lru_cache(maxsize=1024)  # a frame is written in several formats, and in two themes
def commands(item: Block | Shape) -> tuple[Command, ...]:
    """M, L, Q, C and Z with absolute coordinates, to a hundredth of a point: digits that nobody sees take room."""
    if isinstance(item, Shape):
        found: Iterable[Command] = (_moved(command, item.rect.x, item.rect.y) for command in item.commands)
    else:
        found = rounded(item.rect, item.radii) if any(item.radii) else _rectangle(item)
    return tuple((letter, tuple(round(value, _DIGITS) for value in values)) for letter, values in found)


def _moved(command: Command, dx: float, dy: float) -> Command:
    letter, values = command
    return letter, tuple(value + (dy if place % 2 else dx) for place, value in enumerate(values))


def _rectangle(block: Block) -> tuple[Command, ...]:
    rect = block.rect
    corners = ((rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom))
    return *((letter, corner) for letter, corner in zip("MLLL", corners, strict=True)), ("Z", ())


@lru_cache(maxsize=4096)
def glyph(font: str, number: int) -> Path:
    """A glyph's outline, y up, `EM` units an em."""
    face = _face(font)
    face.load_glyph(cast("GlyphIndexType", number), flags=LoadFlags.NO_HINTING)
    vertices, codes = face.get_path()
    return Path(vertices, codes)


def glyph_commands(font: str, number: int) -> tuple[Command, ...]:
    """The same, y down."""
    found: list[Command] = []
    for points, code in glyph(font, number).iter_segments(simplify=False):
        closed = code == Path.CLOSEPOLY
        values = () if closed else tuple(-value if place % 2 else value for place, value in enumerate(points.tolist()))
        found.append(("Z" if closed else _LETTERS[int(code)], values))
    return tuple(found)


@lru_cache(maxsize=4096)
def advance(font: str, number: int) -> float:
    """A glyph's width, `EM` units an em."""
    found = _face(font).load_glyph(cast("GlyphIndexType", number), flags=LoadFlags.NO_HINTING)
    return found.linearHoriAdvance / 65536


@lru_cache(maxsize=16)
def _face(font: str) -> FT2Font:
    face = FT2Font(font)
    face.set_size(EM, 72)
    return face
