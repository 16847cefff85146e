"""The decision guide as a tree: questions on a trunk, answers as branches, verdicts as roots.

In: the guide's headline questions with their weighted answers (all questions where the page grows), and the
verdicts. Out: for two roles a trunk of questions whose answers branch to either side and stay in the middle
where they speak for both; for more roles a column for each verdict; on narrow sizes one trunk with all answers
hung on it. Lines gather the answers and lead them down to the verdict they speak for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.infographics.kinds.decision_tree.tally import tally
from generator.infographics.parts.arrows import Pen
from generator.infographics.parts.columns import in_rows
from generator.infographics.parts.figure import Sketch, tile
from generator.infographics.parts.marks import edge
from generator.infographics.parts.tree import Knot, Steps, gather, hang
from generator.infographics.picture import Table
from generator.layout import Align, Box, Fixed, Grid, Item, Named, Pad, Rect, Row, Space, Stack, Wired
from generator.model import Answer, Compared, Question, Verdict, View

KIND = "decision-tree"
EDITORIAL = True
POSTER = False
SECTION = ""

_MOST = 3
# More questions than these leave no room for their answers on a page of fixed size; fewer where it is a small one.
_MANY, _FEWER, _SMALL = 6, 4, 600
# From this width a page of fixed size has room for a column for each verdict, however many there are.
_ROOMY = 700
# So much of the page's height goes with each line of a single trunk.
_ROW = 48
# With fewer questions than these the reasons have room too.
_FEW = 3
# Steps of the grid around what hangs on one trunk: the trunk, the indent, below a question, between answers, apart.
_STEPS = (2.6, 6.5, 1.8, 1.6, 3.4)


def compose(view: View, sketch: Sketch) -> Box:
    lanes = _lanes(view)
    forks = [_fork(view, place, question, lanes) for place, question in enumerate(_questions(view, sketch))]
    if _crowded(view, sketch):
        return _hung(view, forks, lanes, sketch)
    return _trunk(forks, lanes, sketch) if len(view.roles) == 2 else _columns(forks, lanes, sketch)


def note(view: View, sketch: Sketch) -> Box | None:
    margin = view.comparison.guide.margin
    level = f"a lead of at most {margin} means" if margin else "a tie means"
    rule = "" if sketch.size.brief else f". Count the dots: {level} {_all(view)}"
    words = sketch.text(f"Editorial judgement{rule}", "note", "muted")
    return sketch.labelled("material/scale-balance", words, "shared.solid")


def table(view: View) -> Table:
    """A line for each answer, and one for each verdict."""
    names = tuple(f"Points for {compared.role.name}" for compared in view.roles)
    columns = ("Question", "Why it matters", "Answer", "Leads to", *names, "Because")
    rows = [
        (
            *(str(question.question), str(question.why), str(answer.text), _destination(view, answer)),
            *(str(answer.weights.get(compared.id, 0)) for compared in view.roles),
            str(answer.rationale),
        )
        for question in view.comparison.guide.questions
        for answer in question.answers
    ]
    blanks = tuple("" for _ in view.roles)
    for lane in _lanes(view):
        rows.append(("Verdict", "", str(lane.verdict.title), lane.name, *blanks, str(lane.verdict.text)))
    return Table(columns, tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    opening = (
        f"Editorial judgement: every answer gives each role between 0 and {_MOST} points; "
        f"a lead of at most {view.comparison.guide.margin} means {_all(view)}."
    )
    asked = tuple(
        f"{question.question} {question.why} " + " ".join(_told(view, answer) for answer in question.answers)
        for question in view.comparison.guide.questions
    )
    verdicts = tuple(f"Verdict for {lane.name}: {lane.verdict.title}. {lane.verdict.text}" for lane in _lanes(view))
    return (opening, *asked, *verdicts)


def _told(view: View, answer: Answer) -> str:
    weights = ", ".join(f"{compared.role.name} {answer.weights.get(compared.id, 0)}" for compared in view.roles)
    return f"“{answer.text}” leads to {_destination(view, answer)} ({weights}): {answer.rationale}"


def _all(view: View) -> str:
    return "both" if len(view.roles) == 2 else "all together"


# --- what leads where -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Lane:
    """One verdict and the way to it. `id` is the role's, "" for all of them together."""

    id: str
    name: str
    icon: str
    hue: str
    marker: str
    verdict: Verdict

    @property
    def solid(self) -> str:
        return f"{self.hue}.solid"


@dataclass(frozen=True, slots=True)
class _Branch:
    """An answer and the lane that it leads to. `name` is its box's; `named` whom it speaks for, if not for all."""

    name: str
    answer: Answer
    lane: _Lane
    named: Sequence[Compared]

    @property
    def weight(self) -> int:
        return max(self.answer.weights.values(), default=0)


