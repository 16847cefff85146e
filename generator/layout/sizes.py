"""The table of sizes: what a picture can be made as.

A size is a layout of its own; theme and format are looks of the same layout. One row, one size.
Lengths are points of the layout; `pixels` says how many pixels one point has at scale 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Format = Literal["png", "svg", "pdf"]
FORMATS: tuple[Format, ...] = get_args(Format)


@dataclass(frozen=True, slots=True)
class Size:
    """One size. `height` is None where the picture grows with its content.

    `body` is the size of running text at which layout starts; `legible` the size below which no text may
    fall; `narrow` asks kinds to stack what they would set side by side, `brief` to keep to the essence, since
    the picture is mostly seen small, `full` to show all that bears on the matter, since it is printed.
    """

    name: str
    label: str
    width: float
    height: float | None
    pixels: int
    margin: float
    title: float
    body: float
    largest: float
    legible: float
    narrow: bool = False
    brief: bool = False
    full: bool = False
    scales: tuple[int, ...] = (1, 2)
    formats: tuple[Format, ...] = FORMATS
    transparent: bool = False
    editable: bool = False

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin


# Legible: 14 px of a slide's 1920 are 7 points, and so are they of a square's 1080; on the site it is 12 CSS px (9 pt)
# where a picture is shown as wide as it was laid out, and a little more for narrower screens.
SIZES: dict[str, Size] = {
    size.name: size
    for size in (
        Size(
            "slide",
            "Slide, 16:9",
            960,
            540,
            2,
            margin=44,
            title=29,
            body=13.5,
            largest=17,
            legible=7.0,
            transparent=True,
            editable=True,
        ),
        Size("classic", "Slide, 4:3", 960, 720, 2, margin=44, title=31, body=14.5, largest=19, legible=7.0),
        Size("square", "Square, 1:1", 540, 540, 2, margin=36, title=25, body=12.5, largest=15, legible=7.0),
        Size("portrait", "Portrait, 4:5", 540, 675, 2, margin=36, title=26, body=12.5, largest=15, legible=7.0),
        Size(
            "social",
            "Shared link",
            600,
            315,
            2,
            margin=27,
            title=25,
            body=12,
            largest=16,
            legible=9.5,
            brief=True,
            scales=(1,),
        ),
        Size(
            "page", "Web page", 800, None, 1, margin=32, title=29, body=17.2, largest=17.2, legible=12.6, editable=True
        ),
        Size(
            "poster",
            "Poster, A4",
            595.276,
            841.89,
            2,
            margin=36,
            title=27,
            body=10,
            largest=13,
            legible=7.0,
            full=True,
            formats=("pdf",),
        ),
        Size("phone", "Phone", 360, None, 1, margin=20, title=26, body=17, largest=17, legible=12.5, narrow=True),
    )
}


# A sheet of many pictures: made of finished layouts, so it is no size that a picture is laid out in.
SHEET = Size("sheet", "Contact sheet", 1600, None, 1, margin=48, title=38, body=17, largest=17, legible=11)
