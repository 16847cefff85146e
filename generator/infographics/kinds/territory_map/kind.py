"""Who covers ground, and whose accounts lie scattered over it: a map of hexagons for each role.

In: the comparison's map with what each role covers and where it calls. Out: the same map once a role, with
covered areas filled inside a boundary in the role's marker and single accounts as discs. A map each, because
two roles that cover the same ground could not be told apart on a common one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.brand import Ramp
from generator.infographics.kinds.territory_map.hex_grid import Hexagon, Land, Spot, land, scattered
from generator.infographics.kinds.territory_map.hex_map import DISC, Atlas, Name, Scale, area, boundary, seams
from generator.infographics.parts.cards import plain
from generator.infographics.parts.figure import Sketch, judgement, spacious
from generator.infographics.parts.marks import circle, disc
from generator.infographics.picture import Table
from generator.layout import Box, Grid, Item, Pad, Rect, Row, Shape, Space, Stack, icon_commands
from generator.model import AccountType, Compared, Map, Reach, View
from generator.model import Text as Words

KIND = "territory-map"
EDITORIAL = True
POSTER = False
SECTION = "map"

_WHOLE = "Covered whole"
# Of a panel's width, where the words stand beside the map.
_MAP_SHARE = 0.58
# Sides of a cell, in sizes of running text, below which names would hide the map.
_SMALL = 0.85
# Points of a disc's radius below which it has no icon.
_LEGIBLE = 6.0


def compose(view: View, sketch: Sketch) -> Box:
    plan = _plan(view, sketch)
    groups = [view.roles[start : start + plan.columns] for start in range(0, len(view.roles), plan.columns)]
    draw = _beside if plan.beside else _below
    rows = [(draw(view, group, plan, sketch),) for group in groups]
    return Grid(rows, (1.0,), row_gap=sketch.space(3.5))


def note(view: View, sketch: Sketch) -> Box | None:
    return judgement(sketch, (_map(view).text,), across=2.5, down=1)


def table(view: View) -> Table:
    said = [_reach(view, compared) for compared in view.roles]
    rows = [("What one sees", "", *(str(reach.headline) for reach in said))]
    rows += [
        (str(area.name), str(area.region or area.name), *(_there(view, reach, letter) for reach in said))
        for letter, area in _map(view).areas.items()
    ]
    rows.append(("Why", "", *(str(reach.rationale) for reach in said)))
    return Table(("Area", "Region", *(compared.role.name for compared in view.roles)), tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    opening = f"Editorial judgement on a schematic map. {_map(view).text}."
    return (opening, _division(_map(view)), *(_sentences(view, compared) for compared in view.roles))


def _map(view: View) -> Map:
    assert view.comparison.map is not None, "a picture of this kind is only listed where there is a map"
    return view.comparison.map


def _reach(view: View, compared: Compared) -> Reach:
    return _map(view).reach[compared.id]


def _there(view: View, reach: Reach, letter: str) -> str:
    """What a role has in an area, in words."""
    whole = [_WHOLE.lower()] if letter in reach.covers else []
    accounts = view.model.catalogue.accounts
    return "; ".join([*whole, *(str(accounts[call.account].name) for call in reach.calls if call.area == letter)])


def _division(drawn: Map) -> str:
    told = []
    for region, letters in _regions(drawn).items():
        segments = [drawn.areas[letter].name for letter in letters if drawn.areas[letter].region]
        told.append(f"{region} ({', '.join(segments)})" if segments else region)
    return f"The map has these regions: {'; '.join(told)}."


def _sentences(view: View, compared: Compared) -> str:
    reach, areas = _reach(view, compared), _map(view).areas
    found = {letter: _there(view, reach, letter) for letter in areas}
    told = "; ".join(f"{areas[letter].name}: {words}" for letter, words in found.items() if words)
    return f"{compared.role.name}: {reach.headline}. {told}. {reach.rationale}"


def _regions(drawn: Map) -> dict[str, list[str]]:
    """The letters of each region, by its name; an area without a region is one."""
    found: dict[str, list[str]] = {}
    for letter, part in drawn.areas.items():
        found.setdefault(part.region or part.name, []).append(letter)
    return found


# --- panels -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Plan:
    """How many panels stand side by side, in how many rows, and whether the words stand beside the map."""

    columns: int
    rows: int
    beside: bool


def _plan(view: View, sketch: Sketch) -> _Plan:
    """The arrangement in which the map is largest: it depends on the page's and on the map's proportions."""
    count, extent = len(view.roles), _land(view).extent
    if sketch.size.height is None:
        columns = sketch.abreast(count)
        plan = _Plan(columns, -(-count // columns), False)
        small = _largeness(extent, sketch, plan) < _SMALL * sketch.size.body
        return _Plan(1, count, True) if small and not sketch.size.narrow else plan
    plans = [
        _Plan(columns, count // columns, beside)
        for columns in range(count, 0, -1)
        if count % columns == 0
        for beside in (False, True)
    ]
    return max(plans, key=partial(_largeness, extent, sketch))


def _largeness(extent: Spot, sketch: Sketch, plan: _Plan) -> float:
    """About how large a cell of the map is in an arrangement, points; nothing where the words have no room."""
    size, gap = sketch.size, 14.0
    wide = (size.inner + gap) / plan.columns - 3.5 * gap
    high = ((size.height or math.inf) * (0.52 if size.brief else 0.68) + gap) / plan.rows - 3 * gap
    least = 9 if size.brief and plan.columns * plan.rows == 2 else 7
    if ((1 - _MAP_SHARE) * wide if plan.beside else wide) < least * size.body:
        return 0.0
    if plan.beside:
        wide *= _MAP_SHARE
    else:
        high -= size.body * (3 if size.brief else 6)
    return min(wide / extent[0], high / extent[1])


def _panel(compared: Compared, sketch: Sketch) -> Pad:
    inset = 3 if sketch.size.brief else 4
    return plain(sketch, Space(), compared.hue, compared.swatch.marker, (inset, inset), valign="start")


def _below(view: View, group: Sequence[Compared], plan: _Plan, sketch: Sketch) -> Box:
    """Panels side by side with the words above and below the map, on common lines."""
    panels = [_panel(compared, sketch) for compared in group]
    heads: list[Box] = [_head(view, compared, sketch) for compared in group]
    maps = [_atlas(view, compared, sketch) for compared in group]
    # On a brief picture there is nothing else to stand below the maps.
    sections = [maps, heads] if sketch.size.brief else [heads, maps]
    if not sketch.size.brief:
        gaps = panels[0].insets[1] + panels[0].insets[3] + sketch.space(4)
        room = (sketch.size.inner + sketch.space(4)) / plan.columns - gaps
        sections.append([_foot(view, compared, room, sketch) for compared in group])
    return sketch.side_by_side(panels, sections, gap=sketch.space(3), grow=sections.index(maps))


def _beside(view: View, group: Sequence[Compared], plan: _Plan, sketch: Sketch) -> Box:
    """Panels with the map at the left and the words at the right."""
    cells = []
    for compared in group:
        words: Box = _head(view, compared, sketch)
        if not sketch.size.brief:
            words = Stack((words, _foot(view, compared, 0.0, sketch)), gap=sketch.space(2.5), spread=True)
        inside = Row(
            (_atlas(view, compared, sketch), words), sketch.space(4), (_MAP_SHARE, 1 - _MAP_SHARE), valign="fill"
        )
        cells.append(replace(_panel(compared, sketch), child=inside))
    return Row(cells, sketch.space(4), [1.0] * len(cells), valign="fill")


def _head(view: View, compared: Compared, sketch: Sketch) -> Box:
    name = sketch.text(compared.role.name, "strong" if sketch.size.brief else "head", compared.solid)
    if sketch.size.brief and len(view.roles) > 2:
        return name
    front = name if sketch.size.brief else sketch.labelled(compared.role.icon, name, compared.solid, 1.2)
    headline = sketch.text(_reach(view, compared).headline, "body")
    return Stack((front, headline), gap=sketch.space(0.8))


def _foot(view: View, compared: Compared, room: float, sketch: Sketch) -> Box:
    """What the signs stand for, and why the role is drawn so."""
    reach = _reach(view, compared)
    signs = [("material/hexagon", Words(_WHOLE, reach.headline.place))] if reach.covers else []
    signs += [(account.icon, account.name) for account in _accounts(view, reach)]
    entries: list[Box] = [
        sketch.labelled(icon, sketch.text(words, "note"), compared.solid, 1.3) for icon, words in signs
    ]
    gap = sketch.space(3)
    widest = max(entry.widths().max for entry in entries) + gap
    across = max(min(int((room + gap) / widest), len(entries)), 1)
    entries += [Space()] * (-len(entries) % across)
    lines = [entries[start : start + across] for start in range(0, len(entries), across)]
    key = Grid(lines, [1.0] * across, gap, sketch.space(1))
    if not spacious(sketch, len(view.roles)):
        return key
    return Stack((key, sketch.text(reach.rationale, "note", "muted")), gap=sketch.space(2.2), spread=True)


def _accounts(view: View, reach: Reach) -> list[AccountType]:
    """The kinds of account that the role calls on, each once."""
    return [view.model.catalogue.accounts[name] for name in dict.fromkeys(call.account for call in reach.calls)]


# --- the map ----------------------------------------------------------------------------------------------------------


def _land(view: View) -> Land:
    return land(tuple(_map(view).rows))


def _called(view: View, compared: Compared) -> dict[Hexagon, str]:
    """The account that is called on in a cell."""
    calls = _reach(view, compared).calls
    cells = scattered(_land(view), tuple(call.area for call in calls))
    return dict(zip(cells, (call.account for call in calls), strict=True))


def _atlas(view: View, compared: Compared, sketch: Sketch) -> Box:
    """The map; on a page of fixed height so high at least that it is the picture and not its ornament."""
    ground, called = _land(view), _called(view, compared)
    size, ramp = sketch.size, sketch.ramp
    side = _largeness(ground.extent, sketch, _plan(view, sketch))
    high = 0.92 * side * ground.extent[1] * min(ramp.body / (0.8 * size.body), 1.0)
    small = replace(sketch, ramp=Ramp(max(min(ramp.body, side), size.legible * ramp.body / ramp.smallest)))
    names = [] if size.brief else list(_names(view, compared, small))
    draw = partial(_draw, view, compared, called)
    return Atlas(ground, names, called, draw, None if size.height is None else high)


def _names(view: View, compared: Compared, sketch: Sketch) -> Iterator[Name]:
    """The covered segments' names come first, since they have the least room."""
    areas, covers, ground = _map(view).areas, _reach(view, compared).covers, _land(view)
    for letter in covers:
        if areas[letter].region:
            yield Name(_tag(areas[letter].name, "ink", "card", sketch), ground.of(letter))
    for letters in _regions(_map(view)).values():
        first = areas[letters[0]]
        parted = bool(first.region) and set(letters) <= set(covers)
        looks = (compared.on, compared.solid) if parted else ("muted", "card")
        yield Name(_tag(first.region or first.name, *looks, sketch), ground.of(letters), parted)


def _tag(words: Words, colour: str, fill: str, sketch: Sketch) -> Box:
    high, wide = sketch.space(0.5), sketch.space(1.7)
    text = sketch.text(words, "tag", colour, "middle")
    radius = (text.style.size * text.style.leading + 2 * high) / 2
    stroke = "line" if fill == "card" else None
    return Pad(text, (high, wide, high, wide), fill, stroke, radii=(radius,) * 4)


def _draw(view: View, compared: Compared, called: Mapping[Hexagon, str], scale: Scale) -> tuple[Item, ...]:
    """The land, what is covered of it with its boundary, and the calls."""
    covered = set(scale.land.of(_reach(view, compared).covers))
    fills = ((set(scale.land.letters) - covered, "line"), (covered, compared.solid))
    region = {letter: name for name, letters in _regions(_map(view)).items() for letter in letters}
    return (
        *(area(scale, cells, fill) for cells, fill in fills if cells),
        *seams(scale, region, "card"),
        *boundary(scale, covered, compared.solid, compared.swatch.marker, "card"),
        *(item for cell, account in called.items() for item in _disc(view, compared, account, scale, cell)),
    )


def _disc(view: View, compared: Compared, account: str, scale: Scale, cell: Hexagon) -> Iterator[Item]:
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
