"""Each role amid its internal partners, and what flows between them either way.

In: the roles' partners with what is given and got. Out: on wide pages two roles face each other, with their
partners between them and the shared ones joined to both; else each role heads a trunk with a branch to each
partner, and what several share stands below all of them. An arrow leads from who gives to who gets.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from generator.errors import Overflow
from generator.layout.box import Align, Box, Widths, longest, remembered, require
from generator.layout.boxes import Fixed, Grid, Pad, Row, Stack, centred
from generator.layout.frame import Command, Frame, Item, Line, Rect, Shape, stacked
from generator.layout.leaves import Rule, Space, Text
from generator.layout.marks import arrow, circle, edge, stroke
from generator.layout.sketch import Sketch
from generator.layout.wires import Named, Wired
from generator.model.derive import Compared, View
from generator.model.schema import Partner, RolePartner
from generator.pictures import Table

KIND = "collaboration-network"
EDITORIAL = False
POSTER = False
SECTION = ""

# From this width two roles have room on either side of their partners.
_FACING = 700
# A page of fixed size that is so much higher than wide has room to spare.
_TALL = 1.3
_ALIGN: tuple[Align, Align] = ("start", "end")
# With more partners than these there is room for their names only, on a page of fixed size.
_SAID = 6


def compose(view: View, sketch: Sketch) -> Box:
    size = sketch.size
    if len(view.roles) == 2 and size.height is not None and (size.brief or size.width >= _FACING):
        return _facing(view, sketch)
    return _trunks(view, sketch)


def note(view: View, sketch: Sketch) -> Box | None:
    if sketch.size.brief:
        return None
    words = sketch.text("An arrow leads from who gives to who gets", "note", "muted")
    return sketch.labelled("material/swap-horizontal", words, "shared.solid")


def table(view: View) -> Table:
    columns = ("Team", "Role", "The role gives", "The role gets", "Shared")
    rows = tuple(
        (
            str(tie.partner.name),
            str(compared.role.name),
            str(said.gives),
            str(said.gets),
            "yes" if len(tie.holders) > 1 else "no",
        )
        for tie in _ties(view)
        for compared, said in tie.holders
    )
    return Table(columns, rows)


def describe(view: View) -> tuple[str, ...]:
    paragraphs = [_told(view, compared) for compared in view.roles]
    shared = [f"{tie.partner.name} ({_names(tie)})" for tie in _shared(view)]
    return (*paragraphs, *([f"Partners that several roles share: {'; '.join(shared)}."] if shared else []))


def _told(view: View, compared: Compared) -> str:
    flows = (
        f"To {view.model.catalogue.partners[said.partner].name} the role gives: {said.gives} It gets: {said.gets}"
        for said in compared.role.partners
    )
    return f"{compared.role.name}. {' '.join(flows)}"


# --- who works with whom ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Tie:
    """A partner with the roles that work with it."""

    id: str
    partner: Partner
    holders: Sequence[tuple[Compared, RolePartner]]


def _ties(view: View) -> list[_Tie]:
    """Every partner of the compared roles once, in the order of the roles."""
    found: dict[str, list[tuple[Compared, RolePartner]]] = {}
    for compared in view.roles:
        met: list[str] = []
        for flow in compared.role.partners:
            # A partner that one role names twice is not shared by that.
            found.setdefault(f"{flow.partner}.{met.count(flow.partner)}", []).append((compared, flow))
            met.append(flow.partner)
    partners = view.model.catalogue.partners
    return [_Tie(name, partners[holders[0][1].partner], holders) for name, holders in found.items()]


def _shared(view: View) -> list[_Tie]:
    return [tie for tie in _ties(view) if len(tie.holders) > 1]


def _own(view: View, compared: Compared) -> list[_Tie]:
    return [tie for tie in _ties(view) if len(tie.holders) == 1 and tie.holders[0][0].id == compared.id]


def _names(tie: _Tie) -> str:
    return ", ".join(compared.role.name for compared, _ in tie.holders)


# --- wires ------------------------------------------------------------------------------------------------------------


def _wire(path: Sequence[Command], compared: Compared, sketch: Sketch) -> Iterator[Item]:
    """A line in the role's way; a double one is a broad one with its middle left out."""
    width = sketch.space(0.45)
    if compared.swatch.marker != "double":
        yield stroke(path, colour=compared.solid, width=width, marker=compared.swatch.marker)
        return
    yield stroke(path, colour=compared.solid, width=width * 2.4)
    yield stroke(path, colour="ground", width=width * 0.9)


