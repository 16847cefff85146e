"""A new role or comparison is valid as it is, beside the content that there is, and takes no other's place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from projects import BRAND, Sandbox, replace, set_up, snapshot, without_painting

from generator.cli import cli
from generator.model import load
from generator.model.schema import Role
from generator.model.schema.model import Model
from generator.problems.errors import UsageError
from generator.scaffold.plan import comparison_plan, role_plan
from generator.scaffold.yaml_writer import scaffold

HEADS = {"role": "roles", "comparison": "comparisons"}


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    return set_up(tmp_path / "a sandbox", sizes="phone")


@pytest.mark.slow
def test_one_of_each_beside_the_content_is_checked_and_built(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    for arguments in (
        ("role", "desk-planner"),
        ("role", "account-analyst"),
        ("comparison", "first-look"),
        ("comparison", "desks", "--role", "desk-planner", "--role", "account-analyst"),
        ("comparison", "mixed", "--role", "account-analyst", "--role", "territory-manager"),
    ):
        result = sandbox.run("new", *arguments)
        assert result.exit_code == 0, result.output
        file = sandbox.root / result.stdout.strip()
        assert file == sandbox.content / HEADS[arguments[0]] / f"{arguments[1]}.yml"
        first, *_ = file.read_text(encoding="utf-8").splitlines()
        assert first == f"# yaml-language-server: $schema=../../schemas/{arguments[0]}.schema.json"
    assert sandbox.run("schema", "-o", "schemas").exit_code == 0
    assert (sandbox.content / "roles" / "../../schemas/role.schema.json").is_file()
    without_painting(monkeypatch)
    held_back = sandbox.run("build", "--jobs", "1", "--strict")
    assert held_back.exit_code == 1
    assert held_back.stderr.count("texts are placeholders that nobody has replaced") == 5
    assert not sandbox.site.exists()
    assert sandbox.run("check", "--strict").exit_code == 1
    assert sandbox.run("check").exit_code == 0
    published = sandbox.run("build", "--jobs", "1")
    assert published.exit_code == 0, published.output
    assert sandbox.run("build", "--jobs", "1", "--strict").exit_code == 1  # though nothing has changed
    assert "Account analyst" in (sandbox.site / "roles" / "account-analyst" / "index.html").read_text(encoding="utf-8")
    assert (sandbox.site / "mixed" / "index.html").is_file()


def test_four_roles_as_they_are_begun_fit_every_picture_in_every_size(tmp_path: Path) -> None:
    begun = ("init", str(tmp_path / "a"), "--role", "Diätköchin", "--role", "Küchenhilfe")
    assert CliRunner().invoke(cli, begun).exit_code == 0
    content = tmp_path / "a" / "content"
    for role in ("spuelkraft", "bote"):
        assert CliRunner().invoke(cli, ("new", "role", role, "--content", str(content))).exit_code == 0
    (comparison,) = (content / "comparisons").iterdir()
    roles = "roles: [diaetkoechin, kuechenhilfe"
    replace(comparison, f"{roles}]", f"{roles}, spuelkraft, bote]")
    site = (content / "site.yml").read_text(encoding="utf-8")
    (content / "site.yml").write_text(site.partition("\npictures:")[0] + "\n", encoding="utf-8")
    checked = CliRunner().invoke(cli, ("check", "--content", str(content)))
    assert checked.exit_code == 0, checked.output


@pytest.mark.slow
def test_content_of_another_subject(wards: Path) -> None:
    for name in ("all-four", "hospital-and-home"):  # as if they had never been: nothing of theirs is looked at
        (wards / "comparisons" / f"{name}.yml").unlink()

    def run(*arguments: str) -> None:
        result = CliRunner().invoke(cli, [*arguments, "--content", str(wards)])
        assert result.exit_code == 0, result.output

    run("new", "role", "night-nurse")
    run(
        "new",
        "comparison",
        "three",
        *(part for name in ("ward", "home", "scrub") for part in ("--role", f"{name}-nurse")),
    )
    run("check")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("role", "roles/nurse"), "cannot be an id"),
        (("role", "nurse.yml"), "cannot be an id"),
        (("role", "🙂"), "cannot be an id"),
        (("role", "../elsewhere"), "cannot be an id"),
        (("role", "a" * 61), "cannot be an id"),
        (("role", "territory-manager"), "is there already"),
        (("comparison", "kam-vs-tm"), "is there already"),
        (("comparison", "x", "--role", "no-such", "--role", "territory-manager"), 'there is no role "no-such"'),
        (("comparison", "x", "--role", "territory-manager"), "two to four different roles"),
        (("comparison", "x", *("--role", "territory-manager") * 2), "two to four different roles"),
        (("role",), "Missing argument"),
        (("dimension", "x"), "No such command"),
    ],
)
def test_wrong_usage_writes_nothing(sandbox: Sandbox, arguments: tuple[str, ...], said: str) -> None:
    before = snapshot(sandbox.root)
    result = sandbox.run("new", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert snapshot(sandbox.root) == before


def test_content_with_problems_is_told_first(sandbox: Sandbox) -> None:
    line = sandbox.edit("glossary.yml", "definition:", "definiton:")
    result = sandbox.run("new", "role", "desk-planner")
    assert result.exit_code == 1
    assert f"content/glossary.yml:{line}:" in result.stderr
    assert not (sandbox.content / "roles" / "desk-planner.yml").exists()


def test_what_would_not_fit_beside_the_rest_is_not_written(sandbox: Sandbox) -> None:
    assert sandbox.run("new", "role", "desk-planner").exit_code == 0
    file = sandbox.content / "roles/desk-planner.yml"
    file.write_text(f"{file.read_text(encoding='utf-8')}\nhue: rust\n", encoding="utf-8")
    result = sandbox.run("new", "comparison", "x", "--role", "desk-planner", "--role", "territory-manager")
    assert result.exit_code == 1
    assert result.stderr.startswith("content/roles/territory-manager.yml:13:6: error[look-alike]")
    assert not (sandbox.content / "comparisons" / "x.yml").exists()


def test_every_field_of_the_schema_is_said_in_its_words() -> None:
    one = {name[:-1]: "x" for name in ("accounts", "skills", "metrics", "partners")}
    lists = {f"{name}s": [{name: value}] for name, value in one.items()}
    text = scaffold(Role, {"hue": "x", "dimensions": {"a": {}}, "topics": {"b": {}}, **lists}, "x.json")
    for name, field in Role.model_fields.items():
        assert f"\n{name}:" in text or f"\n# {name}: may be left out." in text
        assert (field.description or "") in text


def test_a_plan_without_what_only_it_can_say_is_a_fault() -> None:
    with pytest.raises(KeyError, match=r"catalogue\.yml"):
        scaffold(Role, {"accounts": [{}]}, "x.json")


def without(model: Model, **entries: dict[str, object]) -> Model:
    """The model with other entries in its catalogue."""
    return model.model_copy(update={"catalogue": model.catalogue.model_copy(update=entries)})


def test_what_a_draft_has_to_refer_to_must_be_there(model: Model) -> None:
    both = tuple(model.roles)
    shared = {entry.skill for each in model.comparisons.values() for entry in each.shared.skills}
    skills = model.catalogue.skills
    used = {entry.skill for role in model.roles.values() for entry in role.skills}
    with pytest.raises(UsageError, match="add one that this role alone needs"):
        role_plan("desk-planner", without(model, skills={name: skills[name] for name in shared}))
    with pytest.raises(UsageError, match="add one that all of them need"):
        comparison_plan(without(model, skills={name: skills[name] for name in used}), both)


def test_a_project_with_nothing_in_it_yet(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(BRAND, content / "brand")
    (content / "comparisons").mkdir()  # and no folder for roles
    (content / "site.yml").write_text("name: A\nurl: https://a.example/\nupdated: 2026-01-02\n", encoding="utf-8")

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(cli, [*arguments, "--content", str(content)])

    early = run("new", "comparison", "first")
    assert early.exit_code == 2
    assert "visavis new role" in early.stderr
    for arguments in (("role", "head-cook"), ("role", "waiter"), ("comparison", "kitchen-and-hall")):
        result = run("new", *arguments)
        assert result.exit_code == 0, result.output
    checked = run("check")
    assert checked.exit_code == 0, checked.output
    assert checked.output.count("warning[placeholder-text]") == 3
    made = load(content)
    assert [str(row.id) for row in made.comparisons["kitchen-and-hall"].dimensions] == ["first-row", "second-row"]
    written = " ".join(path.read_text(encoding="utf-8") for path in content.rglob("*-*.yml"))
    assert "wholesale" not in written.lower()
