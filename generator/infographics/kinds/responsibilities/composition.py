"""Columns of duties on timelines, lists where duties are many, cards where the picture is seen small.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.infographics.kinds.responsibilities.description import shared_points
from generator.infographics.kinds.responsibilities.timeline import timeline
from generator.infographics.parts.badges import icon_badge
from generator.infographics.parts.cards import band, edged_card, icon_list, list_card, title_block
from generator.infographics.parts.columns import grid_by_rows, in_rows, list_columns, lists_abreast, roomy
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.variants import fits, least, once, smaller, usual
from generator.infographics.parts.wording import both_or_all
from generator.layout import Block, Box, Connected, Grid, Item, Named, Pad, Rect, Row, Space, Stack
from generator.model import Compared, Point, View

# From this width what is shared has room for its meaning beside it.
_WIDE = 900
# More duties than these are a list, set tight, in which large type and large badges would only be in the way.
_MANY = 6


@dataclass(frozen=True, slots=True)
class _Variant:
    """How much is said: whether duties are explained, and whether they are set in large type."""

    explained: bool
    large: bool


@dataclass(frozen=True, slots=True)
class _Column:
    """A role and those of its duties that are shown."""

    compared: Compared
    duties: tuple[Point, ...]


def compose(view: View, sketch: Sketch) -> Box:
    if sketch.size.brief and _abreast(view, sketch) < len(view.roles):
        return _small_cards(view, sketch)
    variant = _variant(view, sketch)
    return _body(view, sketch, variant) if variant else _lists(view, sketch)


def note(view: View, sketch: Sketch) -> Box | None:
    return None


# --- how much, and how many abreast -----------------------------------------------------------------------------------


@once
def _variant(view: View, sketch: Sketch) -> _Variant | None:
    """The fullest variant that a fixed page has room for; None where only plain lists have."""
    size, columns = sketch.size, _columns(view, sketch)
    large = roomy(sketch, _abreast(view, sketch)) and _longest(columns) <= _MANY
    if size.height is None or size.brief:
        return _Variant(explained=not size.brief, large=size.brief and large)
    tried = (
        (_Variant(explained=True, large=True), usual(sketch)),
        (_Variant(explained=True, large=False), smaller(sketch)),
        (_Variant(explained=False, large=large), least(sketch)),
    )
    return next((variant for variant, means in tried if fits(_body(view, means, variant), size)), None)


def _columns(view: View, sketch: Sketch) -> list[_Column]:
    """All duties, by role; where the picture is mostly seen small, the first."""
    most = None if not sketch.size.brief else 2 if len(view.roles) == 2 else 1
    return [_Column(compared, compared.role.responsibilities[:most]) for compared in view.roles]


def _longest(columns: Sequence[_Column]) -> int:
    return max(len(column.duties) for column in columns)


def _abreast(view: View, sketch: Sketch) -> int:
    return lists_abreast(sketch, len(view.roles), short=_longest(_columns(view, sketch)) <= _MANY)


# --- columns ----------------------------------------------------------------------------------------------------------


def _body(view: View, sketch: Sketch, variant: _Variant) -> Box:
    """Roles side by side, ending in what they share; below each other where they have no room, what is shared last."""
    groups = in_rows(_columns(view, sketch), _abreast(view, sketch))
    shared = _base(view, sketch, variant) if shared_points(view) and not sketch.size.brief else None
    if len(groups) == 1:
        return _timelines(view, groups[0], sketch, variant, shared)
    bodies = [_timelines(view, group, sketch, variant) for group in groups]
    return Stack((*bodies, *([shared] if shared else [])), gap=sketch.space(4), grow=frozenset(range(len(bodies))))


def _timelines(
    view: View, columns: Sequence[_Column], sketch: Sketch, variant: _Variant, base: Box | None = None
) -> Box:
    """Roles side by side whose duties start on common lines; `base` is what their lines end in, if anything."""
    gap, even = sketch.space(4), [1.0] * len(columns)
    heads = [
        Named(f"head {column.compared.id}", _head(view, column.compared, sketch, len(columns))) for column in columns
    ]
    around = sketch.space(2.4 if sketch.size.height is None else 1.4)
    rows = [(_duty_row(columns, index, sketch, variant),) for index in range(_longest(columns))]
    duties = Named("duties", Pad(Grid(rows, (1.0,)), (around, 0.0, around, 0.0)))
    foot = [Pad(Named("base", base), (gap, 0.0, 0.0, 0.0))] if base else []
    body = Stack((Row(heads, gap, even, valign="fill"), duties, *foot), grow=frozenset({1}))
    roles = [column.compared for column in columns]
    return Connected(body, lambda spots: tuple(_lines(roles, sketch, spots)))


def _head(view: View, compared: Compared, sketch: Sketch, abreast: int) -> Box:
    brief = sketch.size.brief
    name = sketch.text(compared.role.name, "strong" if brief else "head", compared.on)
    headline = None if brief else sketch.text(view.headline(compared, "responsibilities"), "note", compared.on)
    icon = compared.role.icon if roomy(sketch, abreast) else ""
    words = title_block(sketch, name, headline, icon, 1.3 if brief else 1.7)
    return band(sketch, words, compared.solid, (1.6 if brief else 3, _inset(sketch, abreast)), 3)


def _inset(sketch: Sketch, abreast: int) -> float:
    """Steps at the sides of a column."""
    return 3 if sketch.size.brief or not roomy(sketch, abreast) else 4.5


def _duty_row(columns: Sequence[_Column], index: int, sketch: Sketch, variant: _Variant) -> Box:
    """The duties of the same place in all columns."""
    inset = sketch.space(_inset(sketch, len(columns)))
    cells = [Pad(_duty(column, index, sketch, variant), (0.0, inset, 0.0, inset)) for column in columns]
    line = Row(cells, sketch.space(4), [1.0] * len(cells), valign="start" if variant.explained else "middle")
    room = sketch.space(_room(sketch, _longest(columns)))
    return Pad(line, (room, 0.0, room, 0.0), valign="middle")


def _room(sketch: Sketch, count: int) -> float:
    """Steps above and below each of so many lines."""
    if sketch.size.height is None:
        return 1.6
    if sketch.size.brief:
        return 0.9
    return 1.3 if count <= _MANY else 0.3


def _duty(column: _Column, index: int, sketch: Sketch, variant: _Variant) -> Box:
    if index >= len(column.duties):
        return Space()
    duty, compared = column.duties[index], column.compared
    title = sketch.text(duty.title, "head" if variant.large else "strong")
    size = title.style.size
    wide = round(size * (1.5 if len(column.duties) > _MANY else 2.0), 3)
    disc = Named(f"duty {compared.id} {index}", icon_badge(sketch, duty.icon or compared.role.icon, compared.hue, wide))
    words: Box = title
    if variant.explained:
        # The title's first line stands beside the badge's middle, the text runs on below.
        lift = max(round((wide - size * 1.28) / 2, 3) - sketch.space(0.4), 0.0)
        text = sketch.text(duty.text, "body" if variant.large else "note", "muted")
        words = Pad(Stack((title, text), gap=sketch.space(0.6)), (lift, 0.0, 0.0, 0.0))
    return Row((disc, words), gap=sketch.space(3), valign="start" if variant.explained else "middle", stretch=1)


def _lines(roles: Sequence[Compared], sketch: Sketch, spots: Mapping[str, Rect]) -> Iterator[Item]:
    """Behind each column its card, and the line from the band through the badges to the base or the last badge."""
    duties, base, radius = spots["duties"], spots.get("base"), sketch.space(3)
    for compared in roles:
        head = spots[f"head {compared.id}"]
        card = Rect(head.x, head.bottom, head.width, round(duties.bottom - head.bottom, 3))
        yield Block(card, "card", radii=(0.0, 0.0, radius, radius))
        badges = [rect for name, rect in spots.items() if name.startswith(f"duty {compared.id} ")]
        end = base.y if base else badges[-1].bottom
        looks = {"marker": compared.swatch.marker, "colour": compared.solid}
        yield from timeline(head.bottom, end, badges, **looks, width=sketch.space(0.75))


def _base(view: View, sketch: Sketch, variant: _Variant) -> Box:
    """What all of them are there for, whatever else they do; on a wide page its meaning stands beside it."""
    rows = [_shared_row(view, point, sketch, variant) for point in shared_points(view)]
    plate = sketch.panel(Stack(rows, gap=sketch.space(2.5)), "shared", view.model.palette.shared.marker)
    return replace(plate, insets=(sketch.space(3), sketch.space(4.5)) * 2)


def _shared_row(view: View, point: Point, sketch: Sketch, variant: _Variant) -> Box:
    wide = sketch.size.width >= _WIDE
    label = sketch.text(f"Shared by {both_or_all(view)}", "tag", "shared.solid")
    text = sketch.text(point.text, "note", "muted")
    below = [text] if variant.explained and not wide else []
    words = Stack((label, sketch.text(point.title, "strong"), *below), gap=sketch.space(0.3))
    icon = sketch.icon(point.icon or "material/set-center", "shared.solid", "head", 1.7)
    front = Row((icon, words), gap=sketch.space(3.5), valign="middle", stretch=1)
    return Row((front, text), sketch.space(6), (0.36, 0.64), valign="middle") if wide else front


# --- lists: for duties by the dozen -----------------------------------------------------------------------------------


def _lists(view: View, sketch: Sketch) -> Box:
    """Plain lists on cards, in as many columns as keep their lines readable."""
    abreast, gap = _abreast(view, sketch), sketch.space(3)
    lists = grid_by_rows([_list(compared, abreast, sketch) for compared in view.roles], abreast, gap, gap)
    shared = [_base(view, sketch, _Variant(explained=False, large=False))] if shared_points(view) else []
    return Stack((lists, *shared), gap=gap, grow=frozenset({0}))


def _list(compared: Compared, abreast: int, sketch: Sketch) -> Box:
    duties = compared.role.responsibilities
    entries = [(duty.icon or compared.role.icon, sketch.text(duty.title, "label")) for duty in duties]
    split = list_columns(sketch, abreast) if len(duties) > _MANY else 1
    listed = icon_list(sketch, entries, compared.solid, split)
    name = sketch.text(compared.role.name, "strong", compared.on)
    return list_card(sketch, name, listed, compared.hue, compared.swatch.marker)


# --- small ------------------------------------------------------------------------------------------------------------


def _small_cards(view: View, sketch: Sketch) -> Box:
    """A card a role, with its first duty, where there is no room for bands and timelines."""
    cards = [_small_card(column.compared, column.duties[0], sketch) for column in _columns(view, sketch)]
    return grid_by_rows(cards, _abreast(view, sketch), sketch.space(3), sketch.space(2.4))


def _small_card(compared: Compared, duty: Point, sketch: Sketch) -> Box:
    name, title = sketch.text(compared.role.name, "label", compared.solid), sketch.text(duty.title, "strong")
    disc = icon_badge(sketch, duty.icon or compared.role.icon, compared.hue, sketch.ramp.body * 2.2)
    inside = Row((disc, Stack((name, title), gap=sketch.space(0.4))), gap=sketch.space(2.4), valign="middle", stretch=1)
    return edged_card(sketch, inside, compared.hue, compared.swatch.marker, (2, 2.4))
