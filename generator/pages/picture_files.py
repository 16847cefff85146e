"""Which of a picture's files a page shows or offers.

In: a picture. Out: its files, chosen by what they are for; where the wanted size is not published, the nearest one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.infographics import Picture, PictureFile

_THEMES = ("light", "dark")
# In which size a picture is shown where the wanted one is not published.
_NEAREST = {
    "page": ("page", "classic", "slide", "square", "portrait", "phone", "social"),
    "phone": ("phone", "portrait", "square", "page", "classic", "slide", "social"),
    "slide": ("slide", "classic", "page", "square", "portrait", "phone", "social"),
    "social": ("social", "slide", "classic", "square", "portrait", "page", "phone"),
}


@dataclass(frozen=True, slots=True)
class Responsive:
    """A picture in one theme: the file for most screens, and those for narrow and wide ones where they differ."""

    theme: str
    file: PictureFile
    narrow: PictureFile | None
    wide: PictureFile | None


def responsive(picture: Picture, size: str = "page", wide: str = "") -> tuple[Responsive, ...]:
    """The picture as SVG in every theme that is published, light first. ValueError: it has no SVG.

    `size` is the size for most screens; `page` becomes `phone` on narrow ones, and `wide`, if given, takes its place on
    screens where the picture has the whole width.
    """
    found = tuple(one for theme in _THEMES if (one := _in_theme(picture, theme, size, wide)))
    if not found:
        raise ValueError(f"the picture {picture.id} has no SVG file")
    return found


def _in_theme(picture: Picture, theme: str, size: str, wide: str) -> Responsive | None:
    file = picture.svg(theme, _NEAREST[size])
    if file is None:
        return None
    narrow = picture.svg(theme, _NEAREST["phone"]) if size == "page" else None
    broad = picture.svg(theme, _NEAREST[wide]) if wide else None
    return Responsive(theme, file, None if narrow == file else narrow, None if broad == file else broad)


def narrow(picture: Picture) -> PictureFile:
    """The picture for a narrow column, light if there is one. ValueError: it has no SVG."""
    first = responsive(picture)[0]
    return first.narrow or first.file


def themes(pictures: Iterable[Picture]) -> tuple[str, ...]:
    """The themes in which pictures are published, light first."""
    found = {file.theme for picture in pictures for file in picture.files}
    return tuple(theme for theme in _THEMES if theme in found)


def several_sizes(pictures: Iterable[Picture]) -> bool:
    """Whether each picture is published in more than one size."""
    return all(len({file.size for file in picture.files}) > 1 for picture in pictures)


def formats(pictures: Iterable[Picture]) -> str:
    """What each picture comes as: PNG, SVG and PDF."""
    found = [{file.format for file in picture.files} for picture in pictures]
    every = set.intersection(*found) or set.union(*found) if found else set()
    *others, last = (each.upper() for each in ("png", "svg", "pdf") if each in every) if every else ("",)
    return f"{', '.join(others)} and {last}" if others else last


def grouped(picture: Picture) -> Iterator[tuple[str, str, tuple[PictureFile, ...]]]:
    """The picture's files by size and theme, in the order in which they are listed."""
    groups = dict.fromkeys((file.size, file.theme) for file in picture.files)
    for size, theme in groups:
        yield size, theme, tuple(file for file in picture.files if (file.size, file.theme) == (size, theme))


def alts_of_sizes(picture: Picture) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Alternative texts of sizes that show less than the picture's own speaks of, each with the sizes."""
    sizes: dict[str, dict[str, None]] = {}
    for file in picture.files:
        if file.alt:
            sizes.setdefault(file.alt, {})[file.size] = None
    return tuple((alt, tuple(of)) for alt, of in sizes.items())


def deck_file(picture: Picture) -> PictureFile | None:
    """The file to put into a slide: the largest PNG of the slide, or of what comes nearest; light, if there is one."""
    return _png(picture, "slide")


def shared_link(picture: Picture | None) -> dict[str, object]:
    """What a page says of the picture that is shown with a link to it, as fields of its front matter."""
    file = _png(picture, "social") if picture else None
    if picture is None or file is None:
        return {}
    return {
        "image": file.path,
        "image_alt": picture.alt_of(file),
        "image_width": file.width,
        "image_height": file.height,
    }


def poster_file(picture: Picture | None) -> PictureFile | None:
    """The picture as a sheet to print; light, if there is one."""
    sheets = [file for file in (picture.files if picture else ()) if file.size == "poster"]
    return min(sheets, key=lambda file: _THEMES.index(file.theme), default=None)


def _png(picture: Picture, size: str) -> PictureFile | None:
    found = (picture.png(theme, _NEAREST[size]) for theme in _THEMES)
    return next((file for file in found if file), None)
