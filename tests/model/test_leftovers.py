"""What an editor has left over, and what nobody has written yet: told at its place, once, and nothing else about it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from projects import ROOT

from generator.infographics import sections
from generator.model.loading import inspect, load
from generator.model.placeholders import unwritten
from generator.model.reading.reader import load_packaged
from generator.model.schema import Comparison, Model, Role
from generator.problems.errors import Problem, Severity
from generator.scaffold.plan import comparison_plan, role_plan
from generator.scaffold.yaml_writer import scaffold

Edit = Callable[[Path, str, str], int]
Problems = Callable[[Path], tuple[Problem, ...]]


def add(file: Path, lines: str, below: str = "") -> None:
    """Adds lines at the end of a file, or below one of its lines."""
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(f"{below}\n", f"{below}\n{lines}\n", 1) if below else f"{text.rstrip()}\n{lines}\n")


# --- placeholders -----------------------------------------------------------------------------------------------------


def test_placeholders_are_one_warning_a_file_and_nothing_else_is_said_of_them(folder: Path, problems: Problems) -> None:
    for name in ("all-four", "hospital-and-home"):  # a new role speaks of all that there is
        (folder / "comparisons" / f"{name}.yml").unlink()
    model = load(folder, kinds=sections())
    (folder / "roles" / "night-nurse.yml").write_text(scaffold(Role, role_plan("night-nurse", model), "x.json"))
    plan = comparison_plan(load(folder, kinds=sections()), ("night-nurse", "home-nurse"))
    (folder / "comparisons" / "nights.yml").write_text(scaffold(Comparison, plan, "x.json"))
    found = [problem for problem in problems(folder) if problem.code != "unused-entry"]
    assert [(problem.code, problem.file) for problem in found] == [
        ("placeholder-text", "content/comparisons/nights.yml"),
        ("placeholder-text", "content/roles/night-nurse.yml"),
    ]
    whole = load(folder, kinds=sections())
    for problem, part in zip(found, (whole.comparisons["nights"], whole.roles["night-nurse"]), strict=True):
        texts = [*unwritten(part)]
        assert problem.message == f"{len(texts)} texts are placeholders that nobody has replaced"
        assert problem.place == min(text.place for text in texts)
        assert re.search(r"lines (\d+, ){11}\d+ and below$", problem.fix.partition(";")[0])


def test_one_placeholder_is_told_in_the_singular(folder: Path, edit: Edit, problems: Problems) -> None:
    tagline = load(folder).roles["ward-nurse"].tagline
    line = edit(folder / "roles/ward-nurse.yml", f"tagline: {tagline}", "tagline: The role in four to six words")
    (problem,) = problems(folder)
    assert problem.message == "1 text is a placeholder that nobody has replaced"
    assert problem.fix == f"write your own text in its place: line {line}"  # and not to accept it


def test_a_role_of_the_scaffold_holds_a_placeholder_wherever_a_text_is_required(model: Model) -> None:
    """The scaffold and the search for what it wrote go by the same words."""
    role = model.roles["territory-manager"]
    text = scaffold(Role, role_plan("new-one", model), "x.json")
    assert len(re.findall(r"^ *(?:- )?tagline: The role in four to six words$", text, re.MULTILINE)) == 1
    assert [*unwritten(role)] == []


# --- left over --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("section", ["skills", "metrics", "partners", "accounts"])
def test_an_entry_of_the_catalogue_that_nothing_names(section: str, folder: Path, problems: Problems) -> None:
    """A copy of an entry under another id, by another name."""
    file = folder / "catalogue.yml"
    text = file.read_text(encoding="utf-8")
    block = re.search(rf"^{section}:\n(  [a-z-]+:.*\n(?:   .*\n)*)", text, re.MULTILINE)
    assert block
    copy = re.sub(r"name: [^,}\n]+", "name: Something else", re.sub(r"^  [a-z-]+:", "  left-over:", block[1]))
    copy = re.sub(r"(definition|text|formula|reading): [^,}\n]+", r"\1: Quite another one", copy)
    file.write_text(text.replace(block[1], block[1] + copy, 1), encoding="utf-8")
    found = [problem for problem in problems(folder) if problem.code == "unused-entry"]
    (problem,) = found
    assert re.fullmatch(r'nothing uses the (skill|metric|partner|account) "left-over"', problem.message)
    lines = file.read_text(encoding="utf-8").splitlines()
    assert "Something else" in lines[problem.line - 1]


def test_a_source_on_which_nothing_rests(folder: Path, problems: Problems) -> None:
    add(folder / "sources.yml", "annals:\n  title: Annals\n  publisher: Us\n  kind: brief\n  text: Nothing yet.")
    (problem,) = problems(folder)
    assert problem.message == 'nothing rests on the source "annals"'
    assert problem.severity is Severity.WARNING


TERM = "night-bell:\n  term: {}\n  definition: It rings.\n  sources: [judgement]"


@pytest.mark.parametrize(
    ("term", "text", "used"),
    [
        ("Night bell", "a word of the night bell that rang", True),
        ("Night bell", "a word of the Night-bells that rang", True),
        ("Night duty", "a word of all the night duties", True),
        ("Night duties", "a word of the night duty", True),
        ("Night bell (ISCO 1)", "a word of the night bell", True),
        ("Night bell", "a word of a good-night bell", False),
        ("Night bell", "a word of the night", False),
    ],
)
def test_a_term_that_no_text_has(
    term: str, text: str, used: bool, folder: Path, edit: Edit, problems: Problems
) -> None:
    add(folder / "glossary.yml", TERM.format(term))
    edit(folder / "roles/ward-nurse.yml", "The ward is never empty", f"The ward is never empty, {text}")
    found = [problem for problem in problems(folder) if problem.code == "unused-entry"]
    assert [problem.message for problem in found] == ([] if used else [f'no text uses the term "{term}"'])


def test_what_the_example_says_of_itself_is_what_its_content_says() -> None:
    example, model = load_packaged("generator.model.lint", "example.yml"), load(ROOT / "content", kinds=sections())
    assert example["site"] == {field: str(getattr(model.site, field)) for field in example["site"]}
    assert set(example["roles"]) == set(model.roles)
    assert not [problem for problem in inspect(ROOT / "content", kinds=sections())[1] if problem.code == "example-left"]


def test_the_examples_name_and_address_are_told_when_its_roles_are_gone(
    folder: Path, edit: Edit, problems: Problems
) -> None:
    lines = [
        edit(folder / "site.yml", "url: https://example.com/wards/", "url: https://example.org/compare/"),
        edit(folder / "site.yml", "author: The tests of Visavis", "author: The Visavis editors"),
    ]
    found = problems(folder)
    assert [(problem.code, problem.line) for problem in found] == [("example-left", line) for line in lines]
    assert found[0].message == '"url" is what the example says of itself, and its roles are gone'


def test_two_pictures_of_one_name_in_the_menu(folder: Path, edit: Edit, problems: Problems) -> None:
    line = edit(folder / "comparisons/ward-vs-home.yml", "menu: Scales", "menu: duties")
    (problem,) = problems(folder)
    assert problem.code == "same-name"
    assert problem.message == 'the menu calls two pictures "Duties"'
    assert f"the other is on line {line}" in problem.fix
