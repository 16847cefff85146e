"""Where a build may write: never where something of somebody else's could be lost, and that is told first."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from projects import Sandbox, built, snapshot, without_mkdocs

from generator import files
from generator.problems.errors import UsageError
from generator.project import Project
from generator.publishing import marker, preflight


@pytest.fixture
def sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    without_mkdocs(monkeypatch)
    return built(tmp_path / "a sandbox")


FORBIDDEN = (
    "/",
    "~",
    ".",
    "..",
    "docs",
    "docs/site",
    "content",
    "content/site",
    "foreign",
)


@pytest.mark.parametrize("where", FORBIDDEN)
def test_the_site_replaces_no_folder_of_another_use(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    home = sandbox.root / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    (sandbox.root / "foreign").mkdir()
    (sandbox.root / "foreign" / "thesis.txt").write_text("ten years of work")
    sandbox.put("site.yml", "author", "Somebody else")
    before = snapshot(sandbox.root)
    result = sandbox.run("build", "--jobs", "1", "--site", str(home) if where == "~" else where)
    assert result.exit_code == 2, result.output
    assert "choose " in result.stderr
    assert "--site" in result.stderr
    assert snapshot(sandbox.root) == before


@pytest.mark.parametrize("where", ["/", "~", ".", "content", "content/docs"])
def test_docs_are_not_generated_into_a_folder_of_another_use(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    home = sandbox.root / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    before = snapshot(sandbox.root)
    result = sandbox.run("build", "--no-publish", "--jobs", "1", "--docs", str(home) if where == "~" else where)
    assert result.exit_code == 2, result.output
    assert "--docs" in result.stderr
    assert snapshot(sandbox.root) == before


@pytest.mark.parametrize("where", ["overrides", "overrides/site"])
def test_the_site_does_not_lie_in_the_theme(sandbox: Sandbox, where: str) -> None:
    before = snapshot(sandbox.docs, sandbox.root / "overrides")
    result = sandbox.run("build", "--jobs", "1", "--site", where)
    assert (result.exit_code, "--site" in result.stderr) == (2, True), result.output
    assert snapshot(sandbox.docs, sandbox.root / "overrides") == before


@pytest.mark.parametrize("where", ["our theme", "our theme/site"])
def test_the_theme_is_where_the_configuration_says(sandbox: Sandbox, where: str) -> None:
    (sandbox.root / "our theme").mkdir()
    (sandbox.root / "theme.yml").write_text("theme:\n  custom_dir: !ENV [NOWHERE, our theme]\n")
    text = (sandbox.root / "mkdocs.yml").read_text()
    (sandbox.root / "mkdocs.yml").write_text(
        re.sub(r"^INHERIT: .*", "INHERIT: theme.yml", text.replace("  custom_dir: overrides\n", ""), flags=re.MULTILINE)
    )
    before = snapshot(sandbox.docs, sandbox.root / "our theme")
    result = sandbox.run("build", "--jobs", "1", "--site", where)
    assert (result.exit_code, "--site" in result.stderr) == (2, True), result.output
    assert snapshot(sandbox.docs, sandbox.root / "our theme") == before


@pytest.mark.parametrize("typed", ["theme: readthedocs\n", "theme:\n  name: mkdocs\n"])
def test_a_theme_without_the_parts_of_material_is_told_before_anything_is_made(sandbox: Sandbox, typed: str) -> None:
    config = sandbox.root / "mkdocs.yml"
    kept = re.sub(r"^theme:\n(?:[ \n].*\n?)*", "", config.read_text(), flags=re.MULTILINE)
    config.write_text(f"{kept}\n{typed}")
    before = snapshot(sandbox.docs, sandbox.site)
    result = sandbox.run("build", "--jobs", "1")
    assert result.exit_code == 74, result.output
    (line,) = result.stderr.splitlines()
    assert line.startswith("mkdocs.yml: pages are made with the theme Material")
    assert line.endswith('write "name: material" below "theme:"')
    assert snapshot(sandbox.docs, sandbox.site) == before


def test_a_theme_may_bring_the_parts_of_material_itself(sandbox: Sandbox) -> None:
    config = sandbox.root / "mkdocs.yml"
    config.write_text(config.read_text().replace("name: material", "name: readthedocs"))
    files.write(sandbox.root / "overrides" / "partials" / "nav-item.html", b"")
    preflight.check_parts(sandbox.project)


def test_a_file_is_never_replaced(sandbox: Sandbox) -> None:
    (sandbox.root / "file").write_text("a file")
    result = sandbox.run("build", "--site", "file")
    assert result.exit_code == 2
    assert "file: is a file; choose a folder with --site" in result.stderr
    assert (sandbox.root / "file").read_text() == "a file"


def test_a_folder_that_holds_docs_is_never_replaced(sandbox: Sandbox) -> None:
    (sandbox.root / "outer").mkdir()
    (sandbox.docs).rename(sandbox.root / "outer" / "docs")
    folders = replace(sandbox.project, docs=sandbox.root / "outer" / "docs", site=sandbox.root / "outer")
    with pytest.raises(UsageError, match="cannot be replaced"):
        preflight.check_destination(folders, publish=True)
    preflight.check_destination(folders, publish=False)


def test_a_link_is_judged_by_where_it_leads(sandbox: Sandbox) -> None:
    (sandbox.root / "link").symlink_to(sandbox.content)
    with pytest.raises(UsageError, match="cannot be replaced"):
        preflight.check_destination(replace(sandbox.project, site=sandbox.root / "link"), publish=True)


def test_a_link_to_a_site_stays_a_link(sandbox: Sandbox) -> None:
    sandbox.site.rename(sandbox.root / "elsewhere")
    sandbox.site.symlink_to("elsewhere")
    sandbox.put("glossary.yml", "term", "Quite newly said")
    assert sandbox.run("build", "--jobs", "1").exit_code == 0
    assert sandbox.site.is_symlink()
    assert "Quite newly said" in (sandbox.root / "elsewhere" / "glossary" / "index.html").read_text()
    assert not [path for path in sandbox.root.iterdir() if path.name.startswith((".site", ".elsewhere"))]


def test_where_nobody_has_a_home_there_is_none_to_spare(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    preflight.check_destination(sandbox.project, publish=True)


def test_where_nothing_can_be_published_no_work_begins(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox.put("glossary.yml", "term", "Quite newly said")
    before = snapshot(sandbox.docs, sandbox.site)

    make = Path.mkdir

    def refuse(path: Path, *arguments: Any, **options: Any) -> None:
        if path.name.startswith(".site-"):
            raise OSError(30, "Read-only file system")
        make(path, *arguments, **options)

    monkeypatch.setattr(Path, "mkdir", refuse)
    result = sandbox.run("build", "--jobs", "1")
    assert (result.exit_code, result.stdout) == (74, "")
    assert result.stderr.startswith("site: cannot be published: Read-only file system; let ")
    assert "--site" in result.stderr
    assert snapshot(sandbox.docs, sandbox.site) == before
    assert sandbox.run("build", "--jobs", "1", "--no-publish").exit_code == 0


def test_what_the_file_system_or_a_killed_build_left_does_not_make_a_volume_somebody_s(tmp_path: Path) -> None:
    project = Project(tmp_path / "content", tmp_path / "docs", tmp_path / "site", tmp_path / "mkdocs.yml")
    (project.site / "lost+found").mkdir(parents=True)
    files.write(project.site / ".site-abcdefgh" / marker.MARKER, b"")
    preflight.check_destination(project, publish=True)
    (project.site / "thesis.txt").touch()
    with pytest.raises(UsageError, match="holds files that Visavis did not publish"):
        preflight.check_destination(project, publish=True)


@pytest.mark.parametrize("where", ["site", "new/site", "empty", "../beside"])
def test_a_site_an_empty_folder_or_none_is_taken(sandbox: Sandbox, where: str) -> None:
    (sandbox.root / "empty").mkdir()
    preflight.check_destination(replace(sandbox.project, site=sandbox.root / where), publish=True)
