"""Tints let through what lies below them; where that is to be hidden, the ground stands between."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from deck.reading import A, P, pictures
from deck.subjects import SUBJECTS, deck_of, file_of
from generator.deck.colours import literal
from generator.deck.shapes.backing import backing
from generator.layout import Block, Rect, Shape

SCHEME = deck_of("flagship").scheme
PLATE = Block(Rect(10, 10, 40, 10), "rust.tint")
SEAM = Shape(Rect(5, 15, 90, 0), (("M", (0, 0)), ("L", (90, 0))), stroke="ground", stroke_width=1)
HEXAGON = (("M", (43.3, 0)), ("L", (86.6, 25)), ("L", (86.6, 75)), ("L", (43.3, 100)), ("L", (0, 75)), ("L", (0, 25)))


def cell(x: float, y: float, fill: str) -> Shape:
    return Shape(Rect(x, y, 86.6, 100), (*HEXAGON, ("Z", ())), fill)


@pytest.mark.parametrize(
    "below", [SEAM, Block(Rect(0, 0, 99, 99), "rust.tint"), Block(Rect(40, 0, 9, 99), "teal.solid"), cell(0, 0, "line")]
)
def test_a_tint_over_what_would_be_seen_through_it_has_the_ground_behind_it(below: Block | Shape) -> None:
    assert backing(PLATE, SCHEME, [below]) == Block(PLATE.rect, "ground")


@pytest.mark.parametrize(
    "below",
    [
        Block(Rect(60, 10, 40, 10), "rust.tint"),
        Block(Rect(0, 0, 99, 99), "card"),
        Block(Rect(0, 0, 99, 99), "ground"),
        Block(Rect(0, 0, 99, 99), None, "teal.solid", 2),
    ],
)
def test_a_tint_beside_others_on_a_card_or_in_a_frame_needs_none(below: Block) -> None:
    assert backing(PLATE, SCHEME, [below]) is None


def test_shapes_that_fill_a_plane_need_none_though_their_boxes_meet() -> None:
    assert backing(cell(43.3, 75, "rust.tint"), SCHEME, [cell(0, 0, "line"), cell(86.6, 0, "teal.tint")]) is None
    one, other = (Block(Rect(x, y, 20, 20), "rust.tint", "rust.solid", 1, (10,) * 4) for x, y in ((0, 0), (11, 18)))
    assert backing(other, SCHEME, [one]) is None


def test_a_stroke_in_a_tint_has_one_below_it() -> None:
    outer, inner = (Shape(SEAM.rect, SEAM.commands, None, f"shared.{name}", 3) for name in ("solid", "tint"))
    assert backing(inner, SCHEME, [outer]) == Shape(SEAM.rect, SEAM.commands, None, "ground", 3)


def test_a_colour_that_hides_what_is_below_it_needs_none() -> None:
    assert backing(Block(PLATE.rect, "rust.solid"), SCHEME, [SEAM]) is None
    assert backing(PLATE, literal(deck_of("flagship").values), [SEAM]) is None


@pytest.mark.parametrize("subject", SUBJECTS)
def test_names_on_a_map_hide_its_lines_as_they_do_in_the_picture(subject: str) -> None:
    (slide,) = (one for one in pictures(file_of(subject)) if one._element.cSld.get("name").endswith("/territory-map"))
    groups = [group for group in slide._element.iter(f"{P}grpSp") if "/Map" in name(group)]
    pairs = [
        pair for group in groups for pair in pairwise(group) if "/panel" in name(pair[1]) and fill(pair[1], "alpha")
    ]
    assert pairs
    for before, plate in pairs:
        assert "/backing" in name(before), name(plate)
        assert fill(before, 'schemeClr[@val="bg1"]')
        assert place(before) == place(plate)


def name(shape: Any) -> str:
    """ "" of what is none."""
    return str(shape[0][0].get("name")) if len(shape) and len(shape[0]) else ""


def fill(shape: Any, what: str) -> bool:
    return shape.find(f"{P}spPr/{A}solidFill//{A}{what}") is not None


def place(shape: Any) -> list[dict[str, str]]:
    return [dict(one.attrib) for one in shape.find(f"{P}spPr/{A}xfrm")]
