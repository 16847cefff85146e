"""A size that leaves a part of its picture out says so, in the picture and in its alternative text."""

from __future__ import annotations

import pytest

from generator.layout.sizes import SIZES
from infographics.conftest import shown, squeezed

# A kind and a size, what the picture says of what it leaves out, and what the alternative text says of it.
SAID = {
    ("career-paths", "social"): ("2 of 4 steps each", "the role itself and the highest step"),
    ("collaboration-network", "square"): ("Partners by name", "by name"),
    ("collaboration-network", "social"): ("Partners by name", "by name"),
    ("relationship-map", "social"): ("a disc is a contact, unnamed", "without their names"),
    ("role-profiles", "social"): ("Each role in one line", "Each role in one line"),
    ("shared-and-distinct", "social"): ("6 shared skills left out", "What both need is not shown"),
    ("territory-map", "square"): ("segments unnamed", "without the names of segments"),
}


@pytest.mark.parametrize(("kind", "size"), SAID)
def test_what_is_left_out_is_said(kind: str, size: str) -> None:
    picture = shown("flagship", kind, size)
    said, told = SAID[kind, size]
    assert squeezed(said) in picture.running
    assert told in picture.drawing.own_alt(size, picture.frame)


def test_a_square_map_names_regions_and_no_segments() -> None:
    picture = shown("flagship", "territory-map", "square")
    assert picture.view.comparison.map
    areas = picture.view.comparison.map.areas.values()
    lines = {line.text for line in picture.frame.lines}
    assert {str(area.region) for area in areas if area.region} <= lines
    assert not {str(area.name) for area in areas if area.region} & lines
    assert SIZES["square"].width == SIZES["square"].height
