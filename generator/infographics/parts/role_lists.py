"""Plain lists on cards, one for each role: for entries by the dozen.

In: a role's title and its entries, each an icon and a text. Out: a card, and how cards fill a page.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.infographics.parts.as_high_as import AsHighAs
from generator.infographics.parts.cards import icon_list, list_card
from generator.infographics.parts.columns import grid_by_columns, grid_by_rows, in_rows, list_columns
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Grid, Group, Text
from generator.model import Compared

# More entries than these are a list, set tight, in which large type and large badges would only be in the way.
MANY = 6

# A column of fewer ems has no room for icons.
_NARROW = 11

Titled = tuple[Compared, str, Sequence[tuple[str, str]]]


def role_lists(sketch: Sketch, lists: Sequence[Titled], abreast: int) -> Grid:
    """A card for each role, so many of them abreast, whose lists stand in as many columns as keep lines readable."""
    gap = sketch.space(3)
    names = level([_name(sketch, one) for one in lists], abreast)
    cards = [_list(sketch, one, name, abreast) for one, name in zip(lists, names, strict=True)]
    return grid_by_rows(cards, abreast, gap, gap)


def level(names: Sequence[Text], abreast: int) -> list[Box]:
    """The names of cards, those that stand abreast of one height."""
    rows = in_rows(names, abreast)
    return [AsHighAs(name, row, "middle") if len(row) > 1 else name for row in rows for name in row]


def _name(sketch: Sketch, titled: Titled) -> Text:
    compared, title, _ = titled
    size = sketch.size
    return sketch.text(title, "strong" if size.width > (size.height or 0.0) else "label", compared.on)


def _list(sketch: Sketch, titled: Titled, name: Box, abreast: int) -> Box:
    compared, _, found = titled
    entries = [(icon, Group(text, sketch.text(text, "label"))) for icon, text in found]
    split = list_columns(sketch, abreast) if len(entries) > MANY else 1
    texts = [text for _, text in entries]
    listed: Box = (
        grid_by_columns(texts, split, sketch.space(3), sketch.space(1.2))
        if sketch.size.height and sketch.size.inner < _NARROW * sketch.size.body * abreast
        else icon_list(sketch, entries, compared.solid, split)
    )
    return Group(compared.role.name, list_card(sketch, name, listed, compared.hue, compared.swatch.marker))
