"""What stands in a circle lies within it."""

from __future__ import annotations

import math

import pytest

from generator.brand.typography import Style
from generator.infographics.kinds.collaboration_network.circle_node import CircleNode, smallest_circle_node
from generator.layout.frame import Block, Rect
from generator.layout.leaves import Space, Text
from generator.layout.text import Fonts
from generator.problems.errors import Overflow


def word(fonts: Fonts, text: str) -> Text:
    return Text(text, Style(12.0), fonts, align="middle")


@pytest.mark.parametrize("text", ["Lead", "Account manager", "Field sales in the whole of the country"])
def test_the_smallest_circle_that_holds_a_text_is_taken(fonts: Fonts, text: str) -> None:
    diameters = range(20, 200)
    node = smallest_circle_node(word(fonts, text), diameters, "teal.solid")
    assert node.holds()
    assert not any(CircleNode(node.child, diameter, node.fill).holds() for diameter in range(20, int(node.diameter)))
    frame = node.layout(node.diameter)
    (disc,) = (item for item in frame.items if isinstance(item, Block))
    assert disc.rect == Rect(0.0, 0.0, node.diameter, node.diameter)
    for line in frame.lines:
        assert disc.rect.holds(line.rect)
        middle = node.diameter / 2
        for x in (line.rect.x, line.rect.right):
            assert math.hypot(x - middle, line.rect.y + line.rect.height / 2 - middle) < middle


def test_what_no_circle_holds_overflows(fonts: Fonts) -> None:
    node = smallest_circle_node(word(fonts, "Incomprehensibilities"), (20, 30), "teal.solid")
    assert node.diameter == 30
    assert not node.holds()
    with pytest.raises(Overflow):
        node.layout(30)


def test_a_circle_needs_its_height() -> None:
    with pytest.raises(Overflow):
        CircleNode(Space(1.0, 1.0), 30.0, "ink").layout(30.0, 20.0)
    assert CircleNode(Space(), 30.0, "ink").layout(30.0).height == 30.0
