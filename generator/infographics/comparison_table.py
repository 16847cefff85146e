"""The headline picture: every dimension, every role, on one page.

In: the comparison's dimensions and what each role says of them. Out: for two roles a table with the
dimensions as its spine, for more a table with the dimensions in front, on narrow sizes cards.
"""

from __future__ import annotations

from generator.layout.boxes import Align, Box, Grid, Layers, Listing, Pad, Row, Rule, Space, Stack, centred
from generator.layout.marks import edge, sides
from generator.layout.sketch import Sketch
from generator.model.derive import Compared, View
from generator.model.schema import Dimension
from generator.model.text import Text
from generator.pictures import Table

KIND = "comparison-table"
EDITORIAL = False


def compose(view: View, sketch: Sketch) -> Box:
    if sketch.abreast(len(view.roles)) < len(view.roles):
        return _cards(view, sketch)
    return _spine(view, sketch) if len(view.roles) == 2 else _columns(view, sketch)


def note(view: View, sketch: Sketch) -> Box | None:
    """What all of them need, at the foot: on one line where there is room for it."""
    shared = view.comparison.shared
    label = sketch.labelled("material/swap-horizontal", sketch.text(shared.title, "label"), "shared.solid")
    words = sketch.text(shared.short, "note", "muted")
    line = Row((label, words), sketch.space(2), valign="middle")
    if line.widths().max <= sketch.size.width - 2 * sketch.size.margin:
        return line
    return Stack((label, words), gap=sketch.space(1))


def table(view: View) -> Table:
    columns = ("Dimension", *(compared.role.name for compared in view.roles))
    rows = tuple(
        (dimension.name, *("; ".join(cell) for cell in view.cells(dimension)))
        for dimension in view.comparison.dimensions
    )
    return Table(columns, rows)


def describe(view: View) -> tuple[str, ...]:
    lines = [
        f"{row[0]}: "
        + "; ".join(f"{compared.role.name}: {cell}" for compared, cell in zip(view.roles, row[1:], strict=True))
        + "."
        for row in table(view).rows
    ]
    return (*lines, f"{view.comparison.shared.title}: {view.comparison.shared.short}.")


# --- two roles: the dimensions are the spine --------------------------------------------------------------------------

_SPINE = (0.42, 0.16, 0.42)


def _spine(view: View, sketch: Sketch) -> Box:
    left, right = view.roles
    radius = sketch.space(3)
    top = Row(
        (
            _title(left, sketch, (radius, 0.0, 0.0, 0.0), "end"),
            Pad(centred(sketch.text("vs", "strong", "ground", "middle")), fill="ink"),
            _title(right, sketch, (0.0, radius, 0.0, 0.0), "start"),
        ),
        shares=_SPINE,
        valign="fill",
    )
    rows = [_spine_row(view, dimension, sketch) for dimension in view.comparison.dimensions]
    grid = Grid(rows, _SPINE, rule=Rule())
    marks = sides((left.swatch.marker, left.solid), (right.swatch.marker, right.solid), sketch.space(0.5))
    backdrop = Row((Space(), Pad(Space(), fill="card", edge=marks), Space()), shares=_SPINE, valign="fill")
    return Stack((top, Layers((backdrop, grid))), grow=frozenset({1}))


def _title(compared: Compared, sketch: Sketch, radii: tuple[float, float, float, float], align: Align) -> Box:
    words = Stack(
        (
            sketch.text(compared.role.name, "head", compared.on, align),
            sketch.text(compared.role.tagline, "note", compared.on, align),
        )
    )
    icon = sketch.icon(compared.role.icon, compared.on, "head", 1.4)
    parts = (words, icon) if align == "end" else (icon, words)
    inside = Row(parts, sketch.space(2.6), valign="middle", align=align)
    insets = (sketch.space(2.6), sketch.space(3.2)) * 2
    return Pad(inside, insets, compared.solid, radii=radii, valign="middle")


def _spine_row(view: View, dimension: Dimension, sketch: Sketch) -> tuple[Box, Box, Box]:
    left, right = view.cells(dimension)
    return (_said(left, sketch, "end"), _dimension(dimension, sketch), _said(right, sketch, "start"))


