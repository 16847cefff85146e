"""The table: dimensions as its spine, in front of it, or as headings of cards.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.infographics.kinds.comparison_table.poster import role_panels, scale_panel, shared_panel
from generator.infographics.parts.cards import OVERLAP, band
from generator.infographics.parts.columns import even_rows, in_rows
from generator.infographics.parts.marks import edge
from generator.infographics.parts.notes import judgement_label
from generator.infographics.parts.sketch import Sketch
from generator.layout import Align, Block, Box, Grid, Item, Layers, Listing, Pad, Rect, Row, Rule, Space, Stack, centred
from generator.model import Compared, Dimension, Text, View

# How many dimensions a card for feeds shows, by the number of roles: the first are those that an editor finds telling.
_BRIEF = {2: 3, 3: 2, 4: 2}


def compose(view: View, sketch: Sketch) -> Box:
    if sketch.size.brief and len(view.roles) > 2:
        return _captioned(view, sketch)
    if sketch.abreast(len(view.roles)) < len(view.roles):
        return _cards(view, sketch)
    whole = _spine(view, sketch) if len(view.roles) == 2 else _columns(view, sketch)
    if not sketch.size.full:
        return whole
    parts = (whole, role_panels(view, sketch), scale_panel(view, sketch), shared_panel(view, sketch))
    return Stack(parts, gap=sketch.space(3.2), grow=frozenset({0}))


def _shown(view: View, sketch: Sketch) -> tuple[Dimension, ...]:
    return view.comparison.dimensions[: _BRIEF[len(view.roles)] if sketch.size.brief else None]


def note(view: View, sketch: Sketch) -> Box | None:
    """What all of them need, at the foot: on one line where there is room for it."""
    if sketch.size.brief:
        return None
    if sketch.size.full:
        words = "Positions on scales: editorial judgement, not measured data"
        return judgement_label(sketch, sketch.text(words, "note", "muted"))
    shared = view.comparison.shared
    label = sketch.labelled("material/swap-horizontal", sketch.text(shared.title, "label"), "shared.solid")
    short = sketch.text(shared.short, "note", "muted")
    line = Row((label, short), sketch.space(2), valign="middle")
    if line.widths().max <= sketch.size.inner:
        return line
    return Stack((label, short), gap=sketch.space(1))


# --- two roles: the dimensions are the spine --------------------------------------------------------------------------

_SPINE = (0.42, 0.16, 0.42)
# In small type names of dimensions stand on one line, which spares the rows a second.
_SPINE_FULL = (0.41, 0.18, 0.41)
# On a page of fixed size icons would take the room that more rows than these need.
_MANY = 8


def _spine(view: View, sketch: Sketch) -> Box:
    left, right = view.roles
    radius, shares = sketch.space(3), _SPINE_FULL if sketch.size.full else _SPINE
    titles = (
        _title(left, sketch, (radius, 0.0, 0.0, 0.0), "end"),
        overlapping(centred(sketch.text("vs", "strong", "ground", "middle")), "ink"),
        _title(right, sketch, (0.0, radius, 0.0, 0.0), "start"),
    )
    grid = Grid([_spine_row(view, dimension, sketch) for dimension in _shown(view, sketch)], shares, rule=Rule())
    marks = both_edges((left.swatch.marker, left.solid), (right.swatch.marker, right.solid), sketch.space(0.5))
    backdrop = Row((Space(), Pad(Space(), fill="card", edge=marks), Space()), shares=shares, valign="fill")
    return Stack((Row(titles, shares=shares, valign="fill"), Layers((backdrop, grid))), grow=frozenset({1}))


def _title(compared: Compared, sketch: Sketch, radii: tuple[float, float, float, float], align: Align) -> Box:
    name = sketch.text(compared.role.name, "head", compared.on, align)
    words = name if sketch.size.brief else Stack((name, sketch.text(compared.role.tagline, "note", compared.on, align)))
    upright = sketch.size.height is not None and sketch.size.width <= sketch.size.height and not sketch.size.full
    icon = sketch.icon(compared.role.icon, compared.on, "head", 1.2 if upright else 1.4)
    parts = (words, icon) if align == "end" else (icon, words)
    inside = Row(parts, sketch.space(2 if upright else 2.6), valign="middle", align=align)
    side = sketch.space(2 if upright else 3.2)
    insets = (sketch.space(2 if sketch.size.brief or sketch.size.full else 2.6), side) * 2
    return Pad(inside, insets, compared.solid, radii=radii, valign="middle")


def _spine_row(view: View, dimension: Dimension, sketch: Sketch) -> tuple[Box, Box, Box]:
    left, right = view.cells(dimension)
    crowded = sketch.size.height is not None and len(view.comparison.dimensions) > _MANY
    return (
        _statements(left, sketch, "end"),
        _dimension(dimension, sketch, crowded=crowded),
        _statements(right, sketch, "start"),
    )


def _statements(cell: tuple[Text, ...], sketch: Sketch, align: Align) -> Box:
    side, inner, steps = sketch.space(1), sketch.space(5), sketch.space(1.1 if sketch.size.full else 1.5)
    insets = (steps, inner, steps, side) if align == "end" else (steps, side, steps, inner)
    return Pad(_entries(cell, "note" if sketch.size.full else "body", align, sketch), insets, valign="middle")


def _entries(cell: tuple[Text, ...], role: str, align: Align, sketch: Sketch) -> Box:
    return Listing([sketch.text(entry, role, align=align) for entry in cell])


def _dimension(dimension: Dimension, sketch: Sketch, *, crowded: bool) -> Box:
    label = sketch.text(dimension.name, "label", "muted", "middle")
    if sketch.size.brief:
        return Pad(label, (sketch.space(2),) * 4, valign="middle")
    if crowded:
        return Pad(label, (sketch.space(0.6), sketch.space(2)) * 2, valign="middle")
    icon = Row((sketch.icon(dimension.icon, "shared.solid", "body", 1.35),), align="middle")
    inside = Stack((icon, label), gap=sketch.space(0.6))
    return Pad(inside, (sketch.space(0.6 if sketch.size.full else 1.3), sketch.space(2)) * 2, valign="middle")


# --- three or four roles: the dimensions stand in front ---------------------------------------------------------------


def _columns(view: View, sketch: Sketch) -> Box:
    shares, gap = (0.7, *(1.0 for _ in view.roles)), sketch.space(2)
    top = Row((Space(), *(_heading(compared, sketch) for compared in view.roles)), gap, shares, valign="fill")
    rows = []
    for dimension in view.comparison.dimensions:
        label = sketch.labelled(dimension.icon, sketch.text(dimension.name, "label", "muted"), "shared.solid")
        front = Pad(label, (sketch.space(1.5), 0.0, sketch.space(1.5), 0.0), valign="middle")
        rows.append((front, *_answers(view, dimension, sketch)))
    grid = Grid(rows, shares, column_gap=gap, rule=Rule())
    return Stack((top, grid), grow=frozenset({1}))


def _answers(view: View, dimension: Dimension, sketch: Sketch) -> list[Box]:
    """What each role says about a dimension."""
    return [_cell(cell, compared, sketch) for compared, cell in zip(view.roles, view.cells(dimension), strict=True)]


def _heading(compared: Compared, sketch: Sketch) -> Box:
    name = sketch.text(compared.role.name, "strong", compared.on)
    return band(sketch, sketch.labelled(compared.role.icon, name, compared.on), compared.solid, (2.5, 2.5))


def _cell(cell: tuple[Text, ...], compared: Compared, sketch: Sketch) -> Box:
    inset = sketch.space(1.5)
    mark = edge(compared.swatch.marker, compared.solid, sketch.space(0.6))
    return Pad(_entries(cell, "note", "start", sketch), (inset, inset, inset, inset * 1.8), valign="middle", edge=mark)


def _captioned(view: View, sketch: Sketch) -> Box:
    """Columns without room for a column of names: each dimension's name stands above its row."""
    shares, gap = [1.0] * len(view.roles), sketch.space(2)
    top = Row([_heading(compared, sketch) for compared in view.roles], gap, shares, valign="fill")
    blocks = []
    for dimension in _shown(view, sketch):
        cells = Row(_answers(view, dimension, sketch), gap, shares, valign="fill")
        caption = sketch.labelled(dimension.icon, sketch.text(dimension.name, "tag", "muted"), "shared.solid")
        blocks.append(Stack((caption, cells), gap=sketch.space(0.8), grow=frozenset({1})))
    grid = even_rows(blocks, sketch.space(1.6))
    return Stack((top, grid), gap=sketch.space(1.6), grow=frozenset({1}))


