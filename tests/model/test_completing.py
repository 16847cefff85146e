"""What files leave out: abbreviations that nobody else has, and the family of a comparison."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.infographics import sections
from generator.model import Model, load
from generator.model.completing import abbreviation, completed

WARDS = Path(__file__).parents[1] / "wards"


@pytest.fixture(scope="module")
def model() -> Model:
    return load(WARDS, kinds=sections())


def test_names_of_the_same_letters_are_told_apart_by_more_of_them_and_then_by_numbers() -> None:
    taken: list[str] = []
    for _ in range(5):
        taken.append(abbreviation("B", "BAKE", taken))
    assert taken == ["BA", "BAK", "BAKE", "BA2", "BA3"]


def test_a_name_of_one_letter_is_its_abbreviation_unless_another_role_has_it() -> None:
    taken: list[str] = []
    for name in ("K", "L", "K", "K"):
        taken.append(abbreviation(name, name, taken))
    assert taken == ["K", "L", "K2", "K3"]


@pytest.mark.parametrize(("written", "family"), [(False, "beds"), (True, "")])
def test_a_comparison_is_of_the_family_of_all_its_roles_unless_it_names_one(
    model: Model, written: bool, family: str
) -> None:
    roles = {id: role.model_copy(update={"family": "beds"}) for id, role in model.roles.items()}
    comparisons = dict(model.comparisons)
    if written:
        comparisons = {id: one.model_copy(update={"family": ""}) for id, one in comparisons.items()}
    found = completed({"roles": roles, "comparisons": comparisons})["comparisons"]
    assert {str(one.family or "") for one in found.values()} == {family}


def test_a_comparison_of_roles_of_two_families_has_none(model: Model) -> None:
    families = {"ward-nurse": "beds", "home-nurse": "streets"}
    roles = {id: role.model_copy(update={"family": families.get(id, "")}) for id, role in model.roles.items()}
    found = completed({"roles": roles, "comparisons": dict(model.comparisons)})["comparisons"]
    assert not any(one.family for one in found.values())
