"""What each role is there to get done, strung on one thread a role.

In: each role's responsibilities and what the topic about them says is shared. Out: a column a role, a badge for
each duty on a thread drawn in the role's marker; where columns stand abreast the threads end in what is shared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.errors import Overflow
from generator.layout import marks
from generator.layout.box import Box
from generator.layout.boxes import Grid, Pad, Row, Stack
from generator.layout.frame import Block, Item, Rect
from generator.layout.leaves import Space
from generator.layout.sketch import Sketch
from generator.layout.wires import Named, Wired
from generator.model.derive import Compared, View
from generator.model.schema import Point, Topic
from generator.model.text import Text
from generator.pictures import Table
from generator.theme import Ramp

KIND = "responsibilities"
EDITORIAL = False
POSTER = False
SECTION = ""

# A column of fewer ems has no room for an icon before the role's name, nor for wide margins.
_ROOMY = 20
# A column of so many ems has room for two of plain lines.
_SPLIT = 16
# From this width what is shared has room for its meaning beside it.
_WIDE = 900
# More duties than these are a list, set tight, in which large type and large badges would only be in the way.
_MANY = 6
# Explanations are worth type so much smaller than the usual one, and no smaller.
_SMALLER = 0.88
# A fixed page is taken up by this many times its title's size of head and foot; the rest is the body's.
_AROUND = 6.5


@dataclass(frozen=True, slots=True)
class _Manner:
    """How much is said: whether duties are explained (`told`), and whether they are set in large type."""

    told: bool
    large: bool


def compose(view: View, sketch: Sketch) -> Box:
    abreast = _abreast(view, sketch)
    if sketch.size.brief and abreast < len(view.roles):
        return _small_cards(view, abreast, sketch)
    manner = _manner(view, sketch)
    return _body(view, sketch, manner) if manner else _lists(view, abreast, sketch)


def note(view: View, sketch: Sketch) -> Box | None:
    return None


def table(view: View) -> Table:
    rows = [
        (str(compared.role.name), str(duty.title), str(duty.text))
        for compared in view.roles
        for duty in compared.role.responsibilities
    ]
    rows += [(_all(view), str(point.title), str(point.text)) for point in _shared(view)]
    return Table(("Role", "Responsibility", "In practice"), tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    own = [f"{compared.role.name}. " + " ".join(_sentences(compared.role.responsibilities)) for compared in view.roles]
    shared = " ".join(_sentences(_shared(view)))
    return (*own, *([f"Shared by {_all(view).lower()}. {shared}"] if shared else []))


def _sentences(points: Sequence[Point]) -> Iterator[str]:
    return (f"{point.title}: {point.text}" for point in points)


def _all(view: View) -> str:
    return "Both" if len(view.roles) == 2 else "All"


def _topic(view: View) -> Topic | None:
    return next((topic for topic in view.comparison.topics if topic.shows == "responsibilities"), None)


def _shared(view: View) -> tuple[Point, ...]:
    topic = _topic(view)
    return topic.shared if topic else ()


def _headline(view: View, compared: Compared) -> Text:
    """What the role's duties come to, in one line."""
    topic = _topic(view)
    said = compared.role.topics.get(topic.id) if topic else None
    return said.headline if said else compared.role.tagline


# --- how much, and how many abreast -----------------------------------------------------------------------------------


def _manner(view: View, sketch: Sketch) -> _Manner | None:
    """The fullest manner that a fixed page has room for; None where only plain lists have."""
    size = sketch.size
    large = _roomy(_abreast(view, sketch), sketch) and max(map(len, _duties(view, sketch))) <= _MANY
    if size.height is None or size.brief:
        return _Manner(told=not size.brief, large=size.brief and large)
    smallest = size.legible / Ramp(1.0).smallest
    tried = (
        (_Manner(told=True, large=True), size.body),
        (_Manner(told=True, large=False), size.body * _SMALLER),
        (_Manner(told=False, large=large), smallest * 1.1),
    )
    for manner, body in tried:
        usual = replace(sketch, ramp=Ramp(body))
        try:
            _body(view, usual, manner).layout(size.width - 2 * size.margin, size.height - _AROUND * size.title)
        except Overflow:
            continue
        return manner
    return None


