"""The note at the foot of a picture that judges and does not measure.

In: what its marks stand for. Out: boxes.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Row, Stack, Text


def judgement_label(sketch: Sketch, text: Text) -> Row:
    """A text that says that something is judged, behind the icon of all such texts."""
    return sketch.labelled("material/scale-balance", text, "shared.solid")


def schematic(sketch: Sketch, words: str) -> Box:
    """The note of a picture that measures nothing; `words` say what its marks stand for, where there is room."""
    brief, looks = sketch.size.brief, ("note", "muted") if sketch.size.brief else ("label",)
    label = judgement_label(sketch, sketch.text("Schematic, an editorial judgement", *looks))
    return label if brief else Stack((label, sketch.text(words, "note", "muted")), gap=sketch.space(0.6))


def judgement(sketch: Sketch, words: Sequence[str], *, across: float, down: float, count: str = "") -> Box:
    """The note of a judged picture and its legend, on one line where they fit; gaps in steps of the grid.

    A brief picture has no room for a legend, but says how much of how much it shows: `count`.
    """
    label = judgement_label(sketch, sketch.text("Editorial judgement", "label", "muted"))
    said = [count] * bool(count) if sketch.size.brief else words
    if not said:
        return label
    parts: list[Box] = [label, *(sketch.text(part, "note", "muted") for part in said)]
    line = Row(parts, sketch.space(across), valign="middle")
    fits = line.widths().max <= sketch.size.inner
    return line if fits else Stack(parts, gap=sketch.space(down))
