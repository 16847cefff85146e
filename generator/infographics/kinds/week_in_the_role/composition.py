"""Two columns with bands between them, or a panel for each role.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.infographics.kinds.week_in_the_role.description import section, week_of
from generator.infographics.kinds.week_in_the_role.labels import SideLabels
from generator.infographics.kinds.week_in_the_role.stacked_bars import Segment, bands, stacked_bar
from generator.infographics.parts.cards import edged_card
from generator.infographics.parts.columns import even_rows, in_rows, spacious
from generator.infographics.parts.notes import judgement
from generator.infographics.parts.sketch import Sketch
from generator.layout import Align, Box, Fixed, Layers, Pad, Row, Space, Stack, Text
from generator.model import Activity, Compared, View

# How many activities a brief picture names.
_ESSENCE = 3


def compose(view: View, sketch: Sketch) -> Box:
    if len(view.roles) == 2:
        return _pair(view, sketch)
    return _panels(view, sketch)


def note(view: View, sketch: Sketch) -> Box | None:
    more = "Filled: more time than in the other role" if len(view.roles) == 2 else "Filled: the most time of all roles"
    return judgement(sketch, (section(view).text, more), across=3.5, down=0.6)


@dataclass(frozen=True, slots=True)
class _ActivitySegment(Segment):
    """One activity in one role's column."""

    activity: Activity


def _segments(view: View, compared: Compared) -> tuple[_ActivitySegment, ...]:
    """The role's column from top to bottom."""
    found, above = [], 0
    for activity in section(view).activities:
        percent = week_of(view, compared).shares[activity.id]
        others = (week_of(view, other).shares[activity.id] for other in view.roles if other.id != compared.id)
        found.append(_ActivitySegment(percent, above, percent > max(others), activity.icon, activity))
        above += percent
    return tuple(found)


# --- two roles: bands between their columns ---------------------------------------------------------------------------


def _pair(view: View, sketch: Sketch) -> Box:
    """A column at either side, the activities' names between them on bands that show where time moves."""
    sides: tuple[Align, Align] = ("start", "end")
    placed = list(zip(view.roles, sides, strict=True))
    heads = Row(
        [_head(view, compared, side, sketch) for compared, side in placed], sketch.space(5), (1, 1), valign="end"
    )
    chart = _flow(view, sketch)
    # On a brief picture the names are its largest words and stand as its base.
    rows: list[Box] = [chart, heads] if sketch.size.brief else [heads, chart]
    if sketch.size.narrow:
        rows.append(Stack([_summary(view, compared, sketch) for compared, _ in placed], gap=sketch.space(3)))
    elif not sketch.size.brief:
        rows.append(Row([_reason(view, *who, sketch) for who in placed], sketch.space(5), (1, 1)))
    return Stack(rows, gap=sketch.space(2.6), grow=frozenset({rows.index(chart)}))


def _head(view: View, compared: Compared, side: Align, sketch: Sketch) -> Box:
    tight = sketch.size.brief or sketch.size.narrow
    name = sketch.text(compared.role.name, "strong" if tight else "head", compared.solid, side)
    if tight:
        return name
    icon = sketch.icon(compared.role.icon, compared.solid, "head", 1.2)
    parts = (icon, name) if side == "start" else (name, icon)
    top = Row(parts, sketch.space(2), valign="middle", align=side)
    return Stack((top, sketch.text(week_of(view, compared).headline, "body", "ink", side)), gap=sketch.space(0.6))


def _reason(view: View, compared: Compared, side: Align, sketch: Sketch) -> Box:
    return sketch.text(week_of(view, compared).rationale, "note", "muted", side)


def _summary(view: View, compared: Compared, sketch: Sketch) -> Box:
    """What a narrow picture has no room for above and below a column."""
    headline = sketch.text(week_of(view, compared).headline, "strong")
    words = Stack((headline, _reason(view, compared, "start", sketch)), gap=sketch.space(0.8))
    return sketch.panel(words, compared.hue, compared.swatch.marker)


def _flow(view: View, sketch: Sketch) -> Box:
    first, second = view.roles
    left, right = _segments(view, first), _segments(view, second)
    shown = _most_different(left, right) if sketch.size.brief else [part.activity.id for part in left]
    names = [
        ((one.middle + other.middle) / 2, _name(one.activity, sketch))
        for one, other in zip(left, right, strict=True)
        if one.activity.id in shown
    ]
    gap = sketch.space(1.6)
    between = Layers(
        (
            bands(left, right, (first.hue, second.hue)),
            Pad(SideLabels(names, "middle", sketch.space(0.6)), (0.0, gap, 0.0, gap)),
        )
    )
    wide = sketch.size.inner * (0.09 if sketch.size.narrow else 0.17)
    edging = sketch.space(1.1)
    columns = (
        _percents(first, left, shown, "end", sketch),
        stacked_bar(left, first.hue, first.swatch.marker, width=wide, edging=edging),
        between,
        stacked_bar(right, second.hue, second.swatch.marker, width=wide, edging=-edging),
        _percents(second, right, shown, "start", sketch),
    )
    return Layers((Space(height=_least(sketch)), Row(columns, stretch=2, valign="fill")))