def _abreast(view: View, sketch: Sketch) -> int:
    """Four columns need a wide page, three on a tall one leave room for nothing but long lists."""
    count, size = len(view.roles), sketch.size
    if size.height is None or count == 2:
        return sketch.abreast(count)
    if size.height >= 1.2 * size.width and count == 3:
        return 1 if max(map(len, _duties(view, sketch))) <= _MANY else 3
    wide = size.width > size.height and not size.brief
    return count if wide or count == 3 else 2


def _roomy(abreast: int, sketch: Sketch) -> bool:
    column = (sketch.size.width - 2 * sketch.size.margin) / abreast
    return sketch.size.narrow or column >= _ROOMY * sketch.size.body


def _duties(view: View, sketch: Sketch) -> list[tuple[Point, ...]]:
    """All of them, by role; where the picture is mostly seen small, the first."""
    every = [compared.role.responsibilities for compared in view.roles]
    if not sketch.size.brief:
        return every
    return [duties[: 2 if len(view.roles) == 2 else 1] for duties in every]


# --- columns ----------------------------------------------------------------------------------------------------------


def _body(view: View, sketch: Sketch, manner: _Manner) -> Box:
    abreast = _abreast(view, sketch)
    pairs = list(zip(view.roles, _duties(view, sketch), strict=True))
    groups = [pairs[start : start + abreast] for start in range(0, len(pairs), abreast)]
    shared = [_base(view, sketch, manner)] if _shared(view) and not sketch.size.brief else []
    if len(groups) == 1:
        return _columns(view, groups[0], sketch, shared, manner)
    bodies = [_columns(view, group, sketch, [], manner) for group in groups]
    return Stack((*bodies, *shared), gap=sketch.space(4), grow=frozenset(range(len(bodies))))


_Pair = tuple[Compared, tuple[Point, ...]]


def _columns(view: View, pairs: Sequence[_Pair], sketch: Sketch, base: list[Box], manner: _Manner) -> Box:
    """Roles side by side whose duties start on common lines; `base` is what their threads end in, if anything."""
    gap, even, fixed = sketch.space(4), [1.0] * len(pairs), sketch.size.height is not None
    roomy = _roomy(len(pairs), sketch)
    inset = sketch.space(3 if sketch.size.brief or not roomy else 4.5)
    heads = [Named(f"head {compared.id}", _band(view, compared, sketch, inset, roomy=roomy)) for compared, _ in pairs]
    rows, count = [], max(len(duties) for _, duties in pairs)
    room = sketch.space(1.6 if not fixed else 0.9 if sketch.size.brief else 1.3 if count <= _MANY else 0.3)
    for index in range(count):
        cells = [_cell(compared, duties, index, sketch, manner) for compared, duties in pairs]
        padded = [Pad(cell, (0.0, inset, 0.0, inset)) for cell in cells]
        line = Row(padded, gap, even, valign="start" if manner.told else "middle")
        rows.append((Pad(line, (room, 0.0, room, 0.0), valign="middle"),))
    around = sketch.space(2.4 if not fixed else 1.4)
    grid = Named("duties", Pad(Grid(rows, (1.0,)), (around, 0.0, around, 0.0)))
    foot = [Pad(Named("base", box), (gap, 0.0, 0.0, 0.0)) for box in base]
    body = Stack((Row(heads, gap, even, valign="fill"), grid, *foot), grow=frozenset({1}))
    roles = [compared for compared, _ in pairs]
    return Wired(body, lambda spots: tuple(_strands(roles, sketch, spots)))