@dataclass(frozen=True, slots=True)
class _Fork:
    """A question and its branches. `name` is its box's."""

    name: str
    question: Question
    branches: Sequence[_Branch]

    def to(self, lane: _Lane) -> list[_Branch]:
        return [branch for branch in self.branches if branch.lane is lane]


def _lanes(view: View) -> list[_Lane]:
    """The verdicts in the order of their columns: what speaks for both stands between two roles, else last."""
    guide, marker = view.comparison.guide, view.model.palette.shared.marker
    lanes = [
        _Lane(one.id, str(one.role.name), one.role.icon, one.hue, one.swatch.marker, guide.verdicts[one.id])
        for one in view.roles
    ]
    name = "Both" if len(lanes) == 2 else "Together"
    both = _Lane("", name, "material/set-center", "shared", marker, guide.together)
    lanes.insert(1 if len(lanes) == 2 else len(lanes), both)
    return lanes


def _fork(view: View, place: int, question: Question, lanes: Sequence[_Lane]) -> _Fork:
    branches = []
    for order, answer in enumerate(question.answers):
        favoured = _favoured(view, answer)
        to = favoured[0].id if len(favoured) == 1 else ""
        lane = next(lane for lane in lanes if lane.id == to)
        named = favoured if len(favoured) < len(view.roles) else []
        branches.append(_Branch(f"answer {place} {order}", answer, lane, named))
    return _Fork(f"question {place}", question, branches)


def _favoured(view: View, answer: Answer) -> list[Compared]:
    """The roles that the answer speaks for most."""
    most = max(answer.weights.values(), default=0)
    return [compared for compared in view.roles if answer.weights.get(compared.id, 0) == most]


def _destination(view: View, answer: Answer) -> str:
    return ", ".join(compared.role.name for compared in _favoured(view, answer))


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


# --- what stands in the tree ------------------------------------------------------------------------------------------


def _node(words: str, sketch: Sketch, align: Align = "middle") -> Box:
    return tile(sketch, sketch.text(words, "strong", "ground", align), "ink", (1.3, 2.4))


def _answer(branch: _Branch, role: str, sketch: Sketch, *, reasoned: bool = False, label: Box | None = None) -> Box:
    """A card in the lane's colour: the answer, whom it speaks for where the place does not say it, how strongly."""
    lane, brief = branch.lane, sketch.size.brief
    words: list[Box] = [sketch.text(branch.answer.text, role)]
    if reasoned:
        words.append(sketch.text(branch.answer.rationale, "note", "muted"))
    if len(branch.named) > 1 and not (label or brief):
        words.append(Row([_pill(compared, sketch) for compared in branch.named], sketch.space(1)))
    parts: list[Box] = [*([label] if label else []), Stack(words, gap=sketch.space(1.2))]
    if not brief:
        radius, pitch = sketch.space(0.58), sketch.space(1.75)
        parts.append(tally(branch.weight, _MOST, colour=lane.solid, radius=radius, pitch=pitch))
    inside = Row(parts, sketch.space(2), valign="middle", stretch=1 if label else 0)
    bar, high, wide, radius = sketch.space(0.9), sketch.space(1.2), sketch.space(2.4), sketch.space(2)
    insets, radii = (high, wide, high, wide + bar), (0.0, radius, radius, 0.0)
    mark = edge(lane.marker, lane.solid, bar)
    return Named(branch.name, Pad(inside, insets, f"{lane.hue}.tint", None, radii, "middle", mark))


def _pill(compared: Compared, sketch: Sketch) -> Box:
    return sketch.pill(compared.role.abbreviation, compared.hue, compared.swatch.marker)


def _verdict(lane: _Lane, sketch: Sketch, *, titled: bool, pictured: bool = True) -> Box:
    on = f"{lane.hue}.on"
    name = sketch.text(lane.name, "strong", on)
    inside: Box = Stack((name, sketch.text(lane.verdict.title, "note", on))) if titled else name
    if pictured:
        inside = Row((sketch.icon(lane.icon, on, "strong", 1.5), inside), sketch.space(2.4), valign="middle")
    return Named(f"verdict {lane.id}", tile(sketch, inside, lane.solid, (2, 2.8)))


def _stack(cards: Sequence[Box], sketch: Sketch) -> Box:
    return Stack(cards, sketch.space(1.6), grow=frozenset(range(len(cards)))) if cards else Space()


# --- columns that lead to verdicts ------------------------------------------------------------------------------------


