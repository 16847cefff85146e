"""The brand for the site: web fonts with their licence, and a style sheet of fonts and colours.

In: an edition; of its brand files the fonts, whose names end in `-<Weight>-subset.woff2`. Out: the fonts below
assets/fonts/ and assets/stylesheets/palette.css, which holds custom properties only: nothing there says where a
colour is used, except for Material's own variables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from generator.exports import Edition
from generator.model.schema import Hue, Neutral, Palette, Swatch, ThemeName

_FONTS = "assets/fonts"
_SHEET = "assets/stylesheets/palette.css"
_WEIGHTS = {"Regular": 400, "SemiBold": 600, "ExtraBold": 800}
_SUFFIX = "-subset.woff2"
_SCHEMES: dict[ThemeName, str] = {"light": "default", "dark": "slate"}

# Material's variables, by what they are here. One list for both schemes: the values differ, the meaning does not.
_MATERIAL = {
    "md-default-fg-color": "ink",
    "md-default-fg-color--light": "muted",
    "md-default-fg-color--lighter": "muted",
    "md-default-fg-color--lightest": "line",
    "md-default-bg-color": "ground",
    "md-default-bg-color--light": "ground",
    "md-default-bg-color--lighter": "ground",
    "md-default-bg-color--lightest": "ground",
    "md-primary-fg-color": "ground",
    "md-primary-fg-color--light": "ground",
    "md-primary-fg-color--dark": "ground",
    "md-primary-bg-color": "ink",
    "md-primary-bg-color--light": "muted",
    "md-accent-fg-color": "shared-solid",
    "md-accent-fg-color--transparent": "shared-tint",
    "md-accent-bg-color": "shared-on",
    "md-accent-bg-color--light": "shared-on",
    "md-typeset-color": "ink",
    "md-typeset-a-color": "shared-solid",
    "md-typeset-mark-color": "shared-tint",
    "md-typeset-kbd-color": "card",
    "md-typeset-kbd-border-color": "line",
    "md-typeset-table-color": "line",
    "md-typeset-table-color--light": "ground",
    "md-code-fg-color": "ink",
    "md-code-bg-color": "card",
    "md-code-hl-color": "shared-solid",
    "md-code-hl-color--light": "shared-tint",
    "md-footer-fg-color": "ink",
    "md-footer-fg-color--light": "muted",
    "md-footer-fg-color--lighter": "muted",
    "md-footer-bg-color": "ground",
    "md-footer-bg-color--dark": "ground",
}


def export(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The fonts, their licence and the style sheet."""
    fonts = {path: data for path, data in edition.brand.items() if path.startswith("fonts/")}
    for path, data in sorted(fonts.items()):
        if path.endswith(_SUFFIX) or path == "fonts/LICENSE.txt":
            yield f"{_FONTS}/{PurePosixPath(path).name}", data
    yield _SHEET, style_sheet(edition.model.palette, fonts).encode()


def style_sheet(palette: Palette, fonts: Mapping[str, bytes]) -> str:
    """The text of palette.css. Of `fonts` only the paths matter."""
    rules = [
        "/* Fonts and colours of content/brand. Generated: change them there. */",
        *(_face(path) for path in sorted(fonts) if path.endswith(_SUFFIX)),
        _family(fonts),
        *(_scheme(palette, theme, scheme) for theme, scheme in _SCHEMES.items()),
        _worn("shared-hue", "shared", palette.shared),
        *(_worn(f"hue-{name}", f"hue-{name}", swatch) for name, swatch in palette.hues.items()),
    ]
    return "\n\n".join(rules) + "\n"


def _face(path: str) -> str:
    name = PurePosixPath(path).name
    family, weight = name.removesuffix(_SUFFIX).rsplit("-", 1)
    return _rule(
        "@font-face",
        {
            "font-family": f'"{family}"',
            "font-style": "normal",
            "font-weight": str(_WEIGHTS[weight]),
            "font-display": "swap",
            "src": f'url("../fonts/{name}") format("woff2")',
        },
    )


def _family(fonts: Mapping[str, bytes]) -> str:
    families = dict.fromkeys(PurePosixPath(path).name.split("-")[0] for path in sorted(fonts) if path.endswith(_SUFFIX))
    return _rule(":root", {"--md-text-font": ", ".join(f'"{family}"' for family in families) or "sans-serif"})


def _scheme(palette: Palette, theme: ThemeName, scheme: str) -> str:
    neutral: Neutral = getattr(palette.neutral, theme)
    properties: dict[str, str] = {"color-scheme": theme}
    properties |= {f"--{name}": str(value) for name, value in neutral.model_dump().items()}
    for name, swatch in {"shared": palette.shared, **{f"hue-{id}": hue for id, hue in palette.hues.items()}}.items():
        hue: Hue = getattr(swatch, theme)
        properties |= {f"--{name}-{part}": str(value) for part, value in hue.model_dump().items()}
    properties |= {f"--{name}": f"var(--{value})" for name, value in _MATERIAL.items()}
    return _rule(f'[data-md-color-scheme="{scheme}"]', properties)


def _worn(css_class: str, name: str, swatch: Swatch) -> str:
    """What wears a hue: its three colours and its marker, a style of CSS borders of the same name."""
    return _rule(
        f".{css_class}",
        {**{f"--{part}": f"var(--{name}-{part})" for part in Hue.model_fields}, "--marker": swatch.marker},
    )


def _rule(selector: str, properties: Mapping[str, str]) -> str:
    return "\n".join([f"{selector} {{", *(f"  {name}: {value};" for name, value in properties.items()), "}"])
