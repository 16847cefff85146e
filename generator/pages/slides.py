"""What a presenter asks of a picture: the right file for a program, or the lines to paste into one.

In: pictures, the files of the site, colours. Out: frozen values and lines of text, no markup of pages.
"""

from __future__ import annotations

import html
import re
import struct
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from generator import deck
from generator.files import about
from generator.infographics import Picture, PictureFile

_MEGABYTE = 1_000_000
_KILOBYTE = 1_000
# Where a PNG says its width and height.
_PNG_START = 16
_PNG_SIZE = struct.Struct(">II")


@dataclass(frozen=True, slots=True)
class Slide:
    """A picture as a slide in one theme: the largest PNG, and the one without a ground if it is published."""

    theme: str
    file: PictureFile
    transparent: PictureFile | None


@dataclass(frozen=True, slots=True)
class Archive:
    """All slides of one theme as one file; `sheet` is a picture of `width` by `height` that shows them at a glance."""

    theme: str
    path: str
    size: str
    sheet: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Deck:
    """A PowerPoint file in one theme, and how large it is."""

    theme: str
    path: str
    size: str


class Decks:
    """The PowerPoint files among the files of the site, light first."""

    def __init__(self, themes: Iterable[str], files: Mapping[str, bytes]) -> None:
        self._themes = sorted(themes, reverse=True)
        self._files = files

    def of_comparison(self, id: str) -> tuple[Deck, ...]:
        """The deck of all its pictures."""
        return self._found(partial(deck.deck_path, id))

    def of_picture(self, picture: Picture) -> tuple[Deck, ...]:
        """The picture's slide alone."""
        return self._found(partial(deck.slide_path, picture.id, picture.page))

    def _found(self, path_of: Callable[[str], str]) -> tuple[Deck, ...]:
        paths = ((theme, path_of(theme)) for theme in self._themes)
        found = ((theme, path, about(self._files, path).size) for theme, path in paths if path in self._files)
        return tuple(Deck(theme, path, size_in_words(size)) for theme, path, size in found)


def slides(picture: Picture) -> tuple[Slide, ...]:
    """The picture as a slide in every published theme, light first; empty where slides are not published."""
    found = []
    for theme in ("light", "dark"):
        if file := picture.png(theme, ("slide",)):
            found.append(Slide(theme, file, picture.png(theme, ("slide",), transparent=True)))
    return tuple(found)


def with_slides(pictures: Iterable[Picture]) -> tuple[Picture, ...]:
    """Those of the pictures that are published as slides."""
    return tuple(picture for picture in pictures if slides(picture))


def archives(themes: Iterable[str], files: Mapping[str, bytes]) -> tuple[Archive, ...]:
    """The archives among the files of the site, by path."""
    found = []
    for theme in themes:
        path, sheet = f"slides/slides-{theme}.zip", f"slides/contact-sheet-{theme}.png"
        if path in files and sheet in files:
            width, height = png_size(files[sheet])
            found.append(Archive(theme, path, size_in_words(about(files, path).size), sheet, width, height))
    return tuple(found)


def png_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels."""
    width, height = _PNG_SIZE.unpack_from(data, _PNG_START)
    return width, height


def size_in_words(count: int) -> str:
    """`2.4 MB`, `310 kB`: as file managers show it, in thousands."""
    if count < _MEGABYTE:
        return f"{max(round(count / _KILOBYTE), 1)} kB"
    return f"{count / _MEGABYTE:.1f} MB"


def reveal(alt: str, address: str, ground: str) -> tuple[str, ...]:
    """A slide for reveal.js: the picture fills it, its alternative text names it."""
    # Between double quotes an apostrophe may stay as it is; people read these lines.
    label = html.escape(_line(alt), quote=False).replace('"', "&quot;")
    return (
        f'<section data-background-image="{html.escape(address)}"',
        'data-background-size="contain"',
        f'data-background-color="{ground}"',
        f'aria-label="{label}">',
        "</section>",
    )


def marp(alt: str, address: str, ground: str) -> tuple[str, ...]:
    """A slide for Marp. The alternative text becomes the speaker's note: in the brackets Marp would read its words
    "left" and "right" as where to put the picture."""
    note = re.sub(r"-(?=-|>)", "- ", _line(alt))
    return (
        "---",
        "",
        f'<!-- _backgroundColor: "{ground}" -->',
        "<!-- _paginate: false -->",
        "",
        f"![bg contain]({address})",
        "",
        "<!--",
        note,
        "-->",
    )


def _line(text: str) -> str:
    return " ".join(text.split())
