"""The table: dimensions as its spine, in front of it, or as headings of its rows.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.infographics.kinds.comparison_table.groups import caption, groups
from generator.infographics.kinds.comparison_table.one_row import one_row
from generator.infographics.kinds.comparison_table.poster import panels
from generator.infographics.kinds.comparison_table.rows import answers, counted, shown
from generator.infographics.kinds.comparison_table.statements import (
    ABREAST,
    is_narrow,
    is_upright,
    role_names,
    statement,
)
from generator.infographics.parts.cards import band
from generator.infographics.parts.columns import even_rows, grouped
from generator.infographics.parts.marks import edge
from generator.infographics.parts.notes import judgement_label
from generator.infographics.parts.sketch import Sketch
from generator.layout import Align, Box, Fixed, Grid, Group, Item, Layers, Pad, Row, Rule, Space, Stack, centred
from generator.model import Compared, Dimension, Text, View


def compose(view: View, sketch: Sketch) -> Box:
    if sketch.size.brief:
        return one_row(view, sketch)
    parts = [_table(view, sketch)]
    if sketch.size.full:
        parts += panels(view, sketch)
    elif view.comparison.shared.short:
        parts += [Rule(), _shared(view, view.comparison.shared.short, sketch)]
    gap = 3.2 if sketch.size.full else 5 if sketch.size.narrow else 1
    return Stack(parts, gap=sketch.space(gap), grow=frozenset({0}))


def _table(view: View, sketch: Sketch) -> Box:
    many = len(view.roles) > 2
    if sketch.abreast(len(view.roles)) < len(view.roles) or (many and is_upright(sketch)):
        return groups(view, sketch)
    if is_upright(sketch):
        return _captioned(view, sketch)
    return _columns(view, sketch) if many else _spine(view, sketch)


def note(view: View, sketch: Sketch) -> Box | None:
    if not sketch.size.full or not view.comparison.scales:
        return None
    words = "Positions on scales: editorial judgement, not measured data"
    return judgement_label(sketch, sketch.text(words, "note", "muted"))


# The share of the width that the name of what is shared has at most, before what it is.
_LABEL = 0.3


def _shared(view: View, short: Text, sketch: Sketch) -> Box:
    """What all of them have in common: the last row, across all columns and in the same type."""
    wide = sketch.size.height is not None and not is_upright(sketch)
    title = view.words.of("shared_row", len(view.roles)) if sketch.size.height else view.shared_title
    label = sketch.text(title, "label", "shared.solid")
    words = sketch.text(short, "body")
    if wide:
        front = Fixed(label, min(label.widths().max, sketch.size.inner * _LABEL))
        inside: Box = Row((front, words), sketch.space(4), valign="middle", stretch=1)
    else:
        inside = Stack((label, words), sketch.space(0.4))
    high, side, bar = sketch.space(1.2 if sketch.size.height else 2), sketch.space(2.4), sketch.space(1)
    mark = edge(view.model.palette.shared.marker, "shared.solid", bar)
    radius = sketch.space(2)
    row = Pad(inside, (high, side, high, side + bar), "shared.tint", radii=(0.0, radius, radius, 0.0), edge=mark)
    return Group(title, row)


# --- two roles: the dimensions are the spine --------------------------------------------------------------------------

_SPINE = (0.42, 0.16, 0.42)
# In small type names of dimensions stand on one line, which spares the rows a second.
_SPINE_FULL, _SPINE_PAGE = (0.4, 0.2, 0.4), (0.41, 0.18, 0.41)
# Steps of the grid: how thick the marks at both sides of the spine are, and what parts its words from them.
_MARK, _CLEAR = 0.5, 0.8


def _spine(view: View, sketch: Sketch) -> Box:
    left, right = view.roles
    radius, size = sketch.space(3), sketch.size
    shares = _SPINE_FULL if size.full else _SPINE if size.height else _SPINE_PAGE
    between = sketch.text(counted(view, size) or "vs", "label", "muted", "middle")
    aside = (0.0, sketch.space(_MARK + _CLEAR)) * 2
    large = all(_in_one_line(one, size.inner * shares[0], sketch) for one in view.roles)
    titles = (
        _title(left, sketch, (radius, 0.0, 0.0, 0.0), "end", large=large),
        Pad(between, aside, fill="card", valign="middle"),
        _title(right, sketch, (0.0, radius, 0.0, 0.0), "start", large=large),
    )
    dimensions = shown(view, size)
    rows = [_spine_row(view, dimension, sketch) for dimension in dimensions]
    grid = Grid(rows, shares, rule=Rule(), names=[dimension.name for dimension in dimensions])
    marks = both_edges((left.swatch.marker, left.solid), (right.swatch.marker, right.solid), sketch.space(_MARK))
    backdrop = Row((Space(), Pad(Space(), fill="card", edge=marks), Space()), shares=shares, valign="fill")
    top = Group("Roles", Row(titles, shares=shares, valign="fill"))
    return Stack((top, Layers((backdrop, grid))), grow=frozenset({1}))


# Steps of the grid beside the titles, and between their icons and names.
_SIDE, _APART = 3.2, 2.6


def _in_one_line(compared: Compared, width: float, sketch: Sketch) -> bool:
    """Whether a title so wide has room for the role's name in large type, beside its icon."""
    name, icon = sketch.text(compared.role.name, "head"), sketch.icon(compared.role.icon, "ink", "head", 1.4)
    return name.widths().max + icon.size + sketch.space(2 * _SIDE + _APART) <= width