# --- two roles, face to face ------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class _Parted:
    """Two texts above and below the middle, where the arrows between them run."""

    above: Box
    below: Box
    gap: float

    def widths(self) -> Widths:
        above, below = self.above.widths(), self.below.widths()
        return Widths(max(above.min, below.min), max(above.max, below.max))

    def texts(self) -> Iterator[Text]:
        yield from self.above.texts()
        yield from self.below.texts()

    @remembered
    def layout(self, width: float, height: float | None = None) -> Frame:
        above, below = self.above.layout(width), self.below.layout(width)
        tall = 2 * max(above.height, below.height) + self.gap
        require(tall, height, self, "height")
        tall = tall if height is None else height
        high, low = (tall - self.gap) / 2, (tall + self.gap) / 2
        return stacked([(above, 0.0, high - above.height), (below, 0.0, low)], width, tall)


@dataclass(frozen=True, eq=False)
class _Hub:
    """A circle with a box in its middle, which has to lie within it."""

    child: Box
    diameter: float
    fill: str

    def widths(self) -> Widths:
        return Widths(self.diameter, self.diameter)

    def texts(self) -> Iterator[Text]:
        return self.child.texts()

    @remembered
    def layout(self, width: float, height: float | None = None) -> Frame:
        require(self.diameter, height, self, "height")
        inner, radius = self._inner(), self.diameter / 2
        require(_reach(inner), radius, longest(self))
        disc = circle(radius, radius, radius, fill=self.fill)
        moved = inner.moved((self.diameter - inner.width) / 2, radius - inner.height / 2)
        return Frame(width, self.diameter, (disc, *moved))

    def holds(self) -> bool:
        """Whether what stands in the circle lies within it."""
        try:
            return _reach(self._inner()) <= self.diameter / 2
        except Overflow:
            return False

    def _inner(self) -> Frame:
        return self.child.layout(self.diameter * 0.82)


def _reach(frame: Frame) -> float:
    """How far the farthest corner is from the middle. Letters do not fill the corners of their rectangles."""
    x, y = frame.width / 2, frame.height / 2
    rects = [item.rect for item in frame.items if isinstance(item, Line | Shape)]
    sides = ((max(abs(r.x - x), abs(r.right - x)), max(abs(r.y - y), abs(r.bottom - y))) for r in rects)
    return max(math.hypot(aside, 0.9 * off) / 0.97 for aside, off in sides)


def _facing(view: View, sketch: Sketch) -> Box:
    rows = _rows(view)
    said = not sketch.size.brief and len(rows) <= _SAID
    grid = Grid([(_row(view, row, sketch, said=said),) for row in rows], [1.0], row_gap=sketch.space(3))
    left, right = (centred(Named(f"hub {compared.id}", _hub(compared, sketch))) for compared in view.roles)
    fan = Space(sketch.space(6 if sketch.size.brief else 7.5))
    whole = Row((left, fan, grid, fan, right), valign="fill", stretch=2)
    return Wired(whole, lambda spots: tuple(item for compared in view.roles for item in _fan(compared, spots, sketch)))


def _rows(view: View) -> list[tuple[_Tie | None, _Tie | None]]:
    """What stands on one line: a partner of each role, or one of both."""
    left, right = (_own(view, compared) for compared in view.roles)
    return [*zip_longest(left, right), *((tie, tie) for tie in _shared(view))]


