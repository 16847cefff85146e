"""The map as one role sees it.

In: what a role covers and where it calls. Out: a box with covered areas, single accounts and names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from generator.brand import Ramp
from generator.infographics.kinds.territory_map.arrangement import arrange, cell_size, grid_of
from generator.infographics.kinds.territory_map.description import reach_of, regions, section
from generator.infographics.kinds.territory_map.hex_grid import Hexagon, spread_cells
from generator.infographics.kinds.territory_map.hex_map import DISC, HexMap, MapLabel, MapScale, area, boundary, seams
from generator.infographics.parts.marks import circle, disc
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Item, Pad, Rect, Shape, icon_commands
from generator.model import Compared, View
from generator.model import Text as Words

# Points of a disc's radius below which it has no icon.
_LEGIBLE = 6.0


def _called(view: View, compared: Compared) -> dict[Hexagon, str]:
    """The account that is called on in a cell."""
    calls = reach_of(view, compared).calls
    cells = spread_cells(grid_of(view), tuple(call.area for call in calls))
    return dict(zip(cells, (call.account for call in calls), strict=True))


def role_map(view: View, compared: Compared, sketch: Sketch) -> Box:
    """The map; on a page of fixed height so high at least that it is the picture and not its ornament."""
    ground, called = grid_of(view), _called(view, compared)
    size, ramp = sketch.size, sketch.ramp
    side = cell_size(ground.extent, sketch, arrange(view, sketch))
    high = 0.92 * side * ground.extent[1] * min(ramp.body / (0.8 * size.body), 1.0)
    small = replace(sketch, ramp=Ramp(max(min(ramp.body, side), size.legible * ramp.body / ramp.smallest)))
    names = [] if size.brief else list(_names(view, compared, small))
    draw = partial(_draw, view, compared, called)
    return HexMap(ground, names, called, draw, None if size.height is None else high)


def _names(view: View, compared: Compared, sketch: Sketch) -> Iterator[MapLabel]:
    """The covered segments' names come first, since they have the least room."""
    areas, covers, ground = section(view).areas, reach_of(view, compared).covers, grid_of(view)
    for letter in covers:
        if areas[letter].region:
            yield MapLabel(_tag(areas[letter].name, "ink", "card", sketch), ground.of(letter))
    for letters in regions(section(view)).values():
        first = areas[letters[0]]
        parted = bool(first.region) and set(letters) <= set(covers)
        looks = (compared.on, compared.solid) if parted else ("muted", "card")
        yield MapLabel(_tag(first.region or first.name, *looks, sketch), ground.of(letters), parted)


def _tag(words: Words, colour: str, fill: str, sketch: Sketch) -> Box:
    high, wide = sketch.space(0.5), sketch.space(1.7)
    text = sketch.text(words, "tag", colour, "middle")
    radius = (text.style.size * text.style.leading + 2 * high) / 2
    stroke = "line" if fill == "card" else None
    return Pad(text, (high, wide, high, wide), fill, stroke, radii=(radius,) * 4)


def _draw(view: View, compared: Compared, called: Mapping[Hexagon, str], scale: MapScale) -> tuple[Item, ...]:
    """The land, what is covered of it with its boundary, and the calls."""
    covered = set(scale.land.of(reach_of(view, compared).covers))
    fills = ((set(scale.land.letters) - covered, "line"), (covered, compared.solid))
    region = {letter: name for name, letters in regions(section(view)).items() for letter in letters}
    return (
        *(area(scale, cells, fill) for cells, fill in fills if cells),
        *seams(scale, region, "card"),
        *boundary(scale, covered, compared.solid, compared.swatch.marker, "card"),
        *(item for cell, account in called.items() for item in _disc(view, compared, account, scale, cell)),
    )


def _disc(view: View, compared: Compared, account: str, scale: MapScale, cell: Hexagon) -> Iterator[Item]:
    """A single account: a disc in its cell with the account's icon, filled or ringed in the role's marker."""
    x, y = scale.at(cell)
    radius, marker = DISC * scale.side, compared.swatch.marker
    width = round(0.14 * scale.side, 3)
    yield circle(x, y, radius, fill="card" if marker != "solid" else compared.solid)
    if marker != "solid":
        dash = {"dotted": (0.01, width * 1.9), "dashed": (width * 2.4, width * 2)}.get(marker, ())
        yield circle(x, y, radius - width / 2, fill=compared.tint)
        ring = disc(x, y, radius - width / 2, fill=None, stroke=compared.solid, width=width)
        yield replace(ring, dash=dash, round_ends=bool(dash))
    if radius < _LEGIBLE:
        yield from () if marker == "solid" else (disc(x, y, radius * 0.42, fill=compared.solid),)
        return
    size = round(radius * 1.16, 3)
    rect = Rect(round(x - size / 2, 3), round(y - size / 2, 3), size, size)
    icon = view.model.catalogue.accounts[account].icon
    colour = compared.on if marker == "solid" else compared.solid
    yield Shape(rect, icon_commands(icon, size), fill=colour, icon=icon)
