"""The table: dimensions as its spine, in front of it, or as headings of its rows.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.infographics.kinds.comparison_table.one_row import one_row
from generator.infographics.kinds.comparison_table.poster import panels
from generator.infographics.kinds.comparison_table.rows import answers, counted, shown
from generator.infographics.parts.badges import role_pill
from generator.infographics.parts.cards import band
from generator.infographics.parts.columns import even_rows, grid_by_rows, grouped
from generator.infographics.parts.marks import edge
from generator.infographics.parts.notes import judgement_label
from generator.infographics.parts.sketch import Sketch
from generator.layout import Align, Box, Grid, Group, Item, Layers, Listing, Pad, Row, Rule, Space, Stack, centred
from generator.model import Compared, Dimension, Text, View

# So few rows of a poster are set in larger type.
_FEW = 4
# More columns than these are narrow, but on a page that is so many times as wide as high.
_ABREAST, _WIDE = 3, 1.5


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
    if sketch.abreast(len(view.roles)) < len(view.roles) or (many and _upright(sketch)):
        return _groups(view, sketch)
    if _upright(sketch):
        return _captioned(view, sketch)
    return _columns(view, sketch) if many else _spine(view, sketch)


def _upright(sketch: Sketch) -> bool:
    """Whether columns are too narrow for a column of names between or before them."""
    size = sketch.size
    return size.height is not None and size.width <= size.height and not size.full


def note(view: View, sketch: Sketch) -> Box | None:
    if not sketch.size.full or not view.comparison.scales:
        return None
    words = "Positions on scales: editorial judgement, not measured data"
    return judgement_label(sketch, sketch.text(words, "note", "muted"))


def _statement(view: View, cell: tuple[str, ...], align: Align, sketch: Sketch, lines: int) -> Box:
    """What a role says. All rows of a table set lists in one way: after one another, or below where columns are narrow.

    A table of so few `lines` has room for larger type.
    """
    stacked = not sketch.size.full and (sketch.size.height is None or _upright(sketch))
    role = _type(view, sketch, lines)
    return Listing([sketch.text(entry, role, align=align) for entry in cell], stacked)


def _type(view: View, sketch: Sketch, lines: int) -> str:
    """The role of the type that statements are set in."""
    size, count = sketch.size, len(view.roles)
    if size.full:
        return "note" if lines > _FEW else "head"
    if _is_narrow(view, sketch):
        return "note"
    return "head" if size.height and lines <= (1 if count > _ABREAST and _upright(sketch) else 2) else "body"


def _shared(view: View, short: Text, sketch: Sketch) -> Box:
    """What all of them have in common: the last row, across all columns and in the same type."""
    wide = sketch.size.height is not None and not _upright(sketch)
    title = view.words.of("shared_row", len(view.roles)) if sketch.size.height else view.shared_title
    label = sketch.text(title, "label", "shared.solid")
    words = sketch.text(short, "body")
    if wide:
        inside: Box = Row((label, words), sketch.space(4), valign="middle")
    else:
        inside = Stack((label, words), sketch.space(0.4))
    high, side, bar = sketch.space(1.2 if sketch.size.height else 2), sketch.space(2.4), sketch.space(1)
    mark = edge(view.model.palette.shared.marker, "shared.solid", bar)
    radius = sketch.space(2)
    row = Pad(inside, (high, side, high, side + bar), "shared.tint", radii=(0.0, radius, radius, 0.0), edge=mark)
    return Group(title, row)


def _names(view: View) -> list[str]:
    return [str(compared.role.name) for compared in view.roles]


# --- two roles: the dimensions are the spine --------------------------------------------------------------------------

_SPINE = (0.425, 0.15, 0.425)
# In small type names of dimensions stand on one line, which spares the rows a second.
_SPINE_FULL, _SPINE_PAGE = (0.4, 0.2, 0.4), (0.415, 0.17, 0.415)


def _spine(view: View, sketch: Sketch) -> Box:
    left, right = view.roles
    radius, size = sketch.space(3), sketch.size
    shares = _SPINE_FULL if size.full else _SPINE if size.height else _SPINE_PAGE
    titles = (
        _title(left, sketch, (radius, 0.0, 0.0, 0.0), "end"),
        Pad(sketch.text(counted(view, size) or "vs", "label", "muted", "middle"), fill="card", valign="middle"),
        _title(right, sketch, (0.0, radius, 0.0, 0.0), "start"),
    )
    dimensions = shown(view, size)
    rows = [_spine_row(view, dimension, sketch) for dimension in dimensions]
    grid = Grid(rows, shares, rule=Rule(), names=[dimension.name for dimension in dimensions])
    marks = both_edges((left.swatch.marker, left.solid), (right.swatch.marker, right.solid), sketch.space(0.5))
    backdrop = Row((Space(), Pad(Space(), fill="card", edge=marks), Space()), shares=shares, valign="fill")
    top = Group("Roles", Row(titles, shares=shares, valign="fill"))
    return Stack((top, Layers((backdrop, grid))), grow=frozenset({1}))


def _title(compared: Compared, sketch: Sketch, radii: tuple[float, float, float, float], align: Align) -> Box:
    """A role's name; where there is room, its tagline below."""
    name = sketch.text(compared.role.name, "head", compared.on, align)
    roomy = sketch.size.height is None or sketch.size.full
    below = [sketch.text(compared.role.tagline, "note", compared.on, align)] if roomy and compared.role.tagline else []
    words = Stack((name, *below)) if below else name
    icon = sketch.icon(compared.role.icon, compared.on, "head", 1.4)
    parts = (words, icon) if align == "end" else (icon, words)
    inside = Row(parts, sketch.space(2.6), valign="middle", align=align)
    insets = (sketch.space(2.6 if roomy else 0.9), sketch.space(3.2)) * 2
    return Group(compared.role.name, Pad(inside, insets, compared.solid, radii=radii, valign="middle"))


