"""What each role is measured by, as one scorecard a role.

In: each role's metrics with their definitions and the way they should move. Out: a column a role with the headline
metrics as cards, the others on a panel below them, and a mark on every metric that several roles share.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.errors import Overflow
from generator.layout import marks
from generator.layout.box import Align, Box
from generator.layout.boxes import Fixed, Grid, Layers, Pad, Row, Stack
from generator.layout.leaves import Space
from generator.layout.sketch import Sketch
from generator.model.derive import Compared, View
from generator.model.schema import RoleMetric
from generator.model.text import Text
from generator.pictures import Table
from generator.theme import Ramp

KIND = "metrics-scorecard"
EDITORIAL = False
POSTER = False
SECTION = ""

# (icon, word, sentence) of the ways in which a metric should move.
_WAYS = {
    "higher": ("material/arrow-up-bold", "Higher", "higher is better"),
    "lower": ("material/arrow-down-bold", "Lower", "lower is better"),
    "on-target": ("material/bullseye", "On target", "on target is best"),
}
# A column of fewer ems has no room for an icon before the role's name, nor for wide margins.
_ROOMY = 20
# More metrics than these are a list, in which large type would only be in the way.
_MANY = 6
# A column of so many ems has room for two of plain lines.
_SPLIT = 16
# From so many lines spare height goes between them, and around fewer.
_LIST = 3
# Definitions are worth type so much smaller than the usual one, and no smaller.
_SMALLER = 0.88
# A fixed page is taken up by this many times its title's size of head and foot; the rest is the body's.
_AROUND = 6.5


@dataclass(frozen=True, slots=True)
class _Manner:
    """How much is said: which metrics are defined, and whether the headline metrics are set in large type."""

    headline: bool
    others: bool
    large: bool


@dataclass(frozen=True, slots=True)
class _Card:
    """One role's metrics: the headline ones, and the others."""

    compared: Compared
    headline: tuple[RoleMetric, ...]
    others: tuple[RoleMetric, ...]


def compose(view: View, sketch: Sketch) -> Box:
    if sketch.size.brief:
        return _small(view, sketch)
    manner = _manner(view, sketch)
    return _body(view, sketch, manner) if manner else _lists(view, sketch)


def note(view: View, sketch: Sketch) -> Box | None:
    """What the arrows mean."""
    words = "Arrow: the better way" if sketch.size.brief else "Arrows show which way a measure should move"
    return sketch.labelled("material/arrow-up-bold", sketch.text(words, "note", "muted"), "shared.solid", 1.5)


def table(view: View) -> Table:
    columns = ("Metric", "Role", "Definition", "Worked out as", "Better", "What it decides", "Headline", "Shared with")
    rows = [_table_row(view, compared, entry) for compared in view.roles for entry in compared.role.metrics]
    return Table(columns, tuple(rows))


def _table_row(view: View, compared: Compared, entry: RoleMetric) -> tuple[str, ...]:
    metric = view.metric(entry)
    rank, others = "yes" if entry.headline else "no", ", ".join(_sharers(view, compared, entry))
    said = (metric.name, compared.role.name, metric.definition, metric.formula, metric.better, entry.use)
    return (*map(str, said), rank, others)


def describe(view: View) -> tuple[str, ...]:
    return tuple(_description(view, compared) for compared in view.roles)


def _description(view: View, compared: Compared) -> str:
    sentences = []
    for entry in compared.role.metrics:
        metric = view.metric(entry)
        others = _sharers(view, compared, entry)
        shared = f", shared with {' and '.join(others)}" if others else ""
        rank = ", a headline metric" if entry.headline else ""
        way = _WAYS[metric.better][2]
        sentences.append(f"{metric.name} ({way}{rank}{shared}): {metric.definition} {entry.use}")
    return f"{compared.role.name}: {_headline(view, compared)}. {' '.join(sentences)}"


def _headline(view: View, compared: Compared) -> Text:
    """What the role is measured by in one line."""
    topic = next((topic for topic in view.comparison.topics if topic.shows == "metrics"), None)
    said = compared.role.topics.get(topic.id) if topic else None
    return said.headline if said else compared.role.tagline


def _sharers(view: View, compared: Compared, entry: RoleMetric) -> list[str]:
    """The names of the other roles with the same metric."""
    return [str(other.role.name) for other in _also(view, compared, entry)]


def _also(view: View, compared: Compared, entry: RoleMetric) -> list[Compared]:
    others = (other for other in view.roles if other.id != compared.id)
    return [other for other in others if any(each.metric == entry.metric for each in other.role.metrics)]


# --- how much, and how many abreast -----------------------------------------------------------------------------------


