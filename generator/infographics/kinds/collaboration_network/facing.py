"""Two roles face to face, with their partners between them and the shared ones joined to both.

In: a comparison of two roles. Out: a box for a wide page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from generator.infographics.kinds.collaboration_network.circle_node import smallest_circle_node
from generator.infographics.kinds.collaboration_network.ties import MOST_DETAILED, Tie, all_ties
from generator.infographics.kinds.collaboration_network.two_way_links import hub_links, role_pen
from generator.infographics.parts.cards import tile
from generator.infographics.parts.columns import even_rows
from generator.infographics.parts.sketch import Sketch
from generator.layout import (
    Align,
    Box,
    Connected,
    Frame,
    Item,
    MultiChild,
    Named,
    Pad,
    Rect,
    Row,
    Space,
    Stack,
    Widths,
    centred,
    memoized,
    require,
    stacked,
)
from generator.model import Compared, View

# What stands on one line: a partner of each role, or one of both.
_Line = Sequence[Tie | None]


def facing(view: View, sketch: Sketch) -> Box:
    """The roles at either side, what flows between them and their partners on lines of the same height."""
    lines = _lines(view)
    detailed = not sketch.size.brief and len(lines) <= MOST_DETAILED
    grid = even_rows([_row(view, line, sketch, detailed=detailed) for line in lines], sketch.space(3))
    left, right = (centred(Named(f"hub {compared.id}", _hub(compared, sketch))) for compared in view.roles)
    fan = Space(sketch.space(6 if sketch.size.brief else 7.5))

    def draw(spots: Mapping[str, Rect]) -> Iterator[Item]:
        for side, compared in enumerate(view.roles):
            ties = [tie for line in lines if (tie := line[side])]
            ways = [(spots[f"lane {compared.id} {tie.id}"], spots[f"node {tie.id}"]) for tie in ties]
            apart, pitch = sketch.space(1.1), sketch.space(3.4)
            yield from hub_links(
                spots[f"hub {compared.id}"], ways, role_pen(compared, sketch), apart=apart, pitch=pitch
            )

    whole = Row((left, fan, grid, fan, right), valign="fill", stretch=2)
    return Connected(whole, lambda spots: tuple(draw(spots)))


def _lines(view: View) -> list[_Line]:
    ties = all_ties(view)
    own = ([tie for tie in ties if not tie.shared and tie.flow(compared)] for compared in view.roles)
    return [*zip_longest(*own), *((tie, tie) for tie in ties if tie.shared)]


def _hub(compared: Compared, sketch: Sketch) -> Box:
    """The role's name in the smallest circle that holds it."""
    icon = Row((sketch.icon(compared.role.icon, compared.on, "head", 1.7),), align="middle")
    name = sketch.text(compared.role.name, "strong", compared.on, "middle")
    least = 25 if sketch.size.brief else 28
    diameters = (sketch.space(steps) for steps in range(least, 2 * least))
    return smallest_circle_node(Stack((icon, name), gap=sketch.space(0.8)), diameters, compared.solid)


def _row(view: View, line: _Line, sketch: Sketch, *, detailed: bool) -> Box:
    lane, node = (0.295, 0.205) if detailed else (0.08 if sketch.size.brief else 0.14, 0.4)
    half = sketch.space(1 if sketch.size.brief else 2.5)
    aligns: tuple[Align, Align] = ("start", "end")
    flows: list[Box] = []
    nodes: list[Box] = []
    for tie, compared, align in zip(line, view.roles, aligns, strict=True):
        flows.append(_flows(tie, compared, align, sketch, detailed=detailed))
        insets = (0.0, half, 0.0, 0.0) if align == "start" else (0.0, 0.0, 0.0, half)
        nodes.append(
            Pad(_node(tie, compared.hue, sketch, detailed=detailed), insets, valign="middle") if tie else Space()
        )
    if line[0] and line[0].shared:
        whole = _node(line[0], "shared", sketch, detailed=detailed)
        return Row((flows[0], whole, flows[1]), shares=(lane, 2 * node, lane), valign="fill")
    return Row((flows[0], *nodes, flows[1]), shares=(lane, node, node, lane), valign="fill")


def _flows(tie: Tie | None, compared: Compared, align: Align, sketch: Sketch, *, detailed: bool) -> Box:
    """What the role gives above the arrows, what it gets below them."""
    flow = tie.flow(compared) if tie else None
    if not (tie and flow):
        return Space()
    inside: Box = Space()
    if detailed:
        far, near = sketch.space(2.5), sketch.space(1.2)
        insets = (0.0, far, 0.0, near) if align == "start" else (0.0, near, 0.0, far)
        gives, gets = (Pad(sketch.text(text, "note", align=align), insets) for text in (flow.gives, flow.gets))
        inside = AboveBelow((gives, gets), sketch.space(4.6))
    return Named(f"lane {compared.id} {tie.id}", inside)


def _node(tie: Tie, hue: str, sketch: Sketch, *, detailed: bool) -> Box:
    """A partner's name on a card; one that is shared says so."""
    icon = sketch.icon(tie.partner.icon, f"{hue}.solid", "strong", 1.5)
    align: Align = "middle" if detailed or (sketch.size.brief and not tie.shared) else "start"
    words: list[Box] = [sketch.text(tie.partner.name, "strong", align=align)]
    if tie.shared:
        words.append(sketch.text("Shared", "tag", "shared.solid", align))
    if detailed:
        inside: Box = Stack((Row((icon,), align="middle"), *words), gap=sketch.space(0.6))
    elif sketch.size.brief and not tie.shared:
        inside = words[0]
    else:
        inside = Row((icon, Stack(words)), sketch.space(2), valign="middle")
    return centred(Named(f"node {tie.id}", tile(sketch, inside, f"{hue}.tint", (1.8, 2), stroke=f"{hue}.solid")))


@dataclass(frozen=True, eq=False)
class AboveBelow(MultiChild):
    """Two boxes above and below the middle, `gap` apart: between them there is room for arrows."""

    children: tuple[Box, Box]
    gap: float

    def widths(self) -> Widths:
        above, below = (child.widths() for child in self.children)
        return Widths(max(above.min, below.min), max(above.max, below.max))

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        above, below = (child.layout(width) for child in self.children)
        tall = 2 * max(above.height, below.height) + self.gap
        require(tall, height, self, "height")
        tall = tall if height is None else height
        high, low = (tall - self.gap) / 2, (tall + self.gap) / 2
        return stacked([(above, 0.0, high - above.height), (below, 0.0, low)], width, tall)