def _band(view: View, compared: Compared, sketch: Sketch, inset: float, *, roomy: bool) -> Box:
    name = sketch.text(compared.role.name, "strong" if sketch.size.brief else "head", compared.on)
    words: Box = name
    if not sketch.size.brief:
        words = Stack((name, sketch.text(_headline(view, compared), "note", compared.on)), gap=sketch.space(0.3))
    if roomy:
        icon = sketch.icon(compared.role.icon, compared.on, "head", 1.3 if sketch.size.brief else 1.7)
        words = Row((icon, words), gap=sketch.space(3.5), valign="middle", stretch=1)
    high, radius = sketch.space(1.6 if sketch.size.brief else 3), sketch.space(3)
    return Pad(words, (high, inset, high, inset), compared.solid, radii=(radius, radius, 0.0, 0.0), valign="middle")


def _cell(compared: Compared, duties: tuple[Point, ...], index: int, sketch: Sketch, manner: _Manner) -> Box:
    if index >= len(duties):
        return Space()
    duty = duties[index]
    title = sketch.text(duty.title, "head" if manner.large else "strong")
    size = title.style.size
    across = round(size * (1.5 if len(duties) > _MANY else 2.0), 3)
    badge = Named(f"duty {compared.id} {index}", _badge(duty.icon or compared.role.icon, compared, across, sketch))
    words: Box = title
    if manner.told:
        # The title's first line stands beside the badge's middle, the text runs on below.
        lift = max(round((across - size * 1.28) / 2, 3) - sketch.space(0.4), 0.0)
        text = sketch.text(duty.text, "body" if manner.large else "note", "muted")
        words = Pad(Stack((title, text), gap=sketch.space(0.6)), (lift, 0.0, 0.0, 0.0))
    return Row((badge, words), gap=sketch.space(3), valign="start" if manner.told else "middle", stretch=1)


def _badge(icon: str, compared: Compared, across: float, sketch: Sketch) -> Box:
    """An icon on a disc in the role's colour, set off from the thread by a ring of the card's."""
    inset, ring = round(across * 0.22, 3), round(across * 0.08, 3)
    mark = sketch.icon(icon, compared.on)
    disc = Pad(replace(mark, size=round(across - 2 * inset, 3)), (inset,) * 4, compared.solid, radii=(across / 2,) * 4)
    return Pad(disc, (ring,) * 4, "card", radii=(across / 2 + ring,) * 4)


def _strands(roles: Sequence[Compared], sketch: Sketch, spots: Mapping[str, Rect]) -> Iterator[Item]:
    """Behind each column its card, and the thread from the band through the badges to the base or the last badge."""
    list_, base, radius = spots["duties"], spots.get("base"), sketch.space(3)
    for compared in roles:
        head = spots[f"head {compared.id}"]
        card = Rect(head.x, head.bottom, head.width, round(list_.bottom - head.bottom, 3))
        yield Block(card, "card", radii=(0.0, 0.0, radius, radius))
        badges = [rect for name, rect in spots.items() if name.startswith(f"duty {compared.id} ")]
        middle = round(badges[0].x + badges[0].width / 2, 3)
        end = base.y if base else max(rect.y + rect.height / 2 for rect in badges)
        yield from _thread(middle, head.bottom, end, compared, sketch.space(0.75))


def _thread(x: float, top: float, bottom: float, compared: Compared, width: float) -> Iterator[Item]:
    marker = compared.swatch.marker
    if marker == "double":
        for side in (-0.7, 0.7):
            yield marks.line(x + side * width, top, x + side * width, bottom, colour=compared.solid, width=width * 0.5)
        return
    yield marks.line(x, top, x, bottom, colour=compared.solid, width=width, marker=marker)


