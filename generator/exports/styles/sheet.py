"""The site's style sheet, one file: fonts and colours of the brand, then the sheets of generator/frontend/styles.

In: the artifacts; of its brand files the fonts, whose names end in `-<Weight>-subset.woff2`. Out:
assets/stylesheets/visavis-<digest>.css. The name changes with the text, so that it may be kept for ever. Its first
part holds custom properties only: nothing there says where a colour is used, except for Material's own variables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from generator.brand import WEB_FONT
from generator.exports.artifacts import Artifacts
from generator.exports.styles.menu_signs import signs, signs_file
from generator.files import named_by_content
from generator.frontend import STYLES
from generator.model import Hue, Neutral, Palette, Swatch, ThemeName

# From the general to the particular: where two rules weigh the same, the later one holds.
SHEETS = (
    *("site", "parts", "tables", "slides", "compare", "guide", "memo", "catalogue"),
    *("picture-menu", "gloss", "search", "forced-colours", "print", "draft"),
)
# Only for the page on which readers choose roles, and so only where there is one.
CHOICE = "choose"
# The second part of a font's name, and the weights that the file holds.
_WEIGHTS = {"Variable": "400 800", "Regular": "400", "SemiBold": "600", "ExtraBold": "800"}
# Paper is light, whatever the screen shows.
_SCHEMES: dict[ThemeName, str] = {
    "light": "[data-md-color-scheme] {{\n{}\n}}",
    "dark": '@media screen {{\n[data-md-color-scheme="slate"] {{\n{}\n}}\n}}',
}

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
    **{f"md-code-hl-{part}-color": "shared-solid" for part in ("keyword", "function", "constant", "special")},
    **{f"md-code-hl-{part}-color": "ink" for part in ("name", "string", "number", "variable")},
    **{f"md-code-hl-{part}-color": "muted" for part in ("comment", "generic", "operator", "punctuation")},
    "md-footer-fg-color": "ink",
    "md-footer-fg-color--light": "muted",
    "md-footer-fg-color--lighter": "muted",
    "md-footer-bg-color": "ground",
    "md-footer-bg-color--dark": "ground",
}
# Those of the dialog in which Zensical searches, as numbers.
_ZENSICAL = {
    "color-foreground": "ink",
    "color-background": "card",
    "color-background-subtle": "line",
    "color-backdrop": "ground",
}


def export(artifacts: Artifacts) -> Iterator[tuple[str, bytes]]:
    """The one file."""
    fonts = tuple(path for path in sorted(artifacts.brand) if path.startswith("fonts/") and path.endswith(WEB_FONT))
    parts = (
        variables(artifacts.model.palette, fonts, artifacts.model.site.pictures.themes),
        *([menu_signs_rules(artifacts)] if artifacts.pictures else []),
        *(_sheet(name) for name in SHEETS),
        *([_sheet(CHOICE)] if artifacts.model.to_choose_from else []),
    )
    yield named_by_content("assets/stylesheets/visavis.css", _minified("\n".join(parts)).encode())


def _sheet(name: str) -> str:
    return (STYLES / f"{name}.css").read_text(encoding="utf-8")


def _minified(text: str) -> str:
    """Without comments and indents, a fifth of what is sent. No sheet has a comment's signs in a string."""
    return re.sub(r"\s*\n\s*", "\n", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)).lstrip()


def variables(palette: Palette, fonts: tuple[str, ...], themes: Sequence[ThemeName] = ("light", "dark")) -> str:
    """Fonts and colours as custom properties. `fonts` are the web fonts' paths below content/brand."""
    rules = [
        "/* Fonts and colours of content/brand. */",
        *(_face(path) for path in fonts),
        _family(fonts),
        *(frame.format(_scheme(palette, theme)) for theme, frame in _schemes(themes)),
        _class_rule("shared-hue", "shared", palette.shared),
        *(_class_rule(f"hue-{name}", f"hue-{name}", swatch) for name, swatch in palette.hues.items()),
    ]
    return "\n\n".join(rules) + "\n"


def menu_signs_rules(artifacts: Artifacts) -> str:
    """Where the signs of the menu are, and which is whose."""
    (path, _), shown = signs_file(artifacts), signs(artifacts)
    rules = [_rule(".menu-sign", {"mask-image": f'url("{PurePosixPath(path).name}")', "--signs": f"{len(shown)}"})]
    rules += [_rule(f".menu-sign--{name}", {"--sign": f"{place}"}) for place, name in enumerate(shown)]
    return "\n\n".join(rules) + "\n"


def _schemes(themes: Sequence[ThemeName]) -> Iterator[tuple[ThemeName, str]]:
    """Each theme with the rule that holds its colours. A site in one theme has it whatever its visitors prefer."""
    yield "light", _SCHEMES["light"]
    if "dark" in themes:
        yield "dark", _SCHEMES["dark"].replace('="slate"', "" if len(themes) == 1 else '="slate"')


def _face(path: str) -> str:
    name = PurePosixPath(path).name
    family, weight = name.removesuffix(WEB_FONT).rsplit("-", 1)
    return _rule(
        "@font-face",
        {
            "font-family": f'"{family}"',
            "font-style": "normal",
            "font-weight": _WEIGHTS[weight],
            "font-display": "swap",
            "src": f'url("../fonts/{name}") format("woff2")',
        },
    )


def _family(fonts: tuple[str, ...]) -> str:
    families = dict.fromkeys(PurePosixPath(path).name.split("-")[0] for path in fonts)
    return _rule(":root", {"--md-text-font": ", ".join(f'"{family}"' for family in families) or "sans-serif"})


def _scheme(palette: Palette, theme: ThemeName) -> str:
    neutral: Neutral = getattr(palette.neutral, theme)
    properties: dict[str, str] = {"color-scheme": theme}
    properties |= {f"--{name}": str(value) for name, value in neutral.model_dump().items()}
    for name, swatch in {"shared": palette.shared, **{f"hue-{id}": hue for id, hue in palette.hues.items()}}.items():
        hue: Hue = getattr(swatch, theme)
        properties |= {f"--{name}-{part}": str(value) for part, value in hue.model_dump().items()}
    properties |= {f"--{name}": f"var(--{value})" for name, value in _MATERIAL.items()}
    properties |= {f"--{name}": _numbers(getattr(neutral, value)) for name, value in _ZENSICAL.items()}
    return _lines(properties)


def _numbers(colour: str) -> str:
    """`#RRGGBB` as CSS has it in `rgb(1 2 3 / 0.5)`."""
    return " ".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))


def _class_rule(css_class: str, name: str, swatch: Swatch) -> str:
    """What wears a hue: its three colours and its marker, a style of CSS borders of the same name."""
    return _rule(
        f".{css_class}",
        {**{f"--{part}": f"var(--{name}-{part})" for part in Hue.model_fields}, "--marker": swatch.marker},
    )


def _rule(selector: str, properties: Mapping[str, str]) -> str:
    return f"{selector} {{\n{_lines(properties)}\n}}"


def _lines(properties: Mapping[str, str]) -> str:
    return "\n".join(f"  {name}: {value};" for name, value in properties.items())
