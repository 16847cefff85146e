"""What a deck calls its fonts, by their weight, and what they measure.

In: the fonts of the brand. Out: the fonts that slides are laid out with, and the names that runs of text carry.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.brand import Weight
from generator.layout import Fonts

_ARIAL = dict.fromkeys(Weight, "Bold.ttf") | {Weight.REGULAR: "Regular.ttf"}


@dataclass(frozen=True, slots=True)
class Typefaces:
    """The typeface of each weight, and the weights that are another one's bold."""

    names: Mapping[Weight, str]
    bold: frozenset[Weight] = frozenset()

    @property
    def heading(self) -> str:
        return self.names[Weight.EXTRABOLD]

    @property
    def body(self) -> str:
        return self.names[Weight.REGULAR]

    @property
    def all(self) -> tuple[str, ...]:
        """Every name once."""
        return tuple(dict.fromkeys(self.names.values()))


@dataclass(frozen=True, slots=True)
class Embedded:
    """A font by its typeface's name; `data` is Embedded OpenType."""

    name: str
    data: bytes


ARIAL = Typefaces(dict.fromkeys(Weight, "Arial"), frozenset({Weight.SEMIBOLD, Weight.EXTRABOLD}))


@cache
def arial_widths() -> Fonts:
    """Fonts as wide as Arial, which draw nothing: slides are laid out with them where Arial is named."""
    return Fonts(Path(__file__).parent / "arial", _ARIAL)


def of_template(heading: str, body: str) -> Typefaces:
    """The fonts of a template's theme, whose bold stands for the heavier weights."""
    names = {Weight.REGULAR: body, Weight.SEMIBOLD: body, Weight.EXTRABOLD: heading}
    return Typefaces(names, frozenset({Weight.SEMIBOLD, Weight.EXTRABOLD}))
