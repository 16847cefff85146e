"""The key of the roles: each short name in its colour beside the full one.

In: a `View` of a comparison. Out: a box, as few lines high as its width allows.
"""

from __future__ import annotations

from generator.infographics.parts.badges import role_pill
from generator.infographics.parts.columns import grid_by_rows, grouped
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Fixed, Group, Row
from generator.model import View


def role_key(view: View, sketch: Sketch) -> Box:
    """All roles on one line where they fit, else two abreast, else one below another."""
    return Group("Roles", _key(view, sketch))


def _key(view: View, sketch: Sketch) -> Box:
    shown = [compared.role.name for compared in view.roles]
    pills = [role_pill(sketch, compared) for compared in view.roles]
    widest = max(pill.widths().max for pill in pills)
    names = [sketch.text(compared.role.name, "label") for compared in view.roles]
    gap, between = sketch.space(2), sketch.space(5)
    pairs = [Row(pair, gap, valign="middle") for pair in zip(pills, names, strict=True)]
    line = Row(grouped(shown, pairs), between)
    if line.widths().max <= sketch.size.inner:
        return line
    cells = [Row((Fixed(pill, widest), name), gap, valign="middle") for pill, name in zip(pills, names, strict=True)]
    across = 2 if 2 * max(cell.widths().max for cell in cells) + between <= sketch.size.inner else 1
    return grid_by_rows(grouped(shown, cells), across, between, sketch.space(1))
