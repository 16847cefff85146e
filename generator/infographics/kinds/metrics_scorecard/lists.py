"""Plain lists of metrics on cards: for metrics by the dozen, or many roles on a small page.

In: a `View` of a comparison and the means of a composition. Out: a card for each role.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.infographics.kinds.metrics_scorecard.measures import (
    Measure,
    Scorecard,
    any_way,
    common_way,
    scorecards,
    sharing,
)
from generator.infographics.parts.cards import icon_list, list_card
from generator.infographics.parts.columns import grid_by_columns, grid_by_rows, list_columns, lists_abreast
from generator.infographics.parts.role_lists import MANY, level
from generator.infographics.parts.shown import unbroken
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.wording import within
from generator.layout import Box, Group, Row, Stack
from generator.model import View

# So few metrics stand below each other on an upright page.
_FEW = 3
# Steps of the grid between cards, and what a card and its marks take at the sides of a name.
_GAP, _SIDES, _ARROW = 2.0, 7.0, 6.0
# More cards than these side by side are narrow.
_BROAD = 2


def abreast(view: View, sketch: Sketch) -> int:
    """How many scorecards stand side by side."""
    longest = max(len(card.headline) + len(card.others) for card in scorecards(view, sketch.size))
    return lists_abreast(sketch, len(view.roles), short=longest <= _FEW)


def lists(view: View, sketch: Sketch) -> Box:
    """Plain lists on cards, the headline metrics first."""
    across, gap = abreast(view, sketch), sketch.space(_GAP)
    found = scorecards(view, sketch.size)
    texts = [sketch.text(unbroken(one.name, len(view.roles)), "label", one.compared.on) for one in found]
    cards = [_list(view, card, name, across, sketch) for card, name in zip(found, level(texts, across), strict=True)]
    return grid_by_rows(cards, across, gap, gap)


def _room(view: View, across: int, sketch: Sketch) -> float:
    """The width that a card leaves to names."""
    card = (sketch.size.inner - sketch.space(_GAP) * (across - 1)) / across
    return card - sketch.space(_SIDES if _is_plain(view) else _SIDES + _ARROW)


def _is_plain(view: View) -> bool:
    """Whether no metric has an arrow."""
    return bool(common_way(view)) or not any_way(view)


def _list(view: View, card: Scorecard, name: Box, across: int, sketch: Sketch) -> Box:
    compared, entries = card.compared, len(card.headline) + len(card.others)
    split = list_columns(sketch, across) if entries > MANY else 1
    room = _room(view, across, sketch) if split == 1 and across <= _BROAD else 0.0
    told = _told_once(view, card, room, sketch)
    found = [
        _listed(view, [replace(one, sharers=()) for one in measures] if told else measures, card, split, room, sketch)
        for measures in (card.headline, card.others)
        if measures
    ]
    once: list[Box] = [sketch.text(told, "tag", "shared.solid")] if told else []
    grow = frozenset(range(len(once), len(once) + len(found)))
    inside = Stack((*once, *found), sketch.space(0.8), grow=grow)
    return Group(compared.role.name, list_card(sketch, name, inside, compared.hue, compared.swatch.marker))


def _told_once(view: View, card: Scorecard, room: float, sketch: Sketch) -> str:
    """What is said of all metrics of a card, where it would take a line below each: that the same roles have them; else
    "".
    """
    measures = (*card.headline, *card.others)
    alike = len({tuple(other.id for other in measure.sharers) for measure in measures}) == 1
    if not alike or len(measures) == 1 or not measures[0].sharers:
        return ""
    beside = all(_beside(view, measure, sketch).widths().max <= room for measure in measures)
    return "" if beside else f"All {within(sharing(view, measures[0]))}"


def _listed(view: View, measures: Sequence[Measure], card: Scorecard, split: int, room: float, sketch: Sketch) -> Box:
    entries: list[tuple[str, Box]] = [
        (measure.way[0], Group(measure.metric.name, _named(view, measure, room, sketch))) for measure in measures
    ]
    if _is_plain(view):
        return grid_by_columns([words for _, words in entries], split, sketch.space(3), sketch.space(0.5))
    return icon_list(sketch, entries, card.compared.solid, split)


def _named(view: View, measure: Measure, room: float, sketch: Sketch) -> Box:
    """A metric's name, and with whom it is shared: beside it where there is so much room, else below it."""
    line = _beside(view, measure, sketch)
    if not measure.sharers:
        return line.children[0]
    return line if line.widths().max <= room else Stack(line.children)


def _beside(view: View, measure: Measure, sketch: Sketch) -> Row:
    """A metric's name and with whom it is shared, on one line."""
    name = sketch.text(measure.metric.name, "label" if measure.entry.headline else "note")
    shared = sketch.text(within(sharing(view, measure)), "tag", "shared.solid")
    return Row((name, shared), sketch.space(2), valign="middle")