def _least(sketch: Sketch) -> float:
    """How high the columns are at least: so high that they are the picture and not its ornament."""
    size = sketch.size
    if size.height is None:
        return sketch.space(92)
    return size.height * (0.3 if size.brief else 0.44) * min(sketch.ramp.body / (0.8 * size.body), 1.0)


def _most_different(left: Sequence[_ActivitySegment], right: Sequence[_ActivitySegment]) -> list[str]:
    """The activities that tell the two roles apart."""
    apart = [(-abs(one.percent - other.percent), one.activity.id) for one, other in zip(left, right, strict=True)]
    return [name for _, name in sorted(apart, key=lambda pair: pair[0])[:_ESSENCE]]


def _name(activity: Activity, sketch: Sketch) -> Box:
    high, wide = sketch.space(0.8), sketch.space(2.2)
    text = sketch.text(activity.name, "label")
    radius = (text.style.size * 1.35 + 2 * high) / 2
    inside = sketch.labelled(activity.icon, text, "shared.solid")
    return Pad(inside, (high, wide * 1.15, high, wide), "card", "line", (radius,) * 4)


def _percents(
    compared: Compared, parts: Sequence[_ActivitySegment], shown: Sequence[str], side: Align, sketch: Sketch
) -> Box:
    """The shares beside the outer edge of a column."""
    named = [part for part in parts if part.activity.id in shown]
    pins = [(part.middle, _percent(compared, part, sketch, side)) for part in named]
    led = [part.percent > 0 for part in named]
    return SideLabels(pins, side, 0.0, sketch.space(1 if sketch.size.narrow else 2.4), led)


def _percent(compared: Compared, part: _ActivitySegment, sketch: Sketch, side: Align) -> Text:
    large = "label" if sketch.size.narrow else "strong"
    looks = (large, compared.solid) if part.leads else ("label", "muted")
    return sketch.text(f"{part.percent}%", *looks, side)


# --- three or four roles: a panel each --------------------------------------------------------------------------------


def _panels(view: View, sketch: Sketch) -> Box:
    columns = _abreast(view, sketch)
    rows = [_row(view, group, sketch) for group in in_rows(view.roles, columns)]
    return even_rows(rows, sketch.space(3.5))


def _abreast(view: View, sketch: Sketch) -> int:
    """Four stand two by two where four columns would be too narrow for names."""
    count, size = len(view.roles), sketch.size
    if size.height is None:
        return sketch.abreast(count)
    return 2 if count > 3 and size.width < (10 if size.brief else 14) * size.body * count else count


def _row(view: View, group: Sequence[Compared], sketch: Sketch) -> Box:
    inset = 3 if sketch.size.brief else 3.6
    panels = [edged_card(sketch, Space(), compared.hue, compared.swatch.marker, (inset, inset)) for compared in group]
    sections = [
        [_title(view, compared, sketch) for compared in group],
        [_labelled(view, compared, sketch) for compared in group],
    ]
    if spacious(sketch, len(view.roles)):
        sections.append([_reason(view, compared, "start", sketch) for compared in group])
    return sketch.side_by_side(panels, sections, gap=sketch.space(2.6), grow=1)


def _title(view: View, compared: Compared, sketch: Sketch) -> Box:
    name = sketch.text(compared.role.name, "strong", compared.solid)
    if sketch.size.brief:
        return name
    return Stack((name, sketch.text(week_of(view, compared).headline, "note")), gap=sketch.space(0.4))


def _labelled(view: View, compared: Compared, sketch: Sketch) -> Box:
    """A column with its activities' names at its right."""
    parts = _segments(view, compared)
    shown = parts if not sketch.size.brief else _brief_segments(parts)
    widest = max(_percent(compared, part, sketch, "end").widths().max for part in parts)
    pins = [(part.middle, _label(compared, part, widest, sketch)) for part in shown]
    labels = SideLabels(pins, "start", sketch.space(0.4), sketch.space(3), [part.percent > 0 for part in shown])
    chart = Row((stacked_bar(parts, compared.hue, compared.swatch.marker), labels), shares=(0.22, 0.78), valign="fill")
    least = _least(sketch) / -(-len(view.roles) // _abreast(view, sketch))
    return Layers((Space(height=least if sketch.size.height else sketch.space(64)), chart))


def _brief_segments(parts: Sequence[_ActivitySegment]) -> list[_ActivitySegment]:
    """The two activities that say most of a role: where it spends the most of all, else the most of its own time."""
    chosen = sorted(parts, key=lambda part: (not part.leads, -part.percent))[:2]
    return sorted(chosen, key=lambda part: part.start)


def _label(compared: Compared, part: _ActivitySegment, widest: float, sketch: Sketch) -> Box:
    name = sketch.text(part.activity.name, "label" if part.leads else "note", "ink" if part.leads else "muted")
    percent = Fixed(_percent(compared, part, sketch, "end"), widest)
    if sketch.size.brief:
        return Stack((_percent(compared, part, sketch, "start"), name))
    return Row((percent, name), sketch.space(1.6), valign="middle")
