"""Trees: upright lines that lead through boxes, and boxes that branch off one.

In: boxes, or the rectangles that they got, and pens. Out: boxes with a trunk along their left, or the marks of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.infographics.parts.arrows import Pen
from generator.layout import Box, Connected, Grid, Item, Named, Pad, Rect, Shape, Stack


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A box on the trunk with at least one that branches off there, each with the pen of the arrow that leads to it."""

    head: Box
    children: Sequence[tuple[Box, Pen]]


@dataclass(frozen=True, slots=True)
class TreeSpacing:
    """Distances in points: the trunk from the left, what branches off it from there too, and the gaps between boxes."""

    trunk: float
    indent: float
    below: float
    between: float
    apart: float


def indented_tree(nodes: Sequence[TreeNode], pen: Pen, steps: TreeSpacing) -> Box:
    """Nodes one below another on a trunk that runs from the first to the last child."""
    groups = []
    for place, node in enumerate(nodes):
        boxes = [Named(f"child {place} {order}", box) for order, (box, _) in enumerate(node.children)]
        children = Stack(boxes, steps.between, grow=frozenset(range(len(boxes))))
        parts = (Named(f"head {place}", node.head), Pad(children, (0.0, 0.0, 0.0, steps.indent)))
        groups.append((Stack(parts, steps.below, grow=frozenset({1})),))

    def draw(spots: Mapping[str, Rect]) -> Iterator[Item]:
        heads = [spots[f"head {place}"] for place in range(len(nodes))]
        last = spots[f"child {len(nodes) - 1} {len(nodes[-1].children) - 1}"]
        for head, end in zip(heads, (*(head.y for head in heads[1:]), last.middle), strict=True):
            yield from pen.line(steps.trunk, head.bottom, steps.trunk, end)
        for place, node in enumerate(nodes):
            for order, (_, branch) in enumerate(node.children):
                rect = spots[f"child {place} {order}"]
                # Another colour would show on the trunk.
                start = steps.trunk if branch is pen else steps.trunk + pen.width
                yield from branch.arrow(start, rect.middle, rect.x, rect.middle, 1.0)

    return Connected(Grid(groups, [1.0], row_gap=steps.apart), lambda spots: tuple(draw(spots)))


def converging_links(
    pen: Pen, end: Rect, nodes: Sequence[Rect], led: Sequence[tuple[Rect, Rect]], *, start: int | None = None
) -> Iterator[Shape]:
    """A line down the middle of `end` to its top, from box to box: through the cards, and the nodes that it crosses.

    It starts at the node above its first card, else at the box of index `start`. `led` are the cards, each with
    its node before it. An arrow leads to a card from its node, above or beside it, and to the end.
    """
    cards = [card for _, card in led]
    x = round(end.x + end.width / 2, 3)
    crossed = [rect for rect in nodes if rect.x < x < rect.right]
    beads = sorted((*crossed, *cards, end), key=lambda rect: rect.y)
    if start is None:
        first = next((place for place, rect in enumerate(beads) if rect in cards), len(beads) - 1)
        start = max(first - 1, 0)
    for above, below in pairwise(beads[start:]):
        if below is end or (above in crossed and below in cards):
            yield from pen.arrow(x, above.bottom, x, below.y, 0.5)
        else:
            yield from pen.line(x, above.bottom, x, below.y)
    for node, card in led:
        yield from pen.side_arrow(node, card)
