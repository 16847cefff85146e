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

    `sizes` by name with the endings there are of each; `endings` with what they are called; `first` is the size
    chosen at the start.
    """

    base: str
    sizes: tuple[tuple[str, tuple[str, ...]], ...]
    themes: tuple[str, ...]
    endings: tuple[tuple[str, str], ...]
    first: str


def choices(picture: Picture) -> Choices:
    """Every file of the picture but those to edit; themes are taken to have the same files."""
    sizes: dict[str, dict[str, None]] = {}
    endings: dict[str, str] = {}
    for file in picture.files:
        if file.editable:  # there is one theme of it
            continue
        ending = _ending(picture, file)
        sizes.setdefault(file.size, {})[ending] = None
        endings.setdefault(ending, _called(file))
    return Choices(
        base=f"{picture.page}{picture.id}-",
        sizes=tuple((size, tuple(of)) for size, of in sizes.items()),
        themes=tuple(dict.fromkeys(file.theme for file in picture.files)),
        endings=tuple(endings.items()),
        first=_first(sizes),
    )


def images(picture: Picture) -> tuple[PictureFile, ...]:
    """What "Copy image" takes, one a theme: the slide as PNG. At scale 1: pasted, twice that overflows a slide."""
    plain = [file for file in picture.files if file.format == "png" and not file.transparent and file.scale == 1]
    size = _first(file.size for file in plain)
    return tuple(file for file in plain if file.size == size)


def _first(sizes: Iterable[str]) -> str:
    there = tuple(sizes)
    return next((size for size in _NEAREST if size in there), there[0] if there else "")


def _ending(picture: Picture, file: PictureFile) -> str:
    return file.path.removeprefix(f"{picture.page}{picture.id}-{file.size}-{file.theme}")


def _called(file: PictureFile) -> str:
    parts = (file.format.upper(), "transparent" if file.transparent else "", f"{file.scale}×" if file.scale > 1 else "")
    return ", ".join(filter(None, parts))
