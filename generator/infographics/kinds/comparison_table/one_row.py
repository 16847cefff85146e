"""What a card for feeds shows of the table: one row.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture.
"""

from __future__ import annotations

from dataclasses import replace

from generator.infographics.kinds.comparison_table.rows import answers, counted, shown
from generator.infographics.parts.columns import even_rows, grouped
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.variants import below_title
from generator.layout import Box, Fixed, Group, Listing, Row, Stack
from generator.model import View


def one_row(view: View, sketch: Sketch) -> Box:
    """The first dimension with every role's answer, and how many rows there are."""
    (dimension,) = shown(view, sketch.size)
    sketch = below_title(sketch)
    count = counted(view, sketch.size)
    caption = sketch.text(" · ".join(filter(None, (dimension.name, count.lower()))), "tag", "muted")
    names = [sketch.text(compared.role.abbreviation, "label", compared.solid) for compared in view.roles]
    wide, few = max(name.widths().max for name in names), len(view.roles) == 2
    panels = []
    for compared, name, cell in zip(view.roles, names, answers(view, dimension, sketch.size), strict=True):
        words = Listing([sketch.text(entry, "note") for entry in cell])
        inside = Row((Fixed(name, wide), words), sketch.space(2.4), valign="middle", stretch=1)
        panel = sketch.panel(inside, compared.hue, compared.swatch.marker, (0.6 if few else 0.0, 1.6))
        panels.append(replace(panel, valign="middle"))
    named = grouped([compared.role.name for compared in view.roles], panels)
    body = even_rows(named, sketch.space(0.8 if few else 0.5))
    return Group(dimension.name, Stack((caption, body), gap=sketch.space(0.6), grow=frozenset({1})))
