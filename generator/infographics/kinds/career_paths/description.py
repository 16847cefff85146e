"""The careers in words.

In: a `View` of a comparison. Out: the data table and the paragraphs that say what the picture shows, and the
alternative text of sizes that show fewer steps.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.infographics.kinds.career_paths.moves import drawn
from generator.infographics.kinds.career_paths.steps import career_of, counted, track
from generator.infographics.parts.wording import in_words
from generator.infographics.picture import Table
from generator.layout import Size
from generator.model import Compared, Joined, View

_STAGES = {"before": "Before", "now": "The role", "next": "Next"}


def alt(view: View, size: Size) -> str:
    """What a size shows of each path: a card for feeds the role and the highest step, others what is nearest to it; and
    which of the moves between them.
    """
    moves = _moves_shown(view, size)
    if not size.brief:
        if not moves and not any(counted(view, compared, size) for compared in view.roles):
            return ""
        told = (
            f"{one.role.name}, {career_of(one).leans}{counted(view, one, size)}: "
            + "; ".join(step.title for step in track(view, one, size).values())
            for one in view.roles
        )
        return (
            f"Of each career the steps nearest to the role, from the lowest to the highest. {'. '.join(told)}.{moves}"
        )
    said = "; ".join(
        f"from {compared.role.name} to {career_of(compared).steps[-1].title}, {career_of(compared).leans}"
        for compared in view.roles
    )
    return f"Of each career the role itself and the highest step: {said}.{moves}"


def _moves_shown(view: View, size: Size) -> str:
    """Which of the moves a page of fixed size shows, in a sentence; "" where it shows all."""
    every, shown = len(view.career_moves), drawn(view, size)
    if size.height is None or len(shown) == every:
        return ""
    if not shown:
        return f" Of {in_words(every)} possible {'move' if every == 1 else 'moves'} between them none is drawn."
    listed = "; ".join(crossing.move.title for crossing in shown)
    return (
        f" {in_words(len(shown)).capitalize()} of {in_words(every)} possible moves between them, both ways: {listed}."
    )


def table(view: View) -> Table:
    """A row a step; with a column of the moves from it where there are any."""
    rows = [
        (
            str(compared.role.name),
            str(step.title),
            _STAGES[step.stage],
            str(step.text),
            str(career_of(compared).leans),
            "; ".join(_from(joined, compared.id) for joined in _at(view, compared.id, place)),
        )
        for compared in view.roles
        for place, step in enumerate(career_of(compared).steps)
    ]
    columns = ("Path of", "Step", "Stage", "What it is about", "The path leans", "Possible moves")
    shown = len(columns) if view.career_moves else len(columns) - 1
    return Table(columns[:shown], tuple(row[:shown] for row in rows))


def _at(view: View, role: str, step: int) -> Iterator[Joined]:
    """The moves from a step."""
    return (joined for joined in view.career_moves if any((end.role, end.step) == (role, step) for end in joined.ends))


def _from(joined: Joined, role: str) -> str:
    """Where a move leads from a step of that role, and what makes it work."""
    said = joined.move.short or joined.move.text
    return f"{joined.to(role).named}: {said.rstrip('.')}"


def describe(view: View) -> tuple[str, ...]:
    short = view.comparison.shared.short
    base = [f"All paths start from one base: {short}."] if short else []
    return (*(_paragraph(compared) for compared in view.roles), *_moves(view), *base)


def _moves(view: View) -> Iterator[str]:
    """A paragraph on each move, the first with how many there are."""
    count = len(view.career_moves)
    known = f"{in_words(count).capitalize()} {'move is' if count == 1 else 'moves are'} possible, both ways. "
    for place, joined in enumerate(view.career_moves):
        one, other = (end.named for end in joined.ends)
        short = f"{joined.move.short}. " if joined.move.short else ""
        yield f"{'' if place else known}{one} and {other}: {short}{joined.move.text}"


def _paragraph(compared: Compared) -> str:
    career = career_of(compared)
    steps = " ".join(f"{step.title} ({_STAGES[step.stage].lower()}): {step.text}" for step in career.steps)
    return f"{compared.role.name}. {career.leans}. From the lowest step to the highest: {steps}"
