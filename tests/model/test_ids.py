"""Ids: what a title becomes, and what no file can be called."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.ids import DEVICES, ID_PATTERN, MAX_ID, flaw, id_of
from generator.model.reading.reader import read_yaml
from generator.model.schema import Source
from generator.model.schema.fields import Id
from generator.model.validation import validate
from generator.problems.errors import Problem

Problems = Callable[[Path], tuple[Problem, ...]]


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("Prüfer", "pruefer"),
        ("Pru\u0308fer", "pruefer"),  # as a Mac names files
        ("PRÜFER", "pruefer"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("Groẞ", "gross"),
        ("Æthelred Œuvre", "aethelred-oeuvre"),
        ("Ørsted på Ångström", "oersted-paa-aangstroem"),
        ("Þóra Đorđević ıŋ", "thora-dordevic-in"),
        ("Crème brûlée à l'été", "creme-brulee-a-lete"),
        ("  Desk / planner (night) ", "desk-planner-night"),
        ("№ 5 ½ ﬁn", "no-5-1-2-fin"),
        ("con", "con-1"),
        ("犬", ""),
        ("--", ""),
    ],
)
def test_a_title_becomes_an_id(title: str, id: str) -> None:
    assert id_of(title) == id


@given(st.text(max_size=90))
def test_what_a_title_becomes_is_an_id_and_stays_it(title: str) -> None:
    id = id_of(title)
    assert id == "" or (flaw(id) is None and id_of(id) == id and len(id) <= MAX_ID)


@pytest.mark.parametrize("name", ["con", "nul", "aux", "prn", "com1", "lpt9", "nurse.", "a" * 61, "A", "a--b", ""])
def test_what_no_id_can_be(name: str) -> None:
    assert flaw(name)
    assert re.fullmatch(DEVICES, name) or len(name) > MAX_ID or not re.fullmatch(ID_PATTERN, name)


@pytest.mark.parametrize("name", ["console", "auxiliary", "com", "com10", "null", "nul-1", "a1"])
def test_what_looks_like_a_device_and_is_none(name: str) -> None:
    assert flaw(name) is None


def test_a_file_that_windows_cannot_hold_is_refused(folder: Path, problems: Problems) -> None:
    shutil.copy(folder / "roles/ward-nurse.yml", folder / "roles/aux.yml")
    told = [problem for problem in problems(folder) if problem.code == "invalid-id"]
    assert [(problem.file, problem.fix) for problem in told] == [
        ("content/roles/aux.yml", "name it aux-1.yml; Windows holds no file of that name; choose another")
    ]


def test_a_file_with_other_letters_is_told_the_name_that_it_would_have(folder: Path, problems: Problems) -> None:
    (folder / "roles/ward-nurse.yml").rename(folder / "roles/Prüfer.yml")
    told = [problem for problem in problems(folder) if problem.code == "invalid-id"]
    assert [problem.fix for problem in told] == [
        "name it pruefer.yml; the file's name is the id, in small letters, digits and single hyphens"
    ]


@pytest.mark.parametrize(
    ("id", "fix"),
    [
        ("Prüfer", "ids are small letters, digits and single hyphens, such as pruefer"),
        ("con", "Windows holds no file of that name; choose another"),
    ],
)
def test_an_id_within_a_file(id: str, fix: str) -> None:
    tree = read_yaml(f"{id}:\n  title: A\n  publisher: B\n  kind: brief\n  text: C\n".encode(), "f.yml")
    _, (problem,) = validate(tree, dict[Id, Source])
    assert (problem.code, problem.fix) == ("invalid-id", fix)
