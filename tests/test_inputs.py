"""Whether anything changed: every input and every output counts, and asking imports nothing heavy."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.inputs import State, cores
from projects import ROOT, Project, built, env, replace, without_mkdocs

Change = Callable[[Project], object]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project whose state is remembered."""
    without_mkdocs(monkeypatch)
    project = built(tmp_path / "a project")
    assert project.run("build", "--jobs", "1").exit_code == 0
    return project


def current(project: Project, *, publish: bool = True) -> bool:
    return State(project.folders, publish=publish).current()


def test_what_was_just_built_is_current(project: Project) -> None:
    assert current(project)
    assert current(project, publish=False)


INPUTS: dict[str, Change] = {
    "a text": lambda project: project.edit("glossary.yml", "definition:", "definition :"),
    "a new content file": lambda project: (project.content / "roles" / "x.yml").write_text("name: x"),
    "a brand file": lambda project: (project.content / "brand" / "fonts" / "LICENSE.txt").write_text("none"),
    "the configuration": lambda project: replace(project.root / "mkdocs.yml", "toc_depth: 2", "toc_depth: 3"),
    "an override": lambda project: (project.root / "overrides" / "404.html").write_text("gone"),
    "a hand-written style sheet": lambda project: (project.docs / "assets" / "stylesheets" / "site.css").write_text(""),
    "a new hand-written page": lambda project: (project.docs / "about.md").write_text("# About"),
}
OUTPUTS: dict[str, Change] = {
    "a generated page": lambda project: (project.docs / "index.md").write_text("spoilt"),
    "a lost generated page": lambda project: (project.docs / "glossary.md").unlink(),
    "a published page": lambda project: (project.site / "index.html").write_text("spoilt"),
    "a lost published page": lambda project: (project.site / "index.html").unlink(),
    "a stray published file": lambda project: (project.site / "stray.txt").write_text("who?"),
    "the manifest": lambda project: (project.docs / ".manifest.json").unlink(),
}


@pytest.mark.parametrize("change", [*INPUTS, *OUTPUTS])
def test_whatever_changes_is_noticed(project: Project, change: str) -> None:
    (INPUTS | OUTPUTS)[change](project)
    assert not current(project)


def test_touching_content_changes_nothing(project: Project) -> None:
    for path in project.content.rglob("*.yml"):
        path.touch()
    assert current(project)


@pytest.mark.parametrize("spoilt", [b"", b"[]", b"\xff\xfe", b'{"inputs": 3}', b'{"docs": {}, "site": []}'])
def test_a_damaged_state_means_not_current(project: Project, spoilt: bytes) -> None:
    State(project.folders, publish=True).file.write_bytes(spoilt)
    assert not current(project)
    assert project.run("build", "--jobs", "1").exit_code == 0
    assert current(project)


def test_without_publishing_the_site_does_not_count(project: Project) -> None:
    (project.site / "index.html").write_text("spoilt")
    assert current(project, publish=False)


def test_the_epoch_of_the_build_is_an_input(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert not current(project)


def test_each_set_of_folders_has_its_own_state(project: Project) -> None:
    other = State(Project(project.root.parent).folders, publish=True)
    assert other.file != State(project.folders, publish=True).file


def test_there_is_a_core() -> None:
    assert cores() >= 1


def test_asking_imports_nothing_heavy() -> None:
    code = (
        "import sys; from pathlib import Path; from generator.build import Folders; from generator.inputs import State\n"
        "State(Folders(*map(Path, ('content', 'docs', 'site', 'mkdocs.yml'))), publish=True).current()\n"
        "print({'matplotlib', 'numpy', 'mkdocs', 'pydantic', 'jinja2', 'uharfbuzz', 'yaml', 'PIL'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=env({}), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