def _manner(view: View, sketch: Sketch) -> _Manner | None:
    """The fullest manner that a fixed page has room for; None where only plain lists have."""
    size = sketch.size
    large = _roomy(_abreast(view, sketch), sketch) and max(len(role.role.metrics) for role in view.roles) <= _MANY
    if size.height is None:
        return _Manner(headline=True, others=True, large=False)
    smallest = size.legible / Ramp(1.0).smallest
    tried = (
        (_Manner(headline=True, others=True, large=True), size.body),
        (_Manner(headline=True, others=True, large=False), size.body * _SMALLER),
        (_Manner(headline=True, others=False, large=False), size.body * _SMALLER),
        (_Manner(headline=False, others=False, large=large), smallest * 1.1),
    )
    for manner, body in tried:
        usual = replace(sketch, ramp=Ramp(body))
        try:
            _body(view, usual, manner).layout(size.width - 2 * size.margin, size.height - _AROUND * size.title)
        except Overflow:
            continue
        return manner
    return None


def _abreast(view: View, sketch: Sketch) -> int:
    """Four columns need a wide page, three on a tall one leave room for nothing but long lists."""
    count, size = len(view.roles), sketch.size
    if size.height is None or count == 2:
        return sketch.abreast(count)
    if size.height >= 1.2 * size.width and count == 3:
        return 1 if max(len(compared.role.metrics) for compared in view.roles) <= 3 else 3
    wide = size.width > size.height and not size.brief
    return count if wide or count == 3 else 2


def _roomy(abreast: int, sketch: Sketch) -> bool:
    column = (sketch.size.width - 2 * sketch.size.margin) / abreast
    return sketch.size.narrow or column >= _ROOMY * sketch.size.body


# --- scorecards -------------------------------------------------------------------------------------------------------


def _body(view: View, sketch: Sketch, manner: _Manner) -> Box:
    abreast = _abreast(view, sketch)
    cards = [_card(compared) for compared in view.roles]
    groups = [cards[start : start + abreast] for start in range(0, len(cards), abreast)]
    bodies = [_columns(view, group, sketch, manner) for group in groups]
    return Stack(bodies, gap=sketch.space(5), grow=frozenset(range(len(bodies))))


def _card(compared: Compared) -> _Card:
    headline = tuple(entry for entry in compared.role.metrics if entry.headline)
    others = tuple(entry for entry in compared.role.metrics if not entry.headline)
    return _Card(compared, headline, others)


def _columns(view: View, cards: Sequence[_Card], sketch: Sketch, manner: _Manner) -> Box:
    """Scorecards side by side whose parts start on common lines."""
    between, gap, even = sketch.space(5), sketch.space(2), [1.0] * len(cards)
    bands = [_band(view, card.compared, sketch, roomy=_roomy(len(cards), sketch)) for card in cards]
    parts: list[Box] = [Row(bands, between, even, valign="fill")]
    top = max(len(card.headline) for card in cards)
    if top:
        rows = [
            [
                _leading(view, card.compared, card.headline[index], sketch, manner)
                if index < len(card.headline)
                else Space()
                for card in cards
            ]
            for index in range(top)
        ]
        parts.append(Grid(rows, even, column_gap=between, row_gap=gap))
    if any(card.others for card in cards):
        parts.append(_panels(view, cards, sketch, manner, between))
    return Stack(parts, gap=gap, grow=frozenset(range(1, len(parts))))


def _band(view: View, compared: Compared, sketch: Sketch, *, roomy: bool) -> Box:
    words: Box = Stack(
        (
            sketch.text(compared.role.name, "head", compared.on),
            sketch.text(_headline(view, compared), "note", compared.on),
        ),
        gap=sketch.space(0.3),
    )
    if roomy:
        icon = sketch.icon(compared.role.icon, compared.on, "head", 1.7)
        words = Row((icon, words), gap=sketch.space(3.5), valign="middle", stretch=1)
    high, wide, radius = sketch.space(2.6), sketch.space(4 if roomy else 3), sketch.space(2.5)
    return Pad(words, (high, wide, high, wide), compared.solid, radii=(radius,) * 4, valign="middle")


def _leading(view: View, compared: Compared, entry: RoleMetric, sketch: Sketch, manner: _Manner) -> Box:
    """A headline metric: the way it should move on the role's colour, then what it is."""
    icon, word, _ = _WAYS[view.metric(entry).better]
    roomy = _roomy(_abreast(view, sketch), sketch)
    radius, side, room = sketch.space(2.5), sketch.space(3 if roomy else 2.4), sketch.space(1.6)
    arrow = Row((sketch.icon(icon, compared.on, "head", 2.0 if manner.large else 1.5),), align="middle")
    way = Stack((arrow, sketch.text(word, "tag", compared.on, "middle")), gap=sketch.space(0.3))
    front = Pad(way, (room, 0.0, room, 0.0), compared.solid, radii=(radius, 0.0, 0.0, radius), valign="middle")
    name = Row((sketch.text(view.metric(entry).name, "head" if manner.large else "strong"),), stretch=0)
    words = _words(view, compared, entry, sketch, name, defined=manner.headline)
    inside = Pad(words, (room, side, room, side), "card", radii=(0.0, radius, radius, 0.0), valign="middle")
    return Row((Fixed(front, _front(view, sketch)), inside), valign="fill", stretch=1)


