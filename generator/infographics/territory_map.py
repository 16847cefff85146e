"""Who covers ground, and whose accounts lie scattered over it: a map of hexagons for each role.

In: the comparison's map with what each role covers and where it calls. Out: the same map once a role, with
covered areas filled inside a boundary in the role's marker and single accounts as discs. A map each, because
two roles that cover the same ground could not be told apart on a common one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.errors import Overflow
from generator.layout.box import Box, Widths, longest, remembered
from generator.layout.boxes import Grid, Pad, Row, Stack
from generator.layout.frame import Command, Frame, Item, Rect, Shape, stacked
from generator.layout.leaves import Space, Text, icon_commands
from generator.layout.marks import circle, disc, edge, stroke
from generator.layout.sketch import Sketch
from generator.model.derive import Compared, View
from generator.model.schema import AccountType, Map, Reach
from generator.model.text import Text as Words
from generator.pictures import Table
from generator.theme import Ramp

KIND = "territory-map"
EDITORIAL = True
POSTER = False
SECTION = "map"

_WHOLE = "Covered whole"
# Square points of a fixed page that a role must have for its reason to be shown.
_ROOMY = 120_000.0
# Of a panel's width, where the words stand beside the map.
_MAP_SHARE = 0.58
# Sides of a cell, in sizes of running text, below which names would hide the map.
_SMALL = 0.85


def compose(view: View, sketch: Sketch) -> Box:
    plan = _plan(view, sketch)
    groups = [view.roles[start : start + plan.columns] for start in range(0, len(view.roles), plan.columns)]
    draw = _beside if plan.beside else _below
    rows = [(draw(view, group, plan, sketch),) for group in groups]
    return Grid(rows, (1.0,), row_gap=sketch.space(3.5))


def note(view: View, sketch: Sketch) -> Box | None:
    words = sketch.text("Editorial judgement", "label", "muted")
    label = sketch.labelled("material/scale-balance", words, "shared.solid")
    if sketch.size.brief:
        return label
    meant = sketch.text(_map(view).text, "note", "muted")
    line = Row((label, meant), sketch.space(2.5), valign="middle")
    fits = line.widths().max <= sketch.size.width - 2 * sketch.size.margin
    return line if fits else Stack((label, meant), gap=sketch.space(1))


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
    for letter, area in drawn.areas.items():
        found.setdefault(area.region or area.name, []).append(letter)
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
    count, extent = len(view.roles), _land(_map(view)).extent
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
    wide = (size.width - 2 * size.margin + gap) / plan.columns - 3.5 * gap
    high = ((size.height or math.inf) * (0.52 if size.brief else 0.68) + gap) / plan.rows - 3 * gap
    least = 9 if size.brief and plan.columns * plan.rows == 2 else 7
    if ((1 - _MAP_SHARE) * wide if plan.beside else wide) < least * size.body:
        return 0.0
    if plan.beside:
        wide *= _MAP_SHARE
    else:
        high -= size.body * (3 if size.brief else 6)
    return min(wide / extent[0], high / extent[1])


def _is_roomy(view: View, sketch: Sketch) -> bool:
    """Whether there is room for the reasons."""
    size = sketch.size
    return size.height is None or size.width * size.height / len(view.roles) >= _ROOMY


def _panel(compared: Compared, sketch: Sketch) -> Pad:
    bar, radius = sketch.space(1.1), sketch.space(2.5)
    inset = sketch.space(3 if sketch.size.brief else 4)
    mark = edge(compared.swatch.marker, compared.solid, bar)
    insets = (inset, inset, inset, inset + bar)
    return Pad(Space(), insets, "card", radii=(0.0, radius, radius, 0.0), edge=mark)


def _below(view: View, group: Sequence[Compared], plan: _Plan, sketch: Sketch) -> Box:
    """Panels side by side with the words above and below the map, on common lines."""
    panels = [_panel(compared, sketch) for compared in group]
    heads: list[Box] = [_head(view, compared, sketch) for compared in group]
    maps = [_atlas(view, compared, sketch) for compared in group]
    # On a brief picture there is nothing else to stand below the maps.
    sections = [maps, heads] if sketch.size.brief else [heads, maps]
    if not sketch.size.brief:
        gaps = panels[0].insets[1] + panels[0].insets[3] + sketch.space(4)
        room = (sketch.size.width - 2 * sketch.size.margin + sketch.space(4)) / plan.columns - gaps
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
    if not _is_roomy(view, sketch):
        return key
    return Stack((key, sketch.text(reach.rationale, "note", "muted")), gap=sketch.space(2.2), spread=True)


def _accounts(view: View, reach: Reach) -> list[AccountType]:
    """The kinds of account that the role calls on, each once."""
    return [view.model.catalogue.accounts[name] for name in dict.fromkeys(call.account for call in reach.calls)]


# --- the map ----------------------------------------------------------------------------------------------------------

_ROOT = math.sqrt(3)
# From the top corner clockwise, as steps of the lattice from a cell's middle: whole numbers, so that cells agree on
# the corners that they share.
_CORNERS = ((0, -2), (1, -1), (1, 1), (0, 2), (-1, 1), (-1, -1))
# The neighbour across the edge that starts at the corner of the same number.
_ACROSS = ((1, -1), (1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1))
# A disc's radius in sides of a cell, and the points below which it has no icon.
_DISC = 0.76
_LEGIBLE = 6.0
# Room around the land, for the width of its boundary.
_RIM = 0.34
# Where not all names find room, the land is drawn smaller, so that some stand on the sea around it.
_SHARES = (1.0, 0.9, 0.8, 0.7)

Spot = tuple[float, float]
Hexagon = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Land:
    """The cells of a map by their axial places: the letter and the middle of each, the middle on the lattice."""

    letters: Mapping[Hexagon, str]
    lattice: Mapping[Hexagon, Hexagon]

    @property
    def extent(self) -> Spot:
        """Width and height in sides of a cell."""
        return _sides(max(x for x, _ in self.lattice.values()) + 1, max(y for _, y in self.lattice.values()) + 2)

    def middle(self, cell: Hexagon) -> Spot:
        return _sides(*self.lattice[cell])

    def of(self, letters: Iterable[str]) -> tuple[Hexagon, ...]:
        wanted = set(letters)
        return tuple(cell for cell, letter in self.letters.items() if letter in wanted)


def _sides(x: int, y: int) -> Spot:
    """A place on the lattice in sides of a cell."""
    return x * _ROOT / 2, y / 2


def _land(drawn: Map) -> _Land:
    """Every second row stands half a cell to the right."""
    letters = {
        (column - row // 2, row): letter
        for row, cells in enumerate(drawn.rows)
        for column, letter in enumerate(cells)
        if letter != "."
    }
    spots = {(q, r): (2 * q + r, 3 * r) for q, r in letters}
    left, top = min(x for x, _ in spots.values()) - 1, min(y for _, y in spots.values()) - 2
    return _Land(letters, {cell: (x - left, y - top) for cell, (x, y) in spots.items()})


def _middle(spots: Sequence[Spot]) -> Spot:
    return sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots)


def _called(land: _Land, reach: Reach) -> dict[Hexagon, str]:
    """A cell for each call: near the middle of its area, and far from the other calls."""
    taken: dict[Hexagon, str] = {}
    for call in reach.calls:
        cells = land.of(call.area)
        middle = _middle([land.middle(cell) for cell in cells])

        def worth(cell: Hexagon, middle: Spot = middle) -> tuple[float, Hexagon]:
            spot = land.middle(cell)
            apart = min((math.dist(spot, land.middle(other)) for other in taken), default=4.0)
            return round(min(apart, 4.0) - 0.6 * math.dist(spot, middle), 6), cell

        taken[max((cell for cell in cells if cell not in taken), key=worth)] = call.account
    return taken


@dataclass(frozen=True, slots=True)
class _Name:
    """A name on the map, and the cells that it names; on the sea if the names of its parts stand upon them."""

    box: Box
    cells: tuple[Hexagon, ...]
    at_sea: bool = False


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where the land lies in a figure: points a side of a cell, and its top left corner."""

    land: _Land
    side: float
    left: float
    top: float

    def at(self, cell: Hexagon) -> Spot:
        return self._placed(*self.land.lattice[cell])

    def corner(self, cell: Hexagon, turn: int) -> Spot:
        (x, y), (dx, dy) = self.land.lattice[cell], _CORNERS[turn % 6]
        return self._placed(x + dx, y + dy)

    def _placed(self, x: int, y: int) -> Spot:
        across, down = _sides(x, y)
        return round(self.left + across * self.side, 3), round(self.top + down * self.side, 3)


