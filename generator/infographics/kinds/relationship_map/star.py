"""One role in the middle of its contacts.

In: a role's contacts with the strength of each tie. Out: a box, in a frame where all contacts belong to one customer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.infographics.kinds.relationship_map.radial import (
    Point,
    RadialLayout,
    Side,
    Spoke,
    centred_at,
    draw_star,
    on_ellipse,
    radial_order,
    spoke_line,
)
from generator.infographics.kinds.relationship_map.sizing import MaxAspectRatio, shrink_wrapped
from generator.infographics.parts.badges import Badge
from generator.infographics.parts.sketch import Sketch
from generator.layout import Align, Box, Frame, Icon, Pad, Row, Stack, TextBox, Widths, memoized, require
from generator.model import Compared, Contact, RoleTies
from generator.problems import Overflow

# Line widths by strength, in steps of the grid.
WEIGHTS = {1: 0.45, 2: 1.0, 3: 1.7}


# A name on one line beside its icon, the same on several lines, or below its icon.
_FORMS = ("flat", "beside", "below")


def framed_star(compared: Compared, ties: RoleTies, sketch: Sketch) -> Box:
    """A role's star, in one frame where all contacts belong to one customer."""
    star = _Star(compared, ties, sketch)
    low = 0.75 if len(ties.contacts) < 4 else 1.45  # higher it would not look like a star
    if ties.inside is None:
        return MaxAspectRatio(star, low)
    inset = sketch.space(2.4)
    inside: Box = star
    if not sketch.size.brief:
        label = sketch.labelled("material/domain", sketch.text(ties.inside, "label", compared.solid), compared.solid)
        inside = Stack((label, star), gap=sketch.space(0.5), grow=frozenset({1}))
    return MaxAspectRatio(Pad(inside, (inset,) * 4, compared.tint, compared.solid, (sketch.space(3),) * 4), low)