def _trunk(forks: Sequence[_Fork], lanes: Sequence[_Lane], sketch: Sketch) -> Box:
    """Two roles: questions one below another, with answers to either side and below each."""
    aside, inner = ("strong", "label") if sketch.size.brief else ("body", "note")
    rows = []
    for fork in forks:
        left, both, right = (_cards(fork, lane, aside if lane.id else inner, len(forks), sketch) for lane in lanes)
        node = Named(fork.name, _node(fork.question.question, sketch))
        grow = frozenset(range(len(both) + 1) if both else ())
        trunk = Stack((node, *both), sketch.space(2.6), valign="middle", grow=grow)
        rows.append((_stack(left, sketch), trunk, _stack(right, sketch)))
    return _gathered(Grid(rows, [1.0] * 3, sketch.space(7), sketch.space(3)), forks, lanes, sketch)


def _columns(forks: Sequence[_Fork], lanes: Sequence[_Lane], sketch: Sketch) -> Box:
    """Three or four roles: a column for each verdict."""
    role, gap = "label" if sketch.size.brief else "body", sketch.space(2.5)
    groups = []
    for fork in forks:
        cells = [_stack(_cards(fork, lane, role, len(forks), sketch), sketch) for lane in lanes]
        row = Row(cells, gap, [1.0] * len(lanes), valign="fill")
        node = Named(fork.name, _node(fork.question.question, sketch))
        groups.append((Stack((node, row), sketch.space(3.4), grow=frozenset({1})),))
    return _gathered(Grid(groups, [1.0], gap, sketch.space(3)), forks, lanes, sketch)


def _cards(fork: _Fork, lane: _Lane, role: str, questions: int, sketch: Sketch) -> list[Box]:
    """A question's answers that lead to one lane."""
    reasoned = questions < _FEW and not sketch.size.brief
    return [_answer(branch, role, sketch, reasoned=reasoned) for branch in fork.to(lane)]


def _gathered(grid: Grid, forks: Sequence[_Fork], lanes: Sequence[_Lane], sketch: Sketch) -> Box:
    """Questions and answers above the verdicts, with the lines that lead from the ones to the others."""
    brief = sketch.size.brief
    ends = [_verdict(lane, sketch, titled=not brief, pictured=not brief or len(lanes) == 3) for lane in lanes]
    verdicts = Row(ends, grid.column_gap, [1.0] * len(lanes), valign="fill")
    whole = Stack((grid, verdicts), gap=sketch.space(4), grow=frozenset({0}))

    def draw(spots: Mapping[str, Rect]) -> Iterator[Item]:
        nodes = [spots[fork.name] for fork in forks]
        for lane in lanes:
            pen = _pen(lane, sketch, 2.2)
            led = [(spots[fork.name], spots[branch.name]) for fork in forks for branch in fork.to(lane)]
            # The middle line joins all questions.
            start = None if lane.id else 0
            yield from gather(pen, spots[f"verdict {lane.id}"], nodes, led, start=start)

    return Wired(whole, lambda spots: tuple(draw(spots)))


def _pen(lane: _Lane, sketch: Sketch, head: float) -> Pen:
    return Pen(lane.solid, lane.marker, sketch.space(0.5), sketch.space(head))


# --- narrow, or too many verdicts for columns: all answers hang on one trunk ------------------------------------------


def _hung(view: View, forks: Sequence[_Fork], lanes: Sequence[_Lane], sketch: Sketch) -> Box:
    narrow, plain = sketch.size.narrow, Pen("muted", "solid", sketch.space(0.5), sketch.space(2))
    role = "note" if narrow else "body"
    knots = []
    for fork in forks:
        cards = [_answer(branch, role, sketch, label=_label(branch, view, sketch)) for branch in fork.branches]
        pens = [_pen(branch.lane, sketch, 2) for branch in fork.branches]
        knots.append(Knot(_node(fork.question.question, sketch, "start"), list(zip(cards, pens, strict=True))))
    ends: list[Box] = [_verdict(lane, sketch, titled=not _small(sketch)) for lane in lanes]
    hung = [(end, _pen(lane, sketch, 2)) for end, lane in zip(ends, lanes, strict=True)]
    if not narrow:  # an arrow to each row of two, of no lane's colour; a last one that is alone is as wide as both
        hung = [(Row(pair, sketch.space(1.6), [1.0] * len(pair), "fill"), plain) for pair in in_rows(ends, 2)]
    knots.append(Knot(_node("Count the dots", sketch, "start"), hung))
    return hang(knots, plain, Steps(*(sketch.space(steps) for steps in _STEPS)))


def _label(branch: _Branch, view: View, sketch: Sketch) -> Box:
    """Whom an answer speaks for, as wide on every answer."""
    every = sketch.pill("Both" if len(view.roles) == 2 else "All", "shared", view.model.palette.shared.marker)
    widest = max(box.widths().max for box in (every, *(_pill(compared, sketch) for compared in view.roles)))
    pills: list[Box] = [Row((_pill(compared, sketch),)) for compared in branch.named]
    return Fixed(Stack(pills or [every], gap=sketch.space(0.8)), widest)
