"""Scorecards side by side, lists where metrics are many, names where the picture is seen small.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.infographics.kinds.metrics_scorecard.cards import aligned_lists, metric_card
from generator.infographics.kinds.metrics_scorecard.measures import WAYS, Measure, Scorecard, scorecards
from generator.infographics.parts.cards import edged_card, icon_list, list_card, title_block, with_band
from generator.infographics.parts.columns import grid_by_rows, in_rows, list_columns, lists_abreast, roomy, transposed
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.variants import fits, least, once, smaller, usual
from generator.infographics.parts.wording import both_or_all
from generator.layout import Align, Box, Grid, Pad, Row, Space, Stack
from generator.model import Compared, View

# More metrics than these are a list, in which large type would only be in the way.
_MANY = 6
# So few stand below each other on an upright page.
_FEW = 3


@dataclass(frozen=True, slots=True)
class _Variant:
    """How much is said: which metrics are defined, and whether the headline metrics are set in large type."""

    headline: bool
    others: bool
    large: bool


def compose(view: View, sketch: Sketch) -> Box:
    if sketch.size.brief:
        return _small(view, sketch)
    variant = _variant(view, sketch)
    return _body(view, sketch, variant) if variant else _lists(view, sketch)


def note(view: View, sketch: Sketch) -> Box | None:
    """What the arrows mean."""
    words = "Arrow: the better way" if sketch.size.brief else "Arrows show which way a measure should move"
    return sketch.labelled("material/arrow-up-bold", sketch.text(words, "note", "muted"), "shared.solid", 1.5)


# --- how much, and how many abreast -----------------------------------------------------------------------------------


@once
def _variant(view: View, sketch: Sketch) -> _Variant | None:
    """The fullest variant that a fixed page has room for; None where only plain lists have."""
    if sketch.size.height is None:
        return _Variant(headline=True, others=True, large=False)
    large = _is_roomy(view, sketch) and _longest(view) <= _MANY
    tried = (
        (_Variant(headline=True, others=True, large=True), usual(sketch)),
        (_Variant(headline=True, others=True, large=False), smaller(sketch)),
        (_Variant(headline=True, others=False, large=False), smaller(sketch)),
        (_Variant(headline=False, others=False, large=large), least(sketch)),
    )
    return next((variant for variant, means in tried if fits(_body(view, means, variant), sketch.size)), None)


def _longest(view: View) -> int:
    return max(len(compared.role.metrics) for compared in view.roles)


def _abreast(view: View, sketch: Sketch) -> int:
    return lists_abreast(sketch, len(view.roles), short=_longest(view) <= _FEW)


def _is_roomy(view: View, sketch: Sketch) -> bool:
    return roomy(sketch, _abreast(view, sketch))


# --- scorecards -------------------------------------------------------------------------------------------------------


def _body(view: View, sketch: Sketch, variant: _Variant) -> Box:
    groups = in_rows(scorecards(view), _abreast(view, sketch))
    bodies = [_columns(view, group, sketch, variant) for group in groups]
    return Stack(bodies, gap=sketch.space(5), grow=frozenset(range(len(bodies))))


def _columns(view: View, cards: Sequence[Scorecard], sketch: Sketch, variant: _Variant) -> Box:
    """Scorecards side by side whose parts start on common lines."""
    between, gap, even = sketch.space(5), sketch.space(2), [1.0] * len(cards)
    bands = [_band(view, card.compared, sketch, len(cards)) for card in cards]
    parts: list[Box] = [Row(bands, between, even, valign="fill")]
    if any(card.headline for card in cards):
        leading = [
            [_leading(view, card.compared, measure, sketch, variant) for measure in card.headline] for card in cards
        ]
        parts.append(Grid(transposed(leading), even, column_gap=between, row_gap=gap))
    if any(card.others for card in cards):
        parts.append(_panels(view, cards, sketch, variant))
    return Stack(parts, gap=gap, grow=frozenset(range(1, len(parts))))


def _band(view: View, compared: Compared, sketch: Sketch, abreast: int) -> Box:
    wide = roomy(sketch, abreast)
    name = sketch.text(compared.role.name, "head", compared.on)
    headline = sketch.text(view.headline(compared, "metrics"), "note", compared.on)
    words = title_block(sketch, name, headline, compared.role.icon if wide else "")
    insets = (sketch.space(2.6), sketch.space(4 if wide else 3)) * 2
    return Pad(words, insets, compared.solid, radii=(sketch.space(2.5),) * 4, valign="middle")


def _leading(view: View, compared: Compared, measure: Measure, sketch: Sketch, variant: _Variant) -> Box:
    """A headline metric: the way it should move on the role's colour, then what it is."""
    icon, word, _ = measure.way
    arrow = Row((sketch.icon(icon, compared.on, "head", 2.0 if variant.large else 1.5),), align="middle")
    way = Stack((arrow, sketch.text(word, "tag", compared.on, "middle")), gap=sketch.space(0.3))
    name = sketch.text(measure.metric.name, "head" if variant.large else "strong")
    words = _words(view, measure, sketch, (name,), defined=variant.headline)
    side = sketch.space(3 if _is_roomy(view, sketch) else 2.4)
    return metric_card(sketch, way, words, compared.hue, _front(view, sketch), side)


