"""What a line between two careers stands for, at the foot of a picture.

In: a `View` of a comparison and the means of what stands at the foot. Out: boxes.
"""

from __future__ import annotations

from generator.infographics.kinds.career_paths.moves import drawn, left_out
from generator.infographics.kinds.career_paths.routes import Measures, double_headed
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Canvas, Item, Row, Stack, Text
from generator.model import View


def key(view: View, sketch: Sketch, *, captioned: bool) -> Box | None:
    """The mark with its meaning, and how many moves of how many are drawn; a page that lists them needs neither."""
    size = sketch.size
    if (size.brief and not drawn(view, size)) or not view.career_moves or (size.height is None and not captioned):
        return None
    words = sketch.text(f"Possible move, both ways{left_out(view, size)}", "note", "muted")
    return Row((mark(words), words), sketch.space(1.6), valign="middle") if drawn(view, size) else words


def mark(words: Text) -> Canvas:
    """A line with two heads, as high as the text beside it."""
    size = words.style.size
    lengths = Measures(size * 0.62, size * 0.8, 0.0, size * 0.15)

    def draw(width: float, height: float) -> tuple[Item, ...]:
        return double_headed(((0.0, height / 2), (width, height / 2)), lengths)

    return Canvas(draw, height=size * 0.8, width=size * 2.1)


def beside_or_below(words: Text, moves: Box, sketch: Sketch) -> Box:
    """Both on one line where they have room."""
    line = Row((words, moves), sketch.space(5), valign="middle")
    return line if line.widths().max <= sketch.size.inner else Stack((words, moves), gap=sketch.space(1))
