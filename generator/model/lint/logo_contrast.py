"""A logo that can hardly be seen on one of the two themes.

In: the model. Out: a warning. A logo is seen by what stands out most, so it takes one colour that does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.brand import Shape
from generator.model.colours import dark_counterparts
from generator.model.contrast import ratio
from generator.model.schema import Model, ThemeName
from generator.problems import Problem, Severity

CONTRAST = 3.0  # of marks, as WCAG 2.2 asks for (https://www.w3.org/TR/WCAG22/#non-text-contrast)
_NAMED = {"black": "#000000", "white": "#FFFFFF"}


def check(model: Model) -> Iterator[Problem]:
    """At most one finding a theme; none where a colour is written in a way whose value is not known here."""
    if not model.logo:
        return
    found = (paint for shape in model.logo.shapes for paint in _paints(shape, "currentColor", "none"))
    paints = {_NAMED.get(paint, paint) for paint in found} - {"none"}
    changed = dark_counterparts(model.palette)
    themes: tuple[ThemeName, ...] = ("light", "dark")
    for theme in themes:
        ground = getattr(model.palette.neutral, theme).ground
        seen = {changed[paint][1] if theme == "dark" and paint in changed else paint for paint in paints}
        if all(re.fullmatch(r"#[0-9A-F]{6}", paint) and ratio(paint, ground) < CONTRAST for paint in seen):
            message = f"on the {theme} theme's ground, {ground}, no colour of the logo has a contrast of {CONTRAST:g}:1"
            fix = "draw it with currentColor or colours of palette.yml, which change with the theme"
            yield Problem("logo-faint", model.logo.place, message, fix, Severity.WARNING)


def _paints(shape: Shape, fill: str, stroke: str) -> Iterator[str]:
    """What shapes are filled and drawn with; groups hand theirs down."""
    if shape.name in ("defs", "clipPath", "mask"):
        return
    own = dict(shape.attributes)
    fill, stroke = own.get("fill", fill), own.get("stroke", stroke)
    if shape.name != "g":
        yield from (fill, stroke)
    for child in shape.children:
        yield from _paints(child, fill, stroke)
