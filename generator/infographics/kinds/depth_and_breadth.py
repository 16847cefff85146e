"""The roles on editorial scales.

In: the comparison's scales with a position and a rationale for each role. Out: one track a scale with
each role's mark on it; where there is room, the rationale too. Every mark is a judgement and is said to be.
"""

from __future__ import annotations

from dataclasses import replace

from generator.brand import Ramp
from generator.infographics.parts.columns import even_rows, grid_by_rows, grouped
from generator.infographics.parts.dot_scale import by_gap, key_entry, rail, scale_cells
from generator.infographics.parts.notes import judgement_label
from generator.infographics.parts.shown import at_most
from generator.infographics.parts.sketch import Sketch
from generator.infographics.picture import Table
from generator.layout import Box, Fixed, Grid, Group, Pad, Row, Rule, Size, Stack, Text
from generator.model import Scale, View

KIND = "depth-and-breadth"
ICON = "material/ray-start-end"
EDITORIAL = True
POSTER = False
SECTION = "scales"

# How the width is shared by the cells of a scale, where names and ends have no room on one line beside such a rail.
_SHARES, _RAIL = (0.26, 0.18, 0.38, 0.18), 0.3
# The share of a name beside a rail with its ends below it: no less, and no more.
_NAME, _LONG_NAME = 0.34, 0.42
# More scales than these stand closer together.
_MANY = 9
# So few have rails as long as the page is wide.
_FEW = 3
# A page that is so many times as wide as high has broad columns.
_BROAD = 1.5


def compose(view: View, sketch: Sketch) -> Box:
    scales, sketch = shown(view, sketch.size), _on_one_line(view, sketch)
    if sketch.size.brief:
        name = _short(sketch.text(scales[0].name, "tag"), sketch)
        scale = Stack((name, _below(view, scales[0], sketch)), gap=sketch.space(1.2))
        body: Box = Pad(Group(name.text, scale), valign="end")
    elif sketch.size.full:
        cards = [_explained(view, scale, sketch) for scale in scales]
        body = grid_by_rows(cards, 2, sketch.space(3), sketch.space(3))
    elif sketch.size.height is not None and len(view.comparison.scales) == 1 and sketch.size.most is None:
        body = _explained(view, scales[0], sketch)
    elif sketch.size.height is not None and len(scales) <= _FEW:
        body = even_rows([_open(view, scale, sketch) for scale in scales], sketch.space(1), Rule())
    elif sketch.size.height is not None and _is_wide(sketch):
        rows, names = [_wide(view, scale, sketch) for scale in scales], [scale.name for scale in scales]
        body = Grid(rows, _shares(view, sketch), sketch.space(_APART), rule=Rule(), names=names)
    elif sketch.size.height is not None:
        body = even_rows([_tall(view, scale, sketch) for scale in scales], sketch.space(0.5), Rule())
    else:
        body = Stack([_explained(view, scale, sketch) for scale in scales], gap=sketch.space(5))
    return Stack((_legend(view, sketch), body), gap=sketch.space(2.4 if sketch.size.height else 4), grow=frozenset({1}))


def alt(view: View, size: Size) -> str:
    """What a size with some of the scales shows: those on which the roles stand furthest apart."""
    scales, count = shown(view, size), len(view.comparison.scales)
    if len(scales) == count:
        return ""
    told = [_placed(view, scale) for scale in scales]
    return f"One of {count} scales, {told[0]}" if size.brief else f"{len(scales)} of {count} scales. {' '.join(told)}"


def _placed(view: View, scale: Scale) -> str:
    placed = ", ".join(f"{compared.role.name} {scale.positions[compared.id].value}" for compared in view.roles)
    return f"{scale.name}, from {scale.low} (0) to {scale.high} (10): {placed}."


def shown(view: View, size: Size) -> list[Scale]:
    """The scales that a size has room for."""
    scales = by_gap(view)
    return scales[: 1 if size.brief else at_most(size, len(scales))]


def note(view: View, sketch: Sketch) -> Box | None:
    words = "Editorial judgement" if sketch.size.brief else "Editorial judgement, not measured data"
    some, every = len(shown(view, sketch.size)), len(view.comparison.scales)
    if some < every:
        those = (
            f", 1 of {every} scales"
            if sketch.size.brief
            else f". {some} of the {every} scales, those with the widest gaps"
        )
        words += those
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
        entries.append(key_entry(sketch, compared, name))
    across: Box = Row(entries, gap=sketch.space(5))
    if across.widths().max > sketch.size.inner:
        across = grid_by_rows(entries, 1 if sketch.size.narrow else 2, sketch.space(3), sketch.space(1.4))
    return Group("Roles", across)


def _short(text: Text, sketch: Sketch) -> Text:
    """A text of a card for feeds, as small as is read there."""
    return replace(text, style=replace(text.style, size=sketch.size.legible))


# --- scales below each other: names and ends on one line each ---------------------------------------------------------

# Steps of the grid between the cells of a scale, and between its ends where they stand below the rail.
_APART, _ENDS = 4.0, 3.0