def _spine_row(view: View, dimension: Dimension, sketch: Sketch) -> tuple[Box, Box, Box]:
    lines = len(shown(view, sketch.size))
    high = sketch.space(0.7 if sketch.size.height else 2.4)
    outer, inner = sketch.space(1), sketch.space(3.4)
    one, other = answers(view, dimension, sketch.size)
    left, right = _statement(view, one, "end", sketch, lines), _statement(view, other, "start", sketch, lines)
    name: Box = sketch.text(dimension.name, "label", "muted", "middle")
    if sketch.size.height is None:
        icon = Row((sketch.icon(dimension.icon, "shared.solid", "body", 1.35),), align="middle")
        name = Stack((icon, name), gap=sketch.space(0.6))
    return (
        Group(view.roles[0].role.name, Pad(left, (high, inner, high, outer), valign="middle")),
        Pad(name, (high, sketch.space(0.5)) * 2, valign="middle"),
        Group(view.roles[1].role.name, Pad(right, (high, outer, high, inner), valign="middle")),
    )


# --- three or four roles: the dimensions stand in front ---------------------------------------------------------------


# The share of the dimensions' names, of a column's; where columns are narrow, so are words that fill them.
_FRONT, _FRONT_NARROW = 0.62, 0.74


def _is_narrow(view: View, sketch: Sketch) -> bool:
    """Whether columns have room for statements in small type only: those of four roles on a page that is not wide."""
    size = sketch.size
    low = bool(size.height) and size.width > _WIDE * (size.height or 0.0)
    return len(view.roles) > _ABREAST and bool(size.height) and not (low or size.full or _upright(sketch))


def _columns(view: View, sketch: Sketch) -> Box:
    dimensions = shown(view, sketch.size)
    front = _FRONT_NARROW if _is_narrow(view, sketch) else _FRONT
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
            _statement(view, cell, "start", sketch, lines),
            insets,
            valign="middle",
            edge=edge(compared.swatch.marker, compared.solid, sketch.space(0.6)),
        )
        for compared, cell in zip(view.roles, answers(view, dimension, sketch.size), strict=True)
    ]
    return grouped(_names(view), cells)


def _heading(view: View, compared: Compared, sketch: Sketch) -> Box:
    many = len(view.roles) > _ABREAST
    name = sketch.text(compared.role.name, "label" if _is_narrow(view, sketch) else "strong", compared.on)
    words = name if many or _upright(sketch) else sketch.labelled(compared.role.icon, name, compared.on)
    return Group(compared.role.name, band(sketch, words, compared.solid, (1.1, 2.5)))


