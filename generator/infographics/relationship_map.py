"""Whom each role knows, and how well: one customer at many desks, or many customers at one desk each.

In: each role's contacts with the strength of the tie. Out: a star for each role, the role in the middle; the
heavier a line, the closer the tie. An outline is a customer: one around all contacts, or one around each.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.errors import Overflow
from generator.layout.box import Align, Box, Widths, remembered, require
from generator.layout.boxes import Fixed, Pad, Row, Stack
from generator.layout.frame import Block, Frame, Item, Line, Rect, Shape, stacked
from generator.layout.leaves import Canvas, Icon, Rule, Text
from generator.layout.marks import circle, line
from generator.layout.sketch import Sketch
from generator.model.derive import Compared, View
from generator.model.schema import Contact, RoleTies, Ties
from generator.pictures import Table

KIND = "relationship-map"
EDITORIAL = True
POSTER = False
SECTION = "ties"

_STRENGTHS = {1: "loose", 2: "firm", 3: "close"}
# From this width two lines of roles leave room for the reasons.
_ROOMY = 800
# Line widths by strength, in steps of the grid.
_WEIGHTS = {1: 0.45, 2: 1.0, 3: 1.7}


def compose(view: View, sketch: Sketch) -> Box:
    columns = _columns(view, sketch)
    rows = [view.roles[start : start + columns] for start in range(0, len(view.roles), columns)]
    parts: list[Box] = []
    for row in rows:
        parts += [Rule(), _line(view, row, columns, sketch)]
    grown = sketch.size.height is None
    body = Stack(parts[1:], gap=sketch.space(6 if grown else 3), grow=frozenset(range(0, len(parts) - 1, 2)))
    if sketch.size.brief:
        return body
    return Stack((body, _key(view, sketch)), gap=sketch.space(5 if grown else 3), grow=frozenset({0}))


def note(view: View, sketch: Sketch) -> Box | None:
    said = "Schematic, an editorial judgement"
    if sketch.size.brief:
        return sketch.labelled("material/scale-balance", sketch.text(said, "note", "muted"), "shared.solid")
    label = sketch.labelled("material/scale-balance", sketch.text(said, "label"), "shared.solid")
    return Stack((label, sketch.text(_ties(view).text, "note", "muted")), gap=sketch.space(0.6))


def table(view: View) -> Table:
    columns = ("Role", "In short", "Customers", "Contact", "Tie, 1 to 3", "Why")
    rows = []
    for compared in view.roles:
        said = _ties(view).roles[compared.id]
        for contact in said.contacts:
            tie = f"{contact.strength} ({_STRENGTHS[contact.strength]})"
            known = str(said.inside or "Each contact another")
            rows.append(
                (str(compared.role.name), str(said.headline), known, str(contact.name), tie, str(said.rationale))
            )
    return Table(columns, tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    opening = f"{_ties(view).text}. The picture is schematic, an editorial judgement."
    return (opening, *(_sentence(view, compared) for compared in view.roles))


def _sentence(view: View, compared: Compared) -> str:
    said = _ties(view).roles[compared.id]
    listed = "; ".join(f"{contact.name} ({_STRENGTHS[contact.strength]})" for contact in said.contacts)
    where = f"All contacts belong to one: {said.inside}" if said.inside else "Each contact is a customer of its own"
    return f"{compared.role.name}: {said.headline}. {where}. Contacts and ties: {listed}. {said.rationale}"


def _ties(view: View) -> Ties:
    assert view.comparison.ties is not None
    return view.comparison.ties


def _columns(view: View, sketch: Sketch) -> int:
    """How many roles stand side by side; a last one alone takes the whole width."""
    size, count = sketch.size, len(view.roles)
    if size.narrow:
        return 1
    if size.height is None or (count == 4 and size.width < size.height * 1.5):
        return min(count, 2)
    if size.width > size.height:
        return count
    return 2 if count > 2 or size.height < size.width * 1.1 else 1


def _line(view: View, roles: Sequence[Compared], columns: int, sketch: Sketch) -> Box:
    """Roles side by side, section by section, so that every section starts on one line."""
    said = [_ties(view).roles[compared.id] for compared in roles]

    def row(boxes: list[Box]) -> Box:
        return Row(boxes, sketch.space(8 if columns == 2 else 5), [1.0] * len(boxes), valign="fill")

    brief = sketch.size.brief
    heads = row([_head(compared, sketch) for compared in roles])
    stars = row([_framed(compared, ties, sketch) for compared, ties in zip(roles, said, strict=True)])
    if brief and len(roles) == 2:
        return row([_card(compared, ties, sketch) for compared, ties in zip(roles, said, strict=True)])
    if brief:
        return Stack((heads, stars), gap=sketch.space(2), grow=frozenset({1}))
    headlines = row([sketch.text(ties.headline, "strong") for ties in said])
    reasons = row([sketch.text(ties.rationale, "note", "muted") for ties in said])
    top = Stack((heads, headlines), gap=sketch.space(0.8))
    # Two lines of small cells have room for names, not for reasons too.
    tight = len(view.roles) > 2 and sketch.size.height is not None and sketch.size.height < sketch.size.width * 1.1
    parts = (top, stars) if tight and columns == 2 and sketch.size.width < _ROOMY else (top, stars, reasons)
    return Stack(parts, gap=sketch.space(2.4), grow=frozenset({1}))


def _card(compared: Compared, ties: RoleTies, sketch: Sketch) -> Box:
    """A star with its words at its right."""
    words = Stack((_head(compared, sketch), sketch.text(ties.headline)), gap=sketch.space(1))
    return Row(
        (_framed(compared, ties, sketch), Pad(words, (0.0, 0.0, sketch.space(2), 0.0), valign="end")),
        sketch.space(4),
        (0.56, 0.44),
        valign="fill",
    )


def _head(compared: Compared, sketch: Sketch) -> Box:
    name = sketch.text(compared.role.name, "strong" if sketch.size.brief else "head", compared.solid)
    return sketch.labelled(compared.role.icon, name, compared.solid)


def _key(view: View, sketch: Sketch) -> Box:
    """What the widths of the lines say."""
    found = sorted({contact.strength for ties in _ties(view).roles.values() for contact in ties.contacts})
    entries = []
    for strength in found:
        weight = sketch.space(_WEIGHTS[strength])
        sample = Canvas(_sample(weight), height=weight, width=sketch.space(4.5 if sketch.size.narrow else 7))
        words = sketch.text(f"{strength} {_STRENGTHS[strength]}", "note", "muted")
        entries.append(Row((sample, words), gap=sketch.space(1.8), valign="middle"))
    return Row(entries, gap=sketch.space(3 if sketch.size.narrow else 6), valign="middle")


def _sample(weight: float) -> Callable[[float, float], tuple[Item, ...]]:
    def draw(width: float, height: float) -> tuple[Item, ...]:
        y = round((height - weight) / 2, 3)
        return (Block(Rect(0.0, y, width, weight), fill="muted", radii=(weight / 2,) * 4),)

    return draw


# --- one star ---------------------------------------------------------------------------------------------------------

Side = Literal["left", "right", "middle"]
_SIDES: tuple[Side, Side] = ("right", "left")
# A name on one line beside its icon, the same on several lines, or below its icon.
_FORMS = ("flat", "beside", "below")


def _framed(compared: Compared, ties: RoleTies, sketch: Sketch) -> Box:
    """A role's star, in one frame where all contacts belong to one customer."""
    star = _Star(compared, ties, sketch)
    low = 0.75 if len(ties.contacts) < 4 else 1.45
    if ties.inside is None:
        return _Capped(star, low)
    inset = sketch.space(2.4)
    inside: Box = star
    if not sketch.size.brief:
        label = sketch.labelled("material/domain", sketch.text(ties.inside, "label", compared.solid), compared.solid)
        inside = Stack((label, star), gap=sketch.space(0.5), grow=frozenset({1}))
    return _Capped(Pad(inside, (inset,) * 4, compared.tint, compared.solid, (sketch.space(3),) * 4), low)


