"""Colours as a deck has them: slots of its theme, so that one click recolours everything.

In: the palette and the hues of the roles that are compared. Out: for each colour role what a slide says instead of a
value, and for each theme the values of the twelve slots.
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.deck.options import THEMES
from generator.model import Palette, colour_values

# The slots of a theme in the order in which its file has them.
SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
_ACCENTS = 6
# What slides call the first four slots, by way of the master's map of colours.
_ON_SLIDES = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
# Slots that mean the same in every deck: text and ground, quiet text and lines.
_NEUTRAL = {"ink": "dk1", "ground": "lt1", "muted": "dk2", "line": "lt2"}
_SHARED = "shared"
_FULL = 100_000  # a hundred percent


@dataclass(frozen=True, slots=True)
class Scheme:
    """How slides name each colour role, as the inside of `a:solidFill`; the same in every theme."""

    names: Mapping[str, str]
    slots: Mapping[str, str]

    def fill(self, role: str) -> str:
        """The fill of that colour role. KeyError: the palette has none."""
        return self.names[role]

    def lets_through(self, role: str) -> bool:
        """Whether what lies below is seen through that colour."""
        return "<a:alpha " in self.names[role]


def scheme(palette: Palette, hues: Sequence[str]) -> Scheme:
    """The scheme of a comparison; `hues` are those of its roles, in their order."""
    values = {theme: colour_values(palette, theme) for theme in THEMES}
    rest = [hue for hue in palette.hues if hue not in hues]
    accents = [*dict.fromkeys(hues), _SHARED, *rest][:_ACCENTS]
    slots = {**_NEUTRAL, **{f"{hue}.solid": f"accent{number}" for number, hue in enumerate(accents, 1)}}
    names = {role: _named(slot) for role, slot in slots.items()}
    names["card"] = _named("lt1", ("lumOff", _lift(values)))
    for hue, slot in zip(accents, (f"accent{number}" for number in range(1, 7)), strict=False):
        names[f"{hue}.tint"] = _named(slot, ("alpha", _opacity(values, hue)))
        names[f"{hue}.on"] = _named("lt1")
    return Scheme(names, slots)


def literal(values: Mapping[str, str]) -> Scheme:
    """The scheme of a deck that brings its colours into a template that has others."""
    return Scheme({role: f'<a:srgbClr val="{value.lstrip("#").upper()}"/>' for role, value in values.items()}, {})


def theme_colours(palette: Palette, found: Scheme, theme: str) -> dict[str, str]:
    """The value of every slot in a theme, as RRGGBB."""
    values = colour_values(palette, theme)
    colours = {slot: values[role] for role, slot in found.slots.items()}
    spare = values[f"{_SHARED}.solid"]
    links = {"hlink": colours["accent1"], "folHlink": colours["dk2"]}
    return {slot: (colours | links).get(slot, spare).lstrip("#").upper() for slot in SLOTS}


def _named(slot: str, change: tuple[str, int] | None = None) -> str:
    head = f'<a:schemeClr val="{_ON_SLIDES.get(slot, slot)}"'
    return f'{head}><a:{change[0]} val="{change[1]}"/></a:schemeClr>' if change and change[1] else f"{head}/>"


def _lift(values: Mapping[str, Mapping[str, str]]) -> int:
    """By how much a card is lighter than the ground, in the theme where it is most; white is as light as can be."""
    steps = [_lightness(values[theme]["card"]) - _lightness(values[theme]["ground"]) for theme in THEMES]
    return round(max(steps, key=abs) * _FULL)


def _opacity(values: Mapping[str, Mapping[str, str]], hue: str) -> int:
    """How much of a hue's colour over the ground comes nearest to its tint, in all themes."""
    # Least squares over the channels of both themes: tint = ground + opacity * (solid - ground).
    over = under = 0.0
    for theme in THEMES:
        ground, solid, tint = (_channels(values[theme][role]) for role in ("ground", f"{hue}.solid", f"{hue}.tint"))
        for back, full, pale in zip(ground, solid, tint, strict=True):
            over += (full - back) * (pale - back)
            under += (full - back) ** 2
    return round(min(max(over / under if under else 0.0, 0.0), 1.0) * 100) * (_FULL // 100)


def _channels(value: str) -> tuple[float, ...]:
    return tuple(int(value[place : place + 2], 16) / 255 for place in (1, 3, 5))


def _lightness(value: str) -> float:
    red, green, blue = _channels(value)
    return colorsys.rgb_to_hls(red, green, blue)[1]
