"""The decision guide as a tree: questions on a trunk, answers as branches, verdicts as roots.

In: the guide's headline questions with their weighted answers (all questions where the page grows), and the
verdicts. Out: for two roles a trunk of questions whose answers branch to either side and stay in the middle
where they speak for both; for more roles a column for each verdict; on narrow sizes one trunk with all answers
hung on it. Lines gather the answers and lead them down to the verdict they speak for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from generator.layout.box import Align, Box
from generator.layout.boxes import Fixed, Grid, Pad, Row, Stack
from generator.layout.frame import Command, Item, Rect
from generator.layout.leaves import Canvas, Space
from generator.layout.marks import arrow, disc, edge, line, stroke
from generator.layout.sketch import Sketch
from generator.layout.wires import Named, Wired
from generator.model.derive import Compared, View
from generator.model.schema import Answer, Question
from generator.model.text import Text
from generator.pictures import Table

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
# Steps by which answers that hang on one trunk are indented.
_INDENT = 6.5


def compose(view: View, sketch: Sketch) -> Box:
    questions = _questions(view, sketch)
    lanes = _lanes(view)
    if _crowded(view, sketch):
        return _hung(view, questions, lanes, sketch)
    return _trunk(view, questions, sketch) if len(view.roles) == 2 else _columns(view, questions, lanes, sketch)


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
    rows = []
    for question in view.comparison.guide.questions:
        for answer in question.answers:
            weights = (str(answer.weights.get(compared.id, 0)) for compared in view.roles)
            to = _destination(view, answer)
            rows.append(
                (str(question.question), str(question.why), str(answer.text), to, *weights, str(answer.rationale))
            )
    blanks = tuple("" for _ in view.roles)
    for lane in _lanes(view):
        rows.append(("Verdict", "", str(lane.title), lane.name, *blanks, str(lane.text)))
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
    verdicts = tuple(f"Verdict for {lane.name}: {lane.title}. {lane.text}" for lane in _lanes(view))
    return (opening, *asked, *verdicts)


def _told(view: View, answer: Answer) -> str:
    weights = ", ".join(f"{compared.role.name} {answer.weights.get(compared.id, 0)}" for compared in view.roles)
    return f"“{answer.text}” leads to {_destination(view, answer)} ({weights}): {answer.rationale}"


# --- what leads where -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Lane:
    """One verdict and the way to it. `id` is the role's, "" for all of them together."""

    id: str
    name: str
    short: str
    icon: str
    hue: str
    marker: str
    title: Text
    text: str

    @property
    def solid(self) -> str:
        return f"{self.hue}.solid"


def _lanes(view: View) -> list[_Lane]:
    """The verdicts in the order of their columns: what speaks for both stands between two roles, else last."""
    guide, swatch = view.comparison.guide, view.model.palette.shared
    lanes = [
        _Lane(
            compared.id,
            str(compared.role.name),
            str(compared.role.abbreviation),
            compared.role.icon,
            compared.hue,
            compared.swatch.marker,
            guide.verdicts[compared.id].title,
            str(guide.verdicts[compared.id].text),
        )
        for compared in view.roles
    ]
    name = "Both" if len(view.roles) == 2 else "Together"
    both = guide.together
    icon = "material/set-center"
    lanes.insert(
        1 if len(lanes) == 2 else len(lanes),
        _Lane("", name, name, icon, "shared", swatch.marker, both.title, str(both.text)),
    )
    return lanes


def _all(view: View) -> str:
    return "both" if len(view.roles) == 2 else "all together"


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


def _favoured(view: View, answer: Answer) -> list[Compared]:
    """The roles that the answer speaks for most."""
    most = max(answer.weights.values(), default=0)
    return [compared for compared in view.roles if answer.weights.get(compared.id, 0) == most]


def _destination(view: View, answer: Answer) -> str:
    favoured = _favoured(view, answer)
    return ", ".join(compared.role.name for compared in favoured)


def _leading(view: View, question: Question, lane: _Lane) -> list[Answer]:
    """The question's answers that lead to the lane."""
    found = []
    for answer in question.answers:
        favoured = _favoured(view, answer)
        if (favoured[0].id if len(favoured) == 1 else "") == lane.id:
            found.append(answer)
    return found


# --- what stands in the tree ------------------------------------------------------------------------------------------


