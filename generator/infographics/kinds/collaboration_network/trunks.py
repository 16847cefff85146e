"""A trunk for each role with a branch to each of its partners, and below them what several roles share.

In: a comparison. Out: a box.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.infographics.kinds.collaboration_network.circle_node import CircleNode
from generator.infographics.kinds.collaboration_network.ties import MOST_DETAILED, Tie, all_ties
from generator.infographics.kinds.collaboration_network.two_way_links import role_pen, trunk_links
from generator.infographics.parts.badges import role_pill
from generator.infographics.parts.cards import tile
from generator.infographics.parts.columns import even_rows, in_rows, transposed
from generator.infographics.parts.marks import edge
from generator.infographics.parts.sketch import Sketch
from generator.layout import (
    Align,
    Box,
    Connected,
    Fixed,
    Grid,
    Item,
    Named,
    Pad,
    Rect,
    Row,
    Rule,
    Space,
    Stack,
    centred,
)
from generator.model import Compared, View

# From this width two roles have room on either side of their partners.
WIDE = 700
# A page of fixed size that is so much higher than wide has room to spare.
_TALL = 1.3
# Steps from a trunk to the cards that branch off it, and from the page's side to the trunk.
_REACH, _NEAR, _ASIDE = 7, 4.5, 3.6
# Steps between columns.
_BETWEEN = 4


def trunks(view: View, sketch: Sketch) -> Box:
    """The roles in rows of columns; where all stand abreast, what they share is one panel below them."""
    brief, ties = sketch.size.brief, all_ties(view)
    rows = in_rows(view.roles, _abreast(len(view.roles), sketch))
    shared = [tie for tie in ties if tie.shared] if len(rows) == 1 else []
    own = {one.id: [tie for tie in ties if tie not in shared and tie.flow(one)] for one in view.roles}
    most = [max(len(own[compared.id]) for compared in row) for row in rows]
    detailed = sketch.size.height is None or (not brief and sum(most) + len(shared) <= MOST_DETAILED)
    parts: list[Box] = []
    for row, lines in zip(rows, most, strict=True):
        cards = [_cards([(one, own[one.id]) for one in row], sketch, detailed=detailed)] if lines else []
        gap, grow = sketch.space(2.6 if brief else 3), frozenset({len(cards)})
        parts.append(Stack((_heads(row, sketch), *cards), gap, grow=grow))
    if shared:
        parts.append(Named("shared", _shared_panel(view, shared, sketch, detailed=detailed)))
    # Spare height is for cards: not for heads without any.
    grow = frozenset(place for place, lines in enumerate((*most, len(shared))) if lines)
    whole = Stack(parts, gap=sketch.space(2.6 if brief else 4.5), grow=grow)

    def draw(spots: Mapping[str, Rect]) -> Iterator[Item]:
        for one in view.roles:
            end = spots["shared"].y if any(tie.flow(one) for tie in shared) else None
            yield from _branches(one, own[one.id], end, spots, sketch)

    return Connected(whole, lambda spots: tuple(draw(spots)))


def _abreast(count: int, sketch: Sketch) -> int:
    """Four are set two by two where columns would be narrow."""
    wide = sketch.size.brief or (sketch.size.height is not None and sketch.size.width >= WIDE)
    return 2 if count > 3 and not sketch.size.narrow and not wide else sketch.abreast(count)


def _heads(row: Sequence[Compared], sketch: Sketch) -> Row:
    heads = []
    side, brief = sketch.space(2 * _ASIDE), sketch.size.brief
    for compared in row:
        icon = Row((sketch.icon(compared.role.icon, compared.on, "body", 1.3),), align="middle")
        hub = Fixed(Named(f"hub {compared.id}", CircleNode(icon, side, compared.solid)), side)
        name = sketch.text(compared.role.name, "strong" if brief else "head", compared.solid)
        heads.append(Row((hub, name), sketch.space(1.4 if brief else 2.4), valign="middle"))
    return Row(heads, sketch.space(_BETWEEN), [1.0] * len(heads), valign="middle")


def _cards(row: Sequence[tuple[Compared, list[Tie]]], sketch: Sketch, *, detailed: bool) -> Box:
    """A card for each partner, on common lines."""
    indent = (0.0, 0.0, 0.0, sketch.space(_ASIDE + (_NEAR if sketch.size.brief else _REACH)))
    columns = [[Pad(_card(tie, one, sketch, detailed=detailed), indent) for tie in ties] for one, ties in row]
    return Grid(transposed(columns), [1.0] * len(row), sketch.space(_BETWEEN), sketch.space(2.4))


def _card(tie: Tie, compared: Compared, sketch: Sketch, *, detailed: bool) -> Box:
    """A partner with what flows either way; one that is shared says with whom."""
    hue = "shared" if tie.shared else compared.hue
    name = sketch.text(tie.partner.name, "strong")
    parts: list[Box] = [name if sketch.size.brief else sketch.labelled(tie.partner.icon, name, f"{hue}.solid")]
    if tie.shared:
        label = sketch.text("Shared with", "tag", "shared.solid")
        others = (role_pill(sketch, holder) for holder, _ in tie.holders if holder.id != compared.id)
        parts.append(Row((label, *others), sketch.space(1.4), valign="middle"))
    flow = tie.flow(compared)
    if detailed and flow:
        for way, text in (("gives", flow.gives), ("gets", flow.gets)):
            parts.append(Named(f"{way} {compared.id} {tie.id}", _flow(way, text, hue, sketch)))
    inside = Stack(parts, gap=sketch.space(1.4), spread=detailed and sketch.size.height is not None)
    stroke, insets = "shared.solid" if tie.shared else None, (1.8, 2 if sketch.size.brief else 2.8)
    valign: Align = "start" if detailed else "middle"
    card = tile(sketch, inside, f"{hue}.tint", insets, stroke=stroke, valign=valign)
    return Named(f"card {compared.id} {tie.id}", card)


def _flow(way: str, text: str, hue: str, sketch: Sketch) -> Box:
    """What flows one way, under its name where there is room for it."""
    size = sketch.size
    tall = size.height is not None and size.height > _TALL * size.width
    words = sketch.text(text, "body" if tall else "note")
    if size.height is not None and not tall:
        return words
    return Stack((sketch.text(way.capitalize(), "tag", f"{hue}.solid"), words))


def _branches(
    compared: Compared, ties: Sequence[Tie], end: float | None, spots: Mapping[str, Rect], sketch: Sketch
) -> Iterator[Item]:
    """The role's trunk, an arrow out and one back at every card, and one into what is shared, which starts at `end`."""
    branches, shift = [], sketch.space(1.3)
    line = sketch.ramp.style("note")
    pitch = line.size * line.leading / 2
    for tie in ties:
        card = spots[f"card {compared.id} {tie.id}"]
        gives, gets = (spots.get(f"{way} {compared.id} {tie.id}") for way in ("gives", "gets"))
        out = gives.y + pitch if gives else card.middle - shift
        back = gets.y + pitch if gets else card.middle + shift
        branches.append((card, out, back))
    hub, gap = spots[f"hub {compared.id}"], sketch.space(0.6)
    return trunk_links(role_pen(compared, sketch), hub, branches, gap=gap, end=end)


