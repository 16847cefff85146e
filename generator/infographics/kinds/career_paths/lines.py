"""Careers seen small: a line for each role, from the role, by its short name, to the highest step.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from generator.infographics.kinds.career_paths.cards import step_card
from generator.infographics.kinds.career_paths.steps import track
from generator.infographics.parts.arrows import Pen
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.variants import below_title
from generator.layout import Box, Connected, Gathered, Grid, Item, Rect
from generator.model import CareerStep, Compared, View

# The share of a line that its first step has at least and at most.
_SHORT, _LONG = 0.2, 0.5


def in_lines(view: View, sketch: Sketch) -> Box:
    """A line for each role: from the role, by its short name, to the highest step."""
    sketch = below_title(sketch)
    rows = [
        [
            step_card(_abbreviated(step, compared), level, compared, "tag", sketch, low=len(view.roles) > 3)
            for level, step in enumerate(_steps(view, compared, sketch))
        ]
        for compared in view.roles
    ]
    gap = sketch.space(4)
    wide = max(first.widths().max for first, _ in rows) / (sketch.size.inner - gap)
    share = min(max(wide, _SHORT), _LONG)
    names = [str(compared.role.name) for compared in view.roles]
    lines = Grid(rows, (share, 1 - share), gap, sketch.space(1), names=names)
    return Gathered(Connected(lines, partial(_rails, view.roles, sketch)))


def _steps(view: View, compared: Compared, sketch: Sketch) -> list[CareerStep]:
    """The two steps of a line, from the lower one to the higher one."""
    return [step for _, step in sorted(track(view, compared, sketch.size).items())]


def _abbreviated(step: CareerStep, compared: Compared) -> CareerStep:
    """The role's own step by the role's short name."""
    return step.model_copy(update={"title": compared.role.abbreviation}) if step.stage == "now" else step


def _rails(roles: Sequence[Compared], sketch: Sketch, spots: Mapping[str, Rect]) -> tuple[Item, ...]:
    """From a role straight on to the highest step, in the role's marker."""
    items: list[Item] = []
    for compared in roles:
        pen = Pen(compared.solid, compared.swatch.marker, sketch.space(0.5), 0.0)
        one, other = (spots[f"{compared.id} {level}"] for level in range(2))
        items += pen.line(one.right, round(one.middle, 3), other.x, round(one.middle, 3))
    return tuple(items)
