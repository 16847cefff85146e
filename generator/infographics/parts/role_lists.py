"""Plain lists on cards, one for each role: for entries by the dozen.

In: a role's title and its entries, each an icon and a text. Out: a card, and how cards fill a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.brand import Ramp
from generator.infographics.parts.as_high_as import AsHighAs
from generator.infographics.parts.cards import icon_list, list_card
from generator.infographics.parts.columns import grid_by_columns, grid_by_rows, in_rows, list_columns
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Grid, Group, Text
from generator.model import Compared

# More entries than these are a list, set tight, in which large type and large badges would only be in the way.
MANY = 6

# So few entries have room for larger type on every card.
_FEW = 3
# Steps of the grid that a card takes beside the icons and texts of its list.
_AROUND = 8.4

# A column of fewer ems has no room for icons.
_NARROW = 11

Titled = tuple[Compared, str, Sequence[tuple[str, str]]]


def role_lists(sketch: Sketch, lists: Sequence[Titled], abreast: int) -> Grid:
    """A card for each role, so many of them abreast, whose lists stand in as many columns as keep lines readable."""
    role = "strong" if max(len(found) for _, _, found in lists) <= _FEW else "label"
    if role == "strong":
        sketch = _on_one_line(sketch, lists, abreast)
    gap = sketch.space(3)
    names = level([_name(sketch, one) for one in lists], abreast)
    cards = [_list(sketch, one, name, abreast, role) for one, name in zip(lists, names, strict=True)]
    return grid_by_rows(cards, abreast, gap, gap)


def _on_one_line(sketch: Sketch, lists: Sequence[Titled], abreast: int) -> Sketch:
    """The means in type in which each of few entries has room on one line, where that is legible."""
    texts = [sketch.text(text, "strong") for _, _, found in lists for _, text in found]
    need = max(text.widths().max + text.style.size * 1.15 for text in texts) + sketch.space(_AROUND)
    column = (sketch.size.inner - sketch.space(3) * (abreast - 1)) / abreast
    fitting = sketch.ramp.body * column / need * 0.999
    least = sketch.size.legible / Ramp(1.0).smallest
    return replace(sketch, ramp=Ramp(fitting)) if least <= fitting < sketch.ramp.body else sketch


def level(names: Sequence[Text], abreast: int) -> list[Box]:
    """The names of cards, those that stand abreast of one height."""
    rows = in_rows(names, abreast)
    return [AsHighAs(name, row, "middle") if len(row) > 1 else name for row in rows for name in row]


def _name(sketch: Sketch, titled: Titled) -> Text:
    compared, title, _ = titled
    size = sketch.size
    return sketch.text(title, "strong" if size.width > (size.height or 0.0) else "label", compared.on)


def _list(sketch: Sketch, titled: Titled, name: Box, abreast: int, role: str) -> Box:
    """A role's card; its entries are set in type of that role of the ramp."""
    compared, _, found = titled
    entries = [(icon, Group(text, sketch.text(text, role))) for icon, text in found]
    split = list_columns(sketch, abreast) if len(entries) > MANY else 1
    texts = [text for _, text in entries]
    listed: Box = (
        grid_by_columns(texts, split, sketch.space(3), sketch.space(1.2))
        if sketch.size.height and sketch.size.inner < _NARROW * sketch.size.body * abreast
        else icon_list(sketch, entries, compared.solid, split, role)
    )
    return Group(compared.role.name, list_card(sketch, name, listed, compared.hue, compared.swatch.marker))
