"""The scorecards: a column for each role, its headline metrics first, the others below.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.brand import Ramp
from generator.infographics.kinds.metrics_scorecard.measures import (
    WAYS,
    Measure,
    Scorecard,
    any_way,
    briefly,
    common_way,
    scorecards,
    shown_briefly,
)
from generator.infographics.parts.cards import edged_card, icon_list, list_card, title_block
from generator.infographics.parts.columns import (
    grid_by_columns,
    grid_by_rows,
    grouped,
    in_rows,
    list_columns,
    lists_abreast,
    roomy,
    transposed,
)
from generator.infographics.parts.role_lines import beside_names, role_lines
from generator.infographics.parts.role_lists import MANY
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.variants import fits, least, once
from generator.layout import Box, Gathered, Grid, Group, Listing, Pad, Row, Space, Stack, Text
from generator.model import Compared, View

# So few metrics stand below each other on an upright page.
_FEW = 3
# What a metric hides is behind this icon.
_HIDDEN = "material/eye-off-outline"


@dataclass(frozen=True, slots=True)
class _Variant:
    """How much is said of the headline metrics; `full`: of the others too."""

    formula: bool
    hides: bool
    full: bool = False


def compose(view: View, sketch: Sketch) -> Box:
    if sketch.size.brief:
        return _brief(view, sketch)
    variant = _variant(view, sketch)
    return _body(view, sketch, variant) if variant else _lists(view, sketch)


def note(view: View, sketch: Sketch) -> Box | None:
    """Which way is better, where it holds for all; what the icons mean, where they are shown."""
    way = common_way(view)
    words = f"For all of these, {WAYS[way][2]}" if way else "Arrows show which way is better"
    if not any_way(view):
        words = ""
    hidden = any(
        measure.metric.hides for card in scorecards(view, sketch.size) for measure in card.headline + card.others
    )
    variant = None if sketch.size.brief else _variant(view, sketch)
    if hidden and variant and variant.hides:
        told = ". ".join(filter(None, (words, "The eye: what it hides")))
        return sketch.labelled(_HIDDEN, sketch.text(told, "note", "muted"), "muted")
    return sketch.text(words, "note", "muted") if words else None


@once
def _variant(view: View, sketch: Sketch) -> _Variant | None:
    """The fullest variant that a page has room for; None where only plain lists have."""
    if sketch.size.height is None:
        return _Variant(formula=True, hides=True, full=True)
    if sketch.size.most is not None:
        return None
    tried = (
        (_Variant(formula=True, hides=True), least(sketch)),
        (_Variant(formula=True, hides=False), least(sketch)),
        (_Variant(formula=False, hides=False), least(sketch)),
    )
    return next((variant for variant, means in tried if fits(_body(view, means, variant), sketch.size)), None)


def _abreast(view: View, sketch: Sketch) -> int:
    longest = max(len(card.headline) + len(card.others) for card in scorecards(view, sketch.size))
    return lists_abreast(sketch, len(view.roles), short=longest <= _FEW)


def _body(view: View, sketch: Sketch, variant: _Variant) -> Box:
    groups = in_rows(scorecards(view, sketch.size), _abreast(view, sketch))
    bodies = [_columns(view, group, sketch, variant) for group in groups]
    return Stack(bodies, gap=sketch.space(4), grow=frozenset(range(len(bodies))))


def _columns(view: View, cards: Sequence[Scorecard], sketch: Sketch, variant: _Variant) -> Box:
    """Scorecards side by side whose parts start on common lines."""
    between, gap, even = sketch.space(4), sketch.space(1.6), [1.0] * len(cards)
    names = [str(card.compared.role.name) for card in cards]
    bands = [_band(view, card, sketch) for card in cards]
    parts: list[Box] = [Row(grouped(names, bands), between, even, valign="fill")]
    if any(card.headline for card in cards):
        leading = [[_leading(view, card, measure, sketch, variant) for measure in card.headline] for card in cards]
        rows = [grouped(names, row) for row in transposed(leading)]
        parts.append(Grid(rows, even, column_gap=between, row_gap=gap))
    if any(card.others for card in cards):
        panels = [_others(view, card, sketch, variant) if card.others else Space() for card in cards]
        parts.append(Row(grouped(names, panels), between, even, valign="fill"))
    return Gathered(Stack(parts, gap=gap, grow=frozenset({1}) if len(parts) > 1 else frozenset()))


def _band(view: View, card: Scorecard, sketch: Sketch) -> Box:
    compared, wide = card.compared, roomy(sketch, _abreast(view, sketch))
    name = sketch.text(card.name, "head" if wide else "strong", compared.on)
    said = view.headline(compared, "metrics") if sketch.size.height is None else None
    below = sketch.text(said, "note", compared.on) if said else None
    words = title_block(sketch, name, below, compared.role.icon if wide else "", 1.3)
    high, side, corner = sketch.space(1.4), sketch.space(3), sketch.space(2.5)
    return Pad(words, (high, side, high, side), compared.solid, radii=(corner, corner, 0.0, 0.0), valign="middle")


def _leading(view: View, card: Scorecard, measure: Measure, sketch: Sketch, variant: _Variant) -> Box:
    """A headline metric: its name, how it is worked out and what it hides, as far as there is room."""
    metric, compared = measure.metric, card.compared
    parts: list[Box] = [_name(view, card, measure, sketch, "head")]
    formula = metric.formula if variant.full else metric.short
    if variant.full and metric.definition:
        parts.append(sketch.text(metric.definition, "note", "muted"))
    if variant.formula and formula:
        parts.append(sketch.text(formula, "note"))
    if variant.hides and metric.hides:
        parts.append(_hidden(sketch, metric.hides))
    inside = Stack(parts, sketch.space(1.4 if variant.full else 0.5))
    high = 1.6 if variant.full else 0.8
    return Group(metric.name, edged_card(sketch, inside, compared.hue, compared.swatch.marker, (high, 3)))


def _hidden(sketch: Sketch, words: str) -> Box:
    return Row(
        (sketch.icon(_HIDDEN, "muted", "note", 1.2), sketch.text(words, "note", "muted")), sketch.space(1.6), stretch=1
    )


def _name(view: View, card: Scorecard, measure: Measure, sketch: Sketch, role: str) -> Box:
    """A metric's name, which way is better where metrics differ, and with whom it is shared."""
    name: Box = sketch.text(measure.metric.name, role)
    if not common_way(view) and measure.metric.better:
        icon, word, _ = measure.way
        way = sketch.labelled(icon, sketch.text(word, "tag", card.compared.solid), card.compared.solid)
        beside = role != "head" or roomy(sketch, _abreast(view, sketch))
        name = Row((name, way), sketch.space(2), valign="middle", stretch=0) if beside else Stack((name, way))
    if not measure.sharers:
        return name
    every = len(measure.sharers) + 1 == len(view.roles)
    names = ", ".join(other.role.abbreviation for other in measure.sharers)
    words = view.words.of("shared_row", len(view.roles)) if every else f"Shared with {names}"
    return Stack((name, sketch.text(words, "tag", "shared.solid")), sketch.space(0.2))


