"""The table on a narrow page, or of too many roles for columns: each dimension's name above what each role says.

In: a `View` of a comparison and the means of a composition. Out: boxes.
"""

from __future__ import annotations

from generator.infographics.kinds.comparison_table.rows import answers, counted, shown
from generator.infographics.kinds.comparison_table.statements import ABREAST, role_names, statement
from generator.infographics.parts.badges import role_pill
from generator.infographics.parts.columns import even_rows, grid_by_rows, grouped
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Grid, Row, Rule, Stack, centred
from generator.model import Dimension, View


def groups(view: View, sketch: Sketch) -> Box:
    dimensions = shown(view, sketch.size)
    names = [dimension.name for dimension in dimensions]
    if sketch.size.height is None:
        return Stack(grouped(names, [_cards(view, one, sketch) for one in dimensions]), gap=sketch.space(5))
    lines = [_lines(view, dimension, sketch, len(dimensions)) for dimension in dimensions]
    return even_rows(grouped(names, lines), sketch.space(2), Rule())


def _cards(view: View, dimension: Dimension, sketch: Sketch) -> Box:
    heading = sketch.labelled(dimension.icon, sketch.text(dimension.name, "label", "muted"), "shared.solid", 1.5)
    cards = []
    for compared, cell in zip(view.roles, answers(view, dimension, sketch.size), strict=True):
        name = compared.role.abbreviation if sketch.size.narrow else compared.role.name
        words = (sketch.text(name, "tag", compared.solid), statement(view, cell, "start", sketch, 0))
        cards.append(sketch.panel(Stack(words, sketch.space(0.5)), compared.hue, compared.swatch.marker, (2.2, 2.6)))
    gap, named = sketch.space(1.8), grouped(role_names(view), cards)
    listed = named if sketch.size.narrow else [grid_by_rows(named, 2, gap, gap)]
    return Stack((heading, *listed), gap=gap)


def _lines(view: View, dimension: Dimension, sketch: Sketch, lines: int) -> Box:
    """A dimension's name and below it each role's, with what it says beside it."""
    rows = [
        (centred(Row((role_pill(sketch, compared),))), centred(statement(view, cell, "start", sketch, lines)))
        for compared, cell in zip(view.roles, answers(view, dimension, sketch.size), strict=True)
    ]
    pills = max(role_pill(sketch, compared).widths().max for compared in view.roles)
    left = min((pills + sketch.space(3)) / sketch.size.inner, 0.4)
    gap = sketch.space(0.4 if len(view.roles) > ABREAST else 0.8)
    grid = Grid(rows, (left, 1 - left), row_gap=gap, names=role_names(view))
    return Stack((caption(view, dimension, sketch), grid), gap + sketch.space(0.2), grow=frozenset({1}))


def caption(view: View, dimension: Dimension, sketch: Sketch) -> Box:
    """A dimension's name; beside the first how many rows there are, where that is not all."""
    name, count = sketch.text(dimension.name, "label", "muted"), counted(view, sketch.size)
    if not count or dimension is not view.comparison.dimensions[0]:
        return name
    return Row((name, sketch.text(count, "label", "muted", "end")), sketch.space(2), stretch=1)
