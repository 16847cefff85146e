"""Cards: what a role is shown on. Heads, plain panels, lists below a band, badges.

In: boxes, the hue and the marker of a role. Out: boxes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.infographics.parts.columns import level
from generator.infographics.parts.figure import Sketch
from generator.infographics.parts.marks import edge
from generator.layout import Align, Block, Box, Fixed, Grid, Item, Layers, Pad, Rect, Row, Stack, Text

# Where areas only touch, and their common edge falls between pixels, the ground shows through as a hair line.
OVERLAP = 0.5

# From so many lines spare height goes between them, and around fewer.
_LIST = 3


def headed(sketch: Sketch, name: Text, said: Text | None, icon: str, scale: float = 1.7) -> Box:
    """A name, what is said of it below, and an icon before both where one is given."""
    words = name if said is None else Stack((name, said), gap=sketch.space(0.3))
    if not icon:
        return words
    mark = sketch.icon(icon, name.colour, "head", scale)
    return Row((mark, words), gap=sketch.space(3.5), valign="middle", stretch=1)


def plain(
    sketch: Sketch, child: Box, hue: str, marker: str, insets: tuple[float, float], *, valign: Align = "middle"
) -> Pad:
    """A panel in the colour of cards whose left edge is drawn in the marker's way.

    `insets` are steps of the grid above and below, and at the sides.
    """
    high, side = sketch.space(insets[0]), sketch.space(insets[1])
    around = (high, side, high, sketch.space(1.1) + side)
    return replace(sketch.panel(child, hue, marker), fill="card", insets=around, valign=valign)


def banded(sketch: Sketch, name: Text, inside: Box, hue: str, marker: str) -> Stack:
    """A card below a band with a name, set tight: for lists that need all the room there is."""
    bar, room, side, radius = sketch.space(1), sketch.space(1.6), sketch.space(3), sketch.space(2)
    low = room * 0.7
    band = Pad(name, (low, side, low, side + bar), f"{hue}.solid", radii=(radius, radius, 0.0, 0.0))
    card = Pad(inside, (room, side, room, side + bar), "card", edge=edge(marker, f"{hue}.solid", bar))
    return joined(band, card)


def joined(band: Box, card: Pad) -> Stack:
    """A band on top of the card that it heads; the card's edge runs up into the band, so that there is no seam."""

    def raised(width: float, height: float) -> tuple[Item, ...]:
        drawn = card.edge(width, height + OVERLAP) if card.edge else ()
        return tuple(item.moved(0.0, -OVERLAP) for item in drawn)

    return Stack((band, replace(card, edge=raised)), grow=frozenset({1}))


def seamless(child: Box, fill: str) -> Pad:
    """A box on an area between two others that touch it; set it in a row, so that it is painted between the two."""

    def area(width: float, height: float) -> tuple[Item, ...]:
        return (Block(Rect(-OVERLAP, 0.0, round(width + 2 * OVERLAP, 3), round(height, 3)), fill),)

    return Pad(child, edge=area)


def fronted(sketch: Sketch, front: Box, inside: Box, hue: str, wide: float, side: float) -> Row:
    """A card whose front part is in the role's colour and `wide` points wide; `side` is the room beside `inside`."""
    radius, room = sketch.space(2.5), sketch.space(1.6)
    left = Pad(front, (room, 0.0, room, 0.0), f"{hue}.solid", radii=(radius, 0.0, 0.0, radius), valign="middle")
    right = Pad(inside, (room, side, room, side), "card", radii=(0.0, radius, radius, 0.0), valign="middle")
    return Row((Fixed(left, wide), right), valign="fill", stretch=1)


def lined(
    sketch: Sketch,
    backs: Sequence[Box],
    heads: Sequence[Box],
    columns: Sequence[Sequence[Box]],
    gaps: tuple[float, float],
) -> Layers:
    """Lists side by side, each below its head and on its own panel, whose lines stand on common heights.

    `gaps` are between columns and between lines, points.
    """
    even, (between, apart), rows, high = [1.0] * len(backs), gaps, level(columns), sketch.space(2.2)
    long = len(rows) >= _LIST
    listed = Grid(rows, even, column_gap=between, row_gap=apart)
    inside = Stack((Row(heads, between, even), listed), gap=sketch.space(1.8), grow=frozenset({1} if long else ()))
    front = Pad(inside, (high, 0.0, high, 0.0), valign="start" if long else "middle")
    return Layers((Row(backs, between, even, valign="fill"), front))


def pointed(sketch: Sketch, icon: str, text: Box, colour: str) -> Row:
    """A small text beside an icon as high as its line."""
    return Row((sketch.icon(icon, colour, "label", 1.25), text), gap=sketch.space(2), stretch=1)


def badge(sketch: Sketch, icon: str, hue: str, across: float) -> Pad:
    """An icon on a disc, `across` points wide, set off from what lies behind it by a ring of the card's colour."""
    inset, ring = round(across * 0.22, 3), round(across * 0.08, 3)
    mark = replace(sketch.icon(icon, f"{hue}.on"), size=round(across - 2 * inset, 3))
    disc = Pad(mark, (inset,) * 4, f"{hue}.solid", radii=(across / 2,) * 4)
    return Pad(disc, (ring,) * 4, "card", radii=(across / 2 + ring,) * 4)