# --- what several roles share -----------------------------------------------------------------------------------------


def _shared_panel(view: View, shared: Sequence[Tie], sketch: Sketch, *, detailed: bool) -> Box:
    """One panel whose columns are those of the roles."""
    side, bar, radius = sketch.space(1.6 if sketch.size.brief else 3), sketch.space(1.1), sketch.space(2.5)
    # Where nothing else is shown there is room for larger type.
    role = "body" if sketch.size.height is not None and len(shared) == len(all_ties(view)) else "note"
    insets = (0.0, side, 0.0, side + bar)
    entries: list[Box] = []
    for tie in shared:
        name = sketch.labelled(tie.partner.icon, sketch.text(tie.partner.name, "strong"), "shared.solid")
        named = Row((name, sketch.text("Shared", "tag", "shared.solid")), sketch.space(2.4), valign="middle")
        if detailed:
            cells = [Pad(_shared_flow(tie, one, role, sketch), (0.0, 0.0, 0.0, side + bar)) for one in view.roles]
            row = Row(cells, sketch.space(_BETWEEN), [1.0] * len(cells))
            entries.append(centred(Stack((Pad(named, insets), row), sketch.space(1.6))))
        else:
            pills = Row([role_pill(sketch, holder) for holder, _ in tie.holders], sketch.space(1.6))
            inside = Row((named, pills), sketch.space(3), valign="middle", stretch=0)
            entries.append(Pad(inside, insets, valign="middle"))
    gap, rule = (1.6, None) if sketch.size.brief else (1.8, Rule("ground", sketch.space(0.6)))
    listed = even_rows(entries, sketch.space(gap), rule)
    mark = edge(view.model.palette.shared.marker, "shared.solid", bar)
    return Pad(listed, (side, 0.0, side, 0.0), "shared.tint", radii=(0.0, radius, radius, 0.0), edge=mark)


def _shared_flow(tie: Tie, compared: Compared, role: str, sketch: Sketch) -> Box:
    """What flows between a shared partner and one role."""
    flow = tie.flow(compared)
    if flow is None:
        return Space()
    rows: list[Box] = [Row((role_pill(sketch, compared),))]
    for icon, text in (("material/arrow-down", flow.gives), ("material/arrow-up", flow.gets)):
        mark = sketch.icon(icon, "shared.solid", role, 1.32)
        rows.append(Row((mark, sketch.text(text, role)), sketch.space(1.2), stretch=1))
    return Pad(Stack(rows, gap=sketch.space(0.9)), (0.0, sketch.space(2), 0.0, 0.0))