def _front(view: View, sketch: Sketch) -> float:
    """The width of the part with the arrow: the same on every card."""
    words = {WAYS[view.metric(entry).better][1] for role in view.roles for entry in role.role.metrics}
    widest = max(sketch.text(word, "tag").widths().max for word in words)
    return widest + sketch.space(5 if _is_roomy(view, sketch) else 3.2)


def _words(view: View, measure: Measure, sketch: Sketch, name: Sequence[Box], *, defined: bool) -> Stack:
    """The name, what it means and, where several roles have the metric, with whom it is shared."""
    pill, (first, *rest) = _pill(view, measure, sketch), name
    above = pill if _is_roomy(view, sketch) and not sketch.size.narrow else []
    line = Row((first, *above, *rest), gap=sketch.space(2), valign="middle" if above else "start", stretch=0)
    meaning = [sketch.text(measure.metric.definition, "note", "muted")] if defined else []
    below = [] if above else [Pad(box, (sketch.space(0.4), 0.0, 0.0, 0.0)) for box in pill]
    return Stack((line, *meaning, *below), gap=sketch.space(0.5))


def _pill(view: View, measure: Measure, sketch: Sketch) -> list[Box]:
    """With whom the metric is shared; nothing where it is the role's own."""
    if not measure.sharers:
        return []
    words = f"Shared with {', '.join(other.role.abbreviation for other in measure.sharers)}"
    if len(measure.sharers) + 1 == len(view.roles):
        words = f"Shared by {both_or_all(view)}"
    return [Row((sketch.pill(words, "shared", view.model.palette.shared.marker),))]


def _panels(view: View, cards: Sequence[Scorecard], sketch: Sketch, variant: _Variant) -> Box:
    """What else the roles are measured by, on panels."""
    side = sketch.space(3)
    insets = (0.0, side, 0.0, side + sketch.space(1.1))
    tags = [Pad(_tag(card, sketch), insets) if card.others else Space() for card in cards]
    lines = [
        [Pad(_line(view, card.compared, measure, sketch, variant), insets) for measure in card.others] for card in cards
    ]
    gaps = (sketch.space(5), sketch.space(1.4 if sketch.size.height else 2.2))
    return aligned_lists(sketch, [_back(card, sketch) for card in cards], tags, lines, gaps)


def _tag(card: Scorecard, sketch: Sketch) -> Box:
    return sketch.text("Also measured" if card.headline else "Measured", "tag", card.compared.solid)


