"""The same content gives the same bytes, wherever and however it is built."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from projects import Project, set_up


def build(project: Project, jobs: str, umask: int, **surroundings: str) -> dict[str, bytes]:
    """The bytes and the rights of every file of the site, hidden ones too."""
    before = os.umask(umask)
    try:
        done = project.process("build", "--jobs", jobs, **surroundings)
    finally:
        os.umask(before)
    assert done.returncode == 0, done.stderr
    return {
        path.relative_to(project.root).as_posix(): path.read_bytes()
        for folder in (project.docs, project.site)
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.slow
def test_two_builds_in_different_surroundings_are_identical(tmp_path: Path) -> None:
    here = set_up(tmp_path / "a", sizes="page, slide", themes="light, dark")
    there = set_up(tmp_path / "Größe und Maß" / "zwei", sizes="page, slide", themes="light, dark")
    one = build(here, "1", 0o022, TZ="Pacific/Auckland", LANG="C", PYTHONHASHSEED="1")
    two = build(there, "2", 0o077, TZ="America/New_York", LANG="de_DE.UTF-8", LC_ALL="C.UTF-8", PYTHONHASHSEED="4242")
    assert set(one) == set(two)
    assert [name for name in one if one[name] != two[name]] == []
    assert len([name for name in one if name.endswith(".png")]) == 2 * 2 * 2 * (2 + 4) + other_pngs(one)
    for name, data in one.items():
        assert str(tmp_path).encode() not in data, name


def other_pngs(site: dict[str, bytes]) -> int:
    """Those that are not infographics: the theme's own."""
    return sum(name.endswith(".png") and "/infographics/" not in name for name in site)


@pytest.mark.slow
def test_a_rebuild_after_a_change_and_back_is_what_it_was(tmp_path: Path) -> None:
    project = set_up(tmp_path / "back and forth", kinds=("comparison-table",))
    project.put("roles/territory-manager.yml", "tagline", "Depth")
    first = build(project, "2", 0o022)
    project.put("roles/territory-manager.yml", "tagline", "Width")
    assert build(project, "2", 0o022) != first
    project.put("roles/territory-manager.yml", "tagline", "Depth")
    assert build(project, "2", 0o022) == first
