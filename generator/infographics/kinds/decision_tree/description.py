"""The decision guide in words.

In: a `View` of a comparison. Out: the data table and the paragraphs that say what the picture shows.
"""

from __future__ import annotations

from generator.infographics.kinds.decision_tree.branches import MOST_POINTS, all_lanes, destination
from generator.infographics.picture import Table
from generator.model import Answer, View


def table(view: View) -> Table:
    """A line for each answer, and one for each verdict."""
    names = tuple(f"Points for {compared.role.name}" for compared in view.roles)
    columns = ("Question", "Why it matters", "Answer", "Leads to", *names, "Because")
    rows = [
        (
            *(str(question.question), str(question.why), str(answer.text), destination(view, answer)),
            *(str(answer.weights.get(compared.id, 0)) for compared in view.roles),
            str(answer.rationale),
        )
        for question in view.comparison.guide.questions
        for answer in question.answers
    ]
    blanks = tuple("" for _ in view.roles)
    for lane in all_lanes(view):
        rows.append(("Verdict", "", str(lane.verdict.title), lane.name, *blanks, str(lane.verdict.text)))
    return Table(columns, tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    opening = (
        f"Editorial judgement: every answer gives each role between 0 and {MOST_POINTS} points; "
        f"a lead of at most {view.comparison.guide.margin} means {together(view)}."
    )
    asked = tuple(
        f"{question.question} {question.why} " + " ".join(_sentence(view, answer) for answer in question.answers)
        for question in view.comparison.guide.questions
    )
    verdicts = tuple(f"Verdict for {lane.name}: {lane.verdict.title}. {lane.verdict.text}" for lane in all_lanes(view))
    return (opening, *asked, *verdicts)


def _sentence(view: View, answer: Answer) -> str:
    weights = ", ".join(f"{compared.role.name} {answer.weights.get(compared.id, 0)}" for compared in view.roles)
    return f"“{answer.text}” leads to {destination(view, answer)} ({weights}): {answer.rationale}"


def together(view: View) -> str:
    """What all roles are called in a sentence about the guide."""
    return "both" if len(view.roles) == 2 else "all together"
