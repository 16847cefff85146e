"""Colours that can be told apart and read.

In: the palette. Out: problems.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.contrast import ratio
from generator.model.schema import Hue, Neutral, Palette
from generator.model.text import place_of
from generator.problems import Problem

_TEXT_CONTRAST = 4.5  # as WCAG 2.2 asks for (https://www.w3.org/TR/WCAG22/#contrast-minimum)


def check(palette: Palette) -> Iterator[Problem]:
    """Enough contrast everywhere, and no hue under the name of the accent."""
    if "shared" in palette.hues:
        fix = "the accent for what roles share has that name; choose another"
        place = next(place_of(name) for name in palette.hues if name == "shared")
        yield Problem("duplicate-id", place, 'a hue cannot be called "shared"', fix)
    for theme in ("light", "dark"):
        neutral: Neutral = getattr(palette.neutral, theme)
        swatches = {"shared": palette.shared, **palette.hues}
        for name, swatch in swatches.items():
            hue: Hue = getattr(swatch, theme)
            pairs = [(hue.on, hue.solid), (hue.solid, neutral.ground), (hue.solid, neutral.card), (hue.solid, hue.tint)]
            pairs += [(neutral.ink, hue.tint), (neutral.muted, hue.tint)]
            yield from _weak(pairs, f"{name}, {theme}")
        plain = [(front, back) for front in (neutral.ink, neutral.muted) for back in (neutral.ground, neutral.card)]
        yield from _weak(plain, f"neutral, {theme}")


def _weak(pairs: Iterable[tuple[str, str]], where: str) -> Iterator[Problem]:
    for front, back in pairs:
        found = ratio(front, back)
        if found < _TEXT_CONTRAST:
            message = f"{front} on {back} ({where}) has a contrast of {found:.2f}:1"
            fix = f"text needs {_TEXT_CONTRAST}:1; make one of them lighter or darker"
            yield Problem("low-contrast", place_of(front), message, fix)
