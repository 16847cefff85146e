"""The moves between careers in words, on pages that grow.

In: a `View` of a comparison and the means of a composition. Out: a list with both steps of each move and what makes it
work.
"""

from __future__ import annotations

from dataclasses import replace

from generator.infographics.kinds.career_paths.key import mark
from generator.infographics.kinds.career_paths.steps import below
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Grid, Group, Pad, Row, Rule, Stack, centred
from generator.model import Joined, View

# The share of a line that the mark between two titles has, and that a title has at most beside what is said.
_MARK, _TITLE = 0.1, 0.28


def told(view: View, sketch: Sketch) -> Box:
    """The list below its heading, from the highest level down like the steps."""
    moves = sorted(view.career_moves, key=lambda joined: _level(view, joined), reverse=True)
    rows = [(Group(joined.name, _entry(view, joined, sketch)),) for joined in moves]
    listed = Grid(rows, (1.0,), row_gap=sketch.space(1.6), rule=Rule())
    whole = Stack((sketch.text(view.moves_title, "strong", "shared.solid"), listed), gap=sketch.space(2))
    return Pad(Group(view.moves_title, whole), (sketch.space(3), 0.0, 0.0, 0.0))


def _level(view: View, joined: Joined) -> int:
    """The higher level of the two ends."""
    lower = {compared.id: below(compared) for compared in view.roles}
    return max(end.step - lower[end.role] for end in joined.ends)


def _entry(view: View, joined: Joined, sketch: Sketch) -> Box:
    roles = {compared.id: compared for compared in view.roles}
    one, other = (sketch.text(joined.move.between[end.role], "label", roles[end.role].solid) for end in joined.ends)
    words = sketch.text(joined.move.short or joined.move.text, "note", "muted")
    pair, gap = (one, centred(replace(mark(one), width=0.0)), other), sketch.space(2)
    if sketch.size.narrow:
        title = (1 - _MARK) / 2
        return Stack((Row(pair, gap, (title, _MARK, title), "fill"), words), gap=sketch.space(0.4))
    title = min(_TITLE, _widest(view, sketch) / (sketch.size.inner - 3 * gap))
    return Row((*pair, words), gap, (title, _MARK / 2, title, 1 - 2 * title - _MARK / 2), "middle")


def _widest(view: View, sketch: Sketch) -> float:
    """The width of the longest title, points."""
    titles = (title for joined in view.career_moves for title in joined.move.between.values())
    return 1.02 * max(sketch.text(title, "label").widths().max for title in titles)
