"""What the decision guide concludes: for two, three and four roles, and for answers that are still missing."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path

import pytest

from generator.infographics import sections
from generator.model.decision import Pull, decide
from generator.model.loading import load
from generator.model.schema import Guide, Model

WARDS = Path(__file__).parents[1] / "wards"
COMPARISONS = ("ward-vs-home", "hospital-and-home", "all-four")


@pytest.fixture(scope="module")
def nursing(tmp_path_factory: pytest.TempPathFactory) -> Model:
    """The second content set."""
    return load(Path(shutil.copytree(WARDS, tmp_path_factory.mktemp("decision") / "content")), kinds=sections())


def every_choice(guide: Guide) -> list[dict[str, int]]:
    """All ways to answer all, some or none of the questions."""
    ways = itertools.product(*([None, *range(len(question.answers))] for question in guide.questions))
    ids = [question.id for question in guide.questions]
    return [{id: place for id, place in zip(ids, way, strict=True) if place is not None} for way in ways]


def guide_of(roles: str, margin: int, *answers: tuple[int, ...]) -> Guide:
    """One question for each answer, whose second answer gives nobody a point."""
    questions = [
        {
            "id": f"q-{number}",
            "question": "Which?",
            "why": "So.",
            "answers": [
                {"text": "This", "rationale": "So.", "weights": dict(zip(roles, weights, strict=True))},
                {"text": "None", "rationale": "So.", "weights": dict.fromkeys(roles, 0)},
            ],
        }
        for number, weights in enumerate(answers, 1)
    ]
    words = {"title": "Title", "text": "Text"}
    rest = {"decides": [words], "together": words, "verdicts": dict.fromkeys(roles, words)}
    return Guide.model_validate({**words, **rest, "margin": margin, "questions": questions})


def first_answers(guide: Guide) -> dict[str, int]:
    return {question.id: 0 for question in guide.questions}


@pytest.mark.parametrize("name", COMPARISONS)
def test_the_conclusion_follows_the_rule_for_every_choice(nursing: Model, name: str) -> None:
    comparison = nursing.comparisons[name]
    seen = set()
    for chosen in every_choice(comparison.guide):
        decision = decide(comparison.guide, chosen)
        best, second, *_ = sorted(decision.totals.values(), reverse=True)
        assert set(decision.totals) == set(comparison.roles)
        assert decision.lead == best - second
        assert (decision.conclusion == "role") == (decision.lead > comparison.guide.margin)
        assert (decision.conclusion == "role") == (len(decision.leaders) == 1)
        assert (decision.conclusion == "open") <= bool(decision.open)
        assert all(decision.totals[role] >= best - comparison.guide.margin for role in decision.leaders)
        seen.add(decision.conclusion)
    assert seen == {"role", "together", "open"}


@pytest.mark.parametrize("name", COMPARISONS)
def test_the_points_are_those_of_the_answers_and_every_answer_gives_its_reason(nursing: Model, name: str) -> None:
    guide = nursing.comparisons[name].guide
    for chosen in every_choice(guide):
        decision = decide(guide, chosen)
        answers = [question.answers[chosen[question.id]] for question in guide.questions if question.id in chosen]
        for role, total in decision.totals.items():
            assert total == sum(answer.weights[role] for answer in answers)
        assert {pull.question: pull.answer for pull in decision.pulls} == chosen
        assert {*decision.open, *chosen} == {question.id for question in guide.questions}
        for pull, answer in zip(decision.pulls, answers, strict=True):
            assert {role for role, weight in answer.weights.items() if weight == max(answer.weights.values())} == {
                *pull.towards
            }


@pytest.mark.parametrize(
    ("roles", "margin", "answers", "conclusion", "leaders"),
    [
        ("ab", 2, ((3, 0),), "role", "a"),
        ("ab", 3, ((3, 0),), "together", "ab"),
        ("ab", 0, ((1, 1),), "together", "ab"),
        ("ab", 0, ((0, 1),), "role", "b"),
        ("abc", 1, ((3, 1, 1),), "role", "a"),
        ("abc", 1, ((3, 2, 0),), "together", "ab"),
        ("abc", 2, ((0, 3, 1), (1, 0, 1)), "together", "abc"),
        ("abcd", 0, ((3, 0, 3, 0),), "together", "ac"),
        ("abcd", 3, ((0, 3, 0, 0), (0, 3, 2, 0)), "role", "b"),
        ("abcd", 3, ((0, 0, 0, 0),), "together", "abcd"),
    ],
)
def test_a_lead_of_the_margin_is_not_enough(
    roles: str, margin: int, answers: tuple[tuple[int, ...], ...], conclusion: str, leaders: str
) -> None:
    guide = guide_of(roles, margin, *answers)
    decision = decide(guide, first_answers(guide))
    assert (decision.conclusion, "".join(decision.leaders)) == (conclusion, leaders)


def test_an_answer_pulls_by_its_lead_over_the_next() -> None:
    guide = guide_of("abcd", 0, (3, 1, 0, 0), (2, 2, 0, 1), (1, 1, 1, 1))
    assert decide(guide, first_answers(guide)).pulls == (
        Pull("q-1", 0, ("a",), 2),
        Pull("q-2", 0, ("a", "b"), 1),
        Pull("q-3", 0, ("a", "b", "c", "d"), 0),
    )


def test_without_answers_nothing_is_decided() -> None:
    decision = decide(guide_of("ab", 0, (3, 0), (3, 0)), {})
    assert (decision.totals, decision.conclusion, decision.pulls) == ({"a": 0, "b": 0}, "open", ())
    assert decision.open == ("q-1", "q-2")


def test_a_lead_shows_before_the_last_answer() -> None:
    decision = decide(guide_of("ab", 0, (3, 0), (3, 0)), {"q-1": 0})
    assert (decision.conclusion, decision.leaders, decision.open) == ("role", ("a",), ("q-2",))


def test_there_is_no_decision_on_answers_that_do_not_exist() -> None:
    guide = guide_of("ab", 0, (3, 0))
    with pytest.raises(KeyError, match="stranger"):
        decide(guide, {"stranger": 0})
    with pytest.raises(IndexError):
        decide(guide, {"q-1": 2})
