"""Each role amid its internal partners, and what flows between them either way.

In: the roles' partners with what is given and got. Out: on wide pages two roles face each other, with their
partners between them and the shared ones joined to both; else each role heads a trunk with a branch to each
partner, and what several share stands below all of them. An arrow leads from who gives to who gets.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from generator.infographics.kinds.collaboration_network.hubs import Hub, Parted, exchange, snug
from generator.infographics.parts.arrows import Pen
from generator.infographics.parts.columns import in_rows, level
from generator.infographics.parts.figure import Sketch, tile
from generator.infographics.parts.marks import edge
from generator.infographics.parts.tree import both_ways, middle
from generator.infographics.picture import Table
from generator.layout import Align, Box, Fixed, Grid, Item, Named, Pad, Rect, Row, Rule, Space, Stack, Wired, centred
from generator.model import Compared, Partner, RolePartner, View

KIND = "collaboration-network"
EDITORIAL = False
POSTER = False
SECTION = ""

# From this width two roles have room on either side of their partners.
_FACING = 700
# A page of fixed size that is so much higher than wide has room to spare.
_TALL = 1.3
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
        (*map(str, (tie.partner.name, compared.role.name, said.gives, said.gets)), "yes" if tie.shared else "no")
        for tie in _ties(view)
        for compared, said in tie.holders
    )
    return Table(columns, rows)


def describe(view: View) -> tuple[str, ...]:
    paragraphs = [_told(view, compared) for compared in view.roles]
    shared = [
        f"{tie.partner.name} ({', '.join(compared.role.name for compared, _ in tie.holders)})"
        for tie in _ties(view)
        if tie.shared
    ]
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

    @property
    def shared(self) -> bool:
        return len(self.holders) > 1

    def flow(self, compared: Compared) -> RolePartner | None:
        """What runs between the partner and that role, if anything does."""
        return next((flow for holder, flow in self.holders if holder.id == compared.id), None)


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


def _pen(compared: Compared, sketch: Sketch) -> Pen:
    return Pen(compared.solid, compared.swatch.marker, sketch.space(0.45), sketch.space(2))


# --- two roles, face to face ------------------------------------------------------------------------------------------

# What stands on one line: a partner of each role, or one of both.
_Line = Sequence[_Tie | None]


def _facing(view: View, sketch: Sketch) -> Box:
    lines = _lines(view)
    said = not sketch.size.brief and len(lines) <= _SAID
    grid = Grid([(_row(view, line, sketch, said=said),) for line in lines], [1.0], row_gap=sketch.space(3))
    left, right = (centred(Named(f"hub {compared.id}", _hub(compared, sketch))) for compared in view.roles)
    fan = Space(sketch.space(6 if sketch.size.brief else 7.5))

    def draw(spots: Mapping[str, Rect]) -> Iterator[Item]:
        for side, compared in enumerate(view.roles):
            ties = [tie for line in lines if (tie := line[side])]
            ways = [(spots[f"lane {compared.id} {tie.id}"], spots[f"node {tie.id}"]) for tie in ties]
            apart, pitch = sketch.space(1.1), sketch.space(3.4)
            yield from exchange(spots[f"hub {compared.id}"], ways, _pen(compared, sketch), apart=apart, pitch=pitch)

    whole = Row((left, fan, grid, fan, right), valign="fill", stretch=2)
    return Wired(whole, lambda spots: tuple(draw(spots)))


def _lines(view: View) -> list[_Line]:
    ties = _ties(view)
    own = ([tie for tie in ties if not tie.shared and tie.flow(compared)] for compared in view.roles)
    return [*zip_longest(*own), *((tie, tie) for tie in ties if tie.shared)]


def _hub(compared: Compared, sketch: Sketch) -> Box:
    """The role's name in the smallest circle that holds it."""
    icon = Row((sketch.icon(compared.role.icon, compared.on, "head", 1.7),), align="middle")
    name = sketch.text(compared.role.name, "strong", compared.on, "middle")
    least = 25 if sketch.size.brief else 28
    diameters = (sketch.space(steps) for steps in range(least, 2 * least))
    return snug(Stack((icon, name), gap=sketch.space(0.8)), diameters, compared.solid)


def _row(view: View, line: _Line, sketch: Sketch, *, said: bool) -> Box:
    lane, node = (0.295, 0.205) if said else (0.08 if sketch.size.brief else 0.14, 0.4)
    half = sketch.space(1 if sketch.size.brief else 2.5)
    aligns: tuple[Align, Align] = ("start", "end")
    flows: list[Box] = []
    nodes: list[Box] = []
    for tie, compared, align in zip(line, view.roles, aligns, strict=True):
        flows.append(_flows(tie, compared, align, sketch, said=said))
        insets = (0.0, half, 0.0, 0.0) if align == "start" else (0.0, 0.0, 0.0, half)
        nodes.append(Pad(_node(tie, compared.hue, sketch, said=said), insets, valign="middle") if tie else Space())
    if line[0] and line[0].shared:
        whole = _node(line[0], "shared", sketch, said=said)
        return Row((flows[0], whole, flows[1]), shares=(lane, 2 * node, lane), valign="fill")
    return Row((flows[0], *nodes, flows[1]), shares=(lane, node, node, lane), valign="fill")


