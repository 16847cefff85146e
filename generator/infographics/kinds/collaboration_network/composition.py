"""A trunk for each role with a branch to each of its partners, and below them what several roles share.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.infographics.kinds.collaboration_network.links import role_pen, trunk, two_way_trunk
from generator.infographics.kinds.collaboration_network.lists import by_name, crowded, roomy
from generator.infographics.kinds.collaboration_network.ties import Tie, all_ties, counted, detailed, shown, worded
from generator.infographics.parts.badges import Badge, role_pill
from generator.infographics.parts.cards import tile
from generator.infographics.parts.columns import even_rows, grouped, in_rows, transposed
from generator.infographics.parts.columns import roomy as wide
from generator.infographics.parts.marks import edge
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.variants import below_title
from generator.layout import (
    Align,
    Box,
    Connected,
    Fixed,
    Gathered,
    Grid,
    Group,
    Item,
    Named,
    Pad,
    Rect,
    Row,
    Rule,
    Size,
    Space,
    Stack,
    centred,
)
from generator.model import Compared, View

# Steps from the page's side to a trunk, and from there to the cards that branch off it; on a card for feeds.
_ASIDE, _REACH = 3.4, 4.6
_BRIEF_ASIDE, _BRIEF_REACH = 2.1, 2.6
# What a picture says that names partners only; on a card for feeds it stands beside the source.
_UNTOLD, _BY_NAME = "Partners by name: what each gives and gets is not shown", "Partners by name"
# Steps between columns.
_BETWEEN = 4
# The shares of a partner's name and of what flows, where they stand side by side.
_FLAT = (0.36, 0.64)


def compose(view: View, sketch: Sketch) -> Box:
    """The roles in rows of columns; where two stand abreast, what they share is one panel below them.

    Of more roles few share everything, so each has its own card for what it shares: a panel below all of them would
    have trunks end where their roles have no part.
    """
    sketch = below_title(sketch) if sketch.size.brief else sketch
    if crowded(view, sketch.size):
        return by_name(view, sketch)
    brief, dense, ties = sketch.size.brief, _dense(view, sketch.size), all_ties(view)
    rows = in_rows(view.roles, _abreast(len(view.roles), sketch))
    shared = [tie for tie in ties if tie.shared] if len(view.roles) == 2 and len(rows) == 1 and not brief else []
    own = {one.id: [tie for tie in shown(view, one, sketch.size) if tie not in shared] for one in view.roles}
    most = [max(len(own[compared.id]) for compared in row) for row in rows]
    parts: list[Box] = []
    for row, lines in zip(rows, most, strict=True):
        cards = [_cards(view, [(one, own[one.id]) for one in row], sketch)] if lines else []
        gap, grow = sketch.space(0.8 if brief else 1.2 if dense else 2.2), frozenset({len(cards)})
        parts.append(Gathered(Stack((_heads(view, row, sketch), *cards), gap, grow=grow)))
    if shared:
        parts.append(Group("Shared", Named("shared", _shared_panel(view, shared, sketch))))
    # Spare height is for cards: not for heads without any.
    grow = frozenset(place for place, lines in enumerate((*most, len(shared))) if lines)
    whole = Stack(parts, gap=sketch.space(1.4 if brief else 2.4 if dense else 3.4), grow=grow)

    def draw(spots: Mapping[str, Rect]) -> Iterator[Item]:
        for one in view.roles:
            end = spots["shared"].y if any(tie.flow(one) for tie in shared) else None
            yield from _branches(one, own[one.id], end, spots, sketch)

    return Connected(whole, lambda spots: tuple(draw(spots)))


def note(view: View, sketch: Sketch) -> Box | None:
    """That there is no word on what flows, where there is none."""
    words = _BY_NAME if sketch.size.brief else _UNTOLD
    return None if detailed(view, sketch.size) else sketch.text(words, "note", "muted")


def _abreast(count: int, sketch: Sketch) -> int:
    """Four are set two by two, and three below each other on a fixed page where columns would be narrow."""
    if count == 2 or sketch.size.narrow:
        return sketch.abreast(count)
    return 2 if count > 3 else 3 if roomy(sketch.size) else 1


def _heads(view: View, row: Sequence[Compared], sketch: Sketch) -> Row:
    heads = []
    brief = sketch.size.brief
    side = sketch.space(2 * (_BRIEF_ASIDE if brief else _ASIDE))
    # On an upright page cards with all that flows need the room of a second line.
    style = "label" if brief else _head_style(view, row, side, sketch)
    for compared in row:
        hub = Badge(sketch.icon(compared.role.icon, compared.on, "body", 0.8 if brief else 1.3), side, compared.solid)
        words = f"{compared.role.abbreviation}{counted(view, compared, sketch.size)}" if brief else compared.role.name
        name = sketch.text(words, style, compared.solid)
        named = Fixed(Named(f"hub {compared.id}", hub), side)
        head = Row((named, name), sketch.space(1.4 if brief else 2), valign="middle")
        heads.append(Group(compared.role.name, head))
    return Row(heads, sketch.space(_BETWEEN), [1.0] * len(heads), valign="middle")


def _head_style(view: View, row: Sequence[Compared], side: float, sketch: Sketch) -> str:
    """How the names of roles beside discs so wide are set: large, but where smaller type spares them a second line."""
    if detailed(view, sketch.size) and (_dense(view, sketch.size) or not roomy(sketch.size)):
        return "strong"
    room = (sketch.size.inner - sketch.space(_BETWEEN) * (len(row) - 1)) / len(row) - side - sketch.space(2)
    wide = {style: max(sketch.text(one.role.name, style).widths().max for one in row) for style in ("head", "strong")}
    return "strong" if wide["strong"] <= room < wide["head"] else "head"


def _cards(view: View, row: Sequence[tuple[Compared, list[Tie]]], sketch: Sketch) -> Box:
    """A card for each partner, on common lines."""
    steps = _BRIEF_ASIDE + _BRIEF_REACH if sketch.size.brief else _ASIDE + _REACH
    indent = (0.0, 0.0, 0.0, sketch.space(steps))
    columns = [[Pad(_card(view, tie, one, sketch), indent) for tie in ties] for one, ties in row]
    gap = sketch.space(0.6 if sketch.size.brief else 1.0 if _dense(view, sketch.size) else 1.6)
    names = [str(one.role.name) for one, _ in row]
    rows = [grouped(names, cells) for cells in transposed(columns)]
    return Grid(rows, [1.0] * len(row), sketch.space(_BETWEEN), gap)


def _card(view: View, tie: Tie, compared: Compared, sketch: Sketch) -> Box:
    """A partner with what flows either way; one that is shared says with whom."""
    hue, size = "shared" if tie.shared else compared.hue, sketch.size
    dense = _dense(view, size)
    name = sketch.text(tie.partner.name, "label" if size.brief or dense else "strong")
    about: list[Box] = [name if size.brief else sketch.labelled(tie.partner.icon, name, f"{hue}.solid")]
    if tie.shared and not size.brief:
        about.append(_shared_with(view, tie, compared, sketch))
    flow, flat = tie.flow(compared), dense and wide(sketch, _abreast(len(view.roles), sketch))
    role = "body" if size.name == "slide" and not dense else "note"
    said = [
        Named(f"{way} {compared.id} {tie.id}", _flow(way, text, hue, sketch, role, beside=flat or roomy(size)))
        for way, text in (worded(flow, size) if flow and detailed(view, size) else ())
    ]
    line = Row(about, sketch.space(2), valign="middle", stretch=0)
    if dense and not flat and line.widths().max <= _room(view, sketch):
        about = [line]
    inside: Box = Stack((*about, *said), gap=sketch.space(0.6), spread=size.full)
    if flat:
        halves = (Stack(about, gap=sketch.space(0.4)), Stack(said, gap=sketch.space(0.4)))
        inside = Row(halves, sketch.space(2), _FLAT, valign="middle")
    stroke, insets = "shared.solid" if tie.shared else None, _insets(view, size)
    # What stands on cards side by side begins on one line; a card that has a column to itself has room around it.
    alone = all(len(shown(view, one, size)) == 1 for one in view.roles)
    valign: Align = "start" if detailed(view, size) and not alone and not flat else "middle"
    card = tile(sketch, inside, f"{hue}.tint", insets, stroke=stroke, valign=valign)
    return Group(tie.partner.name, Named(f"card {compared.id} {tie.id}", card))


def _dense(view: View, size: Size) -> bool:
    """Whether more roles than two share a page that does not grow: what flows is set small there."""
    return bool(size.height) and len(view.roles) > 2


def _room(view: View, sketch: Sketch) -> float:
    """The width that a card has for what stands on it, points."""
    abreast = _abreast(len(view.roles), sketch)
    column = (sketch.size.inner - sketch.space(_BETWEEN) * (abreast - 1)) / abreast
    return column - sketch.space(_ASIDE + _REACH + 2 * _insets(view, sketch.size)[1])


def _shared_with(view: View, tie: Tie, compared: Compared, sketch: Sketch) -> Box:
    """The other roles that work with the partner; where they may be several, in words, which run on."""
    others = [holder for holder, _ in tie.holders if holder.id != compared.id]
    if len(view.roles) > 2:
        listed = ", ".join(other.role.abbreviation for other in others)
        return sketch.text(f"Shared with {listed}", "tag", "shared.solid")
    label = sketch.text("Shared with", "tag", "shared.solid")
    return Row((label, *(role_pill(sketch, other) for other in others)), sketch.space(1.4), valign="middle")


def _insets(view: View, size: Size) -> tuple[float, float]:
    """Steps above and below what stands on a card, and at its sides."""
    if size.brief:
        return 0.2, 1.6
    if _dense(view, size):
        return 0.6, 1.5
    return 0.8 if detailed(view, size) else 1.4, 2.2 if roomy(size) else 1.5


def _flow(way: str, text: str, hue: str, sketch: Sketch, role: str, *, beside: bool) -> Box:
    """What flows one way behind its name, or below it where columns are narrow."""
    label = sketch.text(way.capitalize(), "label", f"{hue}.solid")
    words = sketch.text(text, role)
    if not beside:
        return Stack((label, words))
    wide = max(sketch.text(name, "label").widths().max for name in ("Gives", "Gets"))
    return sketch.named(label, words, role, wide)


def _branches(
    compared: Compared, ties: Sequence[Tie], end: float | None, spots: Mapping[str, Rect], sketch: Sketch
) -> Iterator[Item]:
    """The role's trunk, with arrows at each card whose flows are named, else a line; it may end at what is shared."""
    hub, pen = spots[f"hub {compared.id}"], role_pen(compared, sketch)
    line = sketch.ramp.style("label")
    pitch = line.size * line.leading * 0.62
    cards = [spots[f"card {compared.id} {tie.id}"] for tie in ties]
    flows = [[spots.get(f"{way} {compared.id} {tie.id}") for way in ("gives", "gets")] for tie in ties]
    ways = [
        (card, gives.y + pitch, gets.y + pitch)
        for card, (gives, gets) in zip(cards, flows, strict=True)
        if gives and gets
    ]
    return two_way_trunk(pen, hub, ways, end=end) if ways else trunk(pen, hub, cards, end=end)


