"""Type and spacing, as data: fonts, type ramp, spacing grid. No drawing, no decisions about layout, no colours.

In: the size of running text. Out: the style of each role that a text can have, and distances in step with it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache


class Weight(StrEnum):
    REGULAR = "Regular"
    SEMIBOLD = "SemiBold"
    EXTRABOLD = "ExtraBold"


# Fonts by weight: files of content/brand/fonts.
FONT_FILES: dict[Weight, str] = {weight: f"fonts/Inter-{weight.value}.ttf" for weight in Weight}

# How the names of the fonts for the web end, cut down to what the site needs.
WEB_FONT = "-subset.woff2"

# The spacing grid, in multiples of the ramp's unit.
GRID = 4.0


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set. `size` in points, `leading` in multiples of it, `tracking` in multiples of it."""

    size: float
    weight: Weight = Weight.REGULAR
    leading: float = 1.32
    tracking: float = 0.0
    upper: bool = False
    balanced: bool = False


# The ramp in multiples of the body's size. The roles of text in a picture, and nothing else, have sizes.
_RAMP: dict[str, Style] = {
    "head": Style(1.24, Weight.SEMIBOLD, 1.2, -0.012, balanced=True),
    "strong": Style(1.0, Weight.SEMIBOLD, 1.28),
    "body": Style(1.0),
    "label": Style(0.82, Weight.SEMIBOLD, 1.25),
    "note": Style(0.82, leading=1.34),
    "tag": Style(0.74, Weight.SEMIBOLD, 1.2, 0.03),
}

# Letters are set apart where type is small; from this size on, points, that would make words fall apart.
_LARGE = 19.0


@lru_cache(maxsize=4096)
def _style(role: str, body: float) -> Style:
    style = _RAMP[role]
    size = round(style.size * body, 3)
    return replace(style, size=size, tracking=min(style.tracking, 0.0) if size >= _LARGE else style.tracking)


@dataclass(frozen=True, slots=True)
class Ramp:
    """The type ramp at one size: `body` is the size of running text in points."""

    body: float

    def style(self, role: str) -> Style:
        """The style of a role of text: head, strong, body, label, note or tag."""
        return _style(role, self.body)

    def space(self, steps: float) -> float:
        """A distance of so many steps of the grid, scaled with the text; points."""
        return round(steps * GRID * self.body / BODY, 3)

    @property
    def smallest(self) -> float:
        """The size of the smallest text on this ramp, points."""
        return min(style.size for style in _RAMP.values()) * self.body


# The body size at which one step of the grid is GRID points.
BODY = 13.0
