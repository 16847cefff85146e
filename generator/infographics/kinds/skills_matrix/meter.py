"""A level as marks and a word.

In: a level. Out: boxes.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.infographics.parts.sketch import Sketch
from generator.layout import Align, Block, Box, Canvas, Fixed, Item, Rect, Row
from generator.model import LEVELS, Compared, Level

# From this width there is room for icons, larger marks and a line that explains them.
ROOMY = 800


def meter(level: Level, colour: str, sketch: Sketch) -> Box:
    """Three marks, as many of them filled as the level is high."""
    wide, gap = sketch.space(3.4 if sketch.size.width >= ROOMY else 2.6), sketch.space(0.75)
    total = len(LEVELS) * wide + (len(LEVELS) - 1) * gap
    return Fixed(level_marks(level, colour, sketch), round(total, 3))


def level_marks(level: Level, colour: str, sketch: Sketch) -> Box:
    """The marks, as wide as the room for them is."""
    high, gap = sketch.space(1.9), sketch.space(0.75)
    filled, radius = LEVELS.index(level) + 1, round(high * 0.3, 3)

    def draw(width: float, height: float) -> tuple[Item, ...]:
        wide, y = (width - gap * (len(LEVELS) - 1)) / len(LEVELS), (height - high) / 2
        items = []
        for index in range(len(LEVELS)):
            # A border is painted half outside its rectangle, so an open mark is drawn smaller by as much.
            inset = 0.0 if index < filled else 0.5
            place = (index * (wide + gap) + inset, y + inset, wide - 2 * inset, high - 2 * inset)
            rect = Rect(*(round(value, 3) for value in place))
            fill, border = (colour, None) if index < filled else (None, colour)
            items.append(Block(rect, fill, border, 1.0 if border else 0.0, (radius,) * 4))
        return tuple(items)

    return Canvas(draw, high)


def level_word(level: Level, among: Iterable[Level], sketch: Sketch, align: Align = "start") -> Box:
    """The level's word, as wide as the widest among the levels beside it."""
    widest = max(sketch.text(name.capitalize(), "note").widths().max for name in among)
    return Fixed(sketch.text(level.capitalize(), "note", "ink", align), widest)


def meter_with_word(level: Level, compared: Compared, sketch: Sketch) -> Box:
    """Marks and their word on one line."""
    return Row(
        (meter(level, compared.solid, sketch), level_word(level, LEVELS, sketch)), sketch.space(2), valign="middle"
    )
