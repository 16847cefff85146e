"""What a role says of a dimension, in the type that a page has room for.

In: a cell of the table, a size and the number of rows. Out: boxes.
"""

from __future__ import annotations

from generator.infographics.parts.sketch import Sketch
from generator.layout import Align, Box, Listing
from generator.model import View

# A table of so few rows is set in larger type on a poster; some rows of more are not, since others had no room.
_FEW = 4
# More columns than these are narrow, but on a page that is so many times as wide as high.
ABREAST, _WIDE = 3, 1.5


def statement(view: View, cell: tuple[str, ...], align: Align, sketch: Sketch, lines: int) -> Box:
    """What a role says. All rows of a table set lists in one way: after one another, or below where columns are narrow.

    A table of so few `lines` has room for larger type.
    """
    stacked = not sketch.size.full and (sketch.size.height is None or is_upright(sketch))
    role = _type(view, sketch, lines)
    return Listing([sketch.text(entry, role, align=align) for entry in cell], stacked)


def _type(view: View, sketch: Sketch, lines: int) -> str:
    """The role of the type that statements are set in."""
    size, count = sketch.size, len(view.roles)
    if size.full:
        return "note" if lines > _FEW or lines < len(view.comparison.dimensions) else "head"
    if is_narrow(view, sketch):
        return "note"
    return "head" if size.height and lines <= (1 if count > ABREAST and is_upright(sketch) else 2) else "body"


def is_upright(sketch: Sketch) -> bool:
    """Whether columns are too narrow for a column of names between or before them."""
    size = sketch.size
    return size.height is not None and size.width <= size.height and not size.full


def is_narrow(view: View, sketch: Sketch) -> bool:
    """Whether columns have room for statements in small type only: those of four roles on a page that is not wide."""
    size = sketch.size
    low = bool(size.height) and size.width > _WIDE * (size.height or 0.0)
    return len(view.roles) > ABREAST and bool(size.height) and not (low or size.full or is_upright(sketch))


def role_names(view: View) -> list[str]:
    return [str(compared.role.name) for compared in view.roles]
