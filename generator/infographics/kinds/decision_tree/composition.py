"""The tree: columns that lead to verdicts, or one trunk off which all answers branch.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from generator.infographics.kinds.decision_tree.branches import Fork, Lane, all_lanes, fork_of
from generator.infographics.kinds.decision_tree.description import together
from generator.infographics.kinds.decision_tree.nodes import (
    answer_card,
    answer_label,
    lane_pen,
    question_node,
    verdict_node,
)
from generator.infographics.kinds.decision_tree.tree import TreeNode, TreeSpacing, converging_links, indented_tree
from generator.infographics.parts.arrows import Pen
from generator.infographics.parts.columns import in_rows
from generator.infographics.parts.notes import judgement_label
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Connected, Grid, Item, Named, Rect, Row, Space, Stack
from generator.model import Question, View

# More questions than these leave no room for their answers on a page of fixed size; fewer where it is a small one.
_MANY, _FEWER, _SMALL = 6, 4, 600
# From this width a page of fixed size has room for a column for each verdict, however many there are.
_ROOMY = 700
# So much of the page's height goes with each line of a single trunk.
_ROW = 48
# With fewer questions than these the reasons have room too.
_FEW = 3
# Steps of the grid around what branches off one trunk: the trunk, the indent, below a question, between answers, apart.
_STEPS = (2.6, 6.5, 1.8, 1.6, 3.4)


def compose(view: View, sketch: Sketch) -> Box:
    lanes = all_lanes(view)
    forks = [fork_of(view, place, question, lanes) for place, question in enumerate(_questions(view, sketch))]
    if _crowded(view, sketch):
        return _indented(view, forks, lanes, sketch)
    return _two_sided(forks, lanes, sketch) if len(view.roles) == 2 else _columns(forks, lanes, sketch)


def note(view: View, sketch: Sketch) -> Box | None:
    margin = view.comparison.guide.margin
    level = f"a lead of at most {margin} means" if margin else "a tie means"
    rule = "" if sketch.size.brief else f". Count the dots: {level} {together(view)}"
    return judgement_label(sketch, sketch.text(f"Editorial judgement{rule}", "note", "muted"))


# --- what has room ----------------------------------------------------------------------------------------------------


def _questions(view: View, sketch: Sketch) -> Sequence[Question]:
    questions = view.comparison.guide.questions
    if sketch.size.height is None:
        return questions
    headlines = [question for question in questions if question.headline] or questions
    if sketch.size.brief:
        return headlines[:1]
    if len(headlines) < _FEW:  # too few to fill a page: the others follow
        headlines = [*headlines, *(question for question in questions if question not in headlines)][:_FEW]
    if not _crowded(view, sketch):
        return headlines[: _FEWER if _small(sketch) else _MANY]
    rows = accumulate(1 + len(question.answers) for question in headlines)
    return headlines[: max(sum(total <= sketch.size.height / _ROW for total in rows), 1)]


def _crowded(view: View, sketch: Sketch) -> bool:
    """Whether there are more verdicts than columns have room."""
    size = sketch.size
    tight = size.height is None or size.width < _ROOMY
    return size.narrow or (len(view.roles) > 2 and tight and not size.brief)


def _small(sketch: Sketch) -> bool:
    return sketch.size.height is not None and max(sketch.size.width, sketch.size.height) < _SMALL


def _stack(cards: Sequence[Box], sketch: Sketch) -> Box:
    return Stack(cards, sketch.space(1.6), grow=frozenset(range(len(cards)))) if cards else Space()


# --- columns that lead to verdicts ------------------------------------------------------------------------------------


def _two_sided(forks: Sequence[Fork], lanes: Sequence[Lane], sketch: Sketch) -> Box:
    """Two roles: questions one below another, with answers to either side and below each."""
    aside, inner = ("strong", "label") if sketch.size.brief else ("body", "note")
    rows = []
    for fork in forks:
        left, both, right = (_cards(fork, lane, aside if lane.id else inner, len(forks), sketch) for lane in lanes)
        node = Named(fork.name, question_node(fork.question.question, sketch))
        grow = frozenset(range(len(both) + 1) if both else ())
        trunk = Stack((node, *both), sketch.space(2.6), valign="middle", grow=grow)
        rows.append((_stack(left, sketch), trunk, _stack(right, sketch)))
    return _with_verdicts(Grid(rows, [1.0] * 3, sketch.space(7), sketch.space(3)), forks, lanes, sketch)


def _columns(forks: Sequence[Fork], lanes: Sequence[Lane], sketch: Sketch) -> Box:
    """Three or four roles: a column for each verdict."""
    role, gap = "label" if sketch.size.brief else "body", sketch.space(2.5)
    groups = []
    for fork in forks:
        cells = [_stack(_cards(fork, lane, role, len(forks), sketch), sketch) for lane in lanes]
        row = Row(cells, gap, [1.0] * len(lanes), valign="fill")
        node = Named(fork.name, question_node(fork.question.question, sketch))
        groups.append((Stack((node, row), sketch.space(3.4), grow=frozenset({1})),))
    return _with_verdicts(Grid(groups, [1.0], gap, sketch.space(3)), forks, lanes, sketch)


def _cards(fork: Fork, lane: Lane, role: str, questions: int, sketch: Sketch) -> list[Box]:
    """A question's answers that lead to one lane."""
    reasoned = questions < _FEW and not sketch.size.brief
    return [answer_card(branch, role, sketch, reasoned=reasoned) for branch in fork.to(lane)]


