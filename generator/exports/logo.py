"""The site's logo, as it stands in pages and in the browser's tab.

In: the model. Out: SVG, made of what was understood of the logo: for a page, where colours are variables of the style
sheet, and as a file of its own, which brings the dark theme's colours along. A site that brings none has a disc that is
parted among the roles of its home page, each in its hue.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from math import asin, cos, pi, sin

from generator.brand import Logo, Shape
from generator.exports.artifacts import ICON, Artifacts
from generator.model import Model, dark_counterparts

# Where a colour can stand, and the property that it sets.
_COLOUR_ATTRIBUTES = ("fill", "stroke", "stop-color", "color")
_RADIUS, _GAP = 12.7, 1.3  # of the default logo; the gap counts twice


def inline_logo(model: Model) -> str:
    """The logo as an element of a page. What has no colour of its own has that of the text."""
    names = {light: f"var(--{_variable(role)})" for light, (role, _) in dark_counterparts(model.palette).items()}
    logo = logo_of(model)
    return (
        f'<svg class="logo" viewBox="{logo.box}" fill="currentColor" aria-hidden="true" focusable="false">'
        f"{_elements(logo.shapes, names)}</svg>"
    )


def favicon(model: Model) -> bytes:
    """The logo as a file. Its light colours stand at the shapes, so a program that knows no style sheets shows them."""
    logo, neutral = logo_of(model), model.palette.neutral
    drawn = _elements(logo.shapes, {})
    dark = [f":root{{color:{neutral.dark.ink}}}"]
    dark += [
        f'[{place}="{light}"]{{{place}:{value}}}'
        for light, (_, value) in dark_counterparts(model.palette).items()
        for place in _COLOUR_ATTRIBUTES
        if f'{place}="{light}"' in drawn
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{logo.box}" color="{neutral.light.ink}" fill="currentColor"'
        f' role="img" aria-label="{escape(model.site.name)}">'
        f"<style>@media (prefers-color-scheme:dark){{{''.join(dark)}}}</style>{drawn}</svg>\n"
    ).encode()


def export(artifacts: Artifacts) -> Iterator[tuple[str, bytes]]:
    """The icon of the browser's tab, at an address that never changes."""
    yield ICON, favicon(artifacts.model)


def logo_of(model: Model) -> Logo:
    """The site's logo: its own, or the one of a site that brings none."""
    return model.logo or default_logo(model)


def default_logo(model: Model) -> Logo:
    """The logo of a site that brings none."""
    roles = [model.roles[name] for name in model.comparisons[model.site.home].roles]
    hues = [str(model.palette.hues[role.hue].light.solid).upper() for role in roles]
    part = 2 * pi / len(hues)
    before = 3 / 2 * pi - part / 2  # the first one ends at the top
    return Logo("0 0 32 32", tuple(_sector(hue, before + part * index, part) for index, hue in enumerate(hues)))


def _sector(hue: str, middle: float, part: float) -> Shape:
    """A part of a disc around the direction `middle`, with straight sides that leave a gap to its neighbours'."""
    inner = part / 2 - asin(_GAP / _RADIUS)
    corners = [(_GAP / sin(part / 2), middle), (_RADIUS, middle - inner), (_RADIUS, middle + inner)]
    tip, first, last = (f"{16 + away * cos(turn):.2f} {16 + away * sin(turn):.2f}" for away, turn in corners)
    return Shape("path", (("fill", hue), ("d", f"M{tip}L{first}A{_RADIUS} {_RADIUS} 0 0 1 {last}z")))


def _variable(role: str) -> str:
    """The style sheet's name of a colour role."""
    return ("hue-" if "." in role and not role.startswith("shared.") else "") + role.replace(".", "-")


def _elements(shapes: Iterable[Shape], names: Mapping[str, str]) -> str:
    return "".join(_element(shape, names) for shape in shapes)


def _element(shape: Shape, names: Mapping[str, str]) -> str:
    attributes = "".join(
        f' {name}="{escape(names.get(value, value) if name in _COLOUR_ATTRIBUTES else value)}"'
        for name, value in shape.attributes
    )
    inner = _elements(shape.children, names)
    return f"<{shape.name}{attributes}>{inner}</{shape.name}>" if inner else f"<{shape.name}{attributes}/>"
