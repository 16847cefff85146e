"""A card of duties for each role, lists where duties are many, few words where the picture is seen small.

Duties stand beside each other: none comes before another, so no line leads from one to the next.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.infographics.kinds.responsibilities.description import shared_points
from generator.infographics.kinds.responsibilities.shown import counted, duties, of_each
from generator.infographics.parts.badges import icon_badge
from generator.infographics.parts.cards import band, cards_abreast, title_block
from generator.infographics.parts.columns import even_rows, in_rows, lists_abreast, roomy
from generator.infographics.parts.role_lines import beside_names, role_lines
from generator.infographics.parts.role_lists import MANY, role_lists
from generator.infographics.parts.shown import unbroken
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.variants import below_title, fits, least, once
from generator.infographics.parts.wording import both_or_all
from generator.layout import Box, Group, Pad, Row, Space, Stack
from generator.model import Compared, Point, View

# From this width what is shared has room for its meaning beside it.
_WIDE = 700
# A column of fewer ems has no room for an icon before a duty.
_NARROW = 11
# Steps between duties on a page of fixed size: clearly more than between the lines of one, where there is room; and how
# many of them to give up, for type so many times smaller, where there is none.
_GAP, _TIGHT, _WIDER = 2.6, 1.4, 20
# So few have room on cards everywhere.
_FEW = 4


def compose(view: View, sketch: Sketch) -> Box:
    if sketch.size.brief:
        return _brief(view, below_title(sketch))
    return _lists(view, sketch) if _listed(view, sketch) else _carded(view, sketch)


@once
def _listed(view: View, sketch: Sketch) -> bool:
    """Whether a page of fixed size has room for lists only."""
    if sketch.size.height is None:
        return False
    longest = _longest(view, sketch)
    return (
        sketch.size.most is not None
        or longest > MANY
        or (longest > _FEW and not fits(_carded(view, least(sketch)), sketch.size))
    )


def _gap(sketch: Sketch) -> float:
    """Steps between duties; on a page of fixed size the fewer, the closer its type is to the least legible."""
    if sketch.size.height is None:
        return 3
    return min(_TIGHT + _WIDER * (sketch.ramp.smallest / sketch.size.legible - 1), _GAP)


def _carded(view: View, sketch: Sketch) -> Box:
    """A card for each role, and below them what all are there for."""
    groups = in_rows(view.roles, _abreast(view, sketch))
    shared = [_base(view, sketch)] if shared_points(view) else []
    bodies = [_cards(view, group, sketch) for group in groups]
    return Stack((*bodies, *shared), gap=sketch.space(3), grow=frozenset(range(len(bodies))))


def note(view: View, sketch: Sketch) -> Box | None:
    """Of how many duties a card for feeds shows the first, where no line has room for it."""
    words = of_each(view, sketch.size) if sketch.size.brief and len(view.roles) > 2 else ""
    return sketch.text(words, "note", "muted") if words else None


def _longest(view: View, sketch: Sketch) -> int:
    return max(len(duties(view, compared, sketch.size)) for compared in view.roles)


def _abreast(view: View, sketch: Sketch) -> int:
    return lists_abreast(sketch, len(view.roles), short=_longest(view, sketch) <= MANY)


def _explained(sketch: Sketch) -> bool:
    """Whether there is room for what a duty means in practice: on slides its name has to do."""
    return sketch.size.height is None or sketch.size.full


# --- cards ------------------------------------------------------------------------------------------------------------


def _cards(view: View, roles: Sequence[Compared], sketch: Sketch) -> Box:
    """Roles side by side whose duties start on common lines."""
    most = max(len(duties(view, compared, sketch.size)) for compared in roles)
    rows = [[_duty(view, compared, index, sketch) for compared in roles] for index in range(most)]
    grows = sketch.size.height is None
    return cards_abreast(
        sketch,
        roles,
        [_head(view, compared, sketch) for compared in roles],
        rows,
        insets=(3 if grows else 2, _inset(view, sketch)),
        gap=_gap(sketch),
        # Icons that stand beside the first line of a duty do so on one line in all cards.
        valign="middle" if roomy(sketch, len(view.roles)) and not _explained(sketch) else "start",
    )


def _head(view: View, compared: Compared, sketch: Sketch) -> Box:
    name = sketch.text(_counted_name(view, compared, sketch), "head", compared.on)
    explained = _explained(sketch)
    said = view.headline(compared, "responsibilities") if explained else None
    headline = sketch.text(said, "note", compared.on) if said else None
    icon = compared.role.icon if roomy(sketch, len(view.roles)) else ""
    words = title_block(sketch, name, headline, icon, 1.7 if explained else 1.3)
    return band(sketch, words, compared.solid, (3 if explained else 1.4, _inset(view, sketch)), 3)


def _counted_name(view: View, compared: Compared, sketch: Sketch) -> str:
    """The role's name, and how many of its duties there are where that is not all; as it is, it keeps its place."""
    count = counted(view, compared, sketch.size)
    return unbroken(f"{compared.role.name}{count}", len(view.roles)) if count else compared.role.name