def _front(view: View, sketch: Sketch) -> float:
    """The width of the part with the arrow: the same on every card."""
    roomy = _roomy(_abreast(view, sketch), sketch)
    words = (_WAYS[view.metric(entry).better][1] for role in view.roles for entry in role.role.metrics)
    return max(sketch.text(word, "tag").widths().max for word in words) + sketch.space(5 if roomy else 3.2)


def _words(view: View, compared: Compared, entry: RoleMetric, sketch: Sketch, name: Row, *, defined: bool) -> Stack:
    """The name, what it means and, where several roles have the metric, with whom it is shared."""
    others = _also(view, compared, entry)
    pill = _shared(view, others, sketch) if others else None
    beside = pill is not None and _roomy(_abreast(view, sketch), sketch) and not sketch.size.narrow
    parts: list[Box] = [name]
    if pill is not None and beside:
        first, *rest = name.children
        parts = [Row((first, pill, *rest), gap=sketch.space(2), valign="middle", stretch=0)]
    if defined:
        parts.append(sketch.text(view.metric(entry).definition, "note", "muted"))
    if pill is not None and not beside:
        parts.append(Pad(pill, (sketch.space(0.4), 0.0, 0.0, 0.0)))
    return Stack(parts, gap=sketch.space(0.5))


def _shared(view: View, others: Sequence[Compared], sketch: Sketch) -> Box:
    if len(others) + 1 == len(view.roles):
        words = "Shared by both" if len(view.roles) == 2 else "Shared by all"
    else:
        words = f"Shared with {', '.join(other.role.abbreviation for other in others)}"
    return Row((sketch.pill(words, "shared", view.model.palette.shared.marker),))


def _panels(view: View, cards: Sequence[_Card], sketch: Sketch, manner: _Manner, between: float) -> Box:
    """What else the roles are measured by, on panels whose lines stand on common heights."""
    even, inset = [1.0] * len(cards), sketch.space(3)
    backs = Row([_back(card, sketch) for card in cards], between, even, valign="fill")
    tags: list[Box] = []
    for card in cards:
        tag = sketch.text("Also measured" if card.headline else "Measured", "tag", card.compared.solid)
        tags.append(Pad(tag, (0.0, inset, 0.0, inset + sketch.space(1.1))) if card.others else Space())
    rows = []
    for index in range(max(len(card.others) for card in cards)):
        lines = []
        for card in cards:
            line = (
                _line(view, card.compared, card.others[index], sketch, manner) if index < len(card.others) else Space()
            )
            lines.append(Pad(line, (0.0, inset, 0.0, inset + sketch.space(1.1))))
        rows.append(lines)
    listed = Grid(rows, even, column_gap=between, row_gap=sketch.space(1.4 if sketch.size.height else 2.2))
    inside = Stack(
        (Row(tags, between, even), listed), gap=sketch.space(1.8), grow=frozenset({1} if len(rows) >= _LIST else ())
    )
    high = sketch.space(2.2)
    return Layers((backs, Pad(inside, (high, 0.0, high, 0.0), valign="start" if len(rows) >= _LIST else "middle")))


def _back(card: _Card, sketch: Sketch) -> Box:
    if not card.others:
        return Space()
    radius, bar = sketch.space(2.5), sketch.space(1.1)
    mark = marks.edge(card.compared.swatch.marker, card.compared.solid, bar)
    return Pad(Space(), fill="card", radii=(0.0, radius, radius, 0.0), edge=mark)


def _line(view: View, compared: Compared, entry: RoleMetric, sketch: Sketch, manner: _Manner) -> Box:
    metric = view.metric(entry)
    icon, word, _ = _WAYS[metric.better]
    way = sketch.text(word, "note", "muted", "end")
    name = Row((sketch.text(metric.name, "label"), way), gap=sketch.space(2), stretch=0)
    words = _words(view, compared, entry, sketch, name, defined=manner.others)
    valign: Align = "start" if manner.others or len(words.children) > 1 else "middle"
    return Row((sketch.icon(icon, compared.solid, "label", 1.4), words), sketch.space(2), valign=valign, stretch=1)