@dataclass(frozen=True, eq=False)
class _Atlas:
    """One map with names on it, as large as its room allows; where it may grow, at first `least` high."""

    land: _Land
    names: Sequence[_Name]
    called: Iterable[Hexagon]
    draw: Callable[[_Scale], tuple[Item, ...]]
    least: float | None = None

    def widths(self) -> Widths:
        wide = max((name.box.widths().max for name in self.names), default=0.0)
        return Widths(wide, wide)

    def texts(self) -> Iterator[Text]:
        for name in self.names:
            yield from name.box.texts()

    @remembered
    def layout(self, width: float, height: float | None = None) -> Frame:
        across, down = self.land.extent
        natural = width / (across + _RIM) * (down + _RIM)
        tall = height if height is not None else min(natural, self.least or natural)
        side = min(width / (across + _RIM), tall / (down + _RIM))
        for share in _SHARES:
            scale = _Scale(
                self.land, side * share, (width - side * share * across) / 2, (tall - side * share * down) / 2
            )
            named = self._named(scale, Rect(0.0, 0.0, width, tall))
            if named is not None:
                return stacked([(Frame(width, tall, self.draw(scale)), 0.0, 0.0), *named], width, tall)
        raise Overflow(need=width * 1.1, room=width, text=longest(self), axis="width")

    def _named(self, scale: _Scale, page: Rect) -> list[tuple[Frame, float, float]] | None:
        """The names where they stand; nothing if one finds no room."""
        taken = [_square(scale, cell, _DISC) for cell in self.called]
        placed = []
        for name in self.names:
            frame = name.box.layout(name.box.widths().max)
            rect = _free(name, frame, scale, taken, page)
            if rect is None:
                return None
            taken.append(rect)
            placed.append((frame, rect.x, rect.y))
        return placed


