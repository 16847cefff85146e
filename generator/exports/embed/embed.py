"""Pictures for other people's pages: a bare page for each look of each picture, its oEmbed answer, one style sheet.

In: the artifacts. Out: embed/<picture>/index.html, which follows the reader's theme, embed/<picture>/<look>/index.html,
oembed/<picture>.json and embed/embed.css. The pages have no script and ask for nothing but their picture. All are there
by old ids too: a page that led on would stay empty, since the frames of the embed code forbid it.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from generator.exports.artifacts import Artifacts
from generator.exports.embed import code
from generator.exports.embed.code import CLEAR
from generator.frontend import html_text
from generator.infographics import Picture, PictureFile
from generator.model import Palette, Site

_DARK = "(prefers-color-scheme: dark)"
# In a frame that is narrow and tall, a slide would be a strip that nobody can read.
_TALL = "(max-width: 40em) and (max-aspect-ratio: 4/5)"


def export(artifacts: Artifacts) -> Iterator[tuple[str, bytes]]:
    """The embed pages and oEmbed answers of all pictures; nothing where there are none."""
    site = artifacts.model.site
    if artifacts.pictures:
        yield code.STYLE_SHEET, style_sheet(artifacts.model.palette).encode()
    for picture in artifacts.pictures:
        names = (picture, *map(picture.called, picture.formerly))
        for look in ("", *code.looks(picture)):
            text = embed_page(picture, site, look).encode()
            yield from ((code.page(name, look) + "index.html", text) for name in names)
        answer = json.dumps(oembed(picture, site), ensure_ascii=False, indent=1)
        yield from ((code.oembed(name), f"{answer}\n".encode()) for name in names)


def embed_page(picture: Picture, site: Site, look: str = "") -> str:
    """One bare page: the picture as a link to its own page. `look` as in `code.looks`, or empty."""
    here = code.page(picture, look)
    themes = [theme for theme in code.looks(picture) if not theme.startswith(CLEAR)]
    fixed, seen_through = code.theme_of(look), look.startswith(CLEAR)
    shown = [fixed] if fixed else themes
    ground = CLEAR if seen_through else look or (themes[0] if len(themes) == 1 else "")
    sources = _clear(picture, shown, here) if seen_through else _drawn(picture, shown, here)
    lines = [
        "<!doctype html>",
        f'<html lang="{html_text(site.language)}"{f""" class="{ground}" """.rstrip() if ground else ""}>',
        "<head>",
        '<meta charset="utf-8">',
        f"<title>{html_text(picture.title)} · {html_text(site.name)}</title>",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="robots" content="noindex">',
        '<link rel="icon" href="data:,">',  # or a browser asks the host for one
        f'<link rel="stylesheet" href="{_to(code.STYLE_SHEET, here)}">',
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{html_text(picture.title)}</h1>",
        f'<a href="{_to(picture.page, here)}/" target="_blank" rel="noopener">',
        "<picture>",
        *sources,
        "</picture>",
        f"<span>Opens this picture’s page at {html_text(site.name)}</span>",
        "</a>",
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def oembed(picture: Picture, site: Site) -> dict[str, Any]:
    """The answer as https://oembed.com asks for it, type rich."""
    width, height = code.frame(picture)
    return {
        "version": "1.0",
        "type": "rich",
        "title": str(picture.title),
        "author_name": str(site.author or site.name),
        "provider_name": str(site.name),
        "provider_url": site.address(""),
        "html": code.code(picture, site),
        "width": width,
        "height": height,
        **_thumbnail(picture, site),
    }


def style_sheet(palette: Palette) -> str:
    """The text of embed.css: the ground of each theme, and a picture that fits its frame."""
    light, dark = palette.neutral.light.ground, palette.neutral.dark.ground
    focus, focus_dark = palette.shared.light.solid, palette.shared.dark.solid
    return f"""\
/* The pages of embedded pictures. Generated: colours are those of content/brand. */

:root {{ color-scheme: light dark; --ground: {light}; --focus: {focus}; }}
@media screen and {_DARK} {{ :root {{ --ground: {dark}; --focus: {focus_dark}; }} }}
.light {{ color-scheme: light; --ground: {light}; --focus: {focus}; }}
.dark {{ color-scheme: dark; --ground: {dark}; --focus: {focus_dark}; }}
.{CLEAR} {{ color-scheme: light; --ground: transparent; }}
html {{ background: var(--ground); }}
body {{ margin: 0; }}
a {{ display: block; }}
a:focus-visible {{ outline: 3px solid var(--focus); outline-offset: -3px; }}
img {{ display: block; height: auto; width: 100%; }}
/* A frame flatter than the picture shows all of it; a tall one shows the tall picture, which scrolls. */
@media (min-aspect-ratio: 4/5) {{ img {{ max-height: 100vh; object-fit: contain; }} }}
h1, span {{ clip-path: inset(50%); height: 1px; margin: 0; overflow: hidden; width: 1px; }}
h1, span {{ left: 0; position: absolute; top: 0; }}
"""


def _drawn(picture: Picture, themes: Iterable[str], here: str) -> Iterator[str]:
    """The picture's lines: the phone's drawing for tall frames, the dark one where both themes are at choice."""
    wide = [file for theme in themes if (file := code.drawing(picture, theme))]
    tall = [file for theme in themes if (file := picture.svg(theme, ("phone",)))]
    choices = [(_media(_TALL, file, tall), file) for file in reversed(tall) if file not in wide]
    choices += [(_media("", file, wide), file) for file in reversed(wide[1:])]
    for media, file in choices:
        yield f'<source media="{media}" srcset="{_to(file.path, here)}" type="image/svg+xml" {_measures(file)}>'
    yield f'<img src="{_to(wide[0].path, here)}" {_measures(wide[0])} alt="{html_text(picture.alt_of(wide[0]))}">'


def _clear(picture: Picture, themes: Iterable[str], here: str) -> Iterator[str]:
    """The same for the files without a ground, which are PNGs of one size and several scales."""
    found = [files for theme in themes if (files := code.clear(picture, theme))]
    for files in reversed(found[1:]):
        yield f'<source media="screen and {_DARK}" srcset="{_scales(files, here)}" {_measures(files[0])}>'
    first = found[0]
    src, alt = _to(first[0].path, here), html_text(picture.alt_of(first[0]))
    yield f'<img src="{src}" srcset="{_scales(first, here)}" {_measures(first[0])} alt="{alt}">'


def _media(first: str, file: PictureFile, beside: list[PictureFile]) -> str:
    return " and ".join(filter(None, ("screen", first, _DARK if file is not beside[0] else "")))


def _scales(files: tuple[PictureFile, ...], here: str) -> str:
    return ", ".join(f"{_to(file.path, here)} {file.scale}x" for file in files)


def _measures(file: PictureFile) -> str:
    return f'width="{file.width}" height="{file.height}"'


def _to(path: str, here: str) -> str:
    """Relative, so that the pages work wherever the site is served."""
    return html_text(quote(posixpath.relpath(path, here), safe="/@"))


def _thumbnail(picture: Picture, site: Site) -> dict[str, Any]:
    plain = [file for file in picture.files if file.format == "png" and not file.transparent and file.scale == 1]
    order = {"social": 0, "slide": 1}
    plain.sort(key=lambda file: (file.theme != "light", order.get(file.size, 2)))
    if not plain:
        return {}
    file = plain[0]
    address = site.address(file.path)
    return {"thumbnail_url": address, "thumbnail_width": file.width, "thumbnail_height": file.height}
