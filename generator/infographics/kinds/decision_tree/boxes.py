"""Boxes to tick.

In: the means of a composition, a colour and a number. Out: boxes.
"""

from __future__ import annotations

from generator.infographics.parts.sketch import Sketch
from generator.layout import Align, Block, Box, Canvas, Fixed, Item, Layers, Pad, Rect, Row


def tick_box(sketch: Sketch, colour: str, number: str = "", role: str = "body") -> Fixed:
    """A square as high as a line of text; `number` is what a tick in it counts."""
    style = sketch.ramp.style(role)
    side = round(style.size * style.leading, 3)

    def draw(width: float, height: float) -> tuple[Item, ...]:
        stroke = round(side * 0.07, 3)
        rect = Rect(stroke / 2, stroke / 2, round(side - stroke, 3), round(side - stroke, 3))
        return (Block(rect, "card", colour, stroke, (side * 0.18,) * 4),)

    square: Box = Canvas(draw, height=side, width=side)
    if number:
        square = Layers((square, Pad(sketch.text(number, "tag", colour, "middle"), valign="middle")))
    return Fixed(square, side)


def labelled_box(
    sketch: Sketch, colour: str, words: Box, number: str = "", *, role: str = "body", valign: Align = "start"
) -> Row:
    """A box to tick before what it stands for, in the size of a text of that role."""
    return Row((tick_box(sketch, colour, number, role), words), sketch.space(1.8), valign=valign, stretch=1)
