"""The cards of a scorecard: a headline metric, and lists of the others side by side.

In: boxes and the hue of a role. Out: boxes.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.infographics.parts.columns import transposed
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Fixed, Grid, Layers, Pad, Row, Stack

# From so many lines spare height goes between them, and around fewer.
_LIST = 3


def metric_card(sketch: Sketch, front: Box, inside: Box, hue: str, wide: float, side: float) -> Row:
    """A card whose front part is in the role's colour and `wide` points wide; `side` is the room beside `inside`."""
    radius, room = sketch.space(2.5), sketch.space(1.6)
    left = Pad(front, (room, 0.0, room, 0.0), f"{hue}.solid", radii=(radius, 0.0, 0.0, radius), valign="middle")
    right = Pad(inside, (room, side, room, side), "card", radii=(0.0, radius, radius, 0.0), valign="middle")
    return Row((Fixed(left, wide), right), valign="fill", stretch=1)


def aligned_lists(
    sketch: Sketch,
    backs: Sequence[Box],
    heads: Sequence[Box],
    columns: Sequence[Sequence[Box]],
    gaps: tuple[float, float],
) -> Layers:
    """Lists side by side, each below its head and on its own panel, whose lines stand on common heights.

    `gaps` are between columns and between lines, points.
    """
    even, (between, apart), rows, high = [1.0] * len(backs), gaps, transposed(columns), sketch.space(2.2)
    long = len(rows) >= _LIST
    listed = Grid(rows, even, column_gap=between, row_gap=apart)
    inside = Stack((Row(heads, between, even), listed), gap=sketch.space(1.8), grow=frozenset({1} if long else ()))
    front = Pad(inside, (high, 0.0, high, 0.0), valign="start" if long else "middle")
    return Layers((Row(backs, between, even, valign="fill"), front))