def _said(cell: tuple[Text, ...], sketch: Sketch, align: Align) -> Box:
    side, inner, steps = sketch.space(1), sketch.space(5), sketch.space(1.5)
    insets = (steps, inner, steps, side) if align == "end" else (steps, side, steps, inner)
    return Pad(_entries(cell, "body", align, sketch), insets, valign="middle")


def _entries(cell: tuple[Text, ...], role: str, align: Align, sketch: Sketch) -> Box:
    return Listing([sketch.text(entry, role, align=align) for entry in cell])


def _dimension(dimension: Dimension, sketch: Sketch) -> Box:
    label = sketch.text(dimension.name, "label", "muted", "middle")
    icon = Row((sketch.icon(dimension.icon, "shared.solid", "body", 1.35),), align="middle")
    inside = Stack((icon, label), gap=sketch.space(0.6))
    return Pad(inside, (sketch.space(1.3), sketch.space(2)) * 2, valign="middle")


# --- three or four roles: the dimensions stand in front ---------------------------------------------------------------


def _columns(view: View, sketch: Sketch) -> Box:
    shares = (0.7, *(1.0 for _ in view.roles))
    gap = sketch.space(2)
    top = Row((Space(), *(_heading(compared, sketch) for compared in view.roles)), gap, shares, valign="fill")
    rows = []
    for dimension in view.comparison.dimensions:
        label = sketch.labelled(dimension.icon, sketch.text(dimension.name, "label", "muted"), "shared.solid")
        front = Pad(label, (sketch.space(1.5), 0.0, sketch.space(1.5), 0.0), valign="middle")
        said = zip(view.roles, view.cells(dimension), strict=True)
        cells = [_cell(cell, compared, sketch) for compared, cell in said]
        rows.append((front, *cells))
    grid = Grid(rows, shares, column_gap=gap, rule=Rule())
    return Stack((top, grid), grow=frozenset({1}))


def _heading(compared: Compared, sketch: Sketch) -> Box:
    name = sketch.text(compared.role.name, "strong", compared.on)
    radius = sketch.space(2.5)
    inset = sketch.space(2.5)
    inside = sketch.labelled(compared.role.icon, name, compared.on)
    return Pad(inside, (inset,) * 4, compared.solid, radii=(radius, radius, 0.0, 0.0), valign="middle")


def _cell(cell: tuple[Text, ...], compared: Compared, sketch: Sketch) -> Box:
    inset = sketch.space(1.5)
    mark = edge(compared.swatch.marker, compared.solid, sketch.space(0.6))
    return Pad(_entries(cell, "note", "start", sketch), (inset, inset, inset, inset * 1.8), valign="middle", edge=mark)


# --- narrow, or too many roles for columns: a card for each role under each dimension ---------------------------------


def _cards(view: View, sketch: Sketch) -> Box:
    groups: list[Box] = []
    for dimension in view.comparison.dimensions:
        label = sketch.text(dimension.name, "label", "muted")
        said = zip(view.roles, view.cells(dimension), strict=True)
        cards = [_card(cell, compared, sketch) for compared, cell in said]
        heading = sketch.labelled(dimension.icon, label, "shared.solid", 1.5)
        groups.append(Stack((heading, *_in_rows(cards, sketch)), gap=sketch.space(1.8)))
    return Stack(groups, gap=sketch.space(5))


def _in_rows(cards: list[Box], sketch: Sketch) -> list[Box]:
    abreast = sketch.abreast(len(cards))
    groups = [cards[start : start + abreast] for start in range(0, len(cards), abreast)]
    return [Row(group, sketch.space(2), [1.0] * len(group), valign="fill") for group in groups]


def _card(cell: tuple[Text, ...], compared: Compared, sketch: Sketch) -> Box:
    radius, inset, bar = sketch.space(2.2), sketch.space(2.6), sketch.space(1.1)
    name = compared.role.abbreviation if sketch.size.narrow else compared.role.name
    tag = sketch.text(name, "tag", compared.solid)
    words = Stack((tag, _entries(cell, "body", "start", sketch)), gap=sketch.space(0.5))
    mark = edge(compared.swatch.marker, compared.solid, bar)
    insets = (inset * 0.85, inset, inset * 0.9, inset + bar)
    return Pad(words, insets, compared.tint, radii=(0.0, radius, radius, 0.0), edge=mark)
