"""A whole build: what is written, what is removed, and that nothing is when something is wrong."""

from __future__ import annotations

import fcntl
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from projects import Project, built, env, replace, snapshot, unbuilt, without_mkdocs

from generator import build as building
from generator import files
from generator.build import build, manifest
from generator.errors import OutputError

PROBLEM = re.compile(r"^\S+(:\d+:\d+)?: (error|warning)\[[a-z-]+\] .+")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A built project in a folder with a space in its name; MkDocs takes no part."""
    without_mkdocs(monkeypatch)
    return built(tmp_path / "a project")


def run(project: Project, *more: str) -> str:
    result = project.run("build", "--jobs", "1", *more)
    assert result.exit_code == 0, result.output
    return result.stdout


# --- what is made -----------------------------------------------------------------------------------------------------


def test_the_first_build_makes_docs_and_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_mkdocs(monkeypatch)
    project = unbuilt(tmp_path / "new")
    assert re.fullmatch(r"\d+ files written, 0 removed, 0 pictures painted. Published to site.\n", run(project))
    made = set(manifest(project.docs))
    assert {"index.md", "nav.yml", "data/model.json", "data/infographics.json", "data/kam-vs-tm.csv"} <= made
    assert "infographics/kam-vs-tm-comparison-table/kam-vs-tm-comparison-table-slide-light@2x.png" in made
    assert all((project.docs / name).is_file() for name in made)
    assert (project.site / "data" / "model.json").is_file()
    assert not list(project.root.rglob(".visavis-[!s]*"))


def test_git_ignores_what_is_generated_and_nothing_else(project: Project) -> None:
    ignored = (project.docs / ".gitignore").read_text().splitlines()
    assert {f"/{name}" for name in manifest(project.docs)} < set(ignored)
    assert not any("site.css" in line for line in ignored)


def test_a_warning_is_counted_and_stops_nothing(project: Project) -> None:
    project.put("roles/territory-manager.yml", "tagline", "TODO say it")
    done = project.run("build")
    assert done.exit_code == 0
    assert done.stderr == "1 warning; visavis check shows them.\n"
    assert "files written" in done.stdout


def test_the_second_build_changes_nothing(project: Project) -> None:
    run(project)
    before = snapshot(project.docs, project.site)
    assert run(project) == "Nothing changed.\n"
    assert snapshot(project.docs, project.site) == before


def test_the_second_build_imports_nothing_heavy(project: Project) -> None:
    run(project)
    code = (
        "import sys; sys.argv[1:] = ['build']; from generator.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: print(end.code, {'matplotlib', 'mkdocs', 'pydantic', 'jinja2'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project.root, env=env({}), capture_output=True, text=True, check=True
    )
    assert done.stdout == "Nothing changed.\n0 set()\n"


def test_a_changed_text_is_written_where_it_stands_and_nowhere_else(project: Project) -> None:
    run(project)
    before = snapshot(project.docs)
    project.put("glossary.yml", "term", "Quite newly said")
    run(project)
    after = snapshot(project.docs)
    changed = {Path(name).name for name in after if after[name] != before.get(name)}
    assert "glossary.md" in changed
    assert "model.json" in changed
    assert not any(name.endswith((".png", ".svg", ".pdf")) for name in changed)
    assert "Quite newly said" in (project.site / "glossary" / "index.html").read_text()


def test_what_is_no_longer_made_is_removed_and_nothing_else(project: Project) -> None:
    run(project)
    by_hand = project.docs / "infographics" / "mine.txt"
    by_hand.write_text("by hand")
    replace(project.content / "comparisons" / "kam-vs-tm.yml", "    infographic: depth-and-breadth\n", "")
    text = (project.content / "comparisons" / "kam-vs-tm.yml").read_text()
    (project.content / "comparisons" / "kam-vs-tm.yml").write_text(text[: text.index("  - kind: depth-and-breadth")])
    gone = project.docs / "infographics" / "kam-vs-tm-depth-and-breadth"
    assert gone.is_dir()
    run(project)
    assert not gone.exists()
    assert not (project.site / "infographics" / "kam-vs-tm-depth-and-breadth").exists()
    assert by_hand.read_text() == "by hand"
    assert not any("depth-and-breadth" in name for name in manifest(project.docs))


def test_a_hand_written_file_is_never_overwritten(project: Project) -> None:
    run(project)
    listed = [name for name in manifest(project.docs) if name != "glossary.md"]
    (project.docs / building.MANIFEST).write_text(json.dumps(listed))
    (project.docs / "glossary.md").write_text("# Mine\n")
    project.put("site.yml", "author", "Somebody else")
    before = snapshot(project.docs, project.site)
    result = project.run("build", "--jobs", "1")
    assert result.exit_code == 74
    assert "would overwrite a hand-written one: glossary.md" in result.stderr
    assert snapshot(project.docs, project.site) == before


@pytest.mark.parametrize(
    "damage", [lambda path: path.unlink(), lambda path: path.write_bytes(b"")], ids=["lost", "spoilt"]
)
@pytest.mark.parametrize("where", ["docs/roles/territory-manager.md", "site/index.html", "site/data/model.json"])
def test_a_lost_or_damaged_file_is_made_again(project: Project, where: str, damage: Callable[[Path], None]) -> None:
    run(project)
    whole = (project.root / where).read_bytes()
    damage(project.root / where)
    assert run(project) != "Nothing changed.\n"
    assert (project.root / where).read_bytes() == whole


def test_a_build_without_publishing_leaves_the_site(project: Project) -> None:
    run(project)
    before = snapshot(project.site)
    project.put("roles/territory-manager.yml", "tagline", "Another width")
    assert "Published" not in run(project, "--no-publish")
    assert snapshot(project.site) == before
    assert "Another width" in (project.docs / "roles" / "territory-manager.md").read_text()


def test_what_was_built_without_publishing_is_published_by_the_next_build(project: Project) -> None:
    run(project)
    project.put("glossary.yml", "term", "Quite newly said")
    run(project, "--no-publish")
    assert "Published" in run(project)
    assert "Quite newly said" in (project.site / "glossary" / "index.html").read_text()


def test_a_damaged_state_or_cache_is_no_obstacle(project: Project) -> None:
    run(project)
    whole = snapshot(project.docs)
    for path in (project.root / ".cache").rglob("*"):
        if path.is_file() and path.name != "lock":
            path.write_bytes(b"\x00")
    run(project)
    assert {name: data for name, (data, _) in snapshot(project.docs).items()} == {
        name: data for name, (data, _) in whole.items()
    }


def test_a_damaged_manifest_is_told(project: Project) -> None:
    (project.docs / building.MANIFEST).write_text("{")
    before = snapshot(project.docs, project.site)
    result = project.run("build")
    assert result.exit_code == 74
    assert ".manifest.json: cannot be read" in result.stderr
    assert snapshot(project.docs, project.site) == before


def test_a_killed_build_s_files_are_known_to_the_next(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The manifest names a new file before it is there, so that it never passes for a hand-written one."""
    run(project)
    project.edit("site.yml", "sizes: [slide]", "sizes: [slide, square]")
    write = files.write

    def dying(path: Path, data: bytes) -> None:
        if "-square-" in path.name:
            raise KeyboardInterrupt
        write(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(files, "write", dying)
        with pytest.raises(KeyboardInterrupt):
            build(project.folders, jobs=1)
    assert any("-square-" in name for name in manifest(project.docs))
    run(project)
    assert any("-square-" in path.name for path in project.site.rglob("*.png"))


# --- bad content ------------------------------------------------------------------------------------------------------


def _utf16(project: Project) -> None:
    path = project.content / "sources.yml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))


BAD: dict[str, tuple[str, Callable[[Project], object]]] = {
    "no content folder": ("missing-folder", lambda project: project.content.rename(project.root / "elsewhere")),
    "a missing file": ("missing-file", lambda project: (project.content / "glossary.yml").unlink()),
    "an empty file": ("", lambda project: (project.content / "glossary.yml").write_bytes(b"")),
    "an empty role": ("", lambda project: (project.content / "roles" / "territory-manager.yml").write_bytes(b"")),
    "a wrong encoding": ("wrong-encoding", _utf16),
    "a byte of Latin-1": (
        "wrong-encoding",
        lambda project: (project.content / "site.yml").write_bytes(b"name: caf\xe9"),
    ),
    "no YAML": ("yaml-syntax", lambda project: (project.content / "site.yml").write_text("name: [a\nb: }")),
    "an unknown icon": (
        "unknown-icon",
        lambda project: project.put("catalogue.yml", "icon", "material/no-such-icon"),
    ),
    "an unknown kind": (
        "unknown-infographic",
        lambda project: project.put("comparisons/kam-vs-tm.yml", "kind", "comparison-chart"),
    ),
    "a glyph no font has": (
        "missing-glyph",
        lambda project: project.put("roles/territory-manager.yml", "tagline", "犬 and cat"),
    ),
    "a text too long": (
        "text-too-long",
        lambda project: project.put("roles/territory-manager.yml", "tagline", "Breadth and more " * 60),
    ),
    "a word too long": (
        "text-too-long",
        lambda project: project.put("roles/territory-manager.yml", "tagline", "Breadth" * 20),
    ),
}


@pytest.mark.parametrize("bad", BAD)
def test_bad_content_is_told_and_nothing_is_written(project: Project, bad: str) -> None:
    code, spoil = BAD[bad]
    spoil(project)
    before = snapshot(project.docs, project.site)
    result = project.run("build", "--jobs", "1")
    assert result.exit_code == 1, result.output
    assert result.stdout == ""
    *_, count, end = result.stderr.splitlines()
    lines = [line for line in result.stderr.splitlines() if PROBLEM.match(line)]
    assert all(line.startswith("content") for line in lines)
    assert any(f"error[{code}]" in line for line in lines) or not code
    assert count == f"{len(lines)} error{'s' * (len(lines) > 1)}, 0 warnings."
    assert end == "Nothing was written."
    assert snapshot(project.docs, project.site) == before
    assert "Traceback" not in result.output


def test_bad_content_keeps_even_a_first_build_from_writing(tmp_path: Path) -> None:
    project = unbuilt(tmp_path / "new")
    project.edit("site.yml", "home: kam-vs-tm", "home: no-such")
    before = snapshot(project.docs)
    assert project.run("build").exit_code == 1
    assert snapshot(project.docs) == before
    assert not project.site.exists()


def test_once_mended_it_builds_again(project: Project) -> None:
    run(project)
    project.edit("site.yml", "home: kam-vs-tm", "home: no-such")
    assert project.run("build").exit_code == 1
    project.edit("site.yml", "home: no-such", "home: kam-vs-tm")
    assert run(project) == "Nothing changed.\n"


def test_a_lost_font_is_told(project: Project) -> None:
    (project.content / "brand" / "fonts" / "Inter-Regular.ttf").unlink()
    result = project.run("build")
    assert result.exit_code == 74
    assert "Inter-Regular.ttf: this font is missing" in result.stderr


def test_a_site_that_a_kill_left_under_another_name_is_put_back_even_where_the_content_is_bad(project: Project) -> None:
    before = contents(project.site)
    project.site.rename(project.root / ".site-abcdefgh-old")
    project.edit("site.yml", "home: kam-vs-tm", "home: no-such")
    assert project.run("build").exit_code == 1
    assert contents(project.site) == before


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# --- alone ------------------------------------------------------------------------------------------------------------


@contextmanager
def held(project: Project) -> Iterator[None]:
    with (project.folders.cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def test_two_builds_do_not_run_at_once(project: Project) -> None:
    with held(project):
        before = snapshot(project.docs, project.site)
        result = project.run("build")
        assert result.exit_code == 75
        assert "another build is running" in result.stderr
        assert snapshot(project.docs, project.site) == before
    run(project)


def test_a_failed_build_gives_the_lock_back(project: Project) -> None:
    project.edit("site.yml", "home: kam-vs-tm", "home: no-such")
    for _ in range(2):
        assert project.run("build").exit_code == 1


def test_what_is_reported(project: Project) -> None:
    project.edit("site.yml", "sizes: [slide]", "sizes: [phone]")
    said: list[str] = []
    outcome = build(project.folders, jobs=1, report=said.append)
    assert said[0] == "Reading the content"
    assert said[-1] == "Publishing"
    assert "Painting 4 of 8 picture files" in said
    assert outcome.painted == 8
    assert outcome.published
    assert any("-phone-" in name for name in outcome.written)
    assert any("-slide-" in name for name in outcome.removed)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    project = unbuilt(tmp_path / "new")
    (project.root / ".cache" / "visavis" / "lock").unlink()
    (project.root / ".cache" / "visavis" / "lock").mkdir()
    with pytest.raises(OutputError, match="cannot be written"):
        build(project.folders, jobs=1)
