"""A new project builds at once, says what to write, takes nothing from the example, and writes nothing over."""

from __future__ import annotations

import contextlib
import itertools
import json
import re
import sys
import zipfile
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from projects import ROOT, without_painting

from generator import files
from generator.cli import cli
from generator.model import schemas
from generator.scaffold.plan import abbreviation_of

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


@pytest.mark.parametrize(("where", "move"), [(".", []), ("my site", ['cd "my site"']), ("new", ["cd new"])])
def test_it_says_what_comes_next_one_step_a_line(tmp_path: Path, where: str, move: list[str]) -> None:
    result = run(tmp_path / "here", "init", where)
    assert result.exit_code == 0, result.output
    *steps, last = result.stdout.splitlines()
    assert [step.partition("   ")[0] for step in steps] == [*move, "visavis serve", "visavis check", "visavis build"]
    assert (tmp_path / "here" / where / last.split()[2]).is_file()  # from where the steps have led
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
    assert f'--role "{"Unbreakable" * 9}": error[' in done.stderr
    assert "content/" not in done.stderr
    assert texts(tmp_path / "p") == {}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--role", "", "--role", "B"), '--role "": error[empty-text]'),
        (("--role", "Cook \U0001f372", "--role", "B"), '--role "Cook \U0001f372": error['),
        (("--role", "Co\u00adok", "--role", "B"), '--role "Co<U+00AD>ok": error[hidden-character]'),
        (("--name", "Ki\u200btchen"), '--name "Ki<U+200B>tchen": error[hidden-character]'),
        (("--trade", "Tra\u00adde"), '--trade "Tra<U+00AD>de": error[hidden-character]'),
    ],
)
def test_what_cannot_be_written_is_told_at_its_option(tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    done = run(tmp_path / "p", "init", *options)
    assert done.exit_code == 1
    assert {line.partition(" error[")[0] for line in done.stderr.splitlines() if "error[" in line} == {
        said.partition(" error[")[0]
    }
    assert said in done.stderr
    assert texts(tmp_path / "p") == {}


def test_names_of_one_letter_are_their_abbreviations(tmp_path: Path) -> None:
    assert run(tmp_path / "p", "init", "--role", "A", "--role", "B").exit_code == 0
    roles = {name: yaml.safe_load((tmp_path / "p" / f"content/roles/{name}.yml").read_bytes()) for name in "ab"}
    assert {name: role["abbreviation"] for name, role in roles.items()} == {"a": "A", "b": "B"}
    assert run(tmp_path / "p", "check").exit_code == 0


def test_a_name_in_other_letters_has_a_number_for_an_id(project: Path) -> None:
    for number, name in enumerate(("Шеф", "Повар"), 1):
        done = run(project, "new", "role", name)
        assert (done.exit_code, done.stdout) == (0, f"{Path(f'content/roles/role-{number}.yml')}\n"), done.output
        assert f"name: {name}\n" in (project / "content" / "roles" / f"role-{number}.yml").read_text(encoding="utf-8")
    done = run(project, "new", "comparison", "Кухня", "--role", "Шеф", "--role", "role-2")
    assert (done.exit_code, done.stdout) == (0, f"{Path('content/comparisons/comparison-1.yml')}\n"), done.output


def test_what_cannot_stand_in_a_new_file_is_told_at_its_name(project: Path) -> None:
    before = texts(project)
    done = run(project, "new", "role", "Co\u00adok")
    assert done.exit_code == 1
    assert '"Co<U+00AD>ok": error[hidden-character]' in done.stderr
    assert texts(project) == before


@pytest.mark.parametrize("options", [(), ("--example",)])
def test_nothing_is_written_over(tmp_path: Path, options: tuple[str, ...]) -> None:
    files.write(tmp_path / "p" / "content" / "notes.txt", b"mine")
    done = run(tmp_path / "p", "init", *options)
    assert (done.exit_code, texts(tmp_path / "p")) == (2, {"content/notes.txt": "mine"})
    (tmp_path / "p" / "content" / "notes.txt").unlink()
    files.write(tmp_path / "p" / ".gitignore", b"mine")
    done = run(tmp_path / "p", "init", *options)
    assert done.exit_code == 0, done.output
    assert ".gitignore was there already and stays as it is; for git" in done.stderr
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


@pytest.mark.parametrize(
    ("here", "there"), [(".", "my site"), ("my site/docs", ".."), ("my site/content/roles", "../.."), ("..", "")]
)
def test_who_is_beside_a_project_is_told_where_it_is(tmp_path: Path, here: str, there: str) -> None:
    place = tmp_path / "place"
    assert run(place, "init", "my site").exit_code == 0
    (place / "my site" / "docs").mkdir()
    (place / "a file").touch()
    done = run(place / here, "check")
    assert done.exit_code == 1
    said = f'go to the project first (cd "{there}"), or begin with' if there else "there is no such folder; begin with"
    assert said in done.output


def test_a_project_takes_more_roles_and_comparisons_by_name(project: Path) -> None:
    first = run(project, "new", "role", "Prüfer/-in am Ort")
    assert (first.exit_code, first.stdout) == (0, f"{Path('content/roles/pruefer-in-am-ort.yml')}\n"), first.output
    assert 'add pruefer-in-am-ort to "roles:" in' in first.stderr
    assert "schemas" not in first.stderr  # they are there already
    role = yaml.safe_load((project / "content" / "roles" / "pruefer-in-am-ort.yml").read_bytes())
    assert role["name"] == "Prüfer/-in am Ort"
    options = [part for id in ("first-role", "pruefer-in-am-ort") for part in ("--role", id)]
    done = run(project, "new", "comparison", "Old and new", *options)
    assert done.exit_code == 0, done.output
    comparison = yaml.safe_load((project / "content" / "comparisons" / "old-and-new.yml").read_bytes())
    assert (comparison["name"], "shared" in comparison) == ("Old and new", False)
    assert run(project, "check").exit_code == 0


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Müller/-in Mühlen- und Getreidewirtschaft (m/w/d)", "mueller-in-muehlen-und-getreidewirtschaft-m-w-d"),
        ("Koch/Köchin", "koch-koechin"),
        (".NET developer", "net-developer"),
        ("Dipl.-Ing. of roads / bridges", "dipl-ing-of-roads-bridges"),
        ("Head of everything that happens between the gate and the last field", None),
    ],
)
def test_titles_as_they_are_advertised_are_names(project: Path, name: str, id: str | None) -> None:
    done = run(project, "new", "role", name)
    assert done.exit_code == 0, done.output
    file = project / done.stdout.strip()
    assert yaml.safe_load(file.read_bytes())["name"] == name
    assert len(file.stem) <= 60
    assert id in (None, file.stem)


