"""What a checklist asks, and what its answers count.

In: a `View` of a comparison and a size. Out: columns, answers with whom they speak for, and the questions that a page
of that size has room for. Knows no fonts: the alternative text of a size has to know the questions too.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.infographics.parts.shown import at_most
from generator.layout import Size
from generator.model import Answer, Compared, Question, Verdict, View

# So many points an answer can give a role.
MOST_POINTS = 3
# What head and foot of a page of fixed size take: of its margin, its title's size, and that of its foot; a foot of two
# lines takes more.
_MARGIN, _TITLE, _FOOT, _SECOND = 1.72, 2.9, 5.0, 3.4
# How wide a letter is and how high a line, in multiples of the text's size; a little more than most are.
_LETTER, _LINE = 0.56, 1.32
# The least body type in multiples of the least legible size: that of the smallest texts.
_BODY = 1 / 0.74
# The size of several names in multiples of the body type.
_SEVERAL = 0.82
# With fewer questions than these a wide page has room for the answers in full.
_FEW = 3
# From this width lines of answers leave room for a column for each of four roles.
_ROOMY = 700


@dataclass(frozen=True, slots=True)
class Column:
    """One verdict. `id` is the role's, "" for all of them together."""

    id: str
    name: str
    icon: str
    hue: str
    verdict: Verdict

    @property
    def solid(self) -> str:
        return f"{self.hue}.solid"


def columns(view: View) -> list[Column]:
    """The verdicts in the order of their columns: what speaks for both stands between two roles, else last."""
    guide = view.guide
    found = [Column(one.id, str(one.role.name), one.role.icon, one.hue, guide.verdicts[one.id]) for one in view.roles]
    name = "Both" if len(found) == 2 else "Together"
    found.insert(
        1 if len(found) == 2 else len(found), Column("", name, "material/set-center", "shared", guide.together)
    )
    return found


def favoured(view: View, answer: Answer) -> list[Compared]:
    """The roles that the answer speaks for most."""
    most = max(answer.weights.values())
    return [compared for compared in view.roles if answer.weights[compared.id] == most]


def is_several(view: View, answer: Answer) -> bool:
    """Whether the answer speaks for several roles, but not for all, by their names."""
    return 1 < len(favoured(view, answer)) < len(view.roles)


def answers_of(view: View, question: Question, column: Column) -> list[Answer]:
    """The answers of a question that stand in a column: those that speak most for its role alone, or for several."""
    found = ((answer, favoured(view, answer)) for answer in question.answers)
    return [answer for answer, most in found if (most[0].id if len(most) == 1 else "") == column.id]


def is_even(answer: Answer) -> bool:
    """Whether an answer gives all roles the same: what it counts changes no lead, and is not shown."""
    return len(set(answer.weights.values())) == 1


def points(view: View, answer: Answer, *, named: bool) -> str:
    """What the answer gives roles; "" where all get the same. A single number has no name unless asked for."""
    if is_even(answer):
        return ""
    given = ((one.role.abbreviation, answer.weights[one.id]) for one in view.roles)
    some = [(name, weight) for name, weight in given if weight]
    return ", ".join(f"{name} {weight}" for name, weight in some) if named or len(some) > 1 else str(some[0][1])


# --- which questions --------------------------------------------------------------------------------------------------


def is_columned(view: View, size: Size) -> bool:
    """Whether answers stand in columns by whom they speak for; else each has a line of its own."""
    return len(view.roles) == 2 and not size.narrow


def is_beside(view: View, size: Size) -> bool:
    """Whether a question stands beside the columns of its answers, not above, where there is more room for few."""
    return _is_wide(size) and len(view.guide.questions) >= _FEW


def is_marked(size: Size) -> bool:
    """Whether what an answer gives a role stands in a column of its own, not below the answer with the role's name.

    On a narrow page most of the answers stand far below the heads of such columns.
    """
    return size.width >= _ROOMY


def _is_wide(size: Size) -> bool:
    return size.height is not None and size.width >= 1.5 * size.height and not size.brief


def asked(view: View, question: Question, size: Size) -> str:
    return question.question if _in_full(view, size) else question.short or question.question


def said(view: View, answer: Answer, size: Size) -> str:
    return answer.text if _in_full(view, size) else answer.short or answer.text


def _in_full(view: View, size: Size) -> bool:
    """Whether questions and answers are shown in full, not in few words."""
    return size.height is None or size.full or (_is_wide(size) and len(view.guide.questions) < _FEW)