def _back(card: Scorecard, sketch: Sketch) -> Box:
    compared = card.compared
    return edged_card(sketch, Space(), compared.hue, compared.swatch.marker, (0, 0)) if card.others else Space()


def _line(view: View, compared: Compared, measure: Measure, sketch: Sketch, variant: _Variant) -> Box:
    icon, word, _ = measure.way
    name = (sketch.text(measure.metric.name, "label"), sketch.text(word, "note", "muted", "end"))
    words = _words(view, measure, sketch, name, defined=variant.others)
    valign: Align = "start" if len(words.children) > 1 else "middle"
    return Row((sketch.icon(icon, compared.solid, "label", 1.4), words), sketch.space(2), valign=valign, stretch=1)


# --- lists: for metrics by the dozen ----------------------------------------------------------------------------------


def _lists(view: View, sketch: Sketch) -> Box:
    """Plain lists on cards, the headline metrics first."""
    abreast, gap = _abreast(view, sketch), sketch.space(3)
    return grid_by_rows([_list(card, abreast, sketch) for card in scorecards(view)], abreast, gap, gap)


def _list(card: Scorecard, abreast: int, sketch: Sketch) -> Box:
    compared, marker = card.compared, card.compared.swatch.marker
    split = list_columns(sketch, abreast) if len(compared.role.metrics) > _MANY else 1
    headline = [_listed(compared, card.headline, split, sketch)] if card.headline else []
    tag = Pad(_tag(card, sketch), (sketch.space(1.5) if headline else 0.0, 0.0, 0.0, 0.0))
    others = [tag, _listed(compared, card.others, split, sketch)] if card.others else []
    grow = frozenset({0, len(headline) + len(others) - 1}) if headline else frozenset({1})
    name = sketch.text(compared.role.name, "strong", compared.on)
    return list_card(sketch, name, Stack((*headline, *others), sketch.space(1), grow=grow), compared.hue, marker)


def _listed(compared: Compared, measures: Sequence[Measure], split: int, sketch: Sketch) -> Box:
    entries = []
    for measure in measures:
        words: Box = sketch.text(measure.metric.name, "label" if measure.entry.headline else "note")
        if measure.sharers:
            words = Row((words, sketch.text("shared", "tag", "shared.solid")), gap=sketch.space(1.4))
        entries.append((measure.way[0], words))
    return icon_list(sketch, entries, compared.solid, split)


# --- small ------------------------------------------------------------------------------------------------------------


def _small(view: View, sketch: Sketch) -> Box:
    """The headline metrics alone, by name: three of two roles, one of four."""
    count = len(view.roles)
    abreast, most = (2, 1) if count > 3 else (count, 5 - count)
    return grid_by_rows(
        [_names(card, most, sketch) for card in scorecards(view)], abreast, sketch.space(3), sketch.space(2)
    )


def _names(card: Scorecard, most: int, sketch: Sketch) -> Box:
    compared, measures = card.compared, (card.headline or card.others)[:most]
    style, several = "head" if len(measures) == 1 < most else "strong", len(measures) > 1
    lines = []
    for measure in measures:
        icon = sketch.icon(measure.way[0], compared.solid, style, 1.4)
        text = sketch.text(measure.metric.name, style)
        lines.append(Row((icon, text), gap=sketch.space(2.4), valign="middle", stretch=1))
    inside = Stack(lines, gap=sketch.space(2), spread=True)
    body = edged_card(sketch, inside, compared.hue, compared.swatch.marker, (2.8 if several else 1.4, 3))
    radius = sketch.space(2.5)
    body = replace(body, radii=(0.0, 0.0, radius, 0.0), valign="start" if several else "middle")
    low, side, left = sketch.space(1.4), sketch.space(3), body.insets[3]
    name = sketch.text(compared.role.name, "label" if most == 1 else "strong", compared.on)
    band = Pad(name, (low, side, low, left), compared.solid, radii=(radius, radius, 0.0, 0.0), valign="middle")
    return with_band(band, body)
