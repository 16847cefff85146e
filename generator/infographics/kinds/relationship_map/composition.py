"""Customers as outlines, contacts as discs, in cells of one size for all roles that stand side by side.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.brand import Ramp
from generator.infographics.kinds.relationship_map.description import is_named, section
from generator.infographics.parts.as_high_as import AsHighAs
from generator.infographics.parts.badges import Badge
from generator.infographics.parts.cards import role_heading
from generator.infographics.parts.columns import grid_by_rows, grouped, in_rows
from generator.infographics.parts.marks import edge
from generator.infographics.parts.notes import judgement_label
from generator.infographics.parts.sketch import Sketch
from generator.layout import (
    Align,
    Box,
    Fixed,
    Frame,
    Gathered,
    Pad,
    Row,
    Space,
    Stack,
    TextBox,
    Widths,
    memoized,
)
from generator.model import Compared, Contact, RoleTies, View
from generator.problems import Overflow

# So many contacts stand side by side at most.
_MOST = 5
# The same of contacts without names.
_MOST_BARE = 10
# Where four stand side by side on a card for feeds, discs and outlines are so much smaller.
_SMALLER = 0.7
# More contacts than these leave no room for names below them on a page that is not wide.
_MANY = 10
# Steps of the grid between contacts within an outline, with their names beside them.
_CLEAR = 2.0
# The share of the width that an outline's name has on one line.
_LABEL = 0.22
# From so many times as wide as high names stand beside the contacts where roles stand below each other.
_WIDE = 1.5


def compose(view: View, sketch: Sketch) -> Box:
    across = _across(view, sketch)
    if sketch.size.brief:  # not larger than a title that was set on one line
        sketch = replace(sketch, ramp=Ramp(sketch.size.title * 0.96))
    lines = [_line(view, row, across, sketch) for row in in_rows(view.roles, across)]
    gap = 6 if sketch.size.height is None else 1.6 if _is_tight(view, sketch) else 3
    return Stack(lines, sketch.space(gap), grow=frozenset(range(len(lines))))


def note(view: View, sketch: Sketch) -> Box | None:
    if sketch.size.brief:
        words = "Schematic, an editorial judgement; a disc is a contact, unnamed"
        return judgement_label(sketch, sketch.text(words, "note", "muted"))
    words = f"Schematic, an editorial judgement. {section(view).text}"
    return judgement_label(sketch, sketch.text(words, "note", "muted"))


def _across(view: View, sketch: Sketch) -> int:
    """How many roles stand side by side."""
    size, count = sketch.size, len(view.roles)
    if size.brief:
        return count
    if size.narrow or _is_tight(view, sketch) or (size.height is not None and size.height > size.width):
        return 1
    return 3 if count == 3 else 2


def _is_tight(view: View, sketch: Sketch) -> bool:
    """Whether roles stand below each other with no more room than lines of contacts need."""
    size, most = sketch.size, max(len(ties.contacts) for ties in section(view).roles.values())
    if size.height is None or size.brief:
        return False
    return len(view.roles) > 2 or size.height == size.width or (most > _MANY and not _is_wide(sketch))


def _is_wide(sketch: Sketch) -> bool:
    return sketch.size.width > (sketch.size.height or math.inf) * _WIDE


def _line(view: View, roles: Sequence[Compared], across: int, sketch: Sketch) -> Box:
    """Roles side by side: their names and headlines, their contacts, and why where there is room."""
    every = [section(view).roles[compared.id] for compared in roles]
    blanks, names = [Space()] * (across - len(roles)), [str(compared.role.name) for compared in roles]

    def row(boxes: Sequence[Box]) -> Box:
        return Row([*grouped(names, boxes), *blanks], sketch.space(5), [1.0] * across, valign="fill")

    tight = _is_tight(view, sketch)
    small = replace(sketch, ramp=Ramp(sketch.ramp.body * _SMALLER)) if sketch.size.brief and across > 3 else sketch
    heads = row([_head(compared, ties, view, sketch) for compared, ties in zip(roles, every, strict=True)])
    charts = LowestOf(
        [
            row([_chart(compared, ties, columns, tight, small) for compared, ties in zip(roles, every, strict=True)])
            for columns in range(1, (_MOST if is_named(sketch.size) else _MOST_BARE) + 1)
        ]
    )
    if tight and _is_wide(sketch):
        return Gathered(Row((heads, charts), sketch.space(3), (0.28, 0.72), valign="fill"))
    if sketch.size.brief:
        return Gathered(Stack((charts, heads), sketch.space(1), grow=frozenset({0})))
    parts: list[Box] = [heads, charts]
    if sketch.size.height is None:
        parts.append(row([sketch.text(ties.rationale, "note", "muted") for ties in every]))
    return Gathered(Stack(parts, sketch.space(1 if tight else 2 if sketch.size.height else 3), grow=frozenset({1})))


def _head(compared: Compared, ties: RoleTies, view: View, sketch: Sketch) -> Box:
    role, size = compared.role, sketch.size
    if size.brief:
        return sketch.text(role.abbreviation if len(view.roles) > 2 else role.name, "label", compared.solid)
    if not _is_tight(view, sketch):
        heading = role_heading(sketch, role.name, role.icon, compared.solid)
        return Stack((heading, sketch.text(ties.headline)), sketch.space(0.6))
    name = sketch.labelled(role.icon, sketch.text(role.name, "label", compared.solid), compared.solid)
    if _is_wide(sketch):
        return Pad(Stack((name, sketch.text(ties.headline, "note"))), valign="middle")
    return Row((name, sketch.text(ties.headline, "note", "ink", "end")), sketch.space(3), valign="middle", stretch=1)


def _chart(compared: Compared, ties: RoleTies, columns: int, tight: bool, sketch: Sketch) -> Box:
    """The contacts in so many columns: in one outline, or each in its own."""
    brief = sketch.size.brief
    gap, high, inset = (sketch.space(steps) for steps in ((0.8, 0.4, 1) if tight or brief else (1.4, 1.2, 1.6)))
    bar, corner = sketch.space(0.8), sketch.space(2)
    radii, mark = (0.0, corner, corner, 0.0), edge(compared.swatch.marker, compared.solid, bar)
    names = [sketch.text(contact.name, "label", "ink", "start" if tight else "middle") for contact in ties.contacts]
    # Discs of a row are level, whichever of its names has two lines.
    level: list[Box] = [*names]
    if not tight:
        level = [AsHighAs(name, row) for row in in_rows(names, columns) for name in row]
    cells = [
        _cell(contact, name, compared, tight, sketch) if is_named(sketch.size) else _disc(contact, compared, sketch)
        for contact, name in zip(ties.contacts, level, strict=True)
    ]
    called = [contact.name for contact in ties.contacts]
    if ties.inside is None:
        insets = (high, sketch.space(1), high, sketch.space(1) + bar)
        alike = cells if brief else [AsHighAs(cell, cells, "middle") for cell in cells]
        outlined = [Pad(cell, insets, compared.tint, compared.solid, radii, "middle", mark) for cell in alike]
        return grid_by_rows(grouped(called, outlined), columns, gap, gap)
    # A few discs alone stand in the middle of their outline; a name keeps clear of the next disc.
    across = min(columns, len(cells)) if brief else columns
    inside: Box = grid_by_rows(grouped(called, cells), across, sketch.space(_CLEAR) if tight else gap, gap)
    if not brief:
        name = sketch.text(ties.inside, "label", compared.solid)
        label: Box = sketch.labelled("material/domain", name, compared.solid)
        if tight:
            wish = label.widths().max
            label = Fixed(label, wish) if wish <= sketch.size.inner * _LABEL else label
            inside = Row((label, inside), sketch.space(3), valign="middle", stretch=1)
        else:
            inside = Stack((label, inside), sketch.space(1), grow=frozenset({1}))
    valign: Align = "middle" if brief or tight else "start"
    return Pad(inside, (inset, inset, inset, inset + bar), compared.tint, compared.solid, radii, valign, mark)


def _cell(contact: Contact, name: Box, compared: Compared, tight: bool, sketch: Sketch) -> Box:
    """A contact: its icon on a disc, its name below, or beside it where room is dear."""
    icon = sketch.icon(contact.icon, compared.on, "label", 1.0 if tight else 1.25)
    disc = Badge(icon, round(icon.size * 1.6, 3), compared.solid)
    if tight:
        return Row((disc, name), sketch.space(1), valign="middle", stretch=1)
    return Pad(Stack((Row((disc,), align="middle"), name), sketch.space(0.6)), valign="middle")


def _disc(contact: Contact, compared: Compared, sketch: Sketch) -> Box:
    """A contact without its name; where the picture is seen small, without its icon."""
    if sketch.size.brief:
        disc = Badge(Space(), sketch.space(2.4), compared.solid)
    else:
        icon = sketch.icon(contact.icon, compared.on, "label", 1.25)
        disc = Badge(icon, round(icon.size * 1.6, 3), compared.solid)
    return Row((disc,), align="middle")


@dataclass(frozen=True, eq=False)
class LowestOf:
    """The lowest of several compositions of the same content that is not too wide, the first of equals."""

    children: Sequence[Box]

    def widths(self) -> Widths:
        every = [box.widths() for box in self.children]
        return Widths(min(widths.min for widths in every), max(widths.max for widths in every))

    def texts(self) -> Iterator[TextBox]:
        return self.children[0].texts()

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        return self._lowest(width).layout(width, height)

    @memoized
    def _lowest(self, width: float) -> Box:
        first, *others = self.children
        found, tall = first, float("inf")
        for box in (first, *others):
            try:
                high = box.layout(width).height
            except Overflow:
                continue
            if high < tall - 0.01:
                found, tall = box, high
        return found