def _flows(tie: _Tie | None, compared: Compared, align: Align, sketch: Sketch, *, said: bool) -> Box:
    """What the role gives above the arrows, what it gets below them."""
    flow = tie.flow(compared) if tie else None
    if not (tie and flow):
        return Space()
    inside: Box = Space()
    if said:
        far, near = sketch.space(2.5), sketch.space(1.2)
        insets = (0.0, far, 0.0, near) if align == "start" else (0.0, near, 0.0, far)
        gives, gets = (Pad(sketch.text(text, "note", align=align), insets) for text in (flow.gives, flow.gets))
        inside = Parted(gives, gets, sketch.space(4.6))
    return Named(f"lane {compared.id} {tie.id}", inside)


def _node(tie: _Tie, hue: str, sketch: Sketch, *, said: bool) -> Box:
    """A partner's name on a card; one that is shared says so."""
    icon = sketch.icon(tie.partner.icon, f"{hue}.solid", "strong", 1.5)
    align: Align = "middle" if said or (sketch.size.brief and not tie.shared) else "start"
    words: list[Box] = [sketch.text(tie.partner.name, "strong", align=align)]
    if tie.shared:
        words.append(sketch.text("Shared", "tag", "shared.solid", align))
    if said:
        inside: Box = Stack((Row((icon,), align="middle"), *words), gap=sketch.space(0.6))
    elif sketch.size.brief and not tie.shared:
        inside = words[0]
    else:
        inside = Row((icon, Stack(words)), sketch.space(2), valign="middle")
    return centred(Named(f"node {tie.id}", tile(sketch, inside, f"{hue}.tint", (1.8, 2), stroke=f"{hue}.solid")))


# --- a trunk for each role --------------------------------------------------------------------------------------------

# Steps from a trunk to the cards that branch off it, and from the page's side to the trunk.
_REACH, _NEAR, _ASIDE = 7, 4.5, 3.6
# Steps between columns.
_BETWEEN = 4


def _trunks(view: View, sketch: Sketch) -> Box:
    """The roles in rows of columns; where all stand abreast, what they share is one panel below them."""
    brief, ties = sketch.size.brief, _ties(view)
    rows = in_rows(view.roles, _abreast(len(view.roles), sketch))
    shared = [tie for tie in ties if tie.shared] if len(rows) == 1 else []
    own = {one.id: [tie for tie in ties if tie not in shared and tie.flow(one)] for one in view.roles}
    most = [max(len(own[compared.id]) for compared in row) for row in rows]
    said = sketch.size.height is None or (not brief and sum(most) + len(shared) <= _SAID)
    parts: list[Box] = []
    for row, lines in zip(rows, most, strict=True):
        cards = [_cards([(one, own[one.id]) for one in row], sketch, said=said)] if lines else []
        gap, grow = sketch.space(2.6 if brief else 3), frozenset({len(cards)})
        parts.append(Stack((_heads(row, sketch), *cards), gap, grow=grow))
    if shared:
        parts.append(Named("shared", _common(view, shared, sketch, said=said)))
    # Spare height is for cards: not for heads without any.
    grow = frozenset(place for place, lines in enumerate((*most, len(shared))) if lines)
    whole = Stack(parts, gap=sketch.space(2.6 if brief else 4.5), grow=grow)

    def draw(spots: Mapping[str, Rect]) -> Iterator[Item]:
        for one in view.roles:
            end = spots["shared"].y if any(tie.flow(one) for tie in shared) else None
            yield from _branches(one, own[one.id], end, spots, sketch)

    return Wired(whole, lambda spots: tuple(draw(spots)))


def _abreast(count: int, sketch: Sketch) -> int:
    """Four are set two by two where columns would be narrow."""
    wide = sketch.size.brief or (sketch.size.height is not None and sketch.size.width >= _FACING)
    return 2 if count > 3 and not sketch.size.narrow and not wide else sketch.abreast(count)


def _heads(row: Sequence[Compared], sketch: Sketch) -> Row:
    heads = []
    side, brief = sketch.space(2 * _ASIDE), sketch.size.brief
    for compared in row:
        icon = Row((sketch.icon(compared.role.icon, compared.on, "body", 1.3),), align="middle")
        hub = Fixed(Named(f"hub {compared.id}", Hub(icon, side, compared.solid)), side)
        name = sketch.text(compared.role.name, "strong" if brief else "head", compared.solid)
        heads.append(Row((hub, name), sketch.space(1.4 if brief else 2.4), valign="middle"))
    return Row(heads, sketch.space(_BETWEEN), [1.0] * len(heads), valign="middle")


