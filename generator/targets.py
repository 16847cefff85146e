"""The table of sizes: what a picture can be made as.

A size is a layout of its own; theme and format are looks of the same layout. One row, one size.
Lengths are points of the layout; `pixels` says how many pixels one point has at scale 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

Format = Literal["png", "svg", "pdf"]
FORMATS: tuple[Format, ...] = get_args(Format)
THEMES: tuple[str, ...] = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Size:
    """One size. `height` is None where the picture grows with its content.

    `body` is the size of running text at which layout starts; `legible` the size below which no text may
    fall; `narrow` asks kinds to stack what they would set side by side.
    """

    name: str
    width: float
    height: float | None
    pixels: int
    margin: float
    title: float
    body: float
    largest: float
    legible: float
    narrow: bool = False
    scales: tuple[int, ...] = (1, 2)


# Legible: 14 px of a slide's 1920 are 7 points, and so are they of a square's 1080; on the site it is 12 CSS px (9 pt)
# where a picture is shown as wide as it was laid out, and a little more for narrower screens.
SIZES: dict[str, Size] = {
    size.name: size
    for size in (
        Size("slide", 960, 540, 2, margin=44, title=29, body=13.5, largest=17, legible=7.0),
        Size("square", 540, 540, 2, margin=36, title=25, body=12.5, largest=15, legible=7.0),
        Size("page", 800, None, 1, margin=32, title=29, body=17.2, largest=17.2, legible=12.6),
        Size("phone", 360, None, 1, margin=20, title=26, body=17, largest=17, legible=12.5, narrow=True),
    )
}


@dataclass(frozen=True, slots=True)
class Target:
    """One file to make of a picture."""

    size: str
    theme: str
    format: Format
    scale: int = 1

    def file_name(self, picture: str) -> str:
        """`<id>-slide-light.png`, `<id>-slide-light@2x.png`, `<id>-page-dark.svg`."""
        scale = f"@{self.scale}x" if self.scale > 1 else ""
        return f"{picture}-{self.size}-{self.theme}{scale}.{self.format}"


def targets(sizes: tuple[str, ...], themes: tuple[str, ...]) -> Iterator[Target]:
    """Every file that is published of a picture in these sizes and themes."""
    for size in sizes:
        for theme in themes:
            for scale in SIZES[size].scales:
                yield Target(size, theme, "png", scale)
            yield Target(size, theme, "svg")
            yield Target(size, theme, "pdf")
