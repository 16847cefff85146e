"""Whether moves between careers lead from a step that there is to another.

In: a comparison and its roles. Out: problems.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.model.schema import CareerMove, Comparison, Role
from generator.model.text import place_of
from generator.model.validation import closest
from generator.problems import Problem, shorten


def check(comparison: Comparison, compared: Mapping[str, Role], names: Collection[str]) -> Iterator[Problem]:
    """All findings on the moves of one comparison; `names` are the ids of all roles, those of broken files too."""
    known = all(role in names for role in comparison.roles)  # else a role may merely be called otherwise now
    seen: set[frozenset[tuple[str, str]]] = set()
    for move in comparison.career_moves:
        for role, title in move.between.items():
            if role in compared:
                yield from _step(role, title, compared[role])
            elif known and role in names and role not in comparison.roles:
                message = f'the move speaks of "{role}", which is not compared here'
                fix = f"name two of {', '.join(comparison.roles)}, or add the role to the comparison"
                yield Problem("asymmetric", place_of(title), message, fix)
        yield from _repeated(move, seen)


def _step(role: str, title: str, compared: Role) -> Iterator[Problem]:
    if compared.career is None:
        message = f'"{role}" has no career, so the move has no step there'
        yield Problem("dangling-reference", place_of(title), message, 'add "career:" to the role, or remove the move')
        return
    steps = [str(step.title) for step in compared.career.steps]
    if title not in steps:
        fix = closest(title, steps) or f"its steps are {', '.join(steps)}"
        message = f'the career of "{role}" has no step "{shorten(title)}"'
        yield Problem("dangling-reference", place_of(title), message, fix)
    elif steps.count(title) > 1:
        message = f'the career of "{role}" has {steps.count(title)} steps "{shorten(title)}"'
        yield Problem("duplicate-id", place_of(title), message, "give them different titles, so that one can be named")


def _repeated(move: CareerMove, seen: set[frozenset[tuple[str, str]]]) -> Iterator[Problem]:
    """Both directions are one move, so the order of its two ends makes no other."""
    ends = frozenset((str(role), str(title)) for role, title in move.between.items())
    if ends in seen:
        named = '" and "'.join(map(shorten, move.between.values()))
        message = f'the move between "{named}" is listed twice'
        yield Problem("duplicate-id", move.place, message, "keep one of them; it holds for both directions")
    seen.add(ends)
