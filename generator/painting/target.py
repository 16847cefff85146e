"""The files that are made of one picture.

In: sizes and themes. Out: a `Target` for each file. A size is a layout of its own (`layout.sizes`); theme, format and
scale are looks of the same layout.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.layout import SHEET, SIZES, Format

_EVERY = {**SIZES, SHEET.name: SHEET}


@dataclass(frozen=True, slots=True)
class Target:
    """One file to make of a picture. `transparent` leaves the ground out, `editable` keeps text as text."""

    size: str
    theme: str
    format: Format
    scale: int = 1
    transparent: bool = False
    editable: bool = False

    @property
    def pixels(self) -> int:
        """How many pixels of a PNG one point of the layout has."""
        return _EVERY[self.size].pixels * self.scale

    @property
    def finest(self) -> int:
        """The pixels a point at the largest scale that is published of this size."""
        size = _EVERY[self.size]
        return size.pixels * max(size.scales)

    @property
    def drawn_pixels(self) -> int:
        """The pixels a point that it is drawn with: the finest, where those can be averaged down to its own."""
        return self.pixels if self.finest % self.pixels else self.finest

    def pixel_size(self, width: float, height: float) -> tuple[int, int]:
        """Width and height of this file's PNG for a frame so large; an SVG's or a PDF's are those of a PNG at scale 1.

        What is drawn has whole pixels: a last one that the frame would only begin is left out. A smaller scale is
        averaged from the finest one, and its last pixel may be of fewer of those.
        """
        factor = self.drawn_pixels // self.pixels
        across, down = (-(-side // factor) for side in drawn_size(width, height, self.drawn_pixels))
        return across, down

    def file_name(self, picture: str) -> str:
        """`<id>-slide-light@2x.png`, `<id>-slide-light-transparent.png`, `<id>-page-light-editable.svg`."""
        look = "-transparent" if self.transparent else "-editable" if self.editable else ""
        scale = f"@{self.scale}x" if self.scale > 1 else ""
        return f"{picture}-{self.size}-{self.theme}{look}{scale}.{self.format}"


def drawn_size(width: float, height: float, pixels: int) -> tuple[int, int]:
    """How many whole pixels a frame has where one point has so many."""
    # Lengths of frames are thousandths; what is less is the noise of multiplying.
    return int(width * pixels + 1e-6), int(height * pixels + 1e-6)


def targets(sizes: tuple[str, ...], themes: tuple[str, ...]) -> Iterator[Target]:
    """Every file that is published of a picture in these sizes and themes."""
    for name in sizes:
        size = SIZES[name]
        for theme in themes:
            for form in size.formats:
                scales = size.scales if form == "png" else (1,)
                yield from (Target(name, theme, form, scale) for scale in scales)
            if size.transparent:
                yield from (Target(name, theme, "png", scale, transparent=True) for scale in size.scales)
            if size.editable and theme == _edited(themes):
                yield Target(name, theme, "svg", editable=True)


def _edited(themes: tuple[str, ...]) -> str:
    """The theme of files to edit, whose colours can be changed: one is enough."""
    return "light" if "light" in themes else themes[0]
