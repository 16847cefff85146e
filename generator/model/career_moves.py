"""Moves between careers: which step of which role each joins.

In: a comparison and its roles. Out: the moves with their ends as places in the careers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.schema import CareerMove, Comparison, Role


@dataclass(frozen=True, slots=True)
class End:
    """A step of a role, by its place in the role's career; its title, and the name of the role."""

    role: str
    step: int
    title: str
    name: str

    @property
    def named(self) -> str:
        """The step with the role it belongs to, if that is not the step itself."""
        return self.title if self.title == self.name else f"{self.title} ({self.name})"


@dataclass(frozen=True, slots=True)
class Joined:
    """A move with its two ends, in the order of the compared roles."""

    move: CareerMove
    ends: tuple[End, End]

    @property
    def name(self) -> str:
        """Both steps with their roles."""
        return " – ".join(end.named for end in self.ends)

    def to(self, role: str) -> End:
        """The other end, seen from that role."""
        one, other = self.ends
        return other if one.role == role else one


def joined(comparison: Comparison, roles: Mapping[str, Role]) -> tuple[Joined, ...]:
    """The moves in their order; one whose steps are not there, which is an error of the content, is left out."""
    found = []
    for move in comparison.career_moves:
        ends = [_end(id, role, move.between[id]) for id, role in roles.items() if id in move.between]
        one, other = ends if len(ends) == 2 else (None, None)
        if one and other:
            found.append(Joined(move, (one, other)))
    return tuple(found)


def following(comparison: Comparison, before: Mapping[str, Role], after: Mapping[str, Role]) -> Comparison:
    """The comparison with its moves between the same steps, which are called otherwise `after` than `before`."""
    moves = []
    for each in joined(comparison, before):
        careers = {end.role: after[end.role].career for end in each.ends}
        steps = {end.role: career.steps[end.step : end.step + 1] for end in each.ends if (career := careers[end.role])}
        between = {role: str(step.title) for role, found in steps.items() for step in found}
        if len(between) == len(each.ends):
            moves.append(each.move.model_copy(update={"between": between}))
    return comparison.model_copy(update={"career_moves": tuple(moves)})


def _end(id: str, role: Role, title: str) -> End | None:
    titles = [str(step.title) for step in role.career.steps] if role.career else []
    return End(id, titles.index(title), str(title), str(role.name)) if title in titles else None
