"""A line for each role, for cards that are mostly seen small and more roles than have room side by side.

In: roles, and for each a text or what else is said of it. Out: panels below each other, each with the role's short name
before its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.infographics.parts.columns import even_rows, grouped
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Fixed, Row, Text
from generator.model import Compared

# Steps of the grid between panels, at their sides, and between a name and what is said.
_BETWEEN, _SIDE, _GAP = 0.5, 1.8, 2.0


def role_lines(sketch: Sketch, roles: Sequence[Compared], words: Sequence[Box]) -> Box:
    """Short names in a column of their own, and at their right what is said of the roles."""
    names = _names(sketch, roles)
    wide = max(name.widths().max for name in names)
    panels = []
    for one, name, said in zip(roles, names, words, strict=True):
        line = Row((Fixed(name, wide), said), sketch.space(_GAP), valign="middle", stretch=1)
        panels.append(replace(sketch.panel(line, one.hue, one.swatch.marker, (0.0, _SIDE)), valign="middle"))
    return even_rows(grouped([one.role.name for one in roles], panels), sketch.space(_BETWEEN))


def beside_names(
    sketch: Sketch, roles: Sequence[Compared], words: Sequence[str], taken: float = 0.0
) -> list[Text | None]:
    """The words as texts in a type, the same for all, in which each has room on one line if the least legible one
    leaves it; None for a role of which nothing is said.

    `taken` is the room before each of them, points.
    """
    names = max(name.widths().max for name in _names(sketch, roles))
    # The edge of a panel stands beside its insets.
    room = sketch.size.inner - names - taken - sketch.space(_GAP + 2 * _SIDE + 1.1)
    texts = [sketch.text(said, "note") if said else None for said in words]
    usual = sketch.ramp.style("note")
    widest = max((text.widths().max for text in texts if text), default=0.0)
    size = max(sketch.size.legible, round(usual.size * room / widest * 0.995, 3)) if widest > room else usual.size
    style = replace(usual, size=min(size, usual.size))
    return [replace(text, style=style) if text else None for text in texts]


def _names(sketch: Sketch, roles: Sequence[Compared]) -> list[Text]:
    return [sketch.text(one.role.abbreviation, "label", one.solid) for one in roles]