def _node(words: str, name: str, sketch: Sketch, align: Align = "middle") -> Box:
    high, wide, radius = sketch.space(1.3), sketch.space(2.4), sketch.space(2.5)
    text = sketch.text(words, "strong", "ground", align)
    return Named(name, Pad(text, (high, wide) * 2, "ink", radii=(radius,) * 4, valign="middle"))


def _answer(view: View, answer: Answer, lane: _Lane, look: _Look, sketch: Sketch) -> Box:
    """A card in the lane's colour: the answer, whom it speaks for where the place does not say it, how strongly."""
    favoured = _favoured(view, answer)
    words: list[Box] = [sketch.text(answer.text, look.role)]
    if look.reasoned:
        words.append(sketch.text(answer.rationale, "note", "muted"))
    if not (look.labelled or sketch.size.brief or lane.id) and 1 < len(favoured) < len(view.roles):
        words.append(_pills(favoured, sketch))
    parts: list[Box] = [Stack(words, gap=sketch.space(1.2))]
    if look.labelled:
        parts.insert(0, _label(favoured if len(favoured) < len(view.roles) else [], view, sketch))
    if not sketch.size.brief:
        parts.append(_strength(max(answer.weights.values(), default=0), lane, sketch))
    inside = Row(parts, sketch.space(2), valign="middle", stretch=int(look.labelled))
    bar, high, wide, radius = sketch.space(0.9), sketch.space(1.2), sketch.space(2.4), sketch.space(2)
    insets = (high, wide, high, wide + bar)
    mark = edge(lane.marker, lane.solid, bar)
    card = Pad(inside, insets, f"{lane.hue}.tint", radii=(0.0, radius, radius, 0.0), valign="middle", edge=mark)
    return Named(look.name, card)


@dataclass(frozen=True, slots=True)
class _Look:
    """How one answer is set. `name` is its place in the tree: the lane's id, the question's and its own number."""

    name: str
    role: str
    reasoned: bool = False
    labelled: bool = False


def _pills(favoured: Sequence[Compared], sketch: Sketch) -> Box:
    pills = [sketch.pill(compared.role.abbreviation, compared.hue, compared.swatch.marker) for compared in favoured]
    return Row(pills, sketch.space(1))


def _strength(weight: int, lane: _Lane, sketch: Sketch) -> Box:
    """Dots one above another, as many of them filled as the answer gives points."""
    radius, pitch = sketch.space(0.58), sketch.space(1.75)

    def draw(width: float, height: float) -> tuple[Item, ...]:
        middle, low = width / 2, height / 2 + pitch
        return tuple(
            disc(middle, low - pitch * place, radius, fill=lane.solid)
            if place < weight
            else disc(middle, low - pitch * place, radius * 0.86, fill=None, stroke=lane.solid, width=radius * 0.3)
            for place in range(_MOST)
        )

    return Canvas(draw, height=2 * pitch + 2.4 * radius, width=2.4 * radius)


def _verdict(lane: _Lane, sketch: Sketch, *, titled: bool, pictured: bool = True) -> Box:
    on = f"{lane.hue}.on"
    name = sketch.text(lane.name, "strong", on)
    inside: Box = Stack((name, sketch.text(lane.title, "note", on))) if titled else name
    if pictured:
        inside = Row((sketch.icon(lane.icon, on, "strong", 1.5), inside), sketch.space(2.4), valign="middle")
    high, wide, radius = sketch.space(2), sketch.space(2.8), sketch.space(2.5)
    return Named(f"verdict {lane.id}", Pad(inside, (high, wide) * 2, lane.solid, radii=(radius,) * 4, valign="middle"))


def _gathered(
    rows: Sequence[Sequence[Box]], shares: Sequence[float], gap: float, lanes: list[_Lane], sketch: Sketch
) -> Box:
    """The rows above the verdicts, with the lines that lead from the ones to the others."""
    grid = Grid(rows, shares, gap, sketch.space(3))
    brief = sketch.size.brief
    ends = [_verdict(lane, sketch, titled=not brief, pictured=not brief or len(lanes) == 3) for lane in lanes]
    verdicts = Row(ends, gap, [1.0] * len(lanes), valign="fill")
    whole = Stack((grid, verdicts), gap=sketch.space(4), grow=frozenset({0}))

    def draw(spots: Mapping[str, Rect]) -> tuple[Item, ...]:
        drawn = ((*_line(lane, spots, sketch), *_branches(lane, spots, sketch)) for lane in lanes)
        return tuple(item for items in drawn for item in items)

    return Wired(whole, draw)


