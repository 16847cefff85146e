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

    `body` is the size of running text at which layout starts; `legible` the size below which no text of the picture may
    fall, `foot` that of notes and the source below it; `narrow` asks kinds to stack what they would set side by side,
    `brief` to keep to the essence, since the picture is mostly seen small, `full` to show all that bears on the matter,
    since it is printed. `most` is so many entries of each list at most, where it has no room for all; 0 asks for the
    least of everything.
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
    foot: float
    narrow: bool = False
    brief: bool = False
    full: bool = False
    scales: tuple[int, ...] = (1, 2)
    formats: tuple[Format, ...] = FORMATS
    transparent: bool = False
    editable: bool = False
    most: int | None = None

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin


# A foot of 10.56 points is a whole number of pixels at 600 dpi, where programs that show decks place letters.
# Legible: a slide is 13.33 inches wide, so its points are those of a deck: 12 for labels, and with them 16 for running
# text, are read from the last row. The others have as much where they are shown as high, or as wide, as a slide is
# high. A card for feeds is mostly seen a quarter as wide as it is. On the site text has 12 CSS px (9 pt) where a
# picture is shown as wide as it was laid out, and a little more for narrower screens.
SIZES: dict[str, Size] = {
    size.name: size
    for size in (
        Size(
            "slide",
            "Slide, 16:9",
            960,
            540,
            2,
            margin=40,
            title=30,
            body=16.5,
            largest=22,
            legible=12,
            foot=10.56,
            transparent=True,
            editable=True,
        ),
        Size("classic", "Slide, 4:3", 960, 720, 2, margin=48, title=40, body=22, largest=29, legible=16, foot=14),
        Size("square", "Square, 1:1", 540, 540, 2, margin=32, title=28, body=16.5, largest=20, legible=12, foot=10.5),
        Size(
            "portrait", "Portrait, 4:5", 540, 675, 2, margin=32, title=30, body=16.5, largest=21, legible=12, foot=10.5
        ),
        Size(
            "social",
            "Shared link",
            600,
            315,
            2,
            margin=27,
            title=27,
            body=27,
            largest=34,
            legible=20,
            foot=12,
            brief=True,
            scales=(1,),
        ),
        Size(
            "page",
            "Web page",
            800,
            None,
            1,
            margin=32,
            title=29,
            body=17.2,
            largest=17.2,
            legible=12.6,
            foot=12.6,
            editable=True,
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
            foot=7.0,
            full=True,
            formats=("pdf",),
        ),
        Size(
            "phone",
            "Phone",
            360,
            None,
            1,
            margin=20,
            title=26,
            body=17,
            largest=17,
            legible=12.5,
            foot=12.5,
            narrow=True,
        ),
    )
}


# A sheet of many pictures: made of finished layouts, so it is no size that a picture is laid out in.
SHEET = Size("sheet", "Contact sheet", 1600, None, 1, margin=48, title=38, body=17, largest=17, legible=11, foot=11)