def _hub(compared: Compared, sketch: Sketch) -> Box:
    """The role's name in the smallest circle that holds it."""
    icon = Row((sketch.icon(compared.role.icon, compared.on, "head", 1.7),), align="middle")
    name = sketch.text(compared.role.name, "strong", compared.on, "middle")
    inside = Stack((icon, name), gap=sketch.space(0.8))
    least = 25 if sketch.size.brief else 28
    hubs = [_Hub(inside, sketch.space(steps), compared.solid) for steps in range(least, 2 * least)]
    return next((hub for hub in hubs if hub.holds()), hubs[-1])


def _row(view: View, row: tuple[_Tie | None, _Tie | None], sketch: Sketch, *, said: bool) -> Box:
    lane, node = (0.295, 0.205) if said else (0.08 if sketch.size.brief else 0.14, 0.4)
    left, right = row
    lanes = [
        _flows(tie, compared, align, sketch, said=said)
        for tie, compared, align in zip(row, view.roles, _ALIGN, strict=True)
    ]
    if left is not None and left is right:
        inside = _node(left, "shared", sketch, said=said)
        return Row((lanes[0], inside, lanes[1]), shares=(lane, 2 * node, lane), valign="fill")
    nodes: list[Box] = []
    half = sketch.space(1 if sketch.size.brief else 2.5)
    for tie, compared, insets in zip(row, view.roles, ((0, half, 0, 0), (0, 0, 0, half)), strict=True):
        nodes.append(Pad(_node(tie, compared.hue, sketch, said=said), insets, valign="middle") if tie else Space())
    return Row((lanes[0], *nodes, lanes[1]), shares=(lane, node, node, lane), valign="fill")


def _flows(tie: _Tie | None, compared: Compared, align: Align, sketch: Sketch, *, said: bool) -> Box:
    """What the role gives above the arrows, what it gets below them."""
    if tie is None:
        return Space()
    if not said:
        return Named(f"lane {compared.id} {tie.id}", Space())
    flow = next(flow for holder, flow in tie.holders if holder.id == compared.id)
    gives, gets = (sketch.text(text, "note", align=align) for text in (flow.gives, flow.gets))
    far, near = sketch.space(2.5), sketch.space(1.2)
    insets = (0.0, far, 0.0, near) if align == "start" else (0.0, near, 0.0, far)
    return Named(f"lane {compared.id} {tie.id}", _Parted(Pad(gives, insets), Pad(gets, insets), sketch.space(4.6)))


def _node(tie: _Tie, hue: str, sketch: Sketch, *, said: bool) -> Box:
    """A partner's name on a card; one that is shared says so."""
    icon = sketch.icon(tie.partner.icon, f"{hue}.solid", "strong", 1.5)
    name = sketch.text(tie.partner.name, "strong", align="middle" if said else "start")
    words: list[Box] = [name]
    if hue == "shared":
        words.append(sketch.text("Shared", "tag", "shared.solid", "middle" if said else "start"))
    if said:
        inside: Box = Stack((Row((icon,), align="middle"), *words), gap=sketch.space(0.6))
    elif sketch.size.brief and hue != "shared":
        inside = sketch.text(tie.partner.name, "strong", align="middle")
    else:
        inside = Row((icon, Stack(words)), sketch.space(2), valign="middle")
    high, wide, radius = sketch.space(1.8), sketch.space(2), sketch.space(2.5)
    card = Pad(inside, (high, wide) * 2, f"{hue}.tint", f"{hue}.solid", (radius,) * 4, valign="middle")
    return centred(Named(f"node {tie.id}", card))