def _around(spot: Spot, width: float, height: float) -> Rect:
    return Rect(spot[0] - width / 2, spot[1] - height / 2, width, height)


def _free(name: _Name, frame: Frame, scale: _Scale, taken: Sequence[Rect], page: Rect) -> Rect | None:
    """Room for a name: near the middle of what it names, on no disc and no other name.

    It covers as few cells of others as can be, and of its own, where those are few.
    """
    land = scale.land.letters
    middle = _middle([scale.at(cell) for cell in name.cells])
    own = 3.0 if name.at_sea else 2.4 / len(name.cells)
    dear = [(own if cell in name.cells else 3.0 if name.at_sea else 0.7, _square(scale, cell, 0.8)) for cell in land]
    best: tuple[float, Rect] | None = None
    for far, dx, dy in _STEPS:
        if best and far >= best[0]:
            break
        spot = (middle[0] + dx * scale.side, middle[1] + dy * scale.side)
        rect = _around(spot, frame.width, frame.height)
        room = _around(spot, frame.width + 0.3 * scale.side, frame.height + 0.3 * scale.side)
        if page.holds(rect, 0.0) and not any(room.meets(other) for other in taken):
            cost = far + sum(price for price, cell in dear if rect.meets(cell))
            if best is None or cost < best[0]:
                best = cost, rect
    return best[1] if best else None


def _square(scale: _Scale, cell: Hexagon, reach: float) -> Rect:
    return _around(scale.at(cell), 2 * reach * scale.side, 2 * reach * scale.side)


# Ways from the middle of what is named, the shortest first, in sides of a cell.
_STEPS = sorted(
    (round(math.hypot(column, row) / 4, 4), column / 4, row / 4) for column in range(-48, 49) for row in range(-40, 41)
)


def _atlas(view: View, compared: Compared, sketch: Sketch) -> Box:
    drawn, reach = _map(view), _reach(view, compared)
    land = _land(drawn)
    called = _called(land, reach)
    least = _least(view, sketch)
    side = _largeness(land.extent, sketch, _plan(view, sketch))
    smaller = max(min(sketch.ramp.body, side), sketch.size.legible * sketch.ramp.body / sketch.ramp.smallest)
    small = replace(sketch, ramp=Ramp(smaller))
    names = [] if sketch.size.brief else _names(drawn, reach, land, compared.hue, small)
    return _Atlas(land, names, called, partial(_draw, view, compared, called), least)


def _least(view: View, sketch: Sketch) -> float | None:
    """How high a map is at least on a page of fixed height, so that it is the picture and not its ornament."""
    size = sketch.size
    if size.height is None:
        return None
    extent = _land(_map(view)).extent
    side = _largeness(extent, sketch, _plan(view, sketch))
    return 0.92 * side * extent[1] * min(sketch.ramp.body / (0.8 * size.body), 1.0)


