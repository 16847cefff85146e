"""The roles on editorial scales.

In: the comparison's scales with a position and a rationale for each role. Out: one track a scale with
each role's mark on it; where there is room, the rationale too. Every mark is a judgement and is said to be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from generator.infographics.parts.columns import even_rows, grid_by_rows
from generator.infographics.parts.marks import circle
from generator.infographics.parts.notes import judgement_label
from generator.infographics.parts.sketch import Sketch
from generator.infographics.picture import Table
from generator.layout import Block, Box, Canvas, Fixed, Grid, Item, Pad, Rect, Row, Rule, Size, Stack, Text
from generator.model import Compared, Scale, View

KIND = "depth-and-breadth"
ICON = "material/ray-start-end"
EDITORIAL = True
POSTER = False
SECTION = ""

# Scales go from 0 to this.
_TOP = 10
# A mark's width in steps of a scale: two that are one step apart are told apart.
_MARK = 0.62
# More scales than these stand closer together.
_MANY = 9
# So few have rails as long as the page is wide.
_FEW = 3
# A page that is so many times as wide as high has broad columns.
_BROAD = 1.5


def compose(view: View, sketch: Sketch) -> Box:
    scales = by_gap(view)
    if sketch.size.brief:
        name = _short(sketch.text(scales[0].name, "tag"), sketch)
        body: Box = Pad(Stack((name, _below(view, scales[0], sketch)), gap=sketch.space(1.2)), valign="end")
    elif sketch.size.full:
        cards = [_explained(view, scale, sketch) for scale in scales]
        body = grid_by_rows(cards, 2, sketch.space(3), sketch.space(3))
    elif sketch.size.height is not None and len(scales) == 1:
        body = _explained(view, scales[0], sketch)
    elif sketch.size.height is not None and len(scales) <= _FEW:
        body = even_rows([_open(view, scale, sketch) for scale in scales], sketch.space(1), Rule())
    elif sketch.size.height is not None and sketch.size.width > sketch.size.height:
        body = Grid([_wide(view, scale, sketch) for scale in scales], _SHARES, sketch.space(4), rule=Rule())
    elif sketch.size.height is not None:
        body = even_rows([_tall(view, scale, sketch) for scale in scales], sketch.space(0.5), Rule())
    else:
        body = Stack([_explained(view, scale, sketch) for scale in scales], gap=sketch.space(5))
    return Stack((_legend(view, sketch), body), gap=sketch.space(2.4 if sketch.size.height else 4), grow=frozenset({1}))


def by_gap(view: View) -> list[Scale]:
    """The scales, first that on which the roles stand furthest apart; equal ones as the content has them."""
    return sorted(view.comparison.scales, key=lambda scale: -_gap(view, scale))


def _gap(view: View, scale: Scale) -> int:
    values = [scale.positions[compared.id].value for compared in view.roles]
    return max(values) - min(values)


def alt(view: View, size: Size) -> str:
    """What a card for feeds shows: the one scale on which the roles stand furthest apart."""
    count = len(view.comparison.scales)
    if not size.brief or count == 1:
        return ""
    scale = by_gap(view)[0]
    placed = ", ".join(f"{compared.role.name} {scale.positions[compared.id].value}" for compared in view.roles)
    return f"One of {count} scales, {scale.name}, from {scale.low} (0) to {scale.high} (10): {placed}."


def note(view: View, sketch: Sketch) -> Box | None:
    words = "Editorial judgement" if sketch.size.brief else "Editorial judgement, not measured data"
    return judgement_label(sketch, sketch.text(words, "note", "muted"))


def table(view: View) -> Table:
    columns = ["Scale (0 to 10)", "0 is", "10 is"]
    for compared in view.roles:
        columns += [compared.role.name, f"{compared.role.abbreviation}: why"]
    return Table(tuple(columns), tuple(_table_row(view, scale) for scale in by_gap(view)))


def _table_row(view: View, scale: Scale) -> tuple[str, ...]:
    positions = [scale.positions[compared.id] for compared in view.roles]
    judged = [cell for position in positions for cell in (str(position.value), str(position.rationale))]
    return (str(scale.name), str(scale.low), str(scale.high), *judged)


def describe(view: View) -> tuple[str, ...]:
    opening = "Editorial judgement: each role is placed between 0 and 10 on every scale, with the reason."
    return (opening, *(_sentence(view, scale) for scale in by_gap(view)))


def _sentence(view: View, scale: Scale) -> str:
    placed = (
        f"{compared.role.name} {scale.positions[compared.id].value}: {scale.positions[compared.id].rationale}"
        for compared in view.roles
    )
    return f"{scale.name}, from {scale.low} (0) to {scale.high} (10). {' '.join(placed)}"


def _legend(view: View, sketch: Sketch) -> Box:
    entries: list[Box] = []
    for compared in view.roles:
        name = sketch.text(compared.role.name, "label")
        if sketch.size.brief:
            few = len(view.roles) <= 2
            name = _short(sketch.text(compared.role.name if few else compared.role.abbreviation, "label"), sketch)
        side = round(name.style.size, 3)
        mark = Canvas(partial(_lone, compared, side), height=side, width=side)
        entries.append(Row((mark, name), gap=sketch.space(1.6), valign="middle"))
    across = Row(entries, gap=sketch.space(5))
    fits = across.widths().max <= sketch.size.inner
    return across if fits else grid_by_rows(entries, 1 if sketch.size.narrow else 2, sketch.space(3), sketch.space(1.4))


def _lone(compared: Compared, side: float, width: float, height: float) -> tuple[Item, ...]:
    return tuple(_mark(compared, side / 2, height / 2, side / 2))


def _short(text: Text, sketch: Sketch) -> Text:
    """A text of a card for feeds, as small as is read there."""
    return replace(text, style=replace(text.style, size=sketch.size.legible))


# --- a scale: one rail with a mark a role -----------------------------------------------------------------------------


def _rail(view: View, scale: Scale, sketch: Sketch) -> Box:
    """Marks at their exact places; those of equal value stand one above the other."""
    values = [(scale.positions[compared.id].value, compared) for compared in view.roles]
    most = max(sum(value == other for other, _ in values) for value, _ in values)
    high = sketch.space(2.6) * max(most, 1)
    return Canvas(partial(_marks, values, sketch.space(0.7), sketch.space(2.6)), height=round(high, 3))


def _marks(
    values: Sequence[tuple[int, Compared]], thick: float, largest: float, width: float, height: float
) -> tuple[Item, ...]:
    across = min(largest, width / _TOP * _MARK)
    step, y = (width - across) / _TOP, height / 2

    def bar(low: float, high: float, fill: str) -> Block:
        rect = Rect(round(low, 3), round(y - thick / 2, 3), round(high - low, 3), thick)
        return Block(rect, fill=fill, radii=(thick / 2,) * 4)

    places = [across / 2 + value * step for value, _ in values]
    items: list[Item] = [bar(0.0, width, "line")]
    if max(places) > min(places):
        items.append(bar(min(places), max(places), "muted"))
    for index, (value, compared) in enumerate(values):
        equal = [other for other, (found, _) in enumerate(values) if found == value]
        down = (equal.index(index) - (len(equal) - 1) / 2) * across
        items += _mark(compared, places[index], y + down, across / 2)
    return tuple(items)


def _mark(compared: Compared, x: float, y: float, radius: float) -> Iterator[Item]:
    """A disc for the solid marker, a ring for every other, whose line is drawn in the marker's way."""
    marker = compared.swatch.marker
    yield circle(x, y, radius, fill=compared.solid)
    if marker != "solid":
        yield circle(x, y, radius * 0.64, fill="card")
    if marker == "dotted":
        yield circle(x, y, radius * 0.3, fill=compared.solid)
    elif marker == "double":
        yield circle(x, y, radius * 0.42, fill=compared.solid)
        yield circle(x, y, radius * 0.22, fill="card")


