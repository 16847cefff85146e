"""The note at the foot of a picture that judges and does not measure.

In: what its marks stand for. Out: boxes.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Row, Stack


def schematic(sketch: Sketch, words: str) -> Box:
    """The note of a picture that measures nothing; `words` say what its marks stand for, where there is room."""
    said, brief = "Schematic, an editorial judgement", sketch.size.brief
    text = sketch.text(said, "note", "muted") if brief else sketch.text(said, "label")
    label = sketch.labelled("material/scale-balance", text, "shared.solid")
    return label if brief else Stack((label, sketch.text(words, "note", "muted")), gap=sketch.space(0.6))


def judgement(sketch: Sketch, words: Sequence[str], *, across: float, down: float) -> Box:
    """The note of a judged picture and its legend, on one line where they fit; gaps in steps of the grid."""
    said = sketch.text("Editorial judgement", "label", "muted")
    label = sketch.labelled("material/scale-balance", said, "shared.solid")
    if sketch.size.brief:
        return label
    parts: list[Box] = [label, *(sketch.text(part, "note", "muted") for part in words)]
    line = Row(parts, sketch.space(across), valign="middle")
    fits = line.widths().max <= sketch.size.inner
    return line if fits else Stack(parts, gap=sketch.space(down))