def _fan(compared: Compared, spots: Mapping[str, Rect], sketch: Sketch) -> Iterator[Item]:
    """Two arrows between the hub and each partner: out above, back below."""
    hub = spots[f"hub {compared.id}"]
    lanes = [(name, rect) for name, rect in spots.items() if name.startswith(f"lane {compared.id} ")]
    lanes.sort(key=lambda lane: lane[1].y)
    radius, apart, size = hub.width / 2, sketch.space(1.1), sketch.space(2)
    cx, cy = hub.x + radius, hub.y + hub.height / 2
    pitch = min(sketch.space(3.4), 1.5 * radius / (2 * len(lanes)))
    for place, (name, lane) in enumerate(lanes):
        node = spots[f"node {name.rpartition(' ')[2]}"]
        turn = 1.0 if lane.x > cx else -1.0
        start, end = (lane.x, node.x) if turn > 0 else (lane.right, node.right)
        y = node.y + node.height / 2
        for way, shift in ((1, -apart), (-1, apart)):
            aside = (2 * place + (0.5 if way > 0 else 1.5) - len(lanes)) * pitch
            rim = cx + turn * (math.sqrt(radius**2 - aside**2) + 1.5)
            begin = rim + turn * (size if way < 0 else 0.0)
            stop = end - turn * (size if way > 0 else 0.0) - turn
            # The two keep apart where they climb or fall, too.
            middle = (begin + start) / 2 + turn * way * math.copysign(apart, y - cy - aside)
            curve: Command = ("C", (middle, cy + aside, middle, y + shift, start, y + shift))
            yield from _wire([("M", (begin, cy + aside)), curve, ("L", (stop, y + shift))], compared, sketch)
            tip = (end - turn, y + shift) if way > 0 else (rim, cy + aside)
            yield arrow(*tip, size, colour=compared.solid, degrees=0.0 if way * turn > 0 else 180.0)


# --- a trunk for each role --------------------------------------------------------------------------------------------

# Steps from a trunk to the cards that branch off it, and from the page's side to the trunk.
_REACH, _NEAR, _ASIDE = 7, 4.5, 3.6
# Steps between columns.
_BETWEEN = 4


def _trunks(view: View, sketch: Sketch) -> Box:
    """The roles in rows of columns; where all stand abreast, what they share is one panel below them."""
    abreast = _abreast(len(view.roles), sketch)
    rows = [view.roles[start : start + abreast] for start in range(0, len(view.roles), abreast)]
    shared = _shared(view) if len(rows) == 1 else []
    listed = {
        compared.id: [tie for tie in _ties(view) if tie not in shared and _flow(tie, compared)]
        for compared in view.roles
    }
    load = sum(max(len(listed[compared.id]) for compared in row) for row in rows) + len(shared)
    said = sketch.size.height is None or (not sketch.size.brief and load <= _SAID)
    parts: list[Box] = []
    for row in rows:
        group: list[Box] = [_heads(row, sketch)]
        if any(listed[compared.id] for compared in row):
            group.append(_cards([(compared, listed[compared.id]) for compared in row], sketch, said=said))
        parts.append(Stack(group, gap=sketch.space(2.6 if sketch.size.brief else 3), grow=frozenset({len(group) - 1})))
    if shared:
        parts.append(Named("shared", _common(view, shared, sketch, said=said)))
    grow = frozenset(
        place for place in range(len(parts)) if place == len(rows) or any(map(listed.get, _ids(rows[place])))
    )
    whole = Stack(parts, gap=sketch.space(2.6 if sketch.size.brief else 4.5), grow=grow)

    def draw(spots: Mapping[str, Rect]) -> tuple[Item, ...]:
        return tuple(item for compared in view.roles for item in _branches(compared, spots, shared, sketch))

    return Wired(whole, draw)


def _abreast(count: int, sketch: Sketch) -> int:
    """Four are set two by two where columns would be narrow."""
    wide = sketch.size.brief or (sketch.size.height is not None and sketch.size.width >= _FACING)
    return 2 if count > 3 and not sketch.size.narrow and not wide else sketch.abreast(count)


def _ids(row: Sequence[Compared]) -> list[str]:
    return [compared.id for compared in row]


