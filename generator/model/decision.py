"""What the decision guide concludes from answers.

In: a guide and the answers chosen so far. Out: a `Decision` that can give its reasons. The page's script counts in
the same way, in generator/frontend/scripts/guide-score.js; tests/browser/test_guide.py holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.model.schema import Guide, Question

# One role leads by more than the margin; none does; none does yet, and questions are open.
Conclusion = Literal["role", "together", "open"]


@dataclass(frozen=True, slots=True)
class Pull:
    """Whom an answer (counted from 0) speaks for most, and by how many points more than for the next.

    An answer that speaks for all roles alike has all of them in `towards`, and the strength 0.
    """

    question: str
    answer: int
    towards: tuple[str, ...]
    strength: int


@dataclass(frozen=True, slots=True)
class Decision:
    """Points of each role, who leads, what follows and why.

    Roles stand in the order of the guide's verdicts. `lead` is the distance between the first two; `leaders` are all
    within the margin of the first: one alone if the conclusion is "role". `open` are the questions without an answer.
    """

    totals: Mapping[str, int]
    lead: int
    leaders: tuple[str, ...]
    conclusion: Conclusion
    pulls: tuple[Pull, ...]
    open: tuple[str, ...]


def decide(guide: Guide, chosen: Mapping[str, int]) -> Decision:
    """The decision after these answers, by the questions' ids. KeyError, IndexError: there is no such answer."""
    if unknown := chosen.keys() - {question.id for question in guide.questions}:
        raise KeyError(*sorted(unknown))
    answered = [question for question in guide.questions if question.id in chosen]
    given = {question.id: _weights(guide, question, chosen[question.id]) for question in answered}
    totals = {role: sum(weights[role] for weights in given.values()) for role in guide.verdicts}
    first, second = sorted(totals.values(), reverse=True)[:2]
    leaders = tuple(role for role, total in totals.items() if first - total <= guide.margin)
    missing = tuple(question.id for question in guide.questions if question.id not in chosen)
    conclusion: Conclusion = "role" if len(leaders) == 1 else "open" if missing else "together"
    pulls = tuple(_pulls(given, chosen))
    return Decision(totals, first - second, leaders, conclusion, pulls, missing)


def _weights(guide: Guide, question: Question, answer: int) -> dict[str, int]:
    weights = question.answers[answer].weights
    return {role: weights[role] for role in guide.verdicts}


def _pulls(given: Mapping[str, Mapping[str, int]], chosen: Mapping[str, int]) -> Iterator[Pull]:
    for question, weights in given.items():
        most = max(weights.values())
        towards = tuple(role for role, weight in weights.items() if weight == most)
        rest = [weight for weight in weights.values() if weight < most]
        yield Pull(question, chosen[question], towards, most - max(rest, default=most))
