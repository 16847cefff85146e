"""The colours of the palette by the roles that they play in pages and pictures.

In: the palette and a theme. Out: values as #RRGGBB by colour role, such as `ink` or `teal.solid`.
"""

from __future__ import annotations

from generator.model.schema import Palette


def colour_values(palette: Palette, theme: str) -> dict[str, str]:
    """The value of every colour role in a theme: `ink`, `shared.tint`, `teal.solid`, …"""
    neutral = getattr(palette.neutral, theme)
    found: dict[str, str] = dict(neutral)
    for name, swatch in {"shared": palette.shared, **palette.hues}.items():
        found |= {f"{name}.{part}": value for part, value in getattr(swatch, theme)}
    return found


def dark_counterparts(palette: Palette) -> dict[str, tuple[str, str]]:
    """What a colour of the light theme becomes in the dark one: its value, its colour role and the value there.

    Neither grounds nor what stands on a hue: those are often just white, which a drawing has for other reasons.
    """
    dark = colour_values(palette, "dark")
    found: dict[str, tuple[str, str]] = {}
    for role, value in colour_values(palette, "light").items():
        if role in ("ink", "muted") or role.endswith((".solid", ".tint")):
            found.setdefault(value.upper(), (role, dark[role].upper()))
    return found
