"""A picture on somebody else's page: where its embed pages lie, how large their frame is, the code to paste.

In: a picture. Out: addresses relative to the site, and HTML. Pages show the code, exports write what it leads to.
"""

from __future__ import annotations

from generator.frontend import html_text
from generator.infographics import Picture, PictureFile
from generator.model import Site

STYLE_SHEET = "embed/embed.css"
# The look that shows the page behind the picture, in the reader's theme; with a theme behind it, in that one.
CLEAR = "transparent"
# Screens as narrow as these get the phone's drawing.
_NARROW = "(max-width: 40em)"

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
    cleared = tuple(f"{CLEAR}-{theme}" for theme in themes if clear(picture, theme))
    return (*themes, CLEAR, *(cleared if len(cleared) > 1 else ())) if cleared else themes


def offered(picture: Picture) -> tuple[str, ...]:
    """The looks that a page leads to: where `CLEAR` can have a theme behind it, not without one. It would follow the
    reader's system, and could not be read where the page around the frame has the other theme.
    """
    found = looks(picture)
    return tuple(look for look in found if look != CLEAR or not any(other.startswith(f"{CLEAR}-") for other in found))


def theme_of(look: str) -> str:
    """The theme that a look is fixed to, "" where it follows the reader's."""
    return look.removeprefix(CLEAR).removeprefix("-")


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


def image(picture: Picture, site: Site) -> str:
    """The picture as HTML to paste where frames are not allowed, or a phone is to get its own drawing: always light."""
    theme = looks(picture)[0]
    wide, narrow = drawing(picture, theme), picture.svg(theme, ("phone",))
    assert wide  # or there would be no such look
    width, height = frame(picture)
    source = (
        f'<source media="{_NARROW}" srcset="{html_text(site.address(narrow.path))}"'
        f' width="{narrow.width}" height="{narrow.height}">'
        if narrow
        else ""
    )
    return (
        f'<a href="{html_text(site.address(picture.page))}"><picture>{source}'
        f'<img src="{html_text(site.address(wide.path))}" alt="{html_text(picture.alt_of(wide))}"'
        f' width="{width}" height="{height}" loading="lazy" style="max-width: 100%; height: auto"></picture></a>'
    )


def code(picture: Picture, site: Site, look: str | None = None) -> str:
    """The picture in a frame, as HTML to paste; light unless another look is named, "" for the reader's.

    Where a host drops the style, width and height still give the right frame. A frame whose scheme is another than its
    page's would be filled by the browser, so that nothing behind it is seen.
    """
    look = looks(picture)[0] if look is None else look
    width, height = frame(picture)
    scheme = "color-scheme: light; " if look.startswith(CLEAR) else ""
    return (
        f'<iframe src="{html_text(site.address(page(picture, look)))}" title="{html_text(picture.title)}"'
        f' width="{width}" height="{height}" loading="lazy" sandbox="{SANDBOX}"'
        f' style="{scheme}border: 0; max-width: 100%; height: auto; aspect-ratio: {width} / {height}"></iframe>'
    )