def _inset(view: View, sketch: Sketch) -> float:
    """Steps at the sides of a column."""
    return 4 if roomy(sketch, len(view.roles)) else 2.4


def _duty(view: View, compared: Compared, index: int, sketch: Sketch) -> Box:
    """The role's duty of that index, where it has so many."""
    found = duties(view, compared, sketch.size)
    if index >= len(found):
        return Space()
    duty = found[index]
    return Group(duty.title, _named_duty(view, compared, duty, sketch))


def _named_duty(view: View, compared: Compared, duty: Point, sketch: Sketch) -> Box:
    explained, wide = _explained(sketch), roomy(sketch, len(view.roles))
    title = sketch.text(duty.title, "head" if wide and not explained else "strong")
    size = title.style.size
    if not explained and sketch.size.inner < _NARROW * sketch.size.body * _abreast(view, sketch):
        return title
    if not explained and not wide:
        return sketch.listed(duty.icon or compared.role.icon, title, compared.solid)
    across = round(size * (2.0 if wide else 1.5), 3)
    disc = icon_badge(sketch, duty.icon or compared.role.icon, compared.hue, across)
    words: Box = title
    said = duty.text if explained else None
    if said:
        # The title's first line stands beside the badge's middle, the text runs on below.
        lift = max(round((across - size * 1.28) / 2, 3) - sketch.space(0.4), 0.0)
        text = sketch.text(said, "note", "muted")
        words = Pad(Stack((title, text), gap=sketch.space(0.6)), (lift, 0.0, 0.0, 0.0))
    return Row((disc, words), gap=sketch.space(2.6), valign="start" if said else "middle", stretch=1)


def _base(view: View, sketch: Sketch) -> Box:
    """What all of them are there for, whatever else they do; on a wide page its meaning stands beside it."""
    rows = [Group(point.title, _shared_row(view, point, sketch)) for point in shared_points(view)]
    plate = sketch.panel(Stack(rows, gap=sketch.space(2.5)), "shared", view.model.palette.shared.marker)
    return Group(_shared_by(view), replace(plate, insets=(sketch.space(2), sketch.space(4)) * 2))


def _shared_by(view: View) -> str:
    return f"Shared by {both_or_all(view)}"


def _shared_row(view: View, point: Point, sketch: Sketch) -> Box:
    label = sketch.text(_shared_by(view), "label", "shared.solid")
    title = sketch.text(point.title, "strong")
    icon = sketch.icon(point.icon or "material/set-center", "shared.solid", "head", 1.4)
    if not _explained(sketch):
        return Row((icon, label, title), gap=sketch.space(3), valign="middle", stretch=2)
    text = [sketch.text(point.text, "note", "muted")] if point.text else []
    wide = sketch.size.width >= _WIDE
    words = Stack((label, title) if wide else (label, title, *text), gap=sketch.space(0.3))
    front = Row((icon, words), gap=sketch.space(3.5), valign="middle", stretch=1)
    return Row((front, *text), sketch.space(6), (0.36, 0.64), valign="middle") if wide and text else front


# --- lists: for duties by the dozen -----------------------------------------------------------------------------------


def _lists(view: View, sketch: Sketch) -> Box:
    """Plain lists on cards, in as many columns as keep their lines readable."""
    lists = []
    for one in view.roles:
        entries = [(duty.icon or one.role.icon, duty.title) for duty in duties(view, one, sketch.size)]
        lists.append((one, _counted_name(view, one, sketch), entries))
    shared = [_base(view, sketch)] if shared_points(view) else []
    cards = role_lists(sketch, lists, _abreast(view, sketch))
    return Stack((cards, *shared), gap=sketch.space(3), grow=frozenset({0}))


# --- brief ------------------------------------------------------------------------------------------------------------


def _brief(view: View, sketch: Sketch) -> Box:
    """The first duty of each role, and how many there are, of more than two roles at the foot."""
    words = [duties(view, one, sketch.size)[0].title for one in view.roles]
    if len(view.roles) > 2:
        lines = beside_names(sketch, view.roles, words)
        return role_lines(sketch, view.roles, [line or Space() for line in lines])
    rows: list[Box] = []
    for one, said in zip(view.roles, words, strict=True):
        name = sketch.text(f"{one.role.abbreviation}{counted(view, one, sketch.size)}", "tag", one.solid)
        panel = sketch.panel(Stack((name, sketch.text(said, "note"))), one.hue, one.swatch.marker, (0.4, 1.8))
        rows.append(Group(one.role.name, replace(panel, valign="middle")))
    return even_rows(rows, sketch.space(0.8))