def _title(
    compared: Compared, sketch: Sketch, radii: tuple[float, float, float, float], align: Align, *, large: bool
) -> Box:
    """A role's name; where there is room, its tagline below."""
    name = sketch.text(compared.role.name, "head" if large else "strong", compared.on, align)
    roomy = sketch.size.height is None or sketch.size.full
    below = [sketch.text(compared.role.tagline, "note", compared.on, align)] if roomy and compared.role.tagline else []
    words = Stack((name, *below)) if below else name
    icon = sketch.icon(compared.role.icon, compared.on, "head", 1.4)
    parts = (words, icon) if align == "end" else (icon, words)
    inside = Row(parts, sketch.space(_APART), valign="middle", align=align)
    insets = (sketch.space(2.6 if roomy else 0.9), sketch.space(_SIDE)) * 2
    return Group(compared.role.name, Pad(inside, insets, compared.solid, radii=radii, valign="middle"))


def _spine_row(view: View, dimension: Dimension, sketch: Sketch) -> tuple[Box, Box, Box]:
    lines = len(shown(view, sketch.size))
    high = sketch.space(0.7 if sketch.size.height else 2.4)
    outer, inner = sketch.space(1), sketch.space(3.4)
    one, other = answers(view, dimension, sketch.size)
    left, right = statement(view, one, "end", sketch, lines), statement(view, other, "start", sketch, lines)
    name: Box = sketch.text(dimension.name, "label", "muted", "middle")
    if sketch.size.height is None:
        icon = Row((sketch.icon(dimension.icon, "shared.solid", "body", 1.35),), align="middle")
        name = Stack((icon, name), gap=sketch.space(0.6))
    return (
        Group(view.roles[0].role.name, Pad(left, (high, inner, high, outer), valign="middle")),
        Pad(name, (high, sketch.space(_MARK + _CLEAR)) * 2, valign="middle"),
        Group(view.roles[1].role.name, Pad(right, (high, outer, high, inner), valign="middle")),
    )


# --- three or four roles: the dimensions stand in front ---------------------------------------------------------------


# The share of the dimensions' names, of a column's; where columns are narrow, so are words that fill them.
_FRONT, _FRONT_NARROW = 0.62, 0.74


def _columns(view: View, sketch: Sketch) -> Box:
    dimensions = shown(view, sketch.size)
    front = _FRONT_NARROW if is_narrow(view, sketch) else _FRONT
    shares, gap = (front, *(1.0 for _ in view.roles)), sketch.space(2)
    count = counted(view, sketch.size)
    corner = centred(sketch.text(count, "label", "muted")) if count else Space()
    top = Row((corner, *(_heading(view, compared, sketch) for compared in view.roles)), gap, shares, valign="fill")
    rows = []
    for dimension in dimensions:
        name = centred(sketch.text(dimension.name, "label", "muted"))
        rows.append((name, *_answers(view, dimension, sketch, len(dimensions))))
    grid = Grid(rows, shares, column_gap=gap, rule=Rule(), names=[dimension.name for dimension in dimensions])
    return Stack((Group("Roles", top), grid), grow=frozenset({1}))


def _answers(view: View, dimension: Dimension, sketch: Sketch, lines: int) -> list[Box]:
    """What each role says about a dimension, beside the edge of its column."""
    inset = sketch.space(0.8)
    insets = (inset, inset, inset, inset * 2)
    cells = [
        Pad(
            statement(view, cell, "start", sketch, lines),
            insets,
            valign="middle",
            edge=edge(compared.swatch.marker, compared.solid, sketch.space(0.6)),
        )
        for compared, cell in zip(view.roles, answers(view, dimension, sketch.size), strict=True)
    ]
    return grouped(role_names(view), cells)


def _heading(view: View, compared: Compared, sketch: Sketch) -> Box:
    many = len(view.roles) > ABREAST
    name = sketch.text(compared.role.name, "label" if is_narrow(view, sketch) else "strong", compared.on)
    words = name if many or is_upright(sketch) else sketch.labelled(compared.role.icon, name, compared.on)
    return Group(compared.role.name, band(sketch, words, compared.solid, (1.1, 2.5)))


# --- two columns on an upright page: each dimension's name stands above its row ---------------------------------------


def _captioned(view: View, sketch: Sketch) -> Box:
    dimensions = shown(view, sketch.size)
    shares, gap = [1.0] * len(view.roles), sketch.space(3)
    top = Row([_heading(view, compared, sketch) for compared in view.roles], gap, shares, valign="fill")
    rows = []
    for dimension in dimensions:
        cells = Row(_answers(view, dimension, sketch, len(dimensions)), gap, shares, valign="fill")
        named = caption(view, dimension, sketch)
        row = Pad(Stack((named, cells), sketch.space(0.4), grow=frozenset({1})), (sketch.space(0.5), 0.0) * 2)
        rows.append(Group(dimension.name, row))
    return Stack((Group("Roles", top), even_rows(rows, 0.0, Rule())), sketch.space(0.5), grow=frozenset({1}))


def both_edges(
    left: tuple[str, str], right: tuple[str, str], thickness: float
) -> Callable[[float, float], tuple[Item, ...]]:
    """Both sides of a panel, each (marker, colour)."""

    def draw(width: float, height: float) -> tuple[Item, ...]:
        far = (item.moved(width - thickness, 0.0) for item in edge(*right, thickness)(width, height))
        return (*edge(*left, thickness)(width, height), *far)

    return draw