# --- what several roles share -----------------------------------------------------------------------------------------


def _shared_panel(view: View, shared: Sequence[Tie], sketch: Sketch) -> Box:
    """One panel whose columns are those of the roles."""
    side, bar, radius = sketch.space(2.4), sketch.space(1.1), sketch.space(2.5)
    insets = (0.0, side, 0.0, side + bar)
    entries: list[Box] = []
    for tie in shared:
        name = sketch.labelled(tie.partner.icon, sketch.text(tie.partner.name, "strong"), "shared.solid")
        named = Row((name, sketch.text("Shared", "tag", "shared.solid")), sketch.space(2.4), valign="middle")
        if detailed(view, sketch.size):
            cells = [Pad(_shared_flow(tie, one, sketch), (0.0, 0.0, 0.0, side + bar)) for one in view.roles]
            row = Row(cells, sketch.space(_BETWEEN), [1.0] * len(cells))
            entries.append(centred(Stack((Pad(named, insets), row), sketch.space(1.2))))
        else:
            pills = Row([role_pill(sketch, holder) for holder, _ in tie.holders], sketch.space(1.6))
            inside = Row((named, pills), sketch.space(3), valign="middle", stretch=0)
            entries.append(Pad(inside, insets, valign="middle"))
    partners = grouped([tie.partner.name for tie in shared], entries)
    listed = even_rows(partners, sketch.space(1.8), Rule("ground", sketch.space(0.6)))
    mark = edge(view.model.palette.shared.marker, "shared.solid", bar)
    return Pad(listed, (side, 0.0, side, 0.0), "shared.tint", radii=(0.0, radius, radius, 0.0), edge=mark)


def _shared_flow(tie: Tie, compared: Compared, sketch: Sketch) -> Box:
    """What flows between a shared partner and one role."""
    flow = tie.flow(compared)
    if flow is None:
        return Space()
    role, beside = "body" if sketch.size.name == "slide" else "note", roomy(sketch.size)
    flows = (_flow(way, text, "shared", sketch, role, beside=beside) for way, text in worded(flow, sketch.size))
    return Pad(
        Stack((Row((role_pill(sketch, compared),)), *flows), gap=sketch.space(0.6)), (0.0, sketch.space(2), 0.0, 0.0)
    )
