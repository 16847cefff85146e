"""data/roles: a file a role with all that a comparison of any roles shows, and the list of them."""

from __future__ import annotations

import json
from typing import Any

from samples import ROLES, sample

from generator.exports.artifacts import Artifacts
from generator.exports.role_data import INDEX, export
from generator.model import Model
from generator.pages.render import render

ALL = (ROLES[:2], ROLES[1:])


def made(model: Model) -> dict[str, Any]:
    return {path: json.loads(data) for path, data in export(Artifacts(model, (), {}, {}))}


def with_role(model: Model, id: str, **fields: Any) -> Model:
    role = model.roles[id].model_copy(update=fields)
    return model.model_copy(update={"roles": {**model.roles, id: role}})


def test_every_role_has_a_file_and_a_place_in_the_list() -> None:
    model = sample(comparisons=ALL)
    files = made(model)
    assert set(files) == {INDEX, *(f"data/roles/{id}.json" for id in ROLES)}
    listed = files[INDEX]
    assert [role["id"] for role in listed["roles"]] == list(ROLES)
    pages = render(model, ())
    for entry in [*listed["roles"], *listed["comparisons"]]:
        assert f"{entry['address']}index.md" in pages
    for entry in listed["roles"]:
        own = files[f"data/roles/{entry['id']}.json"]
        assert {key: own[key] for key in ("id", "name", "abbreviation", "address", "comparisons")} == {
            key: entry[key] for key in ("id", "name", "abbreviation", "address", "comparisons")
        }


def test_a_role_is_found_by_the_ids_that_it_had() -> None:
    files = made(with_role(sample(), "baker", formerly=("cook",)))
    assert files["data/roles/cook.json"] == files["data/roles/baker.json"]
    assert files[INDEX]["roles"][0]["formerly"] == ["cook"]


def test_a_role_says_what_its_files_say() -> None:
    miller = made(sample(comparisons=ALL))["data/roles/miller.json"]
    assert miller["statements"] == [
        {
            "id": "focus",
            "name": "dimension",
            "icon": "material/hammer",
            "question": "dimension question",
            "short": "miller short",
            "detail": ["miller detail"],
        }
    ]
    assert [(one["id"], one["level"], one["comparisons"]) for one in miller["skills"]] == [
        ("knead", "expert", []),
        ("knead", "working", ["craft-1", "craft-2"]),
    ]
    assert [one["comparison"] for one in miller["scales"]] == ["craft-1", "craft-2"]
    assert miller["responsibilities"] == ["miller duty title"]
    assert miller["metrics"][0]["name"] == "metric name"
    assert miller["partners"][0]["gives"] == "miller gives"
    assert [step["stage"] for step in miller["career"]["steps"]] == ["before", "now", "next"]
    assert miller["fit"]["signs"] == ["miller sign"]
    assert (miller["updated"], miller["licence"]) == ("2026-01-02", "licence")
    assert set(miller["icons"]) == {"material/hammer"}
    assert miller["icons"]["material/hammer"]["path"].startswith("M")


def test_a_career_names_the_moves_to_other_roles_from_both_sides() -> None:
    files = made(sample())
    moves = {id: files[f"data/roles/{id}.json"]["career"]["moves"] for id in ROLES}
    one, other = (id for id in ROLES if moves[id])
    for own, there in ((one, other), (other, one)):
        assert moves[own] == [
            {
                "comparison": "craft-1",
                "step": f"{own} step next",
                "role": there,
                "to": f"{there} step next",
                "text": "move craft-1",
                "short": None,
            }
        ]


def test_levels_that_differ_between_comparisons_are_kept_apart() -> None:
    model = sample(comparisons=ALL)
    second = model.comparisons["craft-2"]
    skill = second.shared.skills[0].model_copy(update={"levels": dict.fromkeys(second.roles, "strong")})
    shared = second.shared.model_copy(update={"skills": (skill,)})
    other = second.model_copy(update={"shared": shared})
    found = made(model.model_copy(update={"comparisons": {**model.comparisons, "craft-2": other}}))
    skills = found["data/roles/miller.json"]["skills"]
    assert [(one["level"], one["comparisons"]) for one in skills[1:]] == [
        ("working", ["craft-1"]),
        ("strong", ["craft-2"]),
    ]


def test_a_statement_that_no_comparison_asks_for_is_there_under_its_id() -> None:
    model = sample()
    stranger = model.roles["carter"]
    said = {**stranger.dimensions, "long-way": next(iter(stranger.dimensions.values()))}
    rows = made(with_role(model, "carter", dimensions=said))["data/roles/carter.json"]["statements"]
    assert [(row["id"], row["name"], row["question"]) for row in rows] == [
        ("focus", "dimension", "dimension question"),  # as a comparison of others has it
        ("long-way", "Long way", None),
    ]


def test_the_roles_most_alike_come_with_it() -> None:
    found = made(sample())["data/roles/baker.json"]
    assert found["similar"] == ["carter", "miller", "smith"]  # equally, so by id


def test_the_files_stay_small(model: Model) -> None:
    for path, data in export(Artifacts(model, (), {}, {})):
        assert len(data) < 14_000, path


def test_a_role_that_says_little_has_every_field() -> None:
    bare = {"summary": None, "career": None, "fit": None, "skills": (), "dimensions": {}, "tagline": None}
    little = made(with_role(sample(), "carter", **bare))["data/roles/carter.json"]
    assert set(little) == set(made(sample())["data/roles/carter.json"])
    assert (little["summary"], little["career"], little["fit"], little["statements"]) == ([], None, None, [])
