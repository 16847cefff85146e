"""The key of the roles: each short name in its colour beside the full one.

In: roles and the means of a composition, or the texts of a picture. Out: boxes, as few lines high as their width
allows, and the roles that a picture has by their short names only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.infographics.parts.badges import role_pill
from generator.infographics.parts.columns import grid_by_rows, grouped
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Fixed, Group, Row, TextBox
from generator.model import Compared


def unexplained(roles: Sequence[Compared], shown: Iterable[TextBox]) -> tuple[Compared, ...]:
    """The roles whose full names are in none of a picture's texts."""
    running = "\n".join(str(text.text) for text in shown).casefold()
    return tuple(one for one in roles if one.role.name.casefold() not in running)


def role_key(roles: Sequence[Compared], sketch: Sketch) -> Box:
    """Pills and names: on one line where they fit, else two abreast, else one below another."""
    pills = [role_pill(sketch, compared) for compared in roles]
    names = [sketch.text(compared.role.name, "label") for compared in roles]
    return Group("Roles", _set(roles, pills, names, sketch, (2, 5), 1))


def small_key(roles: Sequence[Compared], sketch: Sketch) -> Box:
    """The same as a note: on one line, if need be without the short names, else as pairs in several lines."""
    line = key_beside(roles, sketch, sketch.size.inner)
    return line or Group("Names", _set(roles, *_noted(roles, sketch), sketch, (1.4, 4), 0.4))


def key_beside(roles: Sequence[Compared], sketch: Sketch, room: float) -> Box | None:
    """A note so wide at most: short names with the full ones, or these alone in their colours; None: neither fits."""
    both = [Row(pair, sketch.space(1.4), valign="middle") for pair in zip(*_noted(roles, sketch), strict=True)]
    alone = [sketch.text(one.role.name, "note", one.solid) for one in roles]
    called = [one.role.name for one in roles]
    lines = (Row(grouped(called, boxes), sketch.space(gap)) for boxes, gap in ((both, 4), (alone, 3)))
    return next((Group("Names", line) for line in lines if line.widths().max <= room), None)


def _noted(roles: Sequence[Compared], sketch: Sketch) -> tuple[list[Box], list[Box]]:
    """Short names in their colours, and full ones."""
    short = [sketch.text(one.role.abbreviation, "label", one.solid) for one in roles]
    return [*short], [sketch.text(one.role.name, "note", "muted") for one in roles]


def _set(
    roles: Sequence[Compared],
    short: Sequence[Box],
    names: Sequence[Box],
    sketch: Sketch,
    gaps: tuple[float, float],
    lines: float,
) -> Box:
    """The pairs in as few lines as can be; gaps within pairs, between them and between lines in steps of the grid."""
    called, (gap, between) = [one.role.name for one in roles], (sketch.space(steps) for steps in gaps)
    pairs = [Row(pair, gap, valign="middle") for pair in zip(short, names, strict=True)]
    line = Row(grouped(called, pairs), between)
    if line.widths().max <= sketch.size.inner:
        return line
    widest = max(box.widths().max for box in short)
    cells = [Row((Fixed(box, widest), name), gap, valign="middle") for box, name in zip(short, names, strict=True)]
    across = 2 if 2 * max(cell.widths().max for cell in cells) + between <= sketch.size.inner else 1
    return grid_by_rows(grouped(called, cells), across, between, sketch.space(lines))
