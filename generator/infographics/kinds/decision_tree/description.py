"""The decision guide in words.

In: a `View` of a comparison. Out: the data table and the paragraphs that say what the picture shows, and the
alternative text of sizes that show fewer questions than there are.
"""

from __future__ import annotations

from generator.infographics.kinds.decision_tree.questions import (
    MOST_POINTS,
    asked,
    columns,
    is_complete,
    said,
    shown,
    speaks_for,
)
from generator.infographics.picture import Table
from generator.layout import Size
from generator.model import Answer, View


def table(view: View) -> Table:
    """A line for each answer, and one for each verdict."""
    names = tuple(f"Points for {compared.role.name}" for compared in view.roles)
    heads = ("Question", "Why it matters", "Answer", "Speaks for", *names, "Because")
    rows = [
        (
            *(str(question.question), str(question.why), str(answer.text), speaks_for(view, answer)),
            *(str(answer.weights[compared.id]) for compared in view.roles),
            str(answer.rationale),
        )
        for question in view.guide.questions
        for answer in question.answers
    ]
    blanks = tuple("" for _ in view.roles)
    for column in columns(view):
        rows.append(("Verdict", "", str(column.verdict.title), column.name, *blanks, str(column.verdict.text)))
    return Table(heads, tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    opening = (
        f"Editorial judgement: every answer gives each role between 0 and {MOST_POINTS} points. {rule(view)}; "
        f"otherwise the answers speak for {together(view)}."
    )
    questions = tuple(
        f"{question.question} {question.why} " + " ".join(_sentence(view, answer) for answer in question.answers)
        for question in view.guide.questions
    )
    verdicts = tuple(
        f"Verdict for {column.name}: {column.verdict.title}. {column.verdict.text}" for column in columns(view)
    )
    return (opening, *questions, *verdicts)


def alt(view: View, size: Size) -> str:
    questions = shown(view, size)
    if is_complete(view, size):
        return ""
    told = " ".join(
        f"{asked(view, question, size)} "
        + "; ".join(f"{said(view, answer, size)}: {speaks_for(view, answer)}" for answer in question.answers)
        + "."
        for question in questions
    )
    every = len(questions) == len(view.guide.questions)
    return f"{'Every question' if every else part(view, size)} of the decision guide, without a verdict. {told}"


def part(view: View, size: Size) -> str:
    """How many of the questions a size shows."""
    of = "" if size.brief else "the "
    return f"{len(shown(view, size))} of {of}{len(view.guide.questions)} questions"


def rule(view: View) -> str:
    """What a role needs to be the verdict."""
    others = "the other" if len(view.roles) == 2 else "every other"
    return f"A role that is ahead of {others} by {view.guide.margin + 1} points or more is the verdict"


def together(view: View) -> str:
    """What all roles are called in a sentence about the guide."""
    return "both" if len(view.roles) == 2 else "all together"


def _sentence(view: View, answer: Answer) -> str:
    weights = ", ".join(f"{compared.role.name} {answer.weights[compared.id]}" for compared in view.roles)
    return f"“{answer.text}” speaks for {speaks_for(view, answer)} ({weights}): {answer.rationale}"
