"""The logo as pixels: drawn as it is, or not at all."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from generator.brand import read_logo
from generator.infographics.site_icon import ICON, SIDES, icon_jobs
from generator.painting import Job
from generator.painting.paint import paint

GROUND, INK = "#FAF8F4", "#1B1F2A"


def jobs(inner: str, box: str = "0 0 32 32") -> tuple[Job, ...]:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{inner}</svg>'
    logo, problems = read_logo(svg.encode(), "brand/logo.svg")
    assert logo, problems
    return icon_jobs(logo, "A site", ground=GROUND, ink=INK)


def drawn(inner: str, box: str = "0 0 32 32", side: int = 180) -> Image.Image:
    (job,) = (job for job in jobs(inner, box) if job.picture == f"{ICON}-{side}")
    (data,) = paint(job).values()
    return Image.open(io.BytesIO(data)).convert("RGB")


def colour(image: Image.Image, x: float, y: float) -> str:
    """At a place in the box of 32 units."""
    margin = 0.17
    at = (int(image.width * (margin + part / 32 * (1 - 2 * margin))) for part in (x, y))
    return "#{:02X}{:02X}{:02X}".format(*image.getpixel(tuple(at)))  # type: ignore[misc,arg-type]


@pytest.mark.parametrize("side", SIDES)
def test_every_side_has_its_pixels_and_an_opaque_ground(side: int) -> None:
    image = drawn('<rect width="32" height="32" fill="#0B6B6B"/>', side=side)
    assert image.size == (side, side)
    assert image.getpixel((0, 0)) == (0xFA, 0xF8, 0xF4)
    assert colour(image, 16, 16) == "#0B6B6B"


@pytest.mark.parametrize(
    "shape",
    [
        '<path fill="#A63C12" d="M4 4h24v24h-24z"/>',
        '<rect fill="#A63C12" x="4" y="4" width="24" height="24" rx="2"/>',
        '<circle fill="#A63C12" cx="16" cy="16" r="12"/>',
        '<ellipse fill="#A63C12" cx="16" cy="16" rx="12" ry="10"/>',
        '<polygon fill="#A63C12" points="4,4 28,4 28,28 4,28"/>',
        '<line stroke="#A63C12" stroke-width="9" x1="2" y1="16" x2="30" y2="16"/>',
        '<g fill="#A63C12"><path d="M4 4h24v24h-24z"/></g>',
        '<path style="fill: rgb(166, 60, 18); fill-rule: nonzero; opacity: 1" d="M4 4h24v24h-24z"/>',
    ],
)
def test_every_shape_in_a_plain_colour_is_drawn(shape: str) -> None:
    assert colour(drawn(shape), 16, 16) == "#A63C12"


def test_what_has_no_colour_of_its_own_has_that_of_text() -> None:
    image = drawn('<path d="M4 4h10v24h-10z"/><path fill="none" stroke="currentColor" stroke-width="4" d="M24 4v24"/>')
    assert [colour(image, x, 16) for x in (9, 18, 24)] == [INK, GROUND, INK]


def test_a_wide_logo_stands_in_the_middle() -> None:
    image = drawn('<rect x="10" y="20" width="64" height="16" fill="#0B6B6B"/>', "10 20 64 16")
    found = [image.getpixel((90, y)) == (0x0B, 0x6B, 0x6B) for y in range(180)]
    assert (found.index(True), found[::-1].index(True)) == pytest.approx((75, 75), abs=1)


@pytest.mark.parametrize(
    "inner",
    [
        '<linearGradient id="a"><stop stop-color="#0B6B6B"/></linearGradient><path fill="url(#a)" d="M4 4h9v9z"/>',
        '<clipPath id="a"><path d="M0 0h9v9z"/></clipPath><path clip-path="url(#a)" d="M4 4h9v9z"/>',
        '<path id="a" d="M4 4h9v9z"/><use href="#a" x="9"/>',
        '<g transform="translate(2 2)"><path d="M4 4h9v9z"/></g>',
        '<path fill-rule="evenodd" d="M4 4h9v9z"/>',
        '<path opacity="0.5" d="M4 4h9v9z"/>',
        '<path fill="#0B6B6B80" d="M4 4h9v9z"/>',
        '<path stroke="#0B6B6B" stroke-dasharray="2 2" d="M4 4h9v9z"/>',
        '<rect width="50%" height="9"/>',
    ],
)
def test_a_logo_with_more_than_that_is_left_out(inner: str) -> None:
    assert jobs(f'<path d="M0 0h2v2z"/>{inner}') == ()
