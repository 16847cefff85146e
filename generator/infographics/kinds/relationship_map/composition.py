"""Stars side by side with their words, and the key to the widths of their lines.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.infographics.kinds.relationship_map.description import STRENGTHS, section
from generator.infographics.kinds.relationship_map.star import WEIGHTS, framed_star
from generator.infographics.parts.cards import role_heading
from generator.infographics.parts.columns import in_rows
from generator.infographics.parts.notes import schematic
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Pad, Row, Rule, Space, Stack
from generator.model import Compared, RoleTies, View

# From this width two lines of roles leave room for the reasons.
_ROOMY = 800


def compose(view: View, sketch: Sketch) -> Box:
    columns = _columns(view, sketch)
    parts: list[Box] = []
    for row in in_rows(view.roles, columns):
        parts += [Rule(), _line(view, row, columns, sketch)]
    grown = sketch.size.height is None
    body = Stack(parts[1:], gap=sketch.space(6 if grown else 3), grow=frozenset(range(0, len(parts) - 1, 2)))
    if sketch.size.brief:
        return body
    return Stack((body, _key(view, sketch)), gap=sketch.space(5 if grown else 3), grow=frozenset({0}))


def note(view: View, sketch: Sketch) -> Box | None:
    return schematic(sketch, section(view).text)


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
    every = [section(view).roles[compared.id] for compared in roles]

    def row(boxes: list[Box]) -> Box:
        return Row(boxes, sketch.space(8 if columns == 2 else 5), [1.0] * len(boxes), valign="fill")

    brief = sketch.size.brief
    heads = row([_head(compared, sketch) for compared in roles])
    stars = row([framed_star(compared, ties, sketch) for compared, ties in zip(roles, every, strict=True)])
    if brief and len(roles) == 2:
        return row([_card(compared, ties, sketch) for compared, ties in zip(roles, every, strict=True)])
    if brief:
        return Stack((heads, stars), gap=sketch.space(2), grow=frozenset({1}))
    headlines = row([sketch.text(ties.headline, "strong") for ties in every])
    reasons = row([sketch.text(ties.rationale, "note", "muted") for ties in every])
    top = Stack((heads, headlines), gap=sketch.space(0.8))
    # Two lines of small cells have room for names, not for reasons too.
    tight = len(view.roles) > 2 and sketch.size.height is not None and sketch.size.height < sketch.size.width * 1.1
    parts = (top, stars) if tight and columns == 2 and sketch.size.width < _ROOMY else (top, stars, reasons)
    return Stack(parts, gap=sketch.space(2.4), grow=frozenset({1}))


def _card(compared: Compared, ties: RoleTies, sketch: Sketch) -> Box:
    """A star with its words at its right."""
    words = Stack((_head(compared, sketch), sketch.text(ties.headline)), gap=sketch.space(1))
    return Row(
        (framed_star(compared, ties, sketch), Pad(words, (0.0, 0.0, sketch.space(2), 0.0), valign="end")),
        sketch.space(4),
        (0.56, 0.44),
        valign="fill",
    )


def _head(compared: Compared, sketch: Sketch) -> Box:
    return role_heading(sketch, compared.role.name, compared.role.icon, compared.solid)


def _key(view: View, sketch: Sketch) -> Box:
    """What the widths of the lines say."""
    found = sorted({contact.strength for ties in section(view).roles.values() for contact in ties.contacts})
    entries = []
    for strength in found:
        weight = sketch.space(WEIGHTS[strength])
        long = Space(sketch.space(4.5 if sketch.size.narrow else 7), weight)
        sample = Pad(long, fill="muted", radii=(weight / 2,) * 4)
        words = sketch.text(f"{strength} {STRENGTHS[strength]}", "note", "muted")
        entries.append(Row((sample, words), gap=sketch.space(1.8), valign="middle"))
    return Row(entries, gap=sketch.space(3 if sketch.size.narrow else 6), valign="middle")