def across(view: View, size: Size) -> int:
    """How many verdicts stand side by side below lines of answers."""
    return 1 if size.narrow else len(view.roles) + 1 if _is_wide(size) else 2


def shown(view: View, size: Size) -> Sequence[Question]:
    """The questions that a page has room for: all, or the first of those for the picture, in the guide's order."""
    questions = view.guide.questions
    if is_complete(view, size):
        return questions
    if size.brief:
        headlines = [question for question in questions if question.headline] or questions
        return (max(headlines, key=lambda question: _told_apart(view, question)),)
    count = sum(question.headline for question in questions) or len(questions)
    if count < _FEW:
        count = min(_FEW, len(questions))
    first = sorted(range(len(questions)), key=lambda place: not questions[place].headline)[:count]
    heights = list(_heights(view, [questions[place] for place in first], size, complete=False))
    room = _room(size) - _around(view, size, complete=False)
    count = sum(sum(heights[: end + 1]) <= room for end in range(len(heights)))
    return [questions[place] for place in sorted(first[: at_most(size, max(count, 1))])]


def _told_apart(view: View, question: Question) -> int:
    """How many roles some answer speaks for most."""
    return len({compared.id for answer in question.answers for compared in favoured(view, answer)})


def is_complete(view: View, size: Size) -> bool:
    """Whether a size has room for all questions and for what follows from their answers, as far as can be told."""
    if size.height is None or size.brief or size.most is not None:
        return size.height is None
    tall = sum(_heights(view, view.guide.questions, size, complete=True)) + _around(view, size, complete=True)
    return tall <= _room(size)


def _room(size: Size) -> float:
    """About how high the body of a page of fixed size is, points."""
    feet = _FOOT + (0.0 if _is_wide(size) else _SECOND)
    return (size.height or math.inf) - _MARGIN * size.margin - _TITLE * size.title - feet * size.foot


def _heights(view: View, questions: Sequence[Question], size: Size, *, complete: bool) -> Iterator[float]:
    """About how high each question is with its answers in the least type, points."""
    body = size.legible * _BODY
    for question in questions:
        if not is_columned(view, size) and not complete:
            words, names = size.inner * 0.53 - 3.2 * body, size.inner * 0.46
            tiles = [
                max(_lines(said(view, answer, size), words, body), _named_lines(view, answer, names, body))
                for answer in question.answers
            ]
            yield ((sum(tiles) + 1) * _LINE + len(tiles) * 0.65 + 0.8) * body
            continue
        if not is_columned(view, size):
            marked = is_marked(size)
            wide = size.inner - ((len(view.roles) if marked else 0) + 1) * 3.2 * body
            more = 0 if marked else 1
            lines = [1, *(_lines(said(view, answer, size), wide, body) + more for answer in question.answers)]
            yield (sum(lines) * _LINE + len(lines) * 0.4 + 0.7) * body
            continue
        beside = is_beside(view, size)
        wide = size.inner / (4.25 if beside else 3) - 3.2 * body
        cells = [
            sum(_lines(said(view, answer, size), wide, body) + 0.3 for answer in answers_of(view, question, column))
            for column in columns(view)
        ]
        head = _lines(asked(view, question, size), size.inner / 3.4 if beside else size.inner, body)
        yield ((max(head, *cells) if beside else head + max(cells)) * _LINE + (0.6 if beside else 0.8)) * body


def _named_lines(view: View, answer: Answer, width: float, body: float) -> int:
    """About how many lines those take whom an answer speaks for; all of them are one word."""
    if len(favoured(view, answer)) == len(view.roles):
        return 1
    return _lines(speaks_for(view, answer), width, body * _SEVERAL if is_several(view, answer) else body)


def _around(view: View, size: Size, *, complete: bool) -> float:
    """The height of what heads the columns and, under all questions, of what follows, points."""
    body = size.legible * _BODY
    if is_columned(view, size):
        return ((2.2 if is_beside(view, size) else 2.9) + (4.0 if complete else 0.0)) * body
    rows = math.ceil((len(view.roles) + 1) / across(view, size))
    return (2.7 + 4.0 * rows) * body if complete else 0.0


def speaks_for(view: View, answer: Answer) -> str:
    """The names of the roles that the answer speaks for most."""
    return ", ".join(str(compared.role.name) for compared in favoured(view, answer))


def _lines(text: str, width: float, body: float) -> int:
    return math.ceil(len(text) * _LETTER * body / max(width, body))
