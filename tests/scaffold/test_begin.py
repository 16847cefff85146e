"""A new project builds at once, says what to write, takes nothing from the example, and writes nothing over."""

from __future__ import annotations

import contextlib
import json
import re
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from projects import ROOT

from generator import files
from generator.cli import cli
from generator.model import schemas

EXAMPLE = re.compile(r"\b(pets?|wholesale|key account|territory|kam|visavis editors)\b", re.IGNORECASE)


def run(folder: Path, *arguments: str, typed: str | None = None) -> Result:
    folder.mkdir(exist_ok=True)
    with contextlib.chdir(folder):
        return CliRunner().invoke(cli, arguments, input=typed)


def texts(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8", errors="replace") for path in found}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    result = run(tmp_path / "empty", "init")
    assert result.exit_code == 0, result.output
    return tmp_path / "empty"


def test_a_project_is_small_and_its_own(project: Path) -> None:
    found = texts(project)
    content = {name for name in found if name.startswith("content/")}
    assert content == {
        "content/site.yml",
        "content/roles/first-role.yml",
        "content/roles/second-role.yml",
        "content/comparisons/first-role-vs-second-role.yml",
    }
    assert {".gitignore", ".vscode/settings.json", ".github/workflows/publish.yml"} < found.keys()
    assert [name for name in content if EXAMPLE.search(found[name])] == []


def test_editors_find_the_schemas(project: Path) -> None:
    for name in schemas():
        assert json.loads((project / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    for path in (project / "content").rglob("*.yml"):
        (named,) = re.findall(r"\$schema=(\S+)", path.read_text(encoding="utf-8"))
        assert (path.parent / named).is_file()


def test_what_is_not_written_yet_is_told_and_nothing_else(project: Path) -> None:
    found = json.loads(run(project, "check", "--format", "json").stdout)
    assert {(each["severity"], each["code"]) for each in found} == {("warning", "placeholder-text")}
    assert {each["file"].partition("/")[2] for each in found} == {
        "roles/first-role.yml",
        "roles/second-role.yml",
        "comparisons/first-role-vs-second-role.yml",
    }
    assert run(project, "build", "--strict").exit_code == 1


def test_the_start_of_editors_is_what_this_repository_has() -> None:
    start = ROOT / "generator" / "scaffold" / "start"
    for name in ("settings.json", "extensions.json"):
        assert (start / "vscode" / name).read_bytes() == (ROOT / ".vscode" / name).read_bytes()


def test_the_workflow_uses_the_actions_of_this_repository(project: Path) -> None:
    ours = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / ".github" / "workflows").glob("*.yml"))
    workflow = (project / ".github" / "workflows" / "publish.yml").read_text(encoding="utf-8")
    used = re.findall(r"uses: (\S+)", workflow)
    assert used
    assert [action for action in used if action not in ours] == []
    assert re.search(r"visavis==\d+\.\d+", workflow)
    assert yaml.safe_load(workflow)["permissions"] == {}


@pytest.mark.parametrize("where", [".", "my site", "a/b"])
def test_it_says_what_comes_next_in_three_lines(tmp_path: Path, where: str) -> None:
    result = run(tmp_path / "here", "init", where)
    assert result.exit_code == 0, result.output
    assert len(result.stdout.splitlines()) == 3
    assert "visavis serve" in result.stdout
    assert (tmp_path / "here" / where / "content" / "site.yml").is_file()


def test_names_of_any_kind_are_roles(tmp_path: Path) -> None:
    roles = ("Ward nurse", 'Prüfer: "X" #1', "- Añil", "yes")
    options = [part for role in roles for part in ("--role", role)]
    done = run(tmp_path / "p", "init", *options, "--trade", "Hospitals: all", "--name", "A & B")
    assert done.exit_code == 0, done.output
    found = [yaml.safe_load(path.read_bytes()) for path in (tmp_path / "p" / "content" / "roles").iterdir()]
    assert {str(each["name"]) for each in found} == {*roles}
    assert len({each["abbreviation"] for each in found}) == len(roles)
    (comparison,) = (tmp_path / "p" / "content" / "comparisons").iterdir()
    assert yaml.safe_load(comparison.read_bytes())["industry"] == "Hospitals: all"


@pytest.mark.parametrize(
    ("roles", "said"),
    [(("One",), "two to four"), (("A b", "a-B"), "a name of its own"), (tuple("abcde"), "two to four")],
)
def test_roles_that_cannot_be_compared_are_refused(tmp_path: Path, roles: tuple[str, ...], said: str) -> None:
    done = run(tmp_path / "p", "init", *(part for role in roles for part in ("--role", role)))
    assert done.exit_code == 2
    assert said in done.stderr
    assert texts(tmp_path / "p") == {}


def test_a_name_that_fits_no_picture_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    done = run(tmp_path / "p", "init", "--role", "Unbreakable" * 9, "--role", "Other")
    assert done.exit_code == 1
    assert "content/roles/unbreakable" in done.stderr
    assert texts(tmp_path / "p") == {}


@pytest.mark.parametrize("options", [(), ("--example",)])
def test_nothing_is_written_over(tmp_path: Path, options: tuple[str, ...]) -> None:
    files.write(tmp_path / "p" / "content" / "notes.txt", b"mine")
    done = run(tmp_path / "p", "init", *options)
    assert (done.exit_code, texts(tmp_path / "p")) == (2, {"content/notes.txt": "mine"})
    (tmp_path / "p" / "content" / "notes.txt").unlink()
    files.write(tmp_path / "p" / ".gitignore", b"mine")
    done = run(tmp_path / "p", "init", *options)
    assert done.exit_code == 0, done.output
    assert ".gitignore was there already and stays as it is." in done.stderr
    assert texts(tmp_path / "p")[".gitignore"] == "mine"


def test_the_example_is_the_whole_content(tmp_path: Path) -> None:
    done = run(tmp_path / "p", "init", "--example")
    assert done.exit_code == 0, done.output
    ours, theirs = (
        {name: path.read_bytes() for name, path in files.tree(root / "content").items()}
        for root in (ROOT, tmp_path / "p")
    )
    assert theirs == ours
    assert run(tmp_path / "q", "init", "--example", "--name", "X").exit_code == 2


def test_on_a_terminal_it_asks_for_what_is_not_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["generator.cli.init"], "_is_asked", lambda: True)
    done = run(tmp_path / "p", "init", typed="Cook\nWaiter\nRestaurants\n\n")
    assert done.exit_code == 0, done.output
    content = tmp_path / "p" / "content"
    assert yaml.safe_load((content / "site.yml").read_bytes())["name"] == "Cook and Waiter"
    assert yaml.safe_load((content / "comparisons" / "cook-vs-waiter.yml").read_bytes())["industry"] == "Restaurants"
    stopped = run(tmp_path / "q", "init", typed="Cook\n")  # and the input ends
    assert (stopped.exit_code, texts(tmp_path / "q")) == (130, {})


