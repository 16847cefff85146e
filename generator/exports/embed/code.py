"""A picture on somebody else's page: where its embed pages lie, how large their frame is, the code to paste.

In: a picture. Out: addresses relative to the site, and HTML. Pages show the code, exports write what it leads to.
"""

from __future__ import annotations

from generator.frontend import html_text
from generator.infographics import Picture, PictureFile
from generator.model import Site

STYLE_SHEET = "embed/embed.css"
# The look that shows the page behind the picture.
CLEAR = "transparent"

# A frame on another page is mostly as wide as a column of text; twice that is a slide's own width.
_WIDEST = 960
_NEAREST = ("slide", "classic", "page", "square", "portrait", "social", "phone")
# A link may open its page, which then is a page like any other; nothing else is allowed.
SANDBOX = "allow-popups allow-popups-to-escape-sandbox"


def page(picture: Picture, look: str = "") -> str:
    """The address of an embed page, relative to the site. Without a look it follows the reader's theme."""
    return f"embed/{picture.id}/{look}/" if look else f"embed/{picture.id}/"


def oembed(picture: Picture) -> str:
    """The path of the picture's oEmbed answer."""
    return f"oembed/{picture.id}.json"


def looks(picture: Picture) -> tuple[str, ...]:
    """The looks with a page of their own: the published themes and, where there are files for it, `CLEAR`."""
    themes = tuple(theme for theme in ("light", "dark") if drawing(picture, theme))
    return (*themes, CLEAR) if any(clear(picture, theme) for theme in themes) else themes


def drawing(picture: Picture, theme: str) -> PictureFile | None:
    """The SVG in that theme, as a slide or whatever comes nearest."""
    return picture.svg(theme, _NEAREST)


def clear(picture: Picture, theme: str) -> tuple[PictureFile, ...]:
    """The files without a ground in that theme, all of one size, the smallest first."""
    found = sorted((file for file in picture.files if file.transparent and file.theme == theme), key=lambda f: f.scale)
    return tuple(file for file in found if file.size == found[0].size)


def frame(picture: Picture) -> tuple[int, int]:
    """Width and height of the frame in CSS pixels, in the picture's own ratio. ValueError: it has no SVG."""
    file = drawing(picture, "light") or drawing(picture, "dark")
    if file is None:
        raise ValueError(f"the picture {picture.id} has no SVG file")
    width = min(_WIDEST, file.width)
    return width, round(file.height * width / file.width)


def code(picture: Picture, site: Site, look: str = "") -> str:
    """The HTML to paste. Where a host drops the style, width and height still give the right frame."""
    width, height = frame(picture)
    return (
        f'<iframe src="{html_text(site.address(page(picture, look)))}" title="{html_text(picture.title)}"'
        f' width="{width}" height="{height}" loading="lazy" sandbox="{SANDBOX}"'
        f' style="border: 0; max-width: 100%; height: auto; aspect-ratio: {width} / {height}"></iframe>'
    )