# --- wide: one line a scale -------------------------------------------------------------------------------------------

_SHARES = (0.26, 0.18, 0.38, 0.18)


def _wide(view: View, scale: Scale, sketch: Sketch) -> tuple[Box, ...]:
    inset = sketch.space(0.8 if len(view.comparison.scales) <= _MANY else 0.2)
    # On a slide that is hardly wider than high, type is large for the width of a column.
    wide = sketch.size.width > _BROAD * (sketch.size.height or 0.0)
    parts: tuple[Box, ...] = (
        sketch.text(scale.name, "strong" if wide else "label"),
        sketch.text(scale.low, "note", "muted", "end"),
        _rail(view, scale, sketch),
        sketch.text(scale.high, "note", "muted"),
    )
    return tuple(Pad(part, (inset, 0.0, inset, 0.0), valign="middle") for part in parts)


# --- tall and narrow: the rail beside the name, its ends below it -----------------------------------------------------


def _below(view: View, scale: Scale, sketch: Sketch) -> Box:
    """The rail with its ends below it."""
    low = sketch.text(scale.low, "note", "muted")
    high = sketch.text(scale.high, "note", "muted", "end")
    if sketch.size.brief:
        low, high = _short(low, sketch), _short(high, sketch)
    ends = Row((low, high), gap=sketch.space(3), shares=(1.0, 1.0))
    return Stack((_rail(view, scale, sketch), ends), gap=sketch.space(0.4))


def _tall(view: View, scale: Scale, sketch: Sketch) -> Box:
    name = sketch.text(scale.name, "label")
    return Pad(
        Row((name, _below(view, scale, sketch)), sketch.space(4), (0.34, 0.66), valign="middle"), valign="middle"
    )


def _open(view: View, scale: Scale, sketch: Sketch) -> Box:
    """The name above a rail over the whole width."""
    inside = Stack((sketch.text(scale.name, "strong"), _below(view, scale, sketch)), gap=sketch.space(0.6))
    return Pad(inside, valign="middle")


def _explained(view: View, scale: Scale, sketch: Sketch) -> Box:
    marks = [sketch.text(compared.role.abbreviation, "label", compared.solid) for compared in view.roles]
    widest = max(mark.widths().max for mark in marks)
    reasons = [
        Row((Fixed(mark, widest), sketch.text(scale.positions[compared.id].rationale, "note")), gap=sketch.space(2))
        for mark, compared in zip(marks, view.roles, strict=True)
    ]
    head = sketch.text(scale.name, "strong")
    inset = sketch.space(4)
    inside = Stack(
        (head, _below(view, scale, sketch), Rule(), Stack(reasons, gap=sketch.space(1.6))), gap=sketch.space(2.6)
    )
    return Pad(inside, (inset,) * 4, "card", radii=(sketch.space(3),) * 4, valign="middle")