def test_roles_and_comparisons_are_added_in_any_state(tmp_path: Path) -> None:
    site = b"name: X\nurl: https://x.example/\nupdated: 2026-01-01\n"
    files.write(tmp_path / "p" / "content" / "site.yml", site)
    first = run(tmp_path / "p", "new", "comparison", "both")
    assert (first.exit_code, "needs two roles" in first.stderr) == (2, True), first.output
    assert run(tmp_path / "p", "new", "role", "nurse").exit_code == 0
    assert run(tmp_path / "p", "new", "comparison", "both").exit_code == 2
    assert run(tmp_path / "p", "new", "role", "doctor").exit_code == 0
    assert run(tmp_path / "p", "new", "comparison", "both").exit_code == 0
    checked = run(tmp_path / "p", "check")
    assert checked.exit_code == 0, checked.output
    assert [name for name, text in texts(tmp_path / "p").items() if EXAMPLE.search(text)] == []


COMMANDS = ("build", "check", "serve", "deck", "new role nurse", "new comparison all", "render x", "sheet", "report")


@pytest.mark.parametrize("command", [*COMMANDS, "deck update x.pptx", "diff HEAD"])
def test_every_command_says_how_to_begin_and_leaves_nothing(tmp_path: Path, command: str) -> None:
    done = run(tmp_path / "p", *command.split())
    assert done.exit_code == 1
    assert "content: error[missing-folder] there is no such folder; begin with `visavis init`" in done.output
    assert done.output.count("visavis init") == 1
    assert list((tmp_path / "p").iterdir()) == []
