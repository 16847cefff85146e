"""What stands in the tree: questions, answers and verdicts.

In: forks and lanes. Out: boxes, and the pens of the lines between them.
"""

from __future__ import annotations

from generator.infographics.kinds.decision_tree.branches import MOST_POINTS, Branch, Lane
from generator.infographics.kinds.decision_tree.tally import tally
from generator.infographics.parts.arrows import Pen
from generator.infographics.parts.badges import role_pill
from generator.infographics.parts.cards import tile
from generator.infographics.parts.marks import edge
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.wording import both_or_all
from generator.layout import Align, Box, Fixed, Named, Pad, Row, Stack
from generator.model import View


def question_node(words: str, sketch: Sketch, align: Align = "middle") -> Box:
    """What branches start from."""
    return tile(sketch, sketch.text(words, "strong", "ground", align), "ink", (1.3, 2.4))


def answer_card(branch: Branch, role: str, sketch: Sketch, *, reasoned: bool = False, label: Box | None = None) -> Box:
    """A card in the lane's colour: the answer, whom it speaks for where the place does not say it, how strongly."""
    lane, brief = branch.lane, sketch.size.brief
    words: list[Box] = [sketch.text(branch.answer.text, role)]
    if reasoned:
        words.append(sketch.text(branch.answer.rationale, "note", "muted"))
    if len(branch.named) > 1 and not (label or brief):
        words.append(Row([role_pill(sketch, compared) for compared in branch.named], sketch.space(1)))
    parts: list[Box] = [*([label] if label else []), Stack(words, gap=sketch.space(1.2))]
    if not brief:
        radius, pitch = sketch.space(0.58), sketch.space(1.75)
        parts.append(tally(branch.weight, MOST_POINTS, colour=lane.solid, radius=radius, pitch=pitch))
    inside = Row(parts, sketch.space(2), valign="middle", stretch=1 if label else 0)
    bar, high, wide, radius = sketch.space(0.9), sketch.space(1.2), sketch.space(2.4), sketch.space(2)
    insets, radii = (high, wide, high, wide + bar), (0.0, radius, radius, 0.0)
    mark = edge(lane.marker, lane.solid, bar)
    return Named(branch.name, Pad(inside, insets, f"{lane.hue}.tint", None, radii, "middle", mark))


def verdict_node(lane: Lane, sketch: Sketch, *, titled: bool, pictured: bool = True) -> Box:
    """What a lane ends in: whom the verdict is for, its title where `titled`, an icon where `pictured`."""
    on = f"{lane.hue}.on"
    name = sketch.text(lane.name, "strong", on)
    inside: Box = Stack((name, sketch.text(lane.verdict.title, "note", on))) if titled else name
    if pictured:
        inside = Row((sketch.icon(lane.icon, on, "strong", 1.5), inside), sketch.space(2.4), valign="middle")
    return Named(f"verdict {lane.id}", tile(sketch, inside, lane.solid, (2, 2.8)))


def lane_pen(lane: Lane, sketch: Sketch, head: float) -> Pen:
    """What the lines of a lane are drawn with; `head` in steps of the grid."""
    return Pen(lane.solid, lane.marker, sketch.space(0.5), sketch.space(head))


def answer_label(branch: Branch, view: View, sketch: Sketch) -> Box:
    """Whom an answer speaks for, as wide on every answer."""
    every = sketch.pill(both_or_all(view).capitalize(), "shared", view.model.palette.shared.marker)
    widest = max(box.widths().max for box in (every, *(role_pill(sketch, compared) for compared in view.roles)))
    pills: list[Box] = [Row((role_pill(sketch, compared),)) for compared in branch.named]
    return Fixed(Stack(pills or [every], gap=sketch.space(0.8)), widest)
