"""Cards: what a role is shown on, with their headings, bands and lists.

In: boxes, the hue and the marker of a role. Out: boxes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.infographics.parts.columns import even_rows, grid_by_columns, grouped
from generator.infographics.parts.marks import edge
from generator.infographics.parts.no_looser import NoLooser
from generator.infographics.parts.sketch import Sketch
from generator.layout import Align, Box, Gathered, Grid, Item, Layers, Pad, Row, Space, Stack, Text, centred
from generator.model import Compared

# Where areas only touch, and their common edge falls between pixels, the ground shows through as a hair line.
OVERLAP = 0.5
# So many times its own height a list takes at most.
_LOOSE = 2.0


def title_block(sketch: Sketch, name: Text, below: Text | None, icon: str, scale: float = 1.7) -> Box:
    """A name, a text below it, and an icon before both where one is given."""
    words = name if below is None else Stack((name, below), gap=sketch.space(0.3))
    if not icon:
        return words
    mark = sketch.icon(icon, name.colour, "head", scale)
    return Row((mark, words), gap=sketch.space(3.5), valign="middle", stretch=1)


def edged_card(
    sketch: Sketch, child: Box, hue: str, marker: str, insets: tuple[float, float], *, valign: Align = "middle"
) -> Pad:
    """A panel in the colour of cards whose left edge is drawn in the marker's way.

    `insets` are steps of the grid above and below, and at the sides.
    """
    return replace(sketch.panel(child, hue, marker, insets), fill="card", valign=valign)


def band(sketch: Sketch, child: Box, fill: str, insets: tuple[float, float], radius: float = 2.5) -> Pad:
    """What heads a card: a box on an area with round upper corners; `insets` as in `tile`, all in steps of the grid."""
    high, side, corner = (sketch.space(steps) for steps in (*insets, radius))
    return Pad(child, (high, side, high, side), fill, radii=(corner, corner, 0.0, 0.0), valign="middle")


def list_card(sketch: Sketch, name: Box, inside: Box, hue: str, marker: str) -> Stack:
    """A card below a band with a name, set tight: for lists that need all the room there is."""
    bar, room, side, radius = sketch.space(1), sketch.space(1.6), sketch.space(3), sketch.space(2)
    low = room * 0.7
    band = Pad(name, (low, side, low, side + bar), f"{hue}.solid", radii=(radius, radius, 0.0, 0.0))
    listed = NoLooser(inside, _LOOSE)
    card = Pad(listed, (room, side, room, side + bar), "card", edge=edge(marker, f"{hue}.solid", bar))
    return with_band(band, card)


def with_band(band: Box, card: Pad) -> Stack:
    """A band on top of the card that it heads; the card's edge runs up into the band, so that there is no seam."""

    def raised(width: float, height: float) -> tuple[Item, ...]:
        drawn = card.edge(width, height + OVERLAP) if card.edge else ()
        return tuple(item.moved(0.0, -OVERLAP) for item in drawn)

    return Stack((band, replace(card, edge=raised)), grow=frozenset({1}))


def cards_abreast(
    sketch: Sketch,
    roles: Sequence[Compared],
    heads: Sequence[Box],
    rows: Sequence[Sequence[Box]],
    *,
    insets: tuple[float, float],
    gap: float,
    valign: Align = "start",
) -> Box:
    """A card for each role below its head; what stands in one of the rows stands on common lines in all cards.

    Each card is a group. Spare height makes rows even. `insets` are steps of the grid above and below, and at the
    sides; so is `gap`.
    """
    between, even, radius, bar = sketch.space(4), [1.0] * len(roles), sketch.space(3), sketch.space(1)
    high, side = (sketch.space(steps) for steps in insets)
    backs = [
        Pad(Space(), fill="card", radii=(0.0, 0.0, radius, 0.0), edge=edge(one.swatch.marker, one.solid, bar))
        for one in roles
    ]
    names = [str(one.role.name) for one in roles]
    lines = []
    for row in rows:
        cells = [Pad(box, (0.0, side, 0.0, side + bar)) for box in row]
        lines.append(centred(Row(grouped(names, cells), between, even, valign=valign)))
    front = Pad(even_rows(lines, sketch.space(gap)), (high, 0.0, high, 0.0))
    body = Layers((Row(grouped(names, backs), between, even, valign="fill"), front))
    top = Row(grouped(names, heads), between, even, valign="fill")
    return Gathered(Stack((top, body), grow=frozenset({1})))


def role_heading(sketch: Sketch, name: str, icon: str, colour: str) -> Row:
    """A role's icon and name, above what is said of it."""
    return sketch.labelled(icon, sketch.text(name, "strong" if sketch.size.brief else "head", colour), colour)


def tile(
    sketch: Sketch,
    child: Box,
    fill: str,
    insets: tuple[float, float],
    *,
    stroke: str | None = None,
    valign: Align = "middle",
) -> Pad:
    """A box on a rounded area. `insets` are steps of the grid above and below, and at the sides."""
    high, wide = (sketch.space(steps) for steps in insets)
    return Pad(child, (high, wide, high, wide), fill, stroke, (sketch.space(2.5),) * 4, valign)


def icon_list(
    sketch: Sketch, entries: Sequence[tuple[str, Box]], colour: str, columns: int, role: str = "label"
) -> Grid:
    """Icons with texts of that role beside them, set tight in columns that are read downwards."""
    icons = [(sketch.icon(icon, colour, role, 1.15), text) for icon, text in entries]
    lines = [Row(parts, gap=sketch.space(1.4), stretch=1) for parts in icons]
    return grid_by_columns(lines, columns, sketch.space(3), sketch.space(0.5))
