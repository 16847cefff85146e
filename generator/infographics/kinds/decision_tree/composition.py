"""The checklist: answers in columns by whom they speak for, or a line for each with what it gives each role.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.infographics.kinds.decision_tree.boxes import labelled_box
from generator.infographics.kinds.decision_tree.description import part
from generator.infographics.kinds.decision_tree.questions import (
    Column,
    across,
    answers_of,
    asked,
    columns,
    favoured,
    is_beside,
    is_columned,
    is_complete,
    is_even,
    is_marked,
    points,
    said,
    shown,
)
from generator.infographics.kinds.decision_tree.tiles import tiles
from generator.infographics.parts.badges import role_pill
from generator.infographics.parts.cards import tile
from generator.infographics.parts.columns import even_rows, grid_by_rows, grouped
from generator.infographics.parts.notes import judgement_label
from generator.infographics.parts.sketch import Sketch
from generator.layout import Align, Box, Fixed, Grid, Group, Layers, Pad, Row, Rule, Size, Space, Stack, centred
from generator.model import Answer, Compared, Question, View, address

# The radius of corners, in steps of the grid.
_ROUND = 1.6
_SUM = "What the sum says"
# How much wider the column of questions is than one of answers.
_QUESTION = 1.25


def compose(view: View, sketch: Sketch) -> Box:
    if is_columned(view, sketch.size) and not sketch.size.brief:
        return _beside(view, sketch) if is_beside(view, sketch.size) else _above(view, sketch)
    return _by_line(view, sketch) if is_complete(view, sketch.size) else tiles(view, sketch)


def note(view: View, sketch: Sketch) -> Box | None:
    """That it is judged; and how many of the questions it has, or how its answers count."""
    size, words = sketch.size, "Editorial judgement"
    every = len(shown(view, size)) == len(view.guide.questions)
    if size.brief:
        return sketch.text(words if every else f"{words}, {part(view, size)}", "note", "muted")
    if is_complete(view, size):
        words = f"{words}. {_count(view, size)}"
    elif every:
        words = f"{words}. What the answers count: {_where(view)}"
    else:
        words = f"{words}. {part(view, size)}; the whole guide: {_where(view)}"
    return judgement_label(sketch, sketch.text(words, "note", "muted"))


def _where(view: View) -> str:
    return address(view.model) or "on the site"


def _count(view: View, size: Size) -> str:
    where = "in the boxes" if is_columned(view, size) else "in each column" if is_marked(size) else "of each role"
    return f"Tick one answer to each question and add up the numbers {where}"


# --- two roles: a column for each, and one for both -------------------------------------------------------------------


def _beside(view: View, sketch: Sketch) -> Box:
    """Each question left of its answers, columns on areas that run from their heads to what follows."""
    lines, gap, side = columns(view), sketch.space(2.4), sketch.space(2.4)
    shares = [_QUESTION, *[1.0] * len(lines)]
    pad = (sketch.space(1.4), side, sketch.space(1.4), side)
    heads: list[Box] = [Space(), *(_head(column, sketch, "label", low=0.0) for column in lines)]
    rows: list[list[Box]] = []
    for question in shown(view, sketch.size):
        text = sketch.text(asked(view, question, sketch.size), "strong")
        first = Pad(text, (pad[0], 0.0, pad[2], 0.0), valign="middle")
        cells = [Pad(_cell(view, question, one, sketch), pad, valign="middle") for one in lines]
        rows.append([first, *grouped([one.name for one in lines], cells)])
    questions = [asked(view, question, sketch.size) for question in shown(view, sketch.size)]
    body = Grid(rows, shares, gap, rule=Rule(), names=questions)
    parts: list[Box] = [Row(heads, gap, shares, valign="fill"), body]
    if is_complete(view, sketch.size):
        cells = [Pad(_verdict(view, one, sketch), pad, valign="middle") for one in lines]
        first = Pad(sketch.text(_SUM, "strong"), valign="middle")
        tally = Row([first, *grouped([one.name for one in lines], cells)], gap, shares, valign="fill")
        parts += [Rule("ink", 1.5), Group(_SUM, tally)]
    round_ = (sketch.space(_ROUND),) * 4
    areas: list[Box] = [Space(), *(Pad(Space(), fill=f"{one.hue}.tint", radii=round_) for one in lines)]
    return Layers((Row(areas, gap, shares, valign="fill"), Stack(parts, grow=frozenset({1}))))


def _above(view: View, sketch: Sketch) -> Box:
    """Each question above its answers."""
    lines, gap, grown = columns(view), sketch.space(2), sketch.size.height is None
    high, side = sketch.space(1.2 if grown else 0.8), sketch.space(2)
    shares, pad = [1.0] * len(lines), (high, side, high, side)

    def row(boxes: Sequence[Box]) -> Box:
        cells = [
            Pad(box, pad, f"{one.hue}.tint", None, (sketch.space(_ROUND),) * 4, "start" if grown else "middle")
            for box, one in zip(boxes, lines, strict=True)
        ]
        return Row(grouped([one.name for one in lines], cells), gap, shares, valign="fill")

    groups: list[Box] = []
    for question in shown(view, sketch.size):
        text = sketch.text(asked(view, question, sketch.size), "strong")
        cells = row([_cell(view, question, one, sketch) for one in lines])
        both = Stack((text, cells), sketch.space(1 if grown else 0.6), grow=frozenset({1}))
        groups.append(Group(text.text, both))
    role = "strong" if grown else "label"
    heads = Row([_head(column, sketch, role, low=_ROUND) for column in lines], gap, shares, valign="fill")
    between = sketch.space(5 if grown else 1.4)
    parts: list[Box] = [heads, even_rows(groups, between)]
    if is_complete(view, sketch.size):
        verdicts = row([_verdict(view, one, sketch) for one in lines])
        tally = Stack((Rule("ink", 1.5), sketch.text(_SUM, "strong"), verdicts), sketch.space(1.4))
        parts.append(Group(_SUM, tally))
    return Stack(parts, between, grow=frozenset({1}))


def _head(column: Column, sketch: Sketch, role: str, *, low: float) -> Box:
    """A column's name; `low` is the radius of its lower corners, in steps of the grid."""
    name = sketch.text(column.name, role, f"{column.hue}.on", "middle")
    radii = (sketch.space(_ROUND),) * 2 + (sketch.space(low),) * 2
    return Group(column.name, Pad(name, (sketch.space(1.6),) * 4, column.solid, None, radii, "middle"))


