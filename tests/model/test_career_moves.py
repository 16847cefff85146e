"""Moves between careers: which steps they join, what is told of steps that are not there, and texts that change."""

from __future__ import annotations

from typing import Any

from projects import ROOT

from generator.infographics import sections
from generator.model.career_moves import following, joined
from generator.model.checks import career_moves
from generator.model.loading import load
from generator.model.schema import Comparison, Role
from generator.model.view import views

WARDS = load(ROOT / "tests/wards", kinds=sections())
THREE = WARDS.comparisons["hospital-and-home"]


def roles(comparison: Comparison, **changed: dict[str, Any]) -> dict[str, Role]:
    """The compared roles; `changed` has what is otherwise, by id with underscores."""
    found = {id: WARDS.roles[id] for id in comparison.roles}
    return found | {
        id: found[id].model_copy(update=changed[id.replace("-", "_")])
        for id in found
        if id.replace("-", "_") in changed
    }


def test_a_move_joins_steps_in_the_order_of_the_columns_whatever_the_order_in_the_file() -> None:
    moves = joined(THREE, roles(THREE))
    assert [[(end.role, end.step) for end in move.ends] for move in moves] == [
        [("ward-nurse", 1), ("scrub-nurse", 1)],
        [("ward-nurse", 1), ("home-nurse", 0)],
        [("scrub-nurse", 2), ("home-nurse", 2)],
        [("ward-nurse", 1), ("home-nurse", 1)],
    ]
    assert list(THREE.career_moves[-1].between) == ["home-nurse", "ward-nurse"]
    assert [end.named for end in moves[1].ends] == ["Ward Nurse", "Staff Nurse (Home Nurse)"]
    assert moves[1].to("ward-nurse").role == "home-nurse"
    assert moves[1].to("home-nurse").role == "ward-nurse"


def test_a_role_without_career_has_no_step() -> None:
    compared = roles(THREE, scrub_nurse={"career": None})
    problems = list(career_moves.check(THREE, compared, set(WARDS.roles)))
    assert [(problem.code, problem.fix) for problem in problems] == [
        ("dangling-reference", 'add "career:" to the role, or remove the move')
    ] * 2
    assert all(problem.place.line for problem in problems)
    assert len(joined(THREE, compared)) == 2


def test_a_title_that_a_career_has_twice_names_no_step() -> None:
    career = WARDS.roles["scrub-nurse"].career
    assert career
    twice = career.model_copy(update={"steps": (*career.steps, career.steps[1])})
    problems = career_moves.check(THREE, roles(THREE, scrub_nurse={"career": twice}), set(WARDS.roles))
    assert [problem.message for problem in problems] == ['the career of "scrub-nurse" has 2 steps "Scrub Nurse"']


def test_moves_follow_steps_that_are_called_otherwise_and_go_with_those_that_are_gone() -> None:
    career = WARDS.roles["scrub-nurse"].career
    assert career
    called = career.steps[1].model_copy(update={"title": "Theatre Nurse"})
    after = roles(THREE, scrub_nurse={"career": career.model_copy(update={"steps": (career.steps[0], called)})})
    moved = following(THREE, roles(THREE), after)
    assert [move.title for move in moved.career_moves] == [
        "Ward Nurse and Theatre Nurse",
        "Ward Nurse and Staff Nurse",
        "Ward Nurse and Home Nurse",
    ]


def test_white_space_in_a_title_does_not_matter() -> None:
    data = {"between": {"ward-nurse": " Ward\n Nurse ", "scrub-nurse": "Scrub Nurse"}, "text": "Same patients."}
    move = type(THREE.career_moves[0]).model_validate(data)
    assert move.between["ward-nurse"] == "Ward Nurse"


def test_the_flagship_has_a_move_at_every_level_but_the_highest() -> None:
    view = views(load(ROOT / "content", kinds=sections()))[0]
    steps = [{end.step for end in move.ends} for move in view.career_moves]
    assert steps == [{0}, {1}, {2}]
    assert all(len(compared.role.career.steps) == 4 for compared in view.roles if compared.role.career)
    assert view.moves_title == "Moves between the roles"
