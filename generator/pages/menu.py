"""What the menu below a picture offers: the image to copy, and files by size, theme and format.

In: a picture. Out: frozen values for parts/menu.jinja.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.infographics import Picture, PictureFile

_NEAREST = ("slide", "classic", "square", "portrait", "social", "page", "phone")


@dataclass(frozen=True, slots=True)
class Choices:
    """Files as three choices. A path is `base`, a size, a hyphen, a theme and an ending.

    `sizes` by name with the endings there are of each; `formats` are endings too, with what they are called: those of
    files at scale 1 with a ground, since the others are chosen apart. `first` is the size chosen at the start.
    """

    base: str
    sizes: tuple[tuple[str, tuple[str, ...]], ...]
    themes: tuple[str, ...]
    formats: tuple[tuple[str, str], ...]
    first: str

    @property
    def endings(self) -> frozenset[str]:
        """All there are, of any size."""
        return frozenset(ending for _, endings in self.sizes for ending in endings)


def choices(picture: Picture) -> Choices:
    """Every file of the picture but those to edit; themes are taken to have the same files."""
    sizes: dict[str, dict[str, None]] = {}
    formats: dict[str, str] = {}
    for file in picture.files:
        if file.editable:  # there is one theme of it
            continue
        ending = _ending(picture, file)
        sizes.setdefault(file.size, {})[ending] = None
        if not file.transparent and file.scale == 1:
            formats.setdefault(ending, file.format.upper())
    return Choices(
        base=f"{picture.page}{picture.id}-",
        sizes=tuple((size, tuple(of)) for size, of in sizes.items()),
        themes=tuple(dict.fromkeys(file.theme for file in picture.files)),
        formats=tuple(formats.items()),
        first=_first(sizes),
    )


def images(picture: Picture) -> tuple[PictureFile, ...]:
    """What "Copy image" takes, one a theme: the slide as PNG. At scale 1 unless chosen: twice overflows a slide."""
    plain = [file for file in picture.files if file.format == "png" and not file.transparent and file.scale == 1]
    size = _first(file.size for file in plain)
    return tuple(file for file in plain if file.size == size)


def image_endings(picture: Picture) -> tuple[str, ...]:
    """The endings of the PNG files that "Copy image" can take."""
    size = images(picture)[0].size if images(picture) else ""
    return tuple(ending for ending in dict(choices(picture).sizes).get(size, ()) if ending.endswith(".png"))


def _first(sizes: Iterable[str]) -> str:
    there = tuple(sizes)
    return next((size for size in _NEAREST if size in there), there[0] if there else "")


def _ending(picture: Picture, file: PictureFile) -> str:
    return file.path.removeprefix(f"{picture.page}{picture.id}-{file.size}-{file.theme}")
