"""What a card for feeds shows of the metrics: the first by name.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.brand import Ramp
from generator.infographics.kinds.metrics_scorecard.measures import (
    Measure,
    Scorecard,
    any_way,
    briefly,
    common_way,
    scorecards,
    shown_briefly,
)
from generator.infographics.parts.cards import edged_card
from generator.infographics.parts.columns import grid_by_rows
from generator.infographics.parts.role_lines import beside_names, role_lines
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Group, Row, Space, Stack, Text
from generator.model import Compared, View


def names_alone(view: View, sketch: Sketch) -> Box:
    """The headline metrics alone, by name: three of two roles side by side, one of more in lines."""
    sketch = replace(sketch, ramp=Ramp(sketch.size.title * 0.96))  # not larger than a title that was set on one line
    cards, most = scorecards(view, sketch.size), shown_briefly(view)
    if len(view.roles) > 2:
        return _in_lines(view, cards, sketch)
    names = [_names(view, card, most, sketch) for card in cards]
    return grid_by_rows(names, len(names), sketch.space(3), sketch.space(1.4))


def _in_lines(view: View, cards: Sequence[Scorecard], sketch: Sketch) -> Box:
    """A line for each role with its first metric."""
    every = [briefly(card, shown_briefly(view)) for card in cards]
    names = [measures[0].metric.name if measures else "" for measures in every]
    arrow = sketch.ramp.style("note").size + sketch.space(1)
    taken = 0.0 if common_way(view) or not any_way(view) else arrow
    lines = zip(view.roles, every, beside_names(sketch, view.roles, names, taken), strict=True)
    words = [_with_way(view, one, found[0], text, sketch) if text else Space() for one, found, text in lines]
    return role_lines(sketch, view.roles, words)


def _with_way(view: View, compared: Compared, measure: Measure, text: Text, sketch: Sketch) -> Box:
    """A metric's name, behind an arrow where metrics differ in which way is better."""
    if common_way(view) or not measure.metric.better:
        return text
    arrow = sketch.icon(measure.way[0], compared.solid, "note", 1.0)
    return Row((arrow, text), sketch.space(1), valign="middle", stretch=1)


def _names(view: View, card: Scorecard, most: int, sketch: Sketch) -> Box:
    compared, measures = card.compared, briefly(card, most)
    lines = [
        _with_way(view, compared, measure, sketch.text(measure.metric.name, "note"), sketch) for measure in measures
    ]
    inside = Stack(lines, sketch.space(0.6))
    name = sketch.text(compared.role.name, "label", compared.solid)
    body = Stack((name, inside), sketch.space(0.6), spread=len(measures) > 1)
    panel = edged_card(sketch, body, compared.hue, compared.swatch.marker, (0.8, 1.2), valign="middle")
    return Group(name.text, panel)