@pytest.mark.parametrize(
    ("id", "short"),
    [
        ("mueller-in-fuer-muehlen-und-getreide-m-w-d", "MMG"),
        ("head-of-the-ward", "HW"),
        ("cook-a", "CA"),
        ("koch-in", "KI"),
        ("nurse", "NU"),
    ],
)
def test_short_names_are_of_words_that_tell_something(id: str, short: str) -> None:
    assert abbreviation_of(id, set()) == short


def test_a_new_role_is_asked_what_the_rows_ask(project: Path) -> None:
    (comparison,) = (project / "content" / "comparisons").iterdir()
    long = "What, among all that there is to do from morning to evening, counts most?"
    text = comparison.read_text(encoding="utf-8").replace("What fills the days?", long)
    comparison.write_text(text.replace("    question: What must one know?\n", ""), encoding="utf-8")
    assert run(project, "new", "role", "third").exit_code == 0
    written = (project / "content" / "roles" / "third.yml").read_text(encoding="utf-8")
    assert "  # Purpose: What is the role there for?\n  purpose:\n" in written
    assert f"  # Daily work: {long}\n" in written
    asked = {row: told["short"] for row, told in yaml.safe_load(written)["dimensions"].items()}
    assert asked["purpose"] == "Write here: What is the role there for?"
    assert (asked["work"], asked["needs"]) == ("Write here: Daily work", "Write here: Skills")
    # The same question with more words, beside an answer that nobody has given.
    assert run(project, "new", "comparison", "x", "--role", "First role", "--role", "Third").exit_code == 0
    found = json.loads(run(project, "check", "--format", "json").stdout)
    assert {each["code"] for each in found} == {"placeholder-text"}
    rows = yaml.safe_load((project / "content" / "comparisons" / "x.yml").read_bytes())["dimensions"]
    assert [row.get("question") for row in rows][:2] == ["What is the role there for?", long]


def test_what_does_not_fit_is_told_without_what_could_be_better(project: Path) -> None:
    assert run(project, "new", "role", "Donaudampfschifffahrtskapitän").exit_code == 0
    options = [
        part for role in ("First role", "second-role", "Donaudampfschifffahrtskapitän") for part in ("--role", role)
    ]
    done = run(project, "new", "comparison", "three", *options)
    assert done.exit_code == 1
    assert "text-too-long" in done.output
    assert "warning[" not in done.output
    assert "tmp" not in done.output.replace(str(project), "")


def test_what_is_written_in_place_of_every_prompt_publishes_without_a_warning(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("".join(letters) for letters in itertools.product("bdfgk", "aeiou", "lmnrs"))
    for path in sorted((project / "content").rglob("*.yml")):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"Write here.*", lambda _: f"{next(words)} {next(words)}", text), "utf-8")
    without_painting(monkeypatch)
    assert run(project, "check", "--strict").output == "No problems.\n"
    built = run(project, "build", "--strict", "--jobs", "1")
    assert built.exit_code == 0, built.output
    pages = [path.read_text(encoding="utf-8") for path in (project / "site").rglob("*.html")]
    assert [page for page in pages if "Write here" in page or EXAMPLE.search(page)] == []


def test_an_address_that_nobody_knows_yet_is_not_passed_on(project: Path) -> None:
    assert run(project, "deck", "-o", "all.pptx").exit_code == 0
    with zipfile.ZipFile(project / "all.pptx") as deck:
        found = [name for name in deck.namelist() if b"example.org" in deck.read(name)]
    assert found == []


def test_on_a_terminal_a_name_that_fits_no_picture_is_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["generator.cli.init"], "_is_asked", lambda: True)
    answers = ("Unbreakable" * 9, "Cook", "Kitchens", "Food", "Unbreakable", "", "", "")
    done = run(tmp_path / "p", "init", typed="\n".join((*answers, "")))
    assert done.exit_code == 0, done.output
    assert "is wider than the column" in done.stderr
    content = tmp_path / "p" / "content"
    assert {path.name for path in (content / "roles").iterdir()} == {"unbreakable.yml", "cook.yml"}
    assert yaml.safe_load((content / "site.yml").read_bytes())["name"] == "Food"


def test_on_a_terminal_it_asks_again_where_an_answer_cannot_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["generator.cli.init"], "_is_asked", lambda: True)
    done = run(tmp_path / "p", "init", typed="  \nCook\ncook\n Waiter \n\n\n")
    assert done.exit_code == 0, done.output
    assert "write a name" in done.output
    assert "this is the first role" in done.output
    assert yaml.safe_load((tmp_path / "p" / "content" / "site.yml").read_bytes())["name"] == "Cook and Waiter"
