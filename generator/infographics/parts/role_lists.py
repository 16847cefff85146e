"""Plain lists on cards, one for each role: for entries by the dozen.

In: a role's title and its entries, each an icon and a text. Out: a card, and how cards fill a page.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.infographics.parts.cards import icon_list, list_card
from generator.infographics.parts.columns import grid_by_rows, list_columns
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Grid, Group
from generator.model import Compared

# More entries than these are a list, set tight, in which large type and large badges would only be in the way.
MANY = 6

Titled = tuple[Compared, str, Sequence[tuple[str, str]]]


def role_lists(sketch: Sketch, lists: Sequence[Titled], abreast: int) -> Grid:
    """A card for each role, so many of them abreast, whose lists stand in as many columns as keep lines readable."""
    gap = sketch.space(3)
    return grid_by_rows([_list(sketch, one, abreast) for one in lists], abreast, gap, gap)


def _list(sketch: Sketch, titled: Titled, abreast: int) -> Box:
    compared, title, found = titled
    entries = [(icon, Group(text, sketch.text(text, "label"))) for icon, text in found]
    split = list_columns(sketch, abreast) if len(entries) > MANY else 1
    listed = icon_list(sketch, entries, compared.solid, split)
    size = sketch.size
    name = sketch.text(title, "strong" if size.width > (size.height or 0.0) else "label", compared.on)
    return Group(compared.role.name, list_card(sketch, name, listed, compared.hue, compared.swatch.marker))