def _others(view: View, card: Scorecard, sketch: Sketch, variant: _Variant) -> Box:
    """What else a role is measured by, on one panel."""
    compared = card.compared
    tag = sketch.text("Also measured" if card.headline else "Measured", "tag", compared.solid)
    if variant.full:
        entries: list[Box] = []
        for measure in card.others:
            said: list[Box] = [_name(view, card, measure, sketch, "strong")]
            if measure.metric.formula:
                said.append(sketch.text(measure.metric.formula, "note"))
            if measure.metric.hides:
                said.append(_hidden(sketch, measure.metric.hides))
            entries.append(Stack(said, sketch.space(0.8)))
        inside: Box = Stack(entries, sketch.space(3))
    elif (common_way(view) or not any_way(view)) and not any(measure.sharers for measure in card.others):
        inside = Listing([sketch.text(measure.metric.name, "note") for measure in card.others])
    else:
        inside = Stack([_name(view, card, measure, sketch, "note") for measure in card.others], sketch.space(0.4))
    body = Stack((tag, inside), sketch.space(1.6 if variant.full else 0.3))
    insets = (1.6 if variant.full else 0.8, 3)
    return Group(tag.text, edged_card(sketch, body, compared.hue, compared.swatch.marker, insets, valign="start"))


# --- lists: for metrics by the dozen, or many roles on a small page ---------------------------------------------------


def _lists(view: View, sketch: Sketch) -> Box:
    """Plain lists on cards, the headline metrics first."""
    abreast, gap = _abreast(view, sketch), sketch.space(2.4)
    return grid_by_rows(
        [_list(view, card, abreast, sketch) for card in scorecards(view, sketch.size)], abreast, gap, gap
    )


def _list(view: View, card: Scorecard, abreast: int, sketch: Sketch) -> Box:
    compared, entries = card.compared, len(card.headline) + len(card.others)
    split = list_columns(sketch, abreast) if entries > MANY else 1
    lists = [_listed(view, card, measures, split, sketch) for measures in (card.headline, card.others) if measures]
    name = sketch.text(card.name, "label", compared.on)
    inside = Stack(lists, sketch.space(0.8), grow=frozenset(range(len(lists))))
    return Group(compared.role.name, list_card(sketch, name, inside, compared.hue, compared.swatch.marker))


def _listed(view: View, card: Scorecard, measures: Sequence[Measure], split: int, sketch: Sketch) -> Box:
    entries: list[tuple[str, Box]] = []
    for measure in measures:
        words: Box = sketch.text(measure.metric.name, "label" if measure.entry.headline else "note")
        if measure.sharers:
            words = Stack((words, sketch.text("shared", "tag", "shared.solid")))
        entries.append((measure.way[0], Group(measure.metric.name, words)))
    if common_way(view) or not any_way(view):
        return grid_by_columns([words for _, words in entries], split, sketch.space(3), sketch.space(0.5))
    return icon_list(sketch, entries, card.compared.solid, split)


# --- small ------------------------------------------------------------------------------------------------------------


def _brief(view: View, sketch: Sketch) -> Box:
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
    texts = [sketch.text(measures[0].metric.name if measures else "", "note") for measures in every]
    arrow = 0.0 if common_way(view) or not any_way(view) else texts[0].style.size + sketch.space(1)
    lines = zip(view.roles, every, beside_names(sketch, view.roles, texts, arrow), strict=True)
    words = [_with_way(view, one, found[0], text, sketch) if found else Space() for one, found, text in lines]
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
