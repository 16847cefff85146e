"""What a card for feeds shows of the table: one row.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture.
"""

from __future__ import annotations

from dataclasses import replace

from generator.infographics.kinds.comparison_table.rows import answers, counted, shown
from generator.infographics.parts.columns import even_rows, grouped
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.variants import below_title
from generator.layout import Box, Fixed, Group, Listing, Row, Stack, Text
from generator.model import View

# More roles than these are as many lines as a card for feeds has room for.
_FEW = 3


def one_row(view: View, sketch: Sketch) -> Box:
    """The first dimension with every role's answer, and how many rows there are."""
    (dimension,) = shown(view, sketch.size)
    sketch = below_title(sketch)
    count = counted(view, sketch.size)
    caption = sketch.text(" · ".join(filter(None, (dimension.name, count.lower()))), "tag", "muted")
    style = "label" if len(view.roles) <= _FEW else "tag"
    names = [sketch.text(compared.role.abbreviation, style, compared.solid) for compared in view.roles]
    wide, few = max(name.widths().max for name in names), len(view.roles) == 2
    panels = []
    for compared, name, cell in zip(view.roles, names, answers(view, dimension, sketch.size), strict=True):
        words = Listing([_answer(entry, len(view.roles), sketch) for entry in cell])
        inside = Row((Fixed(name, wide), words), sketch.space(2.4), valign="middle", stretch=1)
        panel = sketch.panel(inside, compared.hue, compared.swatch.marker, (0.6 if few else 0.0, 1.6))
        panels.append(replace(panel, valign="middle"))
    named = grouped([compared.role.name for compared in view.roles], panels)
    body = even_rows(named, sketch.space(0.8 if few else 0.5 if len(view.roles) <= _FEW else 0.3))
    return Group(dimension.name, Stack((caption, body), gap=sketch.space(0.6), grow=frozenset({1})))


def _answer(entry: str, roles: int, sketch: Sketch) -> Text:
    """An entry of an answer; four lines and the key of their names have room in small type only."""
    text, low = sketch.text(entry, "note"), sketch.ramp.style("tag")
    return replace(text, style=replace(text.style, size=low.size, leading=low.leading)) if roles > _FEW else text
