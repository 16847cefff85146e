"""Some of the questions: a tile for each answer, with whom it speaks for.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.brand import Ramp
from generator.infographics.kinds.decision_tree.boxes import labelled_box
from generator.infographics.kinds.decision_tree.questions import asked, favoured, is_several, said, shown, speaks_for
from generator.infographics.parts.cards import tile
from generator.infographics.parts.columns import even_rows
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.wording import both_or_all
from generator.layout import Box, Fixed, Group, Row, Stack, Text
from generator.model import Answer, View

# Steps of the grid above and below what stands on a tile, and between tiles; on a card for feeds by whether the answers
# are few.
_ROOMY = (0.5, 1.0)
_BRIEF = {True: (0.3, 0.8), False: (0.0, 0.5)}
_FEW = 3
# Steps of the grid at the sides of what stands on a tile, and at most those of its edge.
_SIDE, _EDGE = 1.6, 1.1
# The share of a tile that an answer surely has.
_WORDS = 0.535


def tiles(view: View, sketch: Sketch) -> Box:
    """Questions one below another; each answer on a tile with whom it speaks for."""
    brief, groups = sketch.size.brief, list[Box]()
    if brief:  # not larger than a title that was set on one line
        sketch = replace(sketch, ramp=Ramp(sketch.size.title * 0.96))
    for question in shown(view, sketch.size):
        high, gap = _BRIEF[len(question.answers) <= _FEW] if brief else _ROOMY
        rows = [_answer(view, answer, sketch, high) for answer in question.answers]
        head = sketch.text(asked(view, question, sketch.size), "label" if brief else "strong")
        between = sketch.space(gap)
        groups.append(Group(head.text, Stack((head, even_rows(rows, between)), between, grow=frozenset({1}))))
    return even_rows(groups, sketch.space(2.4))


def _answer(view: View, answer: Answer, sketch: Sketch, high: float) -> Box:
    """The answer's tile, so many steps of the grid above and below its words."""
    most, brief = favoured(view, answer), sketch.size.brief
    hue, role = most[0].hue if len(most) == 1 else "shared", "note" if brief else "body"
    if len(most) == len(view.roles):
        name = both_or_all(view).capitalize()
    elif brief and len(most) > 1:
        name = ", ".join(one.role.abbreviation for one in most)
    else:
        name = speaks_for(view, answer)
    words = labelled_box(sketch, f"{hue}.solid", sketch.text(said(view, answer, sketch.size), role), role=role)
    speaks = sketch.text(name, "label" if brief or is_several(view, answer) else "strong", f"{hue}.solid", "end")
    names = [one.role.name for one in most] if is_several(view, answer) and not brief else []
    row = _apart(words, speaks, names, sketch)
    if brief:
        return Group(said(view, answer, sketch.size), tile(sketch, row, f"{hue}.tint", (high, _SIDE)))
    marker = most[0].swatch.marker if len(most) == 1 else view.model.palette.shared.marker
    panel = replace(sketch.panel(row, hue, marker, (high, _SIDE)), valign="middle")
    return Group(said(view, answer, sketch.size), panel)


def _apart(words: Box, speaks: Text, names: Sequence[str], sketch: Sketch) -> Row:
    """What stands at both ends of a tile: each has all the width it wishes for that the other does not need, where
    both need more a share. Lines of several names break between them, where each has room on one.
    """
    gap = sketch.space(1)
    room = sketch.size.inner - sketch.space(2 * _SIDE + _EDGE) - gap
    wide = min(words.widths().max, max(room * _WORDS, room - speaks.widths().max))
    whole = replace(speaks, text=", ".join(name.replace(" ", "\N{NO-BREAK SPACE}") for name in names))
    if names and whole.widths().min <= room - wide:
        speaks = whole
    return Row((Fixed(words, wide), speaks), gap, valign="middle", stretch=1)
