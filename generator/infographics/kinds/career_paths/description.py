"""The careers in words.

In: a `View` of a comparison. Out: the data table and the paragraphs that say what the picture shows, and the
alternative text of sizes that show fewer steps.
"""

from __future__ import annotations

from generator.infographics.kinds.career_paths.steps import career_of, counted, track
from generator.infographics.picture import Table
from generator.layout import Size
from generator.model import Compared, View

_STAGES = {"before": "Before", "now": "The role", "next": "Next"}


def alt(view: View, size: Size) -> str:
    """What a size shows of each path: a card for feeds the role and the highest step, others what is nearest to it."""
    if not size.brief:
        if not any(counted(view, compared, size) for compared in view.roles):
            return ""
        told = (
            f"{one.role.name}, {career_of(one).leans}{counted(view, one, size)}: "
            + "; ".join(step.title for step in track(view, one, size).values())
            for one in view.roles
        )
        return f"Of each career the steps nearest to the role, from the lowest to the highest. {'. '.join(told)}."
    said = "; ".join(
        f"from {compared.role.name} to {career_of(compared).steps[-1].title}, {career_of(compared).leans}"
        for compared in view.roles
    )
    return f"Of each career the role itself and the highest step: {said}."


def table(view: View) -> Table:
    rows = [
        (str(compared.role.name), str(step.title), _STAGES[step.stage], str(step.text), str(career_of(compared).leans))
        for compared in view.roles
        for step in career_of(compared).steps
    ]
    return Table(("Path of", "Step", "Stage", "What it is about", "The path leans"), tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    short = view.comparison.shared.short
    base = [f"All paths start from one base: {short}."] if short else []
    return (*(_paragraph(compared) for compared in view.roles), *base)


def _paragraph(compared: Compared) -> str:
    career = career_of(compared)
    steps = " ".join(f"{step.title} ({_STAGES[step.stage].lower()}): {step.text}" for step in career.steps)
    return f"{compared.role.name}. {career.leans}. From the lowest step to the highest: {steps}"
