"""Where a build may write: never where something of somebody else's could be lost, and that is told first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from projects import Project, built, snapshot, without_mkdocs

from generator import places
from generator.errors import UsageError


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    without_mkdocs(monkeypatch)
    return built(tmp_path / "a project")


FORBIDDEN = (
    "/",
    "~",
    ".",
    "..",
    "docs",
    "docs/site",
    "content",
    "content/site",
    "overrides",
    "overrides/site",
    "foreign",
)


@pytest.mark.parametrize("where", FORBIDDEN)
def test_the_site_replaces_no_folder_of_another_use(
    project: Project, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    home = project.root / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    (project.root / "foreign").mkdir()
    (project.root / "foreign" / "thesis.txt").write_text("ten years of work")
    project.put("site.yml", "author", "Somebody else")
    before = snapshot(project.root)
    result = project.run("build", "--jobs", "1", "--site", str(home) if where == "~" else where)
    assert result.exit_code == 2, result.output
    assert "choose " in result.stderr
    assert "--site" in result.stderr
    assert snapshot(project.root) == before


@pytest.mark.parametrize("where", ["/", "~", ".", "content", "content/docs"])
def test_docs_are_not_generated_into_a_folder_of_another_use(
    project: Project, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    home = project.root / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    before = snapshot(project.root)
    result = project.run("build", "--no-publish", "--jobs", "1", "--docs", str(home) if where == "~" else where)
    assert result.exit_code == 2, result.output
    assert "--docs" in result.stderr
    assert snapshot(project.root) == before


def test_a_file_is_never_replaced(project: Project) -> None:
    (project.root / "file").write_text("a file")
    result = project.run("build", "--site", "file")
    assert result.exit_code == 2
    assert "file: is a file; choose a folder with --site" in result.stderr
    assert (project.root / "file").read_text() == "a file"


def test_a_folder_that_holds_docs_is_never_replaced(project: Project) -> None:
    (project.root / "outer").mkdir()
    (project.docs).rename(project.root / "outer" / "docs")
    folders = replace(project.folders, docs=project.root / "outer" / "docs", site=project.root / "outer")
    with pytest.raises(UsageError, match="cannot be replaced"):
        places.check(folders, publish=True)
    places.check(folders, publish=False)


def test_a_link_is_judged_by_where_it_leads(project: Project) -> None:
    (project.root / "link").symlink_to(project.content)
    with pytest.raises(UsageError, match="cannot be replaced"):
        places.check(replace(project.folders, site=project.root / "link"), publish=True)


def test_a_link_to_a_site_stays_a_link(project: Project) -> None:
    project.site.rename(project.root / "elsewhere")
    project.site.symlink_to("elsewhere")
    project.put("glossary.yml", "term", "Quite newly said")
    assert project.run("build", "--jobs", "1").exit_code == 0
    assert project.site.is_symlink()
    assert "Quite newly said" in (project.root / "elsewhere" / "glossary" / "index.html").read_text()
    assert not [path for path in project.root.iterdir() if path.name.startswith((".site", ".elsewhere"))]


def test_where_nobody_has_a_home_there_is_none_to_spare(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    places.check(project.folders, publish=True)


@pytest.mark.parametrize("where", ["site", "new/site", "empty", "../beside"])
def test_a_site_an_empty_folder_or_none_is_taken(project: Project, where: str) -> None:
    (project.root / "empty").mkdir()
    places.check(replace(project.folders, site=project.root / where), publish=True)