# --- lists: for metrics by the dozen ----------------------------------------------------------------------------------


def _lists(view: View, sketch: Sketch) -> Box:
    """Plain lists on cards, the headline metrics first."""
    abreast, gap = _abreast(view, sketch), sketch.space(3)
    cards = [_list(view, _card(compared), abreast, sketch) for compared in view.roles]
    rows = [cards[start : start + abreast] for start in range(0, len(cards), abreast)]
    return Grid(rows, [1.0] * abreast, column_gap=gap, row_gap=gap)


def _list(view: View, card: _Card, abreast: int, sketch: Sketch) -> Box:
    compared, inset = card.compared, sketch.space(3)
    column = (sketch.size.width - 2 * sketch.size.margin) / abreast
    across = 2 if column >= _SPLIT * sketch.size.body and len(compared.role.metrics) > _MANY else 1
    tag = sketch.text("Also measured" if card.headline else "Measured", "tag", compared.solid)
    heads: list[Box] = [_listed(view, compared, card.headline, across, sketch)] if card.headline else []
    first = Pad(tag, (sketch.space(1.5) if heads else 0.0, 0.0, 0.0, 0.0))
    others: list[Box] = [first, _listed(view, compared, card.others, across, sketch)] if card.others else []
    bar, room, radius = sketch.space(1), sketch.space(1.6), sketch.space(2)
    mark = marks.edge(compared.swatch.marker, compared.solid, bar)
    lists = frozenset(({0} if heads else set()) | ({len(heads) + 1} if others else set()))
    inside = Stack((*heads, *others), gap=sketch.space(1), grow=lists)
    body = Pad(inside, (room, inset, room, inset + bar), "card", edge=mark)
    name = sketch.text(compared.role.name, "strong", compared.on)
    band = Pad(name, (room * 0.7, inset, room * 0.7, inset + bar), compared.solid, radii=(radius, radius, 0.0, 0.0))
    return Stack((band, body), grow=frozenset({1}))


def _listed(view: View, compared: Compared, entries: Sequence[RoleMetric], across: int, sketch: Sketch) -> Box:
    lines: list[Box] = []
    for entry in entries:
        metric = view.metric(entry)
        icon = sketch.icon(_WAYS[metric.better][0], compared.solid, "label", 1.15)
        words: Box = sketch.text(metric.name, "label" if entry.headline else "note")
        if _also(view, compared, entry):
            words = Row((words, sketch.text("shared", "tag", "shared.solid")), gap=sketch.space(1.4))
        lines.append(Row((icon, words), gap=sketch.space(1.4), stretch=1))
    deep = -(-len(lines) // across)
    lines += [Space()] * (deep * across - len(lines))
    rows = [lines[start::deep] for start in range(deep)]
    return Grid(rows, [1.0] * across, column_gap=sketch.space(3), row_gap=sketch.space(0.5))


# --- small ------------------------------------------------------------------------------------------------------------


def _small(view: View, sketch: Sketch) -> Box:
    """The headline metrics alone, by name: three of two roles, one of four."""
    count = len(view.roles)
    across, most = (2, 1) if count > 3 else (count, 5 - count)
    cards = [_names(view, compared, most, sketch) for compared in view.roles]
    rows = [cards[start : start + across] for start in range(0, count, across)]
    return Grid(rows, [1.0] * across, column_gap=sketch.space(3), row_gap=sketch.space(2))


def _names(view: View, compared: Compared, most: int, sketch: Sketch) -> Box:
    lines: list[Box] = []
    card = _card(compared)
    entries = (card.headline or card.others)[:most]
    style = "head" if len(entries) == 1 < most else "strong"
    for entry in entries:
        metric = view.metric(entry)
        icon = sketch.icon(_WAYS[metric.better][0], compared.solid, style, 1.4)
        lines.append(Row((icon, sketch.text(metric.name, style)), gap=sketch.space(2.4), valign="middle", stretch=1))
    bar, room, low, radius = sketch.space(1.1), sketch.space(3), sketch.space(1.4), sketch.space(2.5)
    name = sketch.text(compared.role.name, "label" if most == 1 else "strong", compared.on)
    band = Pad(name, (low, room, low, bar + room), compared.solid, radii=(radius, radius, 0.0, 0.0), valign="middle")
    mark = marks.edge(compared.swatch.marker, compared.solid, bar)
    several = len(lines) > 1
    inside = Stack(lines, gap=sketch.space(2), spread=True)
    high = sketch.space(2.8) if several else low
    valign: Align = "start" if several else "middle"
    radii = (0.0, 0.0, radius, 0.0)
    body = Pad(inside, (high, room, high, bar + room), "card", radii=radii, valign=valign, edge=mark)
    return Stack((band, body), grow=frozenset({1}))