# --- narrow, or too many roles for columns: a card for each role under each dimension ---------------------------------


def _cards(view: View, sketch: Sketch) -> Box:
    abreast = sketch.abreast(len(view.roles))
    groups = []
    for dimension in view.comparison.dimensions:
        heading = sketch.labelled(dimension.icon, sketch.text(dimension.name, "label", "muted"), "shared.solid", 1.5)
        cells = zip(view.roles, view.cells(dimension), strict=True)
        rows = in_rows([_card(cell, compared, sketch) for compared, cell in cells], abreast)
        cards = [Row(row, sketch.space(2), [1.0] * len(row), valign="fill") for row in rows]
        groups.append(Stack((heading, *cards), gap=sketch.space(1.8)))
    return Stack(groups, gap=sketch.space(5))


def _card(cell: tuple[Text, ...], compared: Compared, sketch: Sketch) -> Box:
    radius, inset, bar = sketch.space(2.2), sketch.space(2.6), sketch.space(1.1)
    name = compared.role.abbreviation if sketch.size.narrow else compared.role.name
    tag = sketch.text(name, "tag", compared.solid)
    words = Stack((tag, _entries(cell, "body", "start", sketch)), gap=sketch.space(0.5))
    mark = edge(compared.swatch.marker, compared.solid, bar)
    insets = (inset * 0.85, inset, inset * 0.9, inset + bar)
    return Pad(words, insets, compared.tint, radii=(0.0, radius, radius, 0.0), edge=mark)


def overlapping(child: Box, fill: str) -> Pad:
    """A box on an area between two others that touch it; set it in a row, so that it is painted between the two."""

    def area(width: float, height: float) -> tuple[Item, ...]:
        return (Block(Rect(-OVERLAP, 0.0, round(width + 2 * OVERLAP, 3), round(height, 3)), fill),)

    return Pad(child, edge=area)


def both_edges(
    left: tuple[str, str], right: tuple[str, str], thickness: float
) -> Callable[[float, float], tuple[Item, ...]]:
    """Both sides of a panel, each (marker, colour)."""

    def draw(width: float, height: float) -> tuple[Item, ...]:
        far = (item.moved(width - thickness, 0.0) for item in edge(*right, thickness)(width, height))
        return (*edge(*left, thickness)(width, height), *far)

    return draw
