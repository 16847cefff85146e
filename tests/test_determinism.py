"""The same content gives the same bytes, wherever and however it is built; a change shows where it is shown."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from projects import ROOT, Sandbox, env, set_up_bakery, unbuilt_bakery, without_mkdocs, without_painting

pytestmark = pytest.mark.slow

ELSEWHERE = os.pathsep.join((str(ROOT), str(ROOT / "tests" / "elsewhere")))
LONG_AGO = 915148800  # 1999
Seen = dict[str, tuple[bytes, int]]


def build_elsewhere(sandbox: Sandbox, jobs: str, umask: int, **surroundings: str) -> Seen:
    """A build in a process with surroundings of its own."""
    before = os.umask(umask)
    try:
        done = sandbox.process("build", "--jobs", jobs, **surroundings)
    finally:
        os.umask(before)
    assert done.returncode == 0, done.stderr
    return made(sandbox)


def build(sandbox: Sandbox) -> Seen:
    result = sandbox.run("build", "--jobs", "1")
    assert result.exit_code == 0, result.output
    return made(sandbox)


def made(sandbox: Sandbox) -> Seen:
    """The bytes and the rights of every file of docs/ and of the site, hidden ones too."""
    return {
        path.relative_to(sandbox.root).as_posix(): (path.read_bytes(), path.stat().st_mode)
        for folder in (sandbox.docs, sandbox.site)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_builds_in_different_surroundings_are_identical(tmp_path: Path) -> None:
    """Folder, time zone, language, umask, hash seed, number of processes, order of files, clock and times of files."""
    here = unbuilt_bakery(tmp_path / "a", sizes="slide")  # pictures and decks as the tests' own process made them
    there = set_up_bakery(tmp_path / "Größe und Maß" / "zwei", sizes="slide")
    for path in there.content.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    one = build_elsewhere(here, "1", 0o022, TZ="Pacific/Auckland", LANG="C", PYTHONHASHSEED="1")
    two = build_elsewhere(
        there,
        "2",
        0o077,
        TZ="America/New_York",
        LANG="de_DE.UTF-8",
        LC_ALL="C.UTF-8",
        PYTHONHASHSEED="4242",
        PYTHONPATH=ELSEWHERE,
    )
    assert set(one) == set(two)
    assert [name for name in one if one[name][0] != two[name][0]] == []
    assert [name for name in one if one[name][1] != two[name][1] and name not in by_hand(here)] == []
    assert len([name for name in one if name.endswith(".png")]) == 2 * 2 * 4 + other_pngs(one)
    for name, (data, _) in one.items():
        assert str(tmp_path).encode() not in data, name
    folders = [path.stat().st_mode & 0o777 for path in there.site.rglob("*") if path.is_dir()]
    assert set(folders) == {0o755}


def by_hand(sandbox: Sandbox) -> set[str]:
    """Files of docs/ that no build writes: their rights are their owner's."""
    return {path.relative_to(sandbox.root).as_posix() for path in sandbox.docs.rglob("*")} - set(generated(sandbox))


def generated(sandbox: Sandbox) -> list[str]:
    listed = (sandbox.docs / ".gitignore").read_text(encoding="utf-8").splitlines()
    return [f"docs{line}" for line in listed if line.startswith("/")]


def other_pngs(site: Seen) -> int:
    """Those that are not infographics: the theme's own."""
    return sum(name.endswith(".png") and "/infographics/" not in name for name in site)


def test_elsewhere_is_elsewhere(tmp_path: Path) -> None:
    """The clock and the folders that the second build sees are others indeed."""
    for name in "abc":
        (tmp_path / name).touch()
    code = (
        "import datetime, os, time; print(int(time.time()), datetime.datetime.now().year, datetime.date.today().year,"
        " time.localtime().tm_year, *os.listdir(), *(entry.name for entry in os.scandir()), next(os.walk('.'))[2])"
    )

    def told(**surroundings: str) -> list[str]:
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, cwd=tmp_path, env=env(surroundings), capture_output=True, text=True, check=True)
        return done.stdout.split()

    here, there = told(), told(PYTHONPATH=ELSEWHERE)
    assert int(there[0]) > int(here[0]) + 365 * 24 * 60 * 60
    assert all(int(later) > int(now) for now, later in zip(here[1:4], there[1:4], strict=True))
    assert there[4:] == ["c", "b", "a", "c", "b", "a", "['c',", "'b',", "'a']"]


def test_a_rebuild_after_a_change_and_back_is_what_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_mkdocs(monkeypatch)
    without_painting(monkeypatch)
    sandbox = set_up_bakery(tmp_path / "back and forth", sizes="slide")
    first = build(sandbox)
    sandbox.edit("roles/baker.yml", "Bread and rolls", "Width")
    assert build(sandbox) != first
    sandbox.edit("roles/baker.yml", "Width", "Bread and rolls")
    assert build(sandbox) == first


def test_a_changed_field_changes_only_the_files_that_show_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A definition stands on pages and in data alone; a short answer in one of the two pictures as well."""
    sandbox = unbuilt_bakery(tmp_path / "a sandbox", sizes="slide")
    for name in ("glossary.yml", "sources.yml"):
        shutil.copy(ROOT / "tests" / "wards" / name, sandbox.content)
    without_painting(monkeypatch)
    sandbox.put("glossary.yml", "definition", "Quoth the wombat.")
    first = build(sandbox)
    sandbox.put("glossary.yml", "definition", "Quoth the numbat.")
    second = build(sandbox)
    changed = differing(first, second)
    assert {"glossary/index.html", "data/model.json", "search/search_index.json"} < changed
    assert changed == showing(second, "numbat") | {"data/build.json"}

    sandbox.edit("roles/baker.yml", "Bread and rolls", "Quokka first")
    third = build(sandbox)
    changed = differing(second, third)
    pictures = {name for name in changed if name.endswith((".png", ".svg", ".pdf", ".pptx"))}
    assert {name.rpartition("/")[0] for name in pictures} == {"infographics/bread-and-cake-comparison-table", "slides"}
    about = {"data/infographics.json", "data/build.json", "slides/slides-light.zip"}
    # Pages that offer the archive, or a deck, say how large it is.
    offers = showing(third, "slides-light.zip") | showing(third, ".pptx")
    offering = offers - showing(third, "Quokka first")
    assert changed - pictures - about - offering == showing(third, "Quokka first") - pictures - about
    assert about < changed


def differing(one: Seen, other: Seen) -> set[str]:
    """The files of the site that changed; none comes or goes."""
    assert set(one) == set(other)
    return {name.removeprefix("site/") for name in one if name.startswith("site/") and one[name] != other[name]}


def showing(site: Seen, words: str) -> set[str]:
    return {
        name.removeprefix("site/")
        for name, (data, _) in site.items()
        if name.startswith("site/") and words.encode() in data
    }