def _is_wide(sketch: Sketch) -> bool:
    return sketch.size.width > (sketch.size.height or 0.0)


def _widest(view: View, sketch: Sketch) -> tuple[float, float, float, float]:
    """The widths of the widest name, low end and high end, and of the widest two ends of one scale."""
    scales = shown(view, sketch.size)
    low = [sketch.text(scale.low, "note").widths().max for scale in scales]
    high = [sketch.text(scale.high, "note").widths().max for scale in scales]
    names = [sketch.text(scale.name, _style(sketch)).widths().max for scale in scales]
    return max(names), max(low), max(high), max(map(sum, zip(low, high, strict=True)))


def _on_one_line(view: View, sketch: Sketch) -> Sketch:
    """The means in type in which names and ends stand on one line each, where it is legible and there are many scales.

    Larger type would break some of them, and no two rows would be alike.
    """
    size = sketch.size
    if size.height is None or size.brief or size.full or len(shown(view, size)) <= _FEW:
        return sketch
    name, low, high, ends = _widest(view, sketch)
    apart, room = sketch.space(_APART), size.inner
    if _is_wide(sketch):
        share = (name + low + high + 3 * apart) / (room * (1 - _RAIL))
    else:
        share = max(
            (name + apart) / (room * _LONG_NAME), (ends + sketch.space(_ENDS) + apart) / (room * (1 - _LONG_NAME))
        )
    fitting = sketch.ramp.body / share * 0.999
    least = size.legible / Ramp(1.0).smallest
    return replace(sketch, ramp=Ramp(fitting)) if least <= fitting < sketch.ramp.body else sketch


def _shares(view: View, sketch: Sketch) -> tuple[float, ...]:
    """How the cells of a scale share the width: each as wide as its words, the rail what is left."""
    name, low, high, _ = _widest(view, sketch)
    room = sketch.size.inner - 3 * sketch.space(_APART)
    rail = room - name - low - high
    return (name, low, rail, high) if rail >= room * _RAIL * 0.9 else _SHARES


def _front(view: View, sketch: Sketch) -> float:
    """The share of the names before rails with their ends below them."""
    name = _widest(view, sketch)[0] / (sketch.size.inner - sketch.space(_APART))
    return min(max(name * 1.001, _NAME), _LONG_NAME)


def _style(sketch: Sketch) -> str:
    """How names are set: on a page that is hardly wider than high, type is large for the width of a column."""
    return "strong" if sketch.size.width > _BROAD * (sketch.size.height or 0.0) else "label"


# --- wide: one line a scale -------------------------------------------------------------------------------------------


def _wide(view: View, scale: Scale, sketch: Sketch) -> tuple[Box, ...]:
    inset = 0.8 if len(shown(view, sketch.size)) <= _MANY else 0.2
    return scale_cells(view, scale, sketch, style=_style(sketch), inset=inset)


# --- tall and narrow: the rail beside the name, its ends below it -----------------------------------------------------


def _below(view: View, scale: Scale, sketch: Sketch) -> Box:
    """The rail with its ends below it."""
    low = sketch.text(scale.low, "note", "muted")
    high = sketch.text(scale.high, "note", "muted", "end")
    if sketch.size.brief:
        low, high = _short(low, sketch), _short(high, sketch)
    ends = Row((low, high), gap=sketch.space(_ENDS), stretch=1)
    return Stack((rail(view, scale, sketch), ends), gap=sketch.space(0.4))


def _tall(view: View, scale: Scale, sketch: Sketch) -> Box:
    name = sketch.text(scale.name, "label")
    front = _front(view, sketch)
    row = Row((name, _below(view, scale, sketch)), sketch.space(_APART), (front, 1 - front), valign="middle")
    return Group(scale.name, Pad(row, valign="middle"))


def _open(view: View, scale: Scale, sketch: Sketch) -> Box:
    """The name above a rail over the whole width."""
    inside = Stack((sketch.text(scale.name, "strong"), _below(view, scale, sketch)), gap=sketch.space(0.6))
    return Group(scale.name, Pad(inside, valign="middle"))


def _explained(view: View, scale: Scale, sketch: Sketch) -> Box:
    marks = [sketch.text(compared.role.abbreviation, "label", compared.solid) for compared in view.roles]
    widest = max(mark.widths().max for mark in marks)
    reasons = [
        Row((Fixed(mark, widest), sketch.text(scale.positions[compared.id].rationale, "note")), gap=sketch.space(2))
        for mark, compared in zip(marks, view.roles, strict=True)
    ]
    names = [compared.role.name for compared in view.roles]
    head = sketch.text(scale.name, "strong")
    inset = sketch.space(4)
    inside = Stack(
        (head, _below(view, scale, sketch), Rule(), Stack(grouped(names, reasons), gap=sketch.space(1.6))),
        gap=sketch.space(2.6),
    )
    return Group(scale.name, Pad(inside, (inset,) * 4, "card", radii=(sketch.space(3),) * 4, valign="middle"))