def _cards(row: Sequence[tuple[Compared, list[_Tie]]], sketch: Sketch, *, said: bool) -> Box:
    """A card for each partner, on common lines."""
    indent = (0.0, 0.0, 0.0, sketch.space(_ASIDE + (_NEAR if sketch.size.brief else _REACH)))
    columns = [[Pad(_card(tie, one, sketch, said=said), indent) for tie in ties] for one, ties in row]
    return Grid(level(columns), [1.0] * len(row), sketch.space(_BETWEEN), sketch.space(2.4))


def _card(tie: _Tie, compared: Compared, sketch: Sketch, *, said: bool) -> Box:
    """A partner with what flows either way; one that is shared says with whom."""
    hue = "shared" if tie.shared else compared.hue
    name = sketch.text(tie.partner.name, "strong")
    parts: list[Box] = [name if sketch.size.brief else sketch.labelled(tie.partner.icon, name, f"{hue}.solid")]
    if tie.shared:
        label = sketch.text("Shared with", "tag", "shared.solid")
        others = (_pill(holder, sketch) for holder, _ in tie.holders if holder.id != compared.id)
        parts.append(Row((label, *others), sketch.space(1.4), valign="middle"))
    flow = tie.flow(compared)
    if said and flow:
        for way, text in (("gives", flow.gives), ("gets", flow.gets)):
            parts.append(Named(f"{way} {compared.id} {tie.id}", _said(way, text, hue, sketch)))
    inside = Stack(parts, gap=sketch.space(1.4), spread=said and sketch.size.height is not None)
    stroke, insets = "shared.solid" if tie.shared else None, (1.8, 2 if sketch.size.brief else 2.8)
    valign: Align = "start" if said else "middle"
    card = tile(sketch, inside, f"{hue}.tint", insets, stroke=stroke, valign=valign)
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


def _branches(
    compared: Compared, ties: Sequence[_Tie], end: float | None, spots: Mapping[str, Rect], sketch: Sketch
) -> Iterator[Item]:
    """The role's trunk, an arrow out and one back at every card, and one into what is shared, which starts at `end`."""
    branches, shift = [], sketch.space(1.3)
    line = sketch.ramp.style("note")
    pitch = line.size * line.leading / 2
    for tie in ties:
        card = spots[f"card {compared.id} {tie.id}"]
        gives, gets = (spots.get(f"{way} {compared.id} {tie.id}") for way in ("gives", "gets"))
        out = gives.y + pitch if gives else middle(card) - shift
        back = gets.y + pitch if gets else middle(card) + shift
        branches.append((card, out, back))
    hub, gap = spots[f"hub {compared.id}"], sketch.space(0.6)
    return both_ways(_pen(compared, sketch), hub, branches, gap=gap, end=end)


# --- what several roles share -----------------------------------------------------------------------------------------


def _common(view: View, shared: Sequence[_Tie], sketch: Sketch, *, said: bool) -> Box:
    """One panel whose columns are those of the roles."""
    side, bar, radius = sketch.space(1.6 if sketch.size.brief else 3), sketch.space(1.1), sketch.space(2.5)
    # Where nothing else is shown there is room for larger type.
    role = "body" if sketch.size.height is not None and len(shared) == len(_ties(view)) else "note"
    insets = (0.0, side, 0.0, side + bar)
    entries: list[Box] = []
    for tie in shared:
        name = sketch.labelled(tie.partner.icon, sketch.text(tie.partner.name, "strong"), "shared.solid")
        named = Row((name, sketch.text("Shared", "tag", "shared.solid")), sketch.space(2.4), valign="middle")
        if said:
            cells = [Pad(_cell(tie, one, role, sketch), (0.0, 0.0, 0.0, side + bar)) for one in view.roles]
            row = Row(cells, sketch.space(_BETWEEN), [1.0] * len(cells))
            entries.append(centred(Stack((Pad(named, insets), row), sketch.space(1.6))))
        else:
            pills = Row([_pill(holder, sketch) for holder, _ in tie.holders], sketch.space(1.6))
            inside = Row((named, pills), sketch.space(3), valign="middle", stretch=0)
            entries.append(Pad(inside, insets, valign="middle"))
    gap, rule = (1.6, None) if sketch.size.brief else (1.8, Rule("ground", sketch.space(0.6)))
    listed = Grid([(entry,) for entry in entries], [1.0], row_gap=sketch.space(gap), rule=rule)
    mark = edge(view.model.palette.shared.marker, "shared.solid", bar)
    return Pad(listed, (side, 0.0, side, 0.0), "shared.tint", radii=(0.0, radius, radius, 0.0), edge=mark)


def _cell(tie: _Tie, compared: Compared, role: str, sketch: Sketch) -> Box:
    """What flows between a shared partner and one role."""
    flow = tie.flow(compared)
    if flow is None:
        return Space()
    rows: list[Box] = [Row((_pill(compared, sketch),))]
    for icon, text in (("material/arrow-down", flow.gives), ("material/arrow-up", flow.gets)):
        mark = sketch.icon(icon, "shared.solid", role, 1.32)
        rows.append(Row((mark, sketch.text(text, role)), sketch.space(1.2), stretch=1))
    return Pad(Stack(rows, gap=sketch.space(0.9)), (0.0, sketch.space(2), 0.0, 0.0))
