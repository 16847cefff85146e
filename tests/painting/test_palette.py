"""Palettes: plain colours stay exact, blends stand for edges, and a few colours are taken where those are enough."""

from __future__ import annotations

import io
from itertools import pairwise

import numpy
import pytest
from PIL import Image

from generator.layout.frame import Block, Frame, Rect
from generator.painting.job import Job
from generator.painting.paint import paint
from generator.painting.palette import FEW, FINE, MOST, Colour, neighbours, palette
from generator.painting.target import Target

WHITE, BLACK, RED = (255, 255, 255), (0, 0, 0), (200, 30, 40)
# Far from each other: the blends of one pair stand for no other's.
MANY = [(red, green, blue) for red in (0, 120, 240) for green in (0, 120, 240) for blue in (0, 240)]


def far_from(colour: Colour, colours: tuple[Colour, ...]) -> float:
    return min(sum((a - b) ** 2 for a, b in zip(colour, other, strict=True)) ** 0.5 for other in colours)


def middle(one: Colour, other: Colour) -> Colour:
    red, green, blue = ((a + b) // 2 for a, b in zip(one, other, strict=True))
    return red, green, blue


@pytest.mark.parametrize("pixels", [1, 2, 3, FINE, 8])
def test_plain_colours_come_first_and_edges_have_steps(pixels: int) -> None:
    found = palette({(BLACK, WHITE): 500.0, (RED, WHITE): 20.0}, pixels)
    assert found[:3] == (BLACK, WHITE, RED)
    assert len(set(found)) == len(found) <= MOST
    for pair in ((BLACK, WHITE), (RED, WHITE)):
        assert far_from(middle(*pair), found) < 60


def test_a_finer_picture_has_fewer_colours() -> None:
    pairs = {(BLACK, WHITE): 500.0, (RED, WHITE): 20.0}
    assert len(palette(pairs, FINE)) < len(palette(pairs, 2)) < len(palette(pairs, 1))


def test_longer_edges_have_steps_first() -> None:
    others = dict.fromkeys(pairwise(MANY[:10]), 1_000.0)
    short, long = (palette({**others, (RED, WHITE): length}, FINE) for length in (1.0, 100_000.0))
    assert far_from(middle(RED, WHITE), long) < far_from(middle(RED, WHITE), short)


def test_a_few_colours_are_not_enough_for_many_that_meet() -> None:
    plain = dict.fromkeys(MANY)
    found = palette(dict.fromkeys(pairwise(MANY), 100.0), FINE)
    assert set(plain) < set(found)
    assert FEW < len(found) <= MOST


def test_colours_that_meet_nothing_have_no_steps() -> None:
    assert palette({(RED, RED): 0.0}, 1) == (RED,)


def test_edges_are_as_long_as_what_has_them() -> None:
    ground, panel = Block(Rect(0, 0, 100, 100), "ground"), Block(Rect(10, 10, 30, 20), "panel")
    colours = {"ground": "#FFFFFF", "panel": "#C81E28"}
    assert neighbours(Frame(100, 100, (ground, panel)), colours) == {(WHITE, WHITE): 0.0, (RED, WHITE): 50.0}


@pytest.mark.parametrize(("colours", "bits"), [(3, 4), (18, 8)])
@pytest.mark.parametrize("width", [60.0, 60.25])
def test_two_pixels_share_a_byte_where_colours_are_few(colours: int, bits: int, width: float) -> None:
    """In a picture of an odd width too."""
    names = {f"c{number}": "#{:02X}{:02X}{:02X}".format(*colour) for number, colour in enumerate(MANY[:colours])}
    blocks = [Block(Rect(0, 0, width, 200), "c0")]
    blocks += [Block(Rect(3, 8 * number, 50, 7), name) for number, name in enumerate(names) if number]
    target = Target("slide", "light", "png", 2)
    data = paint(Job("x", "", "", Frame(width, 200, tuple(blocks)), names, {}, (target,)))[target]
    assert data[24] == bits
    seen = numpy.asarray(Image.open(io.BytesIO(data)).convert("RGB"))
    assert seen.shape == (800, int(width * 4), 3)
    assert tuple(seen[2, -1]) == MANY[0]
    for number in range(1, colours):
        assert tuple(seen[4 * 8 * number + 14, 100]) == MANY[number]