def _flow(tie: _Tie, compared: Compared) -> RolePartner | None:
    return next((flow for holder, flow in tie.holders if holder.id == compared.id), None)


def _heads(row: Sequence[Compared], sketch: Sketch) -> Row:
    heads = []
    side, brief = sketch.space(2 * _ASIDE), sketch.size.brief
    for compared in row:
        icon = Row((sketch.icon(compared.role.icon, compared.on, "body", 1.3),), align="middle")
        hub = Fixed(Named(f"hub {compared.id}", _Hub(icon, side, compared.solid)), side)
        name = sketch.text(compared.role.name, "strong" if brief else "head", compared.solid)
        heads.append(Row((hub, name), sketch.space(1.4 if brief else 2.4), valign="middle"))
    return Row(heads, sketch.space(_BETWEEN), [1.0] * len(heads), valign="middle")


def _cards(row: Sequence[tuple[Compared, list[_Tie]]], sketch: Sketch, *, said: bool) -> Box:
    """A card for each partner, on common lines."""
    indent = (0.0, 0.0, 0.0, sketch.space(_ASIDE + (_NEAR if sketch.size.brief else _REACH)))
    lines = [
        [
            Pad(_card(ties[place], compared, sketch, said=said), indent) if place < len(ties) else Space()
            for compared, ties in row
        ]
        for place in range(max(len(ties) for _, ties in row))
    ]
    return Grid(lines, [1.0] * len(row), sketch.space(_BETWEEN), sketch.space(2.4))


def _card(tie: _Tie, compared: Compared, sketch: Sketch, *, said: bool) -> Box:
    """A partner with what flows either way; one that is shared says with whom."""
    hue = compared.hue if len(tie.holders) == 1 else "shared"
    name = sketch.text(tie.partner.name, "strong")
    parts: list[Box] = [name if sketch.size.brief else sketch.labelled(tie.partner.icon, name, f"{hue}.solid")]
    if len(tie.holders) > 1:
        others = [holder for holder, _ in tie.holders if holder.id != compared.id]
        label = sketch.text("Shared with", "tag", "shared.solid")
        parts.append(Row((label, *(_pill(other, sketch) for other in others)), sketch.space(1.4), valign="middle"))
    flow = _flow(tie, compared)
    if said and flow:
        for way, text in (("gives", flow.gives), ("gets", flow.gets)):
            parts.append(Named(f"{way} {compared.id} {tie.id}", _said(way, text, hue, sketch)))
    high, wide, radius = sketch.space(1.8), sketch.space(2 if sketch.size.brief else 2.8), sketch.space(2.5)
    inside = Stack(parts, gap=sketch.space(1.4), spread=said and sketch.size.height is not None)
    stroke = "shared.solid" if hue == "shared" else None
    card = Pad(inside, (high, wide) * 2, f"{hue}.tint", stroke, (radius,) * 4, "start" if said else "middle")
    return Named(f"card {compared.id} {tie.id}", card)


def _pill(compared: Compared, sketch: Sketch) -> Box:
    return sketch.pill(compared.role.abbreviation, compared.hue, compared.swatch.marker)


def _said(way: str, text: str, hue: str, sketch: Sketch) -> Box:
    """What flows one way, under its name where there is room for it."""
    size = sketch.size
    tall = size.height is not None and size.height > _TALL * size.width
    words = sketch.text(text, "body" if tall else "note")
    if size.height is not None and not tall:
        return words
    return Stack((sketch.text(way.capitalize(), "tag", f"{hue}.solid"), words))