# --- two columns on an upright page: each dimension's name stands above its row ---------------------------------------


def _captioned(view: View, sketch: Sketch) -> Box:
    dimensions = shown(view, sketch.size)
    shares, gap = [1.0] * len(view.roles), sketch.space(3)
    top = Row([_heading(view, compared, sketch) for compared in view.roles], gap, shares, valign="fill")
    rows = []
    for dimension in dimensions:
        cells = Row(_answers(view, dimension, sketch, len(dimensions)), gap, shares, valign="fill")
        caption = _caption(view, dimension, sketch)
        row = Pad(Stack((caption, cells), sketch.space(0.4), grow=frozenset({1})), (sketch.space(0.5), 0.0) * 2)
        rows.append(Group(dimension.name, row))
    return Stack((Group("Roles", top), even_rows(rows, 0.0, Rule())), sketch.space(0.5), grow=frozenset({1}))


def _caption(view: View, dimension: Dimension, sketch: Sketch) -> Box:
    """A dimension's name; beside the first how many rows there are, where that is not all."""
    name, count = sketch.text(dimension.name, "label", "muted"), counted(view, sketch.size)
    if not count or dimension is not view.comparison.dimensions[0]:
        return name
    return Row((name, sketch.text(count, "label", "muted", "end")), sketch.space(2), stretch=1)


# --- narrow, or too many roles for columns: each dimension's name above a line for each role --------------------------


def _groups(view: View, sketch: Sketch) -> Box:
    dimensions = shown(view, sketch.size)
    names = [dimension.name for dimension in dimensions]
    if sketch.size.height is None:
        return Stack(grouped(names, [_cards(view, one, sketch) for one in dimensions]), gap=sketch.space(5))
    groups = [_lines(view, dimension, sketch, len(dimensions)) for dimension in dimensions]
    return even_rows(grouped(names, groups), sketch.space(2), Rule())


def _cards(view: View, dimension: Dimension, sketch: Sketch) -> Box:
    heading = sketch.labelled(dimension.icon, sketch.text(dimension.name, "label", "muted"), "shared.solid", 1.5)
    cards = []
    for compared, cell in zip(view.roles, answers(view, dimension, sketch.size), strict=True):
        name = compared.role.abbreviation if sketch.size.narrow else compared.role.name
        words = (sketch.text(name, "tag", compared.solid), _statement(view, cell, "start", sketch, 0))
        cards.append(sketch.panel(Stack(words, sketch.space(0.5)), compared.hue, compared.swatch.marker, (2.2, 2.6)))
    gap, named = sketch.space(1.8), grouped(_names(view), cards)
    listed = named if sketch.size.narrow else [grid_by_rows(named, 2, gap, gap)]
    return Stack((heading, *listed), gap=gap)


def _lines(view: View, dimension: Dimension, sketch: Sketch, lines: int) -> Box:
    """A dimension's name and below it each role's, with what it says beside it."""
    rows = [
        (centred(Row((role_pill(sketch, compared),))), centred(_statement(view, cell, "start", sketch, lines)))
        for compared, cell in zip(view.roles, answers(view, dimension, sketch.size), strict=True)
    ]
    pills = max(role_pill(sketch, compared).widths().max for compared in view.roles)
    left = min((pills + sketch.space(3)) / sketch.size.inner, 0.4)
    gap = sketch.space(0.4 if len(view.roles) > _ABREAST else 0.8)
    grid = Grid(rows, (left, 1 - left), row_gap=gap, names=_names(view))
    return Stack((_caption(view, dimension, sketch), grid), gap + sketch.space(0.2), grow=frozenset({1}))


def both_edges(
    left: tuple[str, str], right: tuple[str, str], thickness: float
) -> Callable[[float, float], tuple[Item, ...]]:
    """Both sides of a panel, each (marker, colour)."""

    def draw(width: float, height: float) -> tuple[Item, ...]:
        far = (item.moved(width - thickness, 0.0) for item in edge(*right, thickness)(width, height))
        return (*edge(*left, thickness)(width, height), *far)

    return draw