def _with_verdicts(grid: Grid, forks: Sequence[Fork], lanes: Sequence[Lane], sketch: Sketch) -> Box:
    """Questions and answers above the verdicts, with the lines that lead from the ones to the others."""
    brief = sketch.size.brief
    ends = [verdict_node(lane, sketch, titled=not brief, pictured=not brief or len(lanes) == 3) for lane in lanes]
    verdicts = Row(ends, grid.column_gap, [1.0] * len(lanes), valign="fill")
    whole = Stack((grid, verdicts), gap=sketch.space(4), grow=frozenset({0}))

    def draw(spots: Mapping[str, Rect]) -> Iterator[Item]:
        nodes = [spots[fork.name] for fork in forks]
        for lane in lanes:
            pen = lane_pen(lane, sketch, 2.2)
            led = [(spots[fork.name], spots[branch.name]) for fork in forks for branch in fork.to(lane)]
            # The middle line joins all questions.
            start = None if lane.id else 0
            yield from converging_links(pen, spots[f"verdict {lane.id}"], nodes, led, start=start)

    return Connected(whole, lambda spots: tuple(draw(spots)))


# --- narrow, or too many verdicts for columns: all answers branch off one trunk ---------------------------------------


def _indented(view: View, forks: Sequence[Fork], lanes: Sequence[Lane], sketch: Sketch) -> Box:
    narrow, plain = sketch.size.narrow, Pen("muted", "solid", sketch.space(0.5), sketch.space(2))
    role = "note" if narrow else "body"
    nodes = []
    for fork in forks:
        cards = [
            answer_card(branch, role, sketch, label=answer_label(branch, view, sketch)) for branch in fork.branches
        ]
        pens = [lane_pen(branch.lane, sketch, 2) for branch in fork.branches]
        nodes.append(
            TreeNode(question_node(fork.question.question, sketch, "start"), list(zip(cards, pens, strict=True)))
        )
    ends: list[Box] = [verdict_node(lane, sketch, titled=not _small(sketch)) for lane in lanes]
    children = [(end, lane_pen(lane, sketch, 2)) for end, lane in zip(ends, lanes, strict=True)]
    if not narrow:  # an arrow to each row of two, of no lane's colour; a last one that is alone is as wide as both
        children = [(Row(pair, sketch.space(1.6), [1.0] * len(pair), "fill"), plain) for pair in in_rows(ends, 2)]
    nodes.append(TreeNode(question_node("Count the dots", sketch, "start"), children))
    return indented_tree(nodes, plain, TreeSpacing(*(sketch.space(steps) for steps in _STEPS)))
