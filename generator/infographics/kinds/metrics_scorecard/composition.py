"""The scorecards: a column for each role, its headline metrics first, the others below.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.brand import Ramp
from generator.infographics.kinds.metrics_scorecard.brief import names_alone
from generator.infographics.kinds.metrics_scorecard.lists import abreast, lists
from generator.infographics.kinds.metrics_scorecard.measures import (
    WAYS,
    Measure,
    Scorecard,
    any_way,
    common_way,
    counted_briefly,
    scorecards,
    sharing,
)
from generator.infographics.parts.as_high_as import AsHighAs
from generator.infographics.parts.cards import edged_card, title_block
from generator.infographics.parts.columns import (
    grouped,
    in_rows,
    roomy,
    transposed,
)
from generator.infographics.parts.shown import unbroken
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.variants import fits, least, once
from generator.layout import Align, Box, Gathered, Grid, Group, Listing, Pad, Row, Space, Stack
from generator.model import View

# In type so much larger than the least legible one formulas still have to fit: room is told by estimate.
_MORE = 1.03

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
        return names_alone(view, sketch)
    variant = _variant(view, sketch)
    return _body(view, sketch, variant) if variant else lists(view, sketch)


def note(view: View, sketch: Sketch) -> Box | None:
    """Which way is better, where it holds for all; what the icons mean, where they are shown."""
    way = common_way(view)
    words = f"For all of these, {WAYS[way][2]}" if way else "Arrows show which way is better"
    if not any_way(view):
        words = ""
    if sketch.size.brief and counted_briefly(view, sketch.size):
        told = WAYS[way][2] if way else "arrows show which way is better" if words else ""
        words = "; ".join(filter(None, (f"{counted_briefly(view, sketch.size)} measures", told)))
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
        (_Variant(formula=True, hides=False), _legible(sketch)),
        (_Variant(formula=False, hides=False), least(sketch)),
    )
    return next((variant for variant, means in tried if fits(_body(view, means, variant), sketch.size)), None)


def _legible(sketch: Sketch) -> Sketch:
    """The same in hardly more than the least legible type: names say little without how they are worked out."""
    return replace(sketch, ramp=Ramp(sketch.size.legible / Ramp(1.0).smallest * _MORE))


def _body(view: View, sketch: Sketch, variant: _Variant) -> Box:
    groups = in_rows(scorecards(view, sketch.size), abreast(view, sketch))
    bodies = [_columns(view, group, sketch, variant) for group in groups]
    return Stack(bodies, gap=sketch.space(4), grow=frozenset(range(len(bodies))))


def _columns(view: View, cards: Sequence[Scorecard], sketch: Sketch, variant: _Variant) -> Box:
    """Scorecards side by side whose parts start on common lines."""
    between, gap, even = sketch.space(4), sketch.space(1.6), [1.0] * len(cards)
    names = [str(card.compared.role.name) for card in cards]
    bands = [_band(view, card, sketch) for card in cards]
    parts: list[Box] = [Row(grouped(names, bands), between, even, valign="fill")]
    if any(card.headline for card in cards):
        insides = [[_leading(view, card, measure, sketch, variant) for measure in card.headline] for card in cards]
        # Names alone stand in the middle of their cards; with more below them they are level.
        valign: Align = "start" if variant.formula or not common_way(view) else "middle"
        leading = [
            [
                _card(card, measure, AsHighAs(inside, row, valign), sketch, variant)
                for measure, inside, row in zip(card.headline, column, transposed(insides), strict=False)
            ]
            for card, column in zip(cards, insides, strict=True)
        ]
        rows = [grouped(names, row) for row in transposed(leading)]
        parts.append(Grid(rows, even, column_gap=between, row_gap=gap))
    if any(card.others for card in cards):
        panels = [_others(view, card, sketch, variant) if card.others else Space() for card in cards]
        parts.append(Row(grouped(names, panels), between, even, valign="fill"))
    return Gathered(Stack(parts, gap=gap, grow=frozenset({1}) if len(parts) > 1 else frozenset()))


def _band(view: View, card: Scorecard, sketch: Sketch) -> Box:
    compared, wide = card.compared, roomy(sketch, abreast(view, sketch))
    name = sketch.text(unbroken(card.name, len(view.roles)), "head" if wide else "strong", compared.on)
    said = view.headline(compared, "metrics") if sketch.size.height is None else None
    below = sketch.text(said, "note", compared.on) if said else None
    words = title_block(sketch, name, below, compared.role.icon if wide else "", 1.3)
    high, side, corner = sketch.space(1.4), sketch.space(3), sketch.space(2.5)
    return Pad(words, (high, side, high, side), compared.solid, radii=(corner, corner, 0.0, 0.0), valign="middle")


def _leading(view: View, card: Scorecard, measure: Measure, sketch: Sketch, variant: _Variant) -> Box:
    """A headline metric: its name, how it is worked out and what it hides, as far as there is room."""
    metric = measure.metric
    parts: list[Box] = [_name(view, card, measure, sketch, "head")]
    formula = metric.formula if variant.full else metric.short
    if variant.full and metric.definition:
        parts.append(sketch.text(metric.definition, "note", "muted"))
    if variant.formula and formula:
        parts.append(sketch.text(formula, "note"))
    if variant.hides and metric.hides:
        parts.append(_hidden(sketch, metric.hides))
    return Stack(parts, sketch.space(1.4 if variant.full else 0.5))


def _card(card: Scorecard, measure: Measure, inside: Box, sketch: Sketch, variant: _Variant) -> Box:
    insets, compared = (1.6 if variant.full else 0.8, 3), card.compared
    return Group(measure.metric.name, edged_card(sketch, inside, compared.hue, compared.swatch.marker, insets))


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
        if roomy(sketch, abreast(view, sketch)):
            name = Row((name, way), sketch.space(2), valign="middle", stretch=0)
        elif role == "head":
            name = Stack((name, way))
        else:
            name = Row((sketch.icon(icon, card.compared.solid, "note", 1.1), name), sketch.space(1.2), stretch=1)
    if not measure.sharers:
        return name
    return Stack((name, sketch.text(sharing(view, measure), "tag", "shared.solid")), sketch.space(0.2))


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