def _common(view: View, shared: list[_Tie], sketch: Sketch, *, said: bool) -> Box:
    """What several roles share, as one panel whose columns are those of the roles."""
    side = sketch.space(1.6 if sketch.size.brief else 3)
    bar, radius = sketch.space(1.1), sketch.space(2.5)
    # Where nothing else is shown there is room for larger type.
    role = "body" if sketch.size.height is not None and len(shared) == len(_ties(view)) else "note"
    entries: list[Box] = []
    for tie in shared:
        label = sketch.text("Shared", "tag", "shared.solid")
        name = sketch.labelled(tie.partner.icon, sketch.text(tie.partner.name, "strong"), "shared.solid")
        named = Row((name, label), sketch.space(2.4), valign="middle")
        if said:
            head = Pad(named, (0.0, side, 0.0, side + bar))
            cells = [Pad(_cell(tie, compared, role, sketch), (0.0, 0.0, 0.0, side + bar)) for compared in view.roles]
            row = Row(cells, sketch.space(_BETWEEN), [1.0] * len(cells))
            entries.append(centred(Stack((head, row), sketch.space(1.6))))
        else:
            pills = Row([_pill(compared, sketch) for compared, _ in tie.holders], sketch.space(1.6))
            inside = Row((named, pills), sketch.space(3), valign="middle", stretch=0)
            entries.append(Pad(inside, (0.0, side, 0.0, side + bar), valign="middle"))
    gap, rule = (1.6, None) if sketch.size.brief else (1.8, Rule("ground", sketch.space(0.6)))
    listed = Grid([(entry,) for entry in entries], [1.0], row_gap=sketch.space(gap), rule=rule)
    mark = edge(view.model.palette.shared.marker, "shared.solid", bar)
    return Pad(listed, (side, 0.0, side, 0.0), "shared.tint", radii=(0.0, radius, radius, 0.0), edge=mark)


def _cell(tie: _Tie, compared: Compared, role: str, sketch: Sketch) -> Box:
    """What flows between a shared partner and one role."""
    flow = _flow(tie, compared)
    if flow is None:
        return Space()
    rows: list[Box] = [Row((_pill(compared, sketch),))]
    for icon, text in (("material/arrow-down", flow.gives), ("material/arrow-up", flow.gets)):
        mark = sketch.icon(icon, "shared.solid", role, 1.32)
        rows.append(Row((mark, sketch.text(text, role)), sketch.space(1.2), stretch=1))
    return Pad(Stack(rows, gap=sketch.space(0.9)), (0.0, sketch.space(2), 0.0, 0.0))


def _branches(compared: Compared, spots: Mapping[str, Rect], shared: list[_Tie], sketch: Sketch) -> Iterator[Item]:
    """The role's trunk, an arrow out and one back at every card, and one into what is shared."""
    hub, size, shift = spots[f"hub {compared.id}"], sketch.space(2), sketch.space(1.3)
    x = round(hub.x + hub.width / 2, 3)
    low = hub.bottom
    for name, card in spots.items():
        if not name.startswith(f"card {compared.id} "):
            continue
        partner = name.rpartition(" ")[2]
        pitch = sketch.ramp.style("note").size * 1.34 / 2
        middle = card.y + card.height / 2
        gives, gets = (spots.get(f"{way} {compared.id} {partner}") for way in ("gives", "gets"))
        out = gives.y + pitch if gives else middle - shift
        back = gets.y + pitch if gets else middle + shift
        yield from _wire([("M", (x, out)), ("L", (card.x - size, out))], compared, sketch)
        yield arrow(card.x - 1.0, out, size, colour=compared.solid)
        yield from _wire([("M", (card.x - 1.0, back)), ("L", (x + size, back))], compared, sketch)
        yield arrow(x + sketch.space(0.6), back, size, colour=compared.solid, degrees=180.0)
        low = max(low, back)
    if any(_flow(tie, compared) for tie in shared):
        end = spots["shared"].y
        yield from _wire([("M", (x, hub.bottom)), ("L", (x, end - size))], compared, sketch)
        yield arrow(x, end - 1.0, size, colour=compared.solid, degrees=90.0)
    elif low > hub.bottom:
        yield from _wire([("M", (x, hub.bottom)), ("L", (x, low))], compared, sketch)
