"""Trees: lines from box to box, and boxes that branch off one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.infographics.kinds.decision_tree.tree import TreeNode, TreeSpacing, converging_links, indented_tree
from generator.infographics.parts.arrows import Pen
from generator.layout.boxes import Pad
from generator.layout.frame import Block, Rect, Shape
from generator.layout.leaves import Space

PLAIN, TEAL = Pen("muted", "solid", 2.0, 6.0), Pen("teal.solid", "solid", 2.0, 6.0)
STEPS = TreeSpacing(trunk=8.0, indent=30.0, below=6.0, between=5.0, apart=12.0)


def heads(shapes: list[Shape]) -> list[Shape]:
    return [shape for shape in shapes if shape.fill]


def lines(shapes: list[Shape]) -> list[Shape]:
    return [shape for shape in shapes if shape.stroke]


def box(fill: str) -> Pad:
    return Pad(Space(20.0, 16.0), (2.0,) * 4, fill)


@given(st.lists(st.integers(1, 4), min_size=1, max_size=4), st.floats(0, 100))
def test_a_trunk_runs_from_the_first_node_to_the_last_child(counts: list[int], spare: float) -> None:
    knots = [TreeNode(box("ink"), [(box("card"), TEAL if at else PLAIN) for at in range(count)]) for count in counts]
    tree = indented_tree(knots, PLAIN, STEPS)
    frame = tree.layout(200.0, tree.layout(200.0).height + spare)
    blocks = [item for item in frame.items if isinstance(item, Block)]
    shapes = [item for item in frame.items if isinstance(item, Shape)]
    cards = [block.rect for block in blocks if block.fill == "card"]
    trunk = [shape.rect for shape in lines(shapes) if not shape.rect.width]
    assert len(cards) == len(heads(shapes)) == sum(counts)
    assert all(card.x == STEPS.indent for card in cards)
    assert {rect.x for rect in trunk} == {STEPS.trunk}
    nodes = [block.rect for block in blocks if block.fill == "ink"]
    assert [rect.y for rect in trunk] == pytest.approx([node.bottom for node in nodes], abs=0.01)
    ends = [*(node.y for node in nodes[1:]), cards[-1].middle]
    assert [rect.bottom for rect in trunk] == pytest.approx(ends, abs=0.01)
    for head, card in zip(heads(shapes), cards, strict=True):
        assert head.rect.right == pytest.approx(card.x - 1, abs=0.01)
        assert head.rect.middle == pytest.approx(card.middle, abs=0.01)


def column(x: float, count: int) -> list[Rect]:
    return [Rect(x, 60.0 * place, 100.0, 20.0) for place in range(count)]


def test_a_line_through_nodes_and_cards_ends_in_an_arrow() -> None:
    nodes = column(0.0, 2)
    cards = [Rect(0.0, node.y + 30, 100.0, 20.0) for node in nodes]
    end = Rect(0.0, 120.0, 100.0, 20.0)
    drawn = list(converging_links(TEAL, end, nodes, list(zip(nodes, cards, strict=True))))
    # Into each card and into the end; from the first card to the second node there is only a line.
    assert [round(head.rect.bottom, 1) for head in heads(drawn)] == [29.5, 89.5, 119.5]
    assert {round(shape.rect.x + shape.rect.width / 2, 3) for shape in drawn} == {50.0}
    assert len(lines(drawn)) == 4


def test_a_line_starts_at_the_node_above_its_first_card_or_where_told() -> None:
    nodes = column(0.0, 3)
    card, end = Rect(0.0, 150.0, 100.0, 20.0), Rect(0.0, 190.0, 100.0, 20.0)
    led = [(nodes[2], card)]
    assert min(shape.rect.y for shape in converging_links(TEAL, end, nodes, led)) == nodes[2].bottom
    assert min(shape.rect.y for shape in converging_links(TEAL, end, nodes, led, start=0)) == nodes[0].bottom


def test_cards_beside_the_nodes_get_an_arrow_from_the_side() -> None:
    nodes, end = column(200.0, 2), Rect(0.0, 120.0, 100.0, 20.0)
    cards = column(0.0, 2)
    drawn = list(converging_links(TEAL, end, nodes, list(zip(nodes, cards, strict=True))))
    aside = [head.rect.x for head in heads(drawn) if head.rect.x > 60]
    assert aside == [101.0, 101.0]
    assert len(heads(drawn)) == 3