def _cell(view: View, question: Question, column: Column, sketch: Sketch) -> Box:
    """The answers of a question that stand in one column."""
    answers, complete = answers_of(view, question, column), is_complete(view, sketch.size)
    boxes: list[Box] = []
    valign: Align = "middle" if is_beside(view, sketch.size) else "start"
    for answer in answers:
        counted = points(view, answer, named=False) if complete else ""
        words: list[Box] = [sketch.text(said(view, answer, sketch.size), "body")]
        if len(counted) > 1:
            words.append(sketch.text(counted, "tag", column.solid))
        number = counted if len(counted) == 1 else ""
        boxes.append(labelled_box(sketch, column.solid, Stack(words, sketch.space(0.6)), number, valign=valign))
    return Stack(boxes, sketch.space(1.6)) if boxes else Space()


def _verdict(view: View, column: Column, sketch: Sketch) -> Box:
    """When a column is the verdict, and what it is."""
    title = sketch.text(column.verdict.title, "label", column.solid)
    return Stack((sketch.text(_when(view, column), "note"), title), sketch.space(0.2))


def _when(view: View, column: Column) -> str:
    return f"Ahead by {view.guide.margin + 1} or more:" if column.id else "Otherwise:"


# --- all questions: a line for each answer, a column for each role's points -------------------------------------------


def _by_line(view: View, sketch: Sketch) -> Box:
    """Questions one below another; each answer with what it gives each role."""
    marked, grown = is_marked(sketch.size), sketch.size.height is None
    pills = [role_pill(sketch, compared) for compared in view.roles]
    wide = max(pill.widths().max for pill in pills)
    groups = []
    for question in view.guide.questions:
        head = sketch.text(asked(view, question, sketch.size), "strong")
        rows: list[Box] = []
        for answer in question.answers:
            text: Box = sketch.text(said(view, answer, sketch.size), "body")
            marks = [Fixed(_points(answer, one, sketch), wide) for one in view.roles] if marked else []
            if not marked:
                text = Stack((text, *_below(view, answer, sketch)), sketch.space(0.2))
            row = Row((labelled_box(sketch, "muted", text), *marks), sketch.space(1.6), stretch=0)
            rows.append(Group(said(view, answer, sketch.size), centred(row)))
        answers, gap = even_rows(rows, sketch.space(1.2)), sketch.space(1.2)
        groups.append(Group(head.text, Stack((head, answers), gap, grow=frozenset({1}))))
    heads: Box = Row((Space(), *(Fixed(pill, wide) for pill in pills)), sketch.space(1.6), stretch=0)
    parts: list[Box] = [even_rows(groups, sketch.space(3.4 if grown else 1.6), Rule())]
    if marked:
        parts.insert(0, Group("Roles", heads))
    return Stack((*parts, _verdicts(view, sketch)), sketch.space(4 if grown else 2), grow=frozenset({len(parts) - 1}))


def _below(view: View, answer: Answer, sketch: Sketch) -> list[Box]:
    """The same as the points, in words."""
    most, words = favoured(view, answer), points(view, answer, named=True)
    return [sketch.text(words, "label", most[0].solid if len(most) == 1 else "shared.solid")] if words else []


def _points(answer: Answer, compared: Compared, sketch: Sketch) -> Box:
    weight = 0 if is_even(answer) else answer.weights[compared.id]
    looks = ("strong", compared.solid) if weight else ("body", "muted")
    return sketch.text(str(weight or "–"), *looks, "middle")


def _verdicts(view: View, sketch: Sketch) -> Box:
    boxes: list[Box] = []
    for column in columns(view):
        name: Box = sketch.text(column.name, "label", column.solid)
        for pill in [role_pill(sketch, one) for one in view.roles if one.id == column.id]:
            name = Row((pill, name), sketch.space(1.4), valign="middle")
        inside = Stack((name, _verdict(view, column, sketch)), sketch.space(0.4))
        panel = tile(sketch, inside, f"{column.hue}.tint", (1.4, 2.4), valign="start")
        boxes.append(Group(column.name, panel))
    gap = sketch.space(2)
    return grid_by_rows(boxes, min(across(view, sketch.size), len(boxes)), gap, gap)