def _base(view: View, sketch: Sketch, manner: _Manner) -> Box:
    """What all of them are there for, whatever else they do; on a wide page its meaning stands beside it."""
    wide = sketch.size.width >= _WIDE
    rows: list[Box] = []
    for point in _shared(view):
        label = sketch.text(f"Shared by {_all(view).lower()}", "tag", "shared.solid")
        words: list[Box] = [label, sketch.text(point.title, "strong")]
        text = sketch.text(point.text, "note", "muted")
        if manner.told and not wide:
            words.append(text)
        icon = sketch.icon(point.icon or "material/set-center", "shared.solid", "head", 1.7)
        front = Row((icon, Stack(words, gap=sketch.space(0.3))), gap=sketch.space(3.5), valign="middle", stretch=1)
        rows.append(Row((front, text), sketch.space(6), (0.36, 0.64), valign="middle") if wide else front)
    plate = sketch.panel(Stack(rows, gap=sketch.space(2.5)), "shared", view.model.palette.shared.marker)
    high, side = sketch.space(3), sketch.space(4.5)
    return replace(plate, insets=(high, side, high, side))


# --- lists: for duties by the dozen -----------------------------------------------------------------------------------


def _lists(view: View, abreast: int, sketch: Sketch) -> Box:
    """Plain lists on cards, in as many columns as keep their lines readable."""
    cards = [_list(view, compared, abreast, sketch) for compared in view.roles]
    rows = [cards[start : start + abreast] for start in range(0, len(cards), abreast)]
    gap = sketch.space(3)
    lists = Grid(rows, [1.0] * abreast, column_gap=gap, row_gap=gap)
    parts = (lists, _base(view, sketch, _Manner(told=False, large=False))) if _shared(view) else (lists,)
    return Stack(parts, gap=gap, grow=frozenset({0}))


def _list(view: View, compared: Compared, abreast: int, sketch: Sketch) -> Box:
    duties, inset = compared.role.responsibilities, sketch.space(3)
    column = (sketch.size.width - 2 * sketch.size.margin) / abreast
    across = 2 if column >= _SPLIT * sketch.size.body and len(duties) > _MANY else 1
    deep = -(-len(duties) // across)
    lines: list[Box] = []
    for duty in duties:
        icon = sketch.icon(duty.icon or compared.role.icon, compared.solid, "label", 1.15)
        lines.append(Row((icon, sketch.text(duty.title, "label")), gap=sketch.space(1.4), valign="start", stretch=1))
    lines += [Space()] * (deep * across - len(lines))
    rows = [lines[start::deep] for start in range(deep)]
    listed = Grid(rows, [1.0] * across, column_gap=sketch.space(3), row_gap=sketch.space(0.5))
    bar, room = sketch.space(1), sketch.space(1.6)
    mark = marks.edge(compared.swatch.marker, compared.solid, bar)
    card = Pad(listed, (room, inset, room, inset + bar), "card", edge=mark)
    name = sketch.text(compared.role.name, "strong", compared.on)
    radius = sketch.space(2)
    band = Pad(name, (room * 0.7, inset, room * 0.7, inset + bar), compared.solid, radii=(radius, radius, 0.0, 0.0))
    return Stack((band, card), grow=frozenset({1}))


# --- small ------------------------------------------------------------------------------------------------------------


def _small_cards(view: View, abreast: int, sketch: Sketch) -> Box:
    """A card a role, with its first duty, where there is no room for bands and threads."""
    cards: list[Box] = []
    for compared, duties in zip(view.roles, _duties(view, sketch), strict=True):
        words = Stack(
            (sketch.text(compared.role.name, "label", compared.solid), sketch.text(duties[0].title, "strong")),
            gap=sketch.space(0.4),
        )
        badge = _badge(duties[0].icon or compared.role.icon, compared, sketch.ramp.body * 2.2, sketch)
        inside = Row((badge, words), gap=sketch.space(2.4), valign="middle", stretch=1)
        bar, room = sketch.space(1.1), sketch.space(2)
        mark = marks.edge(compared.swatch.marker, compared.solid, bar)
        radii = (0.0, sketch.space(2.5), sketch.space(2.5), 0.0)
        insets = (room, sketch.space(2.4), room, bar + sketch.space(2.4))
        cards.append(Pad(inside, insets, "card", radii=radii, valign="middle", edge=mark))
    rows = [cards[start : start + abreast] for start in range(0, len(cards), abreast)]
    return Grid(rows, [1.0] * abreast, column_gap=sketch.space(3), row_gap=sketch.space(2.4))