def _line(lane: _Lane, spots: Mapping[str, Rect], sketch: Sketch) -> Iterator[Item]:
    """From box to box down a lane, through the questions that it crosses, to the verdict."""
    verdict, size = spots[f"verdict {lane.id}"], sketch.space(2.2)
    x = round(verdict.x + verdict.width / 2, 3)
    asked = [rect for name, rect in spots.items() if name.startswith("question ") and rect.x < x < rect.right]
    cards = [rect for name, rect in spots.items() if name.startswith(f"{lane.id} ")]
    beads = sorted((*asked, *cards, verdict), key=lambda rect: rect.y)
    # A line starts at the question above its first answer; the middle one joins all questions.
    first = next((place for place, rect in enumerate(beads) if rect in cards), len(beads) - 1)
    first = 0 if not lane.id else max(first - 1, 0)
    for above, below in pairwise(beads[first:]):
        led = below is verdict or (above in asked and below in cards)
        yield from _stroke([("M", (x, above.bottom)), ("L", (x, below.y - (size if led else 0.0)))], lane, sketch)
        if led:
            yield arrow(x, below.y - 0.5, size, colour=lane.solid, degrees=90.0)


def _stroke(path: Sequence[Command], lane: _Lane, sketch: Sketch) -> Iterator[Item]:
    """A line in the lane's way; a double one is a broad one with its middle left out."""
    width = sketch.space(0.5)
    if lane.marker != "double":
        yield stroke(path, colour=lane.solid, width=width, marker=lane.marker)
        return
    yield stroke(path, colour=lane.solid, width=width * 2.4)
    yield stroke(path, colour="ground", width=width * 0.9)


# --- two roles: a trunk with branches to either side ------------------------------------------------------------------


def _trunk(view: View, questions: Sequence[Question], sketch: Sketch) -> Box:
    lanes = _lanes(view)
    aside = "strong" if sketch.size.brief else "body"
    inner = "label" if sketch.size.brief else "note"
    rows = []
    for place, question in enumerate(questions):
        left, both, right = (
            _cards(view, question, place, lane, aside if lane.id else inner, len(questions), sketch) for lane in lanes
        )
        node = _node(question.question, f"question {place}", sketch)
        grown = frozenset(range(len(both) + 1)) if both else frozenset[int]()
        trunk = Stack((node, *both), sketch.space(2.6), valign="middle", grow=grown)
        rows.append((_column(left, sketch), trunk, _column(right, sketch)))
    return _gathered(rows, [1.0] * 3, sketch.space(7), lanes, sketch)


def _cards(
    view: View, question: Question, place: int, lane: _Lane, role: str, questions: int, sketch: Sketch
) -> list[Box]:
    """A question's answers that lead to one lane."""
    reasoned = questions < _FEW and not sketch.size.brief
    return [
        _answer(view, answer, lane, _Look(f"{lane.id} {place} {order}", role, reasoned), sketch)
        for order, answer in enumerate(_leading(view, question, lane))
    ]


def _column(cards: list[Box], sketch: Sketch) -> Box:
    return Stack(cards, sketch.space(1.6), grow=frozenset(range(len(cards)))) if cards else Space()


def _branches(lane: _Lane, spots: Mapping[str, Rect], sketch: Sketch) -> Iterator[Item]:
    """Arrows from each question's side to the answers beside it, where there are any."""
    size = sketch.space(2.2)
    for name, card in spots.items():
        if not name.startswith(f"{lane.id} "):
            continue
        question = spots[f"question {name.split()[1]}"]
        if card.x >= question.right:
            start, end, turn = question.right, card.x - 1.0, 1.0
        elif card.right <= question.x:
            start, end, turn = question.x, card.right + 1.0, -1.0
        else:
            continue
        y0 = question.y + question.height / 2
        level = card.y + size < y0 < card.bottom - size
        y1 = y0 if level else card.y + card.height / 2
        near, middle = end - turn * size, (start + end - turn * size) / 2
        curve: Command = ("C", (middle, y0, middle, y1, near, y1))
        yield from _stroke([("M", (start, y0)), ("L", (near, y1)) if level else curve], lane, sketch)
        yield arrow(end, y1, size, colour=lane.solid, degrees=0.0 if turn > 0 else 180.0)


# --- three or four roles: a column for each verdict -------------------------------------------------------------------