@dataclass(frozen=True, eq=False)
class _Star:
    """The role in the middle of its contacts, in the first of the forms in which they have room."""

    compared: Compared
    ties: RoleTies
    sketch: Sketch

    def widths(self) -> Widths:
        return Widths(0.0, 0.0)

    def texts(self) -> Iterator[TextBox]:
        if not self.sketch.size.brief:
            for contact in self.ties.contacts:
                yield self.sketch.text(contact.name, "note")

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        size, ramp = self.sketch.size, self.sketch.ramp
        if size.brief:
            return self._ringed(width, height)
        # On a page of fixed height smaller type rather than broken names.
        *forms, last = _FORMS[:1] if size.height and ramp.body > 0.88 * size.body else _FORMS
        for form in forms:
            try:
                return self._starred(form, width, height)
            except Overflow:
                continue
        return self._starred(last, width, height)

    def _ringed(self, width: float, height: float | None) -> Frame:
        """Only icons, evenly around, as large as they can be without touching."""
        contacts = self.ties.contacts
        for share in (1.2, 1.0, 0.85, 0.7):
            disc = self._mark(contacts[0], share).widths().max
            least = 2 * (self._hub_radius + self.sketch.space(2.5) + disc)
            tall = least if height is None else height
            down = (tall - disc) / 2
            across = min((width - disc) / 2, down * 1.45)
            spots, apart = on_ellipse(len(contacts), across, down)
            free = apart >= disc + self.sketch.space(0.8)
            if free and least <= tall and across >= least / 2 - disc / 2:
                break
        require(least, tall, self.ties.headline, "height")
        require(0.0 if free else disc, apart, self.ties.headline, "height")
        rays = []
        for contact, (x, y) in zip(contacts, spots, strict=True):
            at = (width / 2 + x, tall / 2 + y)
            mark, left, top = centred_at(self._mark(contact, share).layout(disc), at)
            rays.append(self._ray(contact, mark, (left, top), at, disc / 2))
        return self._drawn(rays, width, tall, tall / 2)

    def _starred(self, form: str, width: float, height: float | None) -> Frame:
        """Contacts with their names: left and right of the role along an arc, one above and one below."""
        star = self._star(form, width)
        if height is None:
            height = star.need if self.sketch.size.height else max(star.need, min(width * 0.8, star.need * 1.3))
        require(star.need, height, self.ties.headline, "height")
        hub, corners = star.layout(width, height)
        contacts = radial_order(self.ties.contacts)
        rays = [
            self._ray(contact, frame, corner, *self._end(form, side, frame, corner, width / 2))
            for contact, side, frame, corner in zip(contacts, contacts.sides(), star.frames, corners, strict=True)
        ]
        return self._drawn(rays, width, height, hub)

    @memoized
    def _star(self, form: str, width: float) -> RadialLayout:
        """The contacts' boxes, each as wide as it may be in a star of that width."""
        inside, below, contacts = self.ties.inside is not None, form == "below", radial_order(self.ties.contacts)
        # A bare disc stands right above the role, its name beside it.
        lead = self._disc / 2 if inside and not below else None
        upright = width if lead is None else width / 2 + lead
        aside = width / 2 - self._arm + (self.sketch.space(4.6) if below else 0.0)
        rooms: dict[Side, float] = {"top": upright, "bottom": upright, "right": aside, "left": aside}
        frames = contacts.each(lambda contact, side: self._node(contact, form, side, rooms[side]))
        return RadialLayout(frames, self._hub_radius, self._arm, self.sketch.space(2), 2.9 * self._badge, lead)

    def _end(self, form: str, side: Side, frame: Frame, corner: Point, middle: float) -> tuple[Point, float]:
        """Where the line to a contact ends, and how much of its end a disc hides."""
        (x, y), half, bare = corner, self._disc / 2, self.ties.inside is not None
        right = x + frame.width
        if bare and form != "below":
            across = {"right": x + half, "left": right - half}.get(side, middle)
            return (across, y + frame.height / 2), half
        # Below a bare disc stands its name: a line from the side goes to the disc, one from below to the name.
        level = y + (half if bare else frame.height / 2)
        under = y + frame.height + (self.sketch.space(1.3) if bare else 0.0)
        ends = {"top": (middle, under), "bottom": (middle, y), "right": (x, level), "left": (right, level)}
        return ends[side], 0.0

    def _drawn(self, rays: Sequence[Spoke], width: float, height: float, middle: float) -> Frame:
        look = self.compared
        tie = partial(spoke_line, colour=look.solid, marker=look.swatch.marker, step=self.sketch.space(1))
        return draw_star(rays, (width / 2, middle), self._hub(), tie, width, height)

    def _ray(self, contact: Contact, frame: Frame, corner: Point, end: Point, covered: float) -> Spoke:
        badge = None if self.sketch.size.brief else self._number(contact)
        return Spoke(frame, corner, end, self.sketch.space(WEIGHTS[contact.strength]), badge, covered)

    def _hub(self) -> Frame:
        """The role, parted from the lines by a ring of the ground."""
        icon = Icon(self.compared.role.icon, round(self._hub_radius * 1.15, 3), self.compared.on)
        disc = Badge(icon, 1.76 * self._hub_radius, self.compared.solid)
        return Badge(disc, 2 * self._hub_radius, self._ground).layout(2 * self._hub_radius)

    def _number(self, contact: Contact) -> Frame:
        text = self.sketch.text(str(contact.strength), "tag", self.compared.solid, "middle")
        return Badge(text, 2 * self._badge, self._ground).layout(2 * self._badge)

    def _node(self, contact: Contact, form: str, side: Side, room: float) -> Frame:
        """A contact as wide as it asks for, at most `room`."""
        sketch, mark, own, below = self.sketch, self._mark(contact), self.ties.inside is None, form == "below"
        align: Align = "end" if side == "left" else "start"
        if below and (own or side in ("top", "bottom")):
            align = "middle"
        name = sketch.text(contact.name, "note", "ink", align)
        high, wide = (sketch.space(0.7), sketch.space(1.6)) if own else (sketch.space(0.2), 0.0)
        spare = room - 2 * wide - (0.0 if below else self._disc + sketch.space(1.4))
        require(name.widths().max if form == "flat" else name.widths().min, spare, contact.name)
        shrunk = shrink_wrapped(name, spare)
        if below:
            inside: Box = Stack((Row((mark,), align=align), shrunk), gap=sketch.space(0.3))
        else:
            inside = Row((shrunk, mark) if side == "left" else (mark, shrunk), sketch.space(1.4), valign="middle")
        fill, stroke = (self.compared.tint, self.compared.solid) if own else (None, None)
        box = Pad(inside, (high, wide, high, wide), fill, stroke, (sketch.space(2.4),) * 4 if own else (0.0,) * 4)
        return box.layout(box.widths().max)

    def _mark(self, contact: Contact, share: float = 1.35) -> Box:
        """The contact's icon, on a disc where no outline of its own goes round it."""
        size = round(self.sketch.ramp.style("note").size * share, 3)
        icon = Icon(contact.icon, size, self.compared.solid)
        if self.ties.inside is None and not self.sketch.size.brief:
            return icon
        fill = "card" if self.ties.inside else self.compared.tint
        return Badge(icon, size + 2 * round(size * 0.28, 3), fill, self.compared.solid)

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