@dataclass(frozen=True, eq=False)
class _Capped:
    """A box in the middle of its room, at most so many times as high as wide: a star on stilts is none."""

    child: Box
    ratio: float

    def widths(self) -> Widths:
        return self.child.widths()

    def texts(self) -> Iterator[Text]:
        return self.child.texts()

    @remembered
    def layout(self, width: float, height: float | None = None) -> Frame:
        natural = self.child.layout(width)
        if height is None:
            return natural
        require(natural.height, height, axis="height")
        tall = min(height, max(natural.height, self.ratio * width))
        return stacked([(self.child.layout(width, tall), 0.0, (height - tall) / 2)], width, height)


@dataclass(frozen=True, slots=True)
class _Place:
    """A contact's box, laid out, with the point that its line goes to."""

    frame: Frame
    x: float
    y: float
    end: tuple[float, float]
    strength: int


@dataclass(frozen=True, eq=False)
class _Star:
    """The role in the middle of its contacts, in the first of the forms in which they have room."""

    compared: Compared
    ties: RoleTies
    sketch: Sketch

    def widths(self) -> Widths:
        return Widths(0.0, 0.0)

    def texts(self) -> Iterator[Text]:
        if not self.sketch.size.brief:
            for contact in self.ties.contacts:
                yield self.sketch.text(contact.name, "note")

    @remembered
    def layout(self, width: float, height: float | None = None) -> Frame:
        if self.sketch.size.brief:
            return self._ringed(width, height)
        for form in _FORMS[:-1]:
            try:
                return self._starred(form, width, height)
            except Overflow:
                continue
        return self._starred(_FORMS[-1], width, height)

    def _ringed(self, width: float, height: float | None) -> Frame:
        """Only icons, evenly around, as large as they can be without touching."""
        for share in (1.2, 1.0, 0.85, 0.7):
            nodes = [self._mark(contact, share).layout(1000.0) for contact in self.ties.contacts]
            disc = self._mark(self.ties.contacts[0], share).widths().max
            least = 2 * (self._hub_radius + self.sketch.space(2.5) + disc)
            tall = least if height is None else height
            down = (tall - disc) / 2
            across = min((width - disc) / 2, down * 1.45)
            turns = [2 * math.pi * index / len(nodes) - math.pi / 2 for index in range(len(nodes))]
            spots = [(width / 2 + across * math.cos(turn), tall / 2 + down * math.sin(turn)) for turn in turns]
            apart = min(math.dist(spots[index - 1], spots[index]) for index in range(len(spots)))
            free = len(spots) == 1 or apart >= disc + self.sketch.space(0.8)
            if free and least <= tall and across >= least / 2 - disc / 2:
                break
        require(least, tall, self.ties.headline, "height")
        require(0.0 if free else disc, apart, self.ties.headline, "height")
        places = [
            _Place(frame, x - disc / 2, y - disc / 2, (x, y), contact.strength)
            for frame, (x, y), contact in zip(nodes, spots, self.ties.contacts, strict=True)
        ]
        return self._drawn(places, width, tall, tall / 2)

    def _starred(self, form: str, width: float, height: float | None) -> Frame:
        """Contacts with their names: left and right of the role along an arc, one above and one below."""
        if form != "flat" and self.sketch.size.height and self.sketch.ramp.body > 0.88 * self.sketch.size.body:
            raise Overflow(need=1.0, room=0.0, text=self.ties.headline)  # smaller type rather than broken names
        top, bottom, sides = _dealt(self.ties.contacts)
        gap, arm = self.sketch.space(2), self._arm - (self.sketch.space(4.6) if form == "below" else 0.0)
        # A bare disc stands right above the role, its name beside it.
        inline = self.ties.inside is not None and form != "below"
        upright = (width + self._disc) / 2 if inline else width
        poles = [[self._node(contact, form, "middle", upright) for contact in group] for group in (top, bottom)]
        pairs = [
            [self._node(contact, form, side, width / 2 - arm) for contact, side in zip(pair, _SIDES, strict=True)]
            for pair in sides
        ]
        highest = max((frame.height for pair in pairs for frame in pair), default=0.0)
        above, below = (pole[0].height + gap if pole else 0.0 for pole in poles)
        rows = max(highest + gap, 2.9 * self._badge) * len(sides) - (0.0 if below else gap)
        upper = above + self._arm - gap if top else self._hub_radius
        lower = below + self._arm - gap if bottom else self._hub_radius
        need = max(above + below + rows, upper + lower)
        if height is None:
            height = need if self.sketch.size.height else max(need, min(width * 0.8, need * 1.3))
        require(need, height, self.ties.headline, "height")
        hub = min(max(height / 2, upper), height - lower)
        places = []
        for contact, frame in zip(top, poles[0], strict=True):
            lead = self._disc / 2 if inline else frame.width / 2
            end = frame.height if self.ties.inside is None else frame.height + self.sketch.space(1.3)
            places.append(_Place(frame, width / 2 - lead, 0.0, (width / 2, end), contact.strength))
        for contact, frame in zip(bottom, poles[1], strict=True):
            lead, y = self._disc / 2 if inline else frame.width / 2, height - frame.height
            places.append(_Place(frame, width / 2 - lead, y, (width / 2, y), contact.strength))
        spare = (height - above - below - highest * len(sides)) / max(len(sides), 1)
        first = above + highest / 2 + spare * (0.25 if above else 0.15)
        last = height - below - highest / 2 - spare * (0.25 if below else 0.15)
        if len(sides) == 1:
            first = last = last if top else (first + last) / 2
        for index, (frames, contacts) in enumerate(zip(pairs, sides, strict=True)):
            y = first + (last - first) * index / max(len(sides) - 1, 1)
            x = self._reach(frames, (y - hub) / max(hub, height - hub), width, height)
            places += self._pair(frames, contacts, form, (width / 2, x, y))
        return self._drawn(places, width, height, hub)

    def _reach(self, frames: Sequence[Frame], lean: float, width: float, height: float) -> float:
        """How far from the middle a pair starts: on an arc, as far as its names leave room."""
        half = max(self._arm, height * 0.56, width * 0.25)
        arc = math.sqrt(max(1 - lean**2, 0.0))
        return min(max(half * (0.6 + 0.4 * arc), self._arm), width / 2 - max(frame.width for frame in frames))

    def _pair(
        self, frames: Sequence[Frame], contacts: Sequence[Contact], form: str, at: tuple[float, float, float]
    ) -> list[_Place]:
        """One contact right, one left. `at`: the middle, the way from there to each, and the height."""
        middle, x, y = at
        places = []
        for frame, contact, sign in zip(frames, contacts, (1, -1), strict=True):
            start, top = (middle + x if sign > 0 else middle - x - frame.width), y - frame.height / 2
            # Below a bare disc stands its name: the line goes to the disc.
            end = top + self._disc / 2 if form == "below" and self.ties.inside else y
            places.append(_Place(frame, start, top, (middle + sign * x, end), contact.strength))
        return places

    def _drawn(self, places: Sequence[_Place], width: float, height: float, middle: float) -> Frame:
        """Lines first, so that all else hides them; then the role, the contacts and the lines' numbers."""
        x, y, hub = width / 2, middle, self._hub_radius
        sketch = self.sketch
        lines = tuple(self._tie(x, y, place) for place in places)
        stacks = [(Frame(width, height, lines), 0.0, 0.0), (self._hub(), x - hub, y - hub)]
        stacks += [(place.frame, place.x, place.y) for place in places]
        if not sketch.size.brief:
            for place in places:
                length = math.hypot(place.end[0] - x, place.end[1] - y)
                share = hub / length + (1 - hub / length) * 0.55
                badge = self._number(place.strength)
                at = (x + (place.end[0] - x) * share, y + (place.end[1] - y) * share)
                stacks.append((badge, at[0] - self._badge, at[1] - self._badge))
        return stacked(stacks, width, height)

    def _tie(self, x: float, y: float, place: _Place) -> Shape:
        """A line in the role's way; gaps do not grow with the weight, or a short heavy line would have none of it."""
        weight, marker = self.sketch.space(_WEIGHTS[place.strength]), self.compared.swatch.marker
        ends = (round(x, 3), round(y, 3), round(place.end[0], 3), round(place.end[1], 3))
        drawn = line(*ends, colour=self.compared.solid, width=weight, marker=marker)
        dash = {
            "dotted": (0.01, weight + self.sketch.space(0.75)),
            "dashed": (weight, 2 * weight + self.sketch.space(0.6)),
        }
        return replace(drawn, dash=dash.get(marker, ()))

    @property
    def _arm(self) -> float:
        """So far from the middle a contact stands at least: a line with its number needs that."""
        return self._hub_radius + self.sketch.space(4.5) + 2 * self._badge

    @property
    def _disc(self) -> float:
        return self._mark(self.ties.contacts[0]).widths().max

    @property
    def _hub_radius(self) -> float:
        return self.sketch.space(4.4 if self.sketch.size.brief else 5.2)

    @property
    def _badge(self) -> float:
        return self.sketch.space(1.75)

    @property
    def _ground(self) -> str:
        return self.compared.tint if self.ties.inside else "ground"

    def _hub(self) -> Frame:
        radius, compared = self._hub_radius, self.compared
        size = round(radius * 1.15, 3)
        icon = Icon(compared.role.icon, size, compared.on).layout(size)
        ring = circle(radius, radius, radius, fill=self._ground)
        disc = circle(radius, radius, radius * 0.88, fill=compared.solid)
        ground = Frame(2 * radius, 2 * radius, (ring, disc))
        return stacked([(ground, 0.0, 0.0), (icon, radius - size / 2, radius - size / 2)], 2 * radius, 2 * radius)

    def _number(self, strength: int) -> Frame:
        side = 2 * self._badge
        text = self.sketch.text(str(strength), "tag", self.compared.solid, "middle").layout(side)
        ground = Frame(side, side, (circle(self._badge, self._badge, self._badge, fill=self._ground),))
        return stacked([(ground, 0.0, 0.0), (text, 0.0, (side - text.height) / 2)], side, side)

    def _node(self, contact: Contact, form: str, side: Side, room: float) -> Frame:
        """A contact as wide as it asks for, at most `room`."""
        own, sketch = self.ties.inside is None, self.sketch
        mark, inner = self._mark(contact), self._disc + sketch.space(1.4)
        high, wide = (sketch.space(0.7), sketch.space(1.6)) if own else (sketch.space(0.2), 0.0)
        below = form == "below"
        align: Align = "end" if side == "left" else "start"
        if below and (own or side == "middle"):
            align = "middle"
        name = sketch.text(contact.name, "note", "ink", align)
        spare = room - 2 * wide - (0.0 if below else inner)
        require(name.widths().max if form == "flat" else name.widths().min, spare, contact.name)
        # As wide as the widest of its lines: a broken name leaves no hole before the outline.
        lines = name.layout(spare)
        name_box = Fixed(name, max(item.rect.width for item in lines.items if isinstance(item, Line)) + 0.02)
        if below:
            inside: Box = Stack((Row((mark,), align=align), name_box), gap=sketch.space(0.3))
        else:
            inside = Row((name_box, mark) if side == "left" else (mark, name_box), sketch.space(1.4), valign="middle")
        fill, stroke = (self.compared.tint, self.compared.solid) if own else (None, None)
        box = Pad(inside, (high, wide, high, wide), fill, stroke, (sketch.space(2.4),) * 4 if own else (0.0,) * 4)
        return box.layout(box.widths().max)

    def _mark(self, contact: Contact, share: float = 1.35) -> Box:
        """The contact's icon, on a disc where no outline of its own goes round it."""
        sketch, compared, brief = self.sketch, self.compared, self.sketch.size.brief
        size = round(sketch.ramp.style("note").size * share, 3)
        icon = Icon(contact.icon, size, compared.solid)
        if self.ties.inside is None and not brief:
            return icon
        pad = round(size * 0.28, 3)
        fill = "card" if self.ties.inside else compared.tint
        return Fixed(Pad(icon, (pad,) * 4, fill, compared.solid, (size / 2 + pad,) * 4), size + 2 * pad)


def _dealt(
    contacts: Sequence[Contact],
) -> tuple[Sequence[Contact], Sequence[Contact], Sequence[tuple[Contact, Contact]]]:
    """Contacts clockwise from above: one on top where they are odd, one above and one below where they are many."""
    if len(contacts) % 2:
        top, rest, bottom = contacts[:1], contacts[1:], contacts[:0]
    elif len(contacts) >= 6:
        middle = len(contacts) // 2
        top, bottom = contacts[:1], contacts[middle : middle + 1]
        rest = (*contacts[1:middle], *contacts[middle + 1 :])
    else:
        top, rest, bottom = contacts[:0], contacts, contacts[:0]
    half = len(rest) // 2
    return top, bottom, tuple(zip(rest[:half], reversed(rest[half:]), strict=True))