def _columns(view: View, questions: Sequence[Question], lanes: list[_Lane], sketch: Sketch) -> Box:
    gap = sketch.space(2.5)
    role = "label" if sketch.size.brief else "body"
    groups = []
    for place, question in enumerate(questions):
        cells = [_column(_cards(view, question, place, lane, role, len(questions), sketch), sketch) for lane in lanes]
        row = Row(cells, gap, [1.0] * len(lanes), valign="fill")
        node = _node(question.question, f"question {place}", sketch)
        groups.append((Stack((node, row), sketch.space(3.4), grow=frozenset({1})),))
    return _gathered(groups, [1.0], gap, lanes, sketch)


# --- narrow, or too many verdicts for columns: all answers hang on one trunk ------------------------------------------


def _hung(view: View, questions: Sequence[Question], lanes: list[_Lane], sketch: Sketch) -> Box:
    groups = []
    role = "note" if sketch.size.narrow else "body"
    for place, question in enumerate(questions):
        node = _node(question.question, f"question {place}", sketch, "start")
        found = [
            (answer, lane) for answer in question.answers for lane in lanes if answer in _leading(view, question, lane)
        ]
        cards = [
            _answer(view, answer, lane, _Look(f"{lane.id} {place} {order}", role, labelled=True), sketch)
            for order, (answer, lane) in enumerate(found)
        ]
        groups.append(_group(node, cards, sketch))
    last = _node("Count the dots", "question last", sketch, "start")
    verdicts = [_verdict(lane, sketch, titled=not _small(sketch)) for lane in lanes]
    groups.append(_group(last, verdicts if sketch.size.narrow else _paired(verdicts, sketch), sketch))
    tree = Grid([(group,) for group in groups], [1.0], row_gap=sketch.space(3.4))
    return Wired(tree, lambda spots: tuple(_hangers(lanes, spots, sketch)))


def _paired(boxes: list[Box], sketch: Sketch) -> list[Box]:
    """Rows of two; a last one that is alone is as wide as both."""
    pairs = (boxes[start : start + 2] for start in range(0, len(boxes), 2))
    return [Row(pair, sketch.space(1.6), [1.0] * len(pair), valign="fill") for pair in pairs]


def _group(node: Box, cards: list[Box], sketch: Sketch) -> Box:
    hung = Pad(_column(cards, sketch), (0.0, 0.0, 0.0, sketch.space(_INDENT)))
    return Stack((node, hung), sketch.space(1.8), grow=frozenset({1}))


def _label(favoured: Sequence[Compared], view: View, sketch: Sketch) -> Box:
    """Whom an answer speaks for, as wide on every answer."""
    swatch = view.model.palette.shared
    both = sketch.pill("Both" if len(view.roles) == 2 else "All", "shared", swatch.marker)
    widest = max(box.widths().max for box in (both, *(_pills([compared], sketch) for compared in view.roles)))
    pills = [_pills([compared], sketch) for compared in favoured] or [both]
    return Fixed(Stack(pills, gap=sketch.space(0.8)), widest)


def _hangers(lanes: list[_Lane], spots: Mapping[str, Rect], sketch: Sketch) -> Iterator[Item]:
    """The trunk along the left, and an arrow from it to each answer and verdict."""
    size, width = sketch.space(2), sketch.space(0.5)
    x = sketch.space(2.6)
    nodes = [rect for name, rect in spots.items() if name.startswith("question ")]
    ends = [*(rect.y for rect in nodes[1:]), max(rect.y + rect.height / 2 for rect in spots.values())]
    for node, end in zip(nodes, ends, strict=True):
        yield line(x, node.bottom, x, end, colour="muted", width=width)
    for lane in lanes:
        for name, rect in spots.items():
            if name == f"verdict {lane.id}" and not sketch.size.narrow:
                if rect.x < x + sketch.space(_INDENT):  # one arrow to a row of verdicts, of no lane's colour
                    y = rect.y + rect.height / 2
                    yield line(x, y, rect.x - size, y, colour="muted", width=width)
                    yield arrow(rect.x - 1.0, y, size, colour="muted")
            elif name == f"verdict {lane.id}" or name.startswith(f"{lane.id} "):
                y = rect.y + rect.height / 2
                yield from _stroke([("M", (x + width, y)), ("L", (rect.x - size, y))], lane, sketch)
                yield arrow(rect.x - 1.0, y, size, colour=lane.solid)
