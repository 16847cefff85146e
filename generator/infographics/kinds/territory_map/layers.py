"""One map with what every role covers and where it calls.

In: a `View` of a comparison and the means of a composition. Out: a box with areas, boundaries, customers and names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, partial

from generator.brand import Ramp, Weight
from generator.infographics.kinds.territory_map.description import (
    account_name,
    calls_met,
    reach_of,
    regions,
    section,
    segments_named,
)
from generator.infographics.kinds.territory_map.hex_grid import Hexagon, HexGrid, hex_grid, spread_cells
from generator.infographics.kinds.territory_map.hex_map import HexMap, MapLabel, MapScale
from generator.infographics.kinds.territory_map.marks import area, boundary, customer, seams
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Group, Item, Pad, Text
from generator.model import Compared, View


@dataclass(frozen=True, slots=True)
class _Land:
    """The land with its cells, who covers each area, and each role's customers by their cells."""

    view: View
    grid: HexGrid
    covering: dict[str, tuple[Compared, ...]]
    called: dict[Hexagon, tuple[Compared, int]]
    met: list[tuple[Compared, int]]

    def fill(self, letter: str) -> str:
        """The colour of an area: of the role that covers it, or of what several have in common."""
        roles = self.covering[letter]
        return "line" if not roles else roles[0].tint if len(roles) == 1 else "shared.tint"

    def is_met(self, cell: Hexagon) -> bool:
        """Whether the customer in a cell stands in the area of another role."""
        return self.called[cell] in self.met


def layered_map(view: View, sketch: Sketch, least: float | None, *, icons: bool) -> Box:
    """The map; on a page of fixed height at first `least` points high. `icons`: with each customer's kind."""
    land = _land(view)

    def names(share: float) -> list[MapLabel]:
        least = sketch.size.legible / sketch.ramp.smallest
        ramp = Ramp(sketch.ramp.body * max(share, min(least, 1.0)))
        return [] if sketch.size.brief else list(_names(land, replace(sketch, ramp=ramp)))

    return HexMap(land.grid, cache(names), land.called, partial(_draw, land, icons), least)


def _land(view: View) -> _Land:
    grid = hex_grid(tuple(section(view).rows))
    covering = {
        letter: tuple(compared for compared in view.roles if letter in reach_of(view, compared).covers)
        for letter in section(view).areas
    }
    calls = [(compared, index) for compared in view.roles for index in range(len(reach_of(view, compared).calls))]
    areas = tuple(reach_of(view, compared).calls[index].area for compared, index in calls)
    called = dict(zip(spread_cells(grid, areas), calls, strict=True))
    return _Land(view, grid, covering, called, calls_met(view))


# --- names ------------------------------------------------------------------------------------------------------------


def _names(land: _Land, sketch: Sketch) -> Iterator[MapLabel]:
    """The one customer that several roles share, then segments, which have the least room, then regions."""
    areas = section(land.view).areas
    for cell, (compared, index) in land.called.items():
        if land.met == [(compared, index)]:
            letter = land.grid.letters[cell]
            fill = land.fill(letter)
            alike = land.grid.of(other for other in land.covering if land.fill(other) == fill)
            text = sketch.text(account_name(land.view, compared, index), "tag", "shared.solid")
            yield MapLabel(partial(_name, text, sketch), (cell,), alike, fill)
    for letter, part in areas.items():
        if part.region and segments_named(land.view, sketch.size):
            yield _label(land, part.name, [letter], sketch, Weight.REGULAR)
    for name, letters in regions(section(land.view)).items():
        yield _label(land, name, letters, sketch, Weight.SEMIBOLD)


def _label(land: _Land, words: str, letters: list[str], sketch: Sketch, weight: Weight) -> MapLabel:
    """A name in the colour of the role that covers all it names; a region's is bolder than that of a part of it."""
    fills = {land.fill(letter) for letter in letters}
    fill = fills.pop() if len(fills) == 1 else ""
    colour = f"{fill.removesuffix('.tint')}.solid" if fill.endswith(".tint") else "ink"
    cells = land.grid.of(letters)
    text = sketch.text(words, "tag", colour)
    name = partial(_name, replace(text, style=replace(text.style, weight=weight)), sketch)
    spare = weight is Weight.REGULAR and sketch.size.height is not None
    return MapLabel(name, cells, cells if fill else (), fill or "ground", spare)


def _name(text: Text, sketch: Sketch, fill: str) -> Box:
    """A name on an area of the colour that lies below it, which is seen only where it hides a seam."""
    wide = sketch.space(0.6)
    return Group(text.text, Pad(text, (0.0, wide, 0.0, wide), fill))


# --- marks ------------------------------------------------------------------------------------------------------------


def _draw(land: _Land, icons: bool, scale: MapScale) -> tuple[Item, ...]:
    """The land, what is covered of it with its boundaries, and the customers."""
    cells: dict[str, list[Hexagon]] = {}
    for cell, letter in land.grid.letters.items():
        cells.setdefault(land.fill(letter), []).append(cell)
    region = {letter: name for name, letters in regions(section(land.view)).items() for letter in letters}
    return (
        *(area(scale, found, fill) for fill, found in cells.items()),
        *seams(scale, region, "ground"),
        *_boundaries(land, scale),
        *(item for cell in land.called for item in _customer(land, scale, cell, icons=icons)),
    )


def _boundaries(land: _Land, scale: MapScale) -> Iterator[Item]:
    """Each role's, within those of the roles before it with which it has an area in common."""
    depths: dict[str, int] = {}
    for compared in land.view.roles:
        mine = {letter for letter, roles in land.covering.items() if compared in roles}
        others = {depths[other.id] for letter in mine for other in land.covering[letter] if other.id in depths}
        depths[compared.id] = next(depth for depth in range(len(others) + 1) if depth not in others)
        fill = land.fill(_own(land, mine)) if mine else "ground"
        yield from boundary(scale, set(land.grid.of(mine)), compared, fill, depths[compared.id])


def _own(land: _Land, letters: set[str]) -> str:
    """The letter of these that the fewest roles cover."""
    return min(letters, key=lambda letter: (len(land.covering[letter]), letter))


def _customer(land: _Land, scale: MapScale, cell: Hexagon, *, icons: bool) -> Iterator[Item]:
    compared, index = land.called[cell]
    account = land.view.model.catalogue.accounts[reach_of(land.view, compared).calls[index].account]
    return customer(scale, cell, compared, account.icon if icons else "", met=land.is_met(cell))
