"""What leads where: questions, their answers, and the verdicts that answers lead to.

In: the guide of a comparison. Out: lanes, one a verdict, and forks, one a question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Answer, Compared, Question, Verdict, View

# So many points an answer can give a role.
MOST_POINTS = 3


@dataclass(frozen=True, slots=True)
class Lane:
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
class Branch:
    """An answer and the lane that it leads to. `name` is its box's; `named` whom it speaks for, if not for all."""

    name: str
    answer: Answer
    lane: Lane
    named: Sequence[Compared]

    @property
    def weight(self) -> int:
        return max(self.answer.weights.values(), default=0)


@dataclass(frozen=True, slots=True)
class Fork:
    """A question and its branches. `name` is its box's."""

    name: str
    question: Question
    branches: Sequence[Branch]

    def to(self, lane: Lane) -> list[Branch]:
        return [branch for branch in self.branches if branch.lane is lane]


def all_lanes(view: View) -> list[Lane]:
    """The verdicts in the order of their columns: what speaks for both stands between two roles, else last."""
    guide, marker = view.comparison.guide, view.model.palette.shared.marker
    lanes = [
        Lane(one.id, str(one.role.name), one.role.icon, one.hue, one.swatch.marker, guide.verdicts[one.id])
        for one in view.roles
    ]
    name = "Both" if len(lanes) == 2 else "Together"
    both = Lane("", name, "material/set-center", "shared", marker, guide.together)
    lanes.insert(1 if len(lanes) == 2 else len(lanes), both)
    return lanes


def fork_of(view: View, place: int, question: Question, lanes: Sequence[Lane]) -> Fork:
    """The question at that place, each answer with the lane of the role that it speaks for most."""
    branches = []
    for order, answer in enumerate(question.answers):
        favoured = _favoured(view, answer)
        to = favoured[0].id if len(favoured) == 1 else ""
        lane = next(lane for lane in lanes if lane.id == to)
        named = favoured if len(favoured) < len(view.roles) else []
        branches.append(Branch(f"answer {place} {order}", answer, lane, named))
    return Fork(f"question {place}", question, branches)


def _favoured(view: View, answer: Answer) -> list[Compared]:
    """The roles that the answer speaks for most."""
    most = max(answer.weights.values(), default=0)
    return [compared for compared in view.roles if answer.weights.get(compared.id, 0) == most]


def destination(view: View, answer: Answer) -> str:
    """The names of the roles that the answer speaks for most."""
    return ", ".join(compared.role.name for compared in _favoured(view, answer))
