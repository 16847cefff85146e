"""Every code that the program reports is explained, and every explained code is reported by something."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model.reading.reader import read_yaml
from generator.reporting.codes import Explanation, chapters, explanations, page

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generator"
# What makes a problem: its name, and which argument is the code.
MAKERS = {"Problem": 0, "_problem": 0, "Refusal": 0}


def constants(node: ast.AST) -> Iterator[str]:
    for child in ast.walk(node):
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child.value


def reported(tree: ast.Module) -> Iterator[str]:
    """The codes in a module. A code that is a variable is what is assigned to it in the same function."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        given = [node for node in ast.walk(function) if isinstance(node, ast.Assign)]
        for call in ast.walk(function):
            name = call.func if isinstance(call, ast.Call) else None
            label = name.id if isinstance(name, ast.Name) else name.attr if isinstance(name, ast.Attribute) else ""
            if not isinstance(call, ast.Call) or label not in MAKERS or not call.args:
                continue
            first = call.args[MAKERS[label]]
            if isinstance(first, ast.Constant):
                yield str(first.value)
            elif isinstance(first, ast.Name):
                for assigned in given:
                    if any(isinstance(goal, ast.Name) and goal.id == first.id for goal in assigned.targets):
                        yield from (word for word in constants(assigned.value) if re.fullmatch(r"[a-z]+-[a-z-]+", word))


def test_every_reported_code_is_explained_and_the_other_way_round() -> None:
    found = {code for file in PACKAGE.rglob("*.py") for code in reported(ast.parse(file.read_text(encoding="utf-8")))}
    assert found == set(explanations())


def test_a_code_is_listed_once_and_looks_like_one() -> None:
    listed = [entry.code for chapter in chapters() for entry in chapter.codes]
    assert len(listed) == len(set(listed))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code) for code in listed)


@pytest.mark.parametrize("code", explanations())
def test_an_explanation_says_what_and_how_to_mend_it(code: str) -> None:
    entry = explanations()[code]
    assert entry.severity in {"error", "warning", "error or warning"}
    assert entry.means.strip().endswith(".")
    assert entry.mend.strip().endswith(".")
    assert bool(entry.wrong) == bool(entry.right)
    assert f"\n### {code}\n" in page()


SHOWN = [entry for chapter in chapters() if chapter.title == "YAML" for entry in chapter.codes if entry.wrong]


@pytest.mark.parametrize("entry", SHOWN, ids=lambda entry: entry.code)
def test_an_example_of_yaml_shows_its_problem_and_the_mended_one_none(entry: Explanation) -> None:
    assert {problem.code for problem in read_yaml(entry.wrong.encode(), "f.yml").problems} == {entry.code}
    assert read_yaml(entry.right.encode(), "f.yml").problems == ()


def test_the_page_is_the_table() -> None:
    written = (ROOT / "docs" / "contributing" / "problems.md").read_text(encoding="utf-8")
    assert written == page(), "call make docs/contributing/problems.md"