def _names(drawn: Map, reach: Reach, land: _Land, hue: str, sketch: Sketch) -> list[_Name]:
    """The covered segments' names come first, since they have the least room."""
    found = [
        _Name(_tag(drawn.areas[letter].name, "ink", "card", sketch), land.of(letter))
        for letter in reach.covers
        if drawn.areas[letter].region
    ]
    for letters in _regions(drawn).values():
        first = drawn.areas[letters[0]]
        parted = bool(first.region) and set(letters) <= set(reach.covers)
        looks = (f"{hue}.on", f"{hue}.solid") if parted else ("muted", "card")
        found.append(_Name(_tag(first.region or first.name, *looks, sketch), land.of(letters), parted))
    return found


def _tag(words: Words, colour: str, fill: str, sketch: Sketch) -> Box:
    high, wide = sketch.space(0.5), sketch.space(1.7)
    text = sketch.text(words, "tag", colour, "middle")
    radius = (text.style.size * text.style.leading + 2 * high) / 2
    stroke = "line" if fill == "card" else None
    return Pad(text, (high, wide, high, wide), fill, stroke, radii=(radius,) * 4)


# --- what is drawn ----------------------------------------------------------------------------------------------------


def _draw(view: View, compared: Compared, called: Mapping[Hexagon, str], scale: _Scale) -> tuple[Item, ...]:
    """The land, what is covered of it with its boundary, and the calls."""
    covered = set(scale.land.of(_reach(view, compared).covers))
    fills = ((set(scale.land.letters) - covered, "line"), (covered, compared.solid))
    land = [_cells(scale, cells, fill) for cells, fill in fills if cells]
    discs = [item for cell, account in called.items() for item in _disc(view, compared, account, scale, cell)]
    return (*land, *_seams(_map(view), scale), *_boundary(compared, covered, scale), *discs)


def _cells(scale: _Scale, cells: set[Hexagon], fill: str) -> Shape:
    """All these cells as one area."""
    commands: list[Command] = []
    for cell in sorted(cells):
        commands += [
            ("M", scale.corner(cell, 0)),
            *(("L", scale.corner(cell, turn)) for turn in range(1, 6)),
            ("Z", ()),
        ]
    return replace(stroke(commands, colour=fill, width=0.0), fill=fill, stroke=None)


def _seams(drawn: Map, scale: _Scale) -> Iterator[Item]:
    """Thin seams between cells, wider ones between segments, the widest between regions."""
    region = {letter: name for name, letters in _regions(drawn).items() for letter in letters}
    seams: dict[float, list[Command]] = {}
    for cell, letter in scale.land.letters.items():
        for turn in range(3):
            other = scale.land.letters.get(_near(cell, turn))
            if other is not None:
                width = 0.07 if other == letter else 0.16 if region[other] == region[letter] else 0.36
                line: list[Command] = [("M", scale.corner(cell, turn)), ("L", scale.corner(cell, turn + 1))]
                seams.setdefault(width, []).extend(line)
    return (stroke(seams[width], colour="card", width=round(width * scale.side, 3)) for width in sorted(seams))


def _near(cell: Hexagon, turn: int) -> Hexagon:
    return cell[0] + _ACROSS[turn][0], cell[1] + _ACROSS[turn][1]


def _boundary(compared: Compared, covered: set[Hexagon], scale: _Scale) -> Iterator[Item]:
    """A line in the role's marker around what it covers, set off from the filled cells by a seam."""
    for loop in _loops(covered, scale):
        commands: list[Command] = [("M", loop[0]), *(("L", spot) for spot in (*loop[1:], loop[0]))]
        marker, side = compared.swatch.marker, scale.side
        yield stroke(commands, colour="card", width=round(0.36 * side, 3))
        line = round((0.3 if marker == "double" else 0.16) * side, 3)
        yield stroke(commands, colour=compared.solid, width=line, marker=marker)
        if marker == "double":
            yield stroke(commands, colour="card", width=round(0.1 * side, 3))


def _loops(cells: set[Hexagon], scale: _Scale) -> Iterator[list[Spot]]:
    """The outlines of an area, each once around."""
    onward = {
        scale.corner(cell, turn): scale.corner(cell, turn + 1)
        for cell in sorted(cells)
        for turn in range(6)
        if _near(cell, turn) not in cells
    }
    while onward:
        spot = next(iter(onward))
        loop = []
        while spot in onward:
            loop.append(spot)
            spot = onward.pop(spot)
        yield loop


def _disc(view: View, compared: Compared, account: str, scale: _Scale, cell: Hexagon) -> Iterator[Item]:
    """A single account: a disc in its cell with the account's icon, filled or ringed in the role's marker."""
    x, y = scale.at(cell)
    radius, marker = _DISC * scale.side, compared.swatch.marker
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
