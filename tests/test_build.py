"""A whole build: what is written, what is removed, and that nothing is when something is wrong."""

from __future__ import annotations

import fcntl
import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from projects import Sandbox, built_bakery, snapshot, unbuilt_bakery, without_mkdocs, without_painting

from generator import files
from generator.build import build
from generator.manifest import MANIFEST, generated
from generator.problems.errors import OutputError
from generator.progress import Stage, Step

PROBLEM = re.compile(r"^\S+(:\d+:\d+)?: (error|warning)\[[a-z-]+\] .+")


@pytest.fixture
def sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """A built sandbox in a folder with a space in its name; MkDocs takes no part."""
    without_mkdocs(monkeypatch)
    return built_bakery(tmp_path / "a sandbox", sizes="slide")


def run(sandbox: Sandbox, *more: str) -> str:
    result = sandbox.run("build", "--jobs", "1", *more)
    assert result.exit_code == 0, result.output
    return result.stdout


# --- what is made -----------------------------------------------------------------------------------------------------


def test_the_first_build_makes_docs_and_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_mkdocs(monkeypatch)
    sandbox = unbuilt_bakery(tmp_path / "new", sizes="slide")
    assert re.fullmatch(r"\d+ files written, 0 removed, 0 pictures painted. Published to site.\n", run(sandbox))
    made = set(generated(sandbox.docs))
    assert {"index.md", "nav.yml", "data/model.json", "data/infographics.json", "data/bread-and-cake.csv"} <= made
    assert "infographics/bread-and-cake-comparison-table/bread-and-cake-comparison-table-slide-light@2x.png" in made
    assert all((sandbox.docs / name).is_file() for name in made)
    assert (sandbox.site / "data" / "model.json").is_file()
    assert not list(sandbox.root.rglob(".visavis-[!s]*"))


def test_git_ignores_what_is_generated_and_nothing_else(sandbox: Sandbox) -> None:
    ignored = (sandbox.docs / ".gitignore").read_text().splitlines()
    assert {f"/{name}" for name in generated(sandbox.docs)} < set(ignored)
    assert not any("site.css" in line for line in ignored)


def test_a_warning_is_counted_and_stops_nothing(sandbox: Sandbox) -> None:
    sandbox.edit("roles/baker.yml", "Bread and rolls", "TODO say it")
    done = sandbox.run("build")
    assert done.exit_code == 0
    assert done.stderr == "1 warning; visavis check shows them.\n"
    assert "files written" in done.stdout


def test_the_second_build_changes_nothing(sandbox: Sandbox) -> None:
    sandbox.put("roles/baker.yml", "tagline", "Newly said")
    run(sandbox)
    before = snapshot(sandbox.docs, sandbox.site)
    assert run(sandbox) == "Nothing changed.\n"
    assert snapshot(sandbox.docs, sandbox.site) == before


def test_a_changed_text_is_written_where_it_stands_and_nowhere_else(sandbox: Sandbox) -> None:
    before = snapshot(sandbox.docs)
    sandbox.put("roles/baker.yml", "tagline", "Quite newly said")
    run(sandbox)
    after = snapshot(sandbox.docs)
    changed = {Path(name).relative_to(sandbox.docs).as_posix() for name in after if after[name] != before.get(name)}
    assert "roles/baker/index.md" in changed
    assert "data/model.json" in changed
    assert not any(name.endswith((".png", ".svg", ".pdf")) for name in changed)
    assert "Quite newly said" in (sandbox.site / "roles" / "baker" / "index.html").read_text()


def test_what_is_no_longer_made_is_removed_and_nothing_else(sandbox: Sandbox) -> None:
    by_hand = sandbox.docs / "infographics" / "mine.txt"
    by_hand.write_text("by hand")
    sandbox.edit("comparisons/bread-and-cake.yml", ", infographic: responsibilities", "")
    file = sandbox.content / "comparisons" / "bread-and-cake.yml"
    file.write_text(file.read_text().partition("  - kind: responsibilities")[0])
    gone = sandbox.docs / "infographics" / "bread-and-cake-responsibilities"
    assert gone.is_dir()
    run(sandbox)
    assert not gone.exists()
    assert not (sandbox.site / "infographics" / "bread-and-cake-responsibilities").exists()
    assert by_hand.read_text() == "by hand"
    assert not any("responsibilities" in name for name in generated(sandbox.docs))


def test_a_hand_written_file_is_never_overwritten(sandbox: Sandbox) -> None:
    listed = [name for name in generated(sandbox.docs) if name != "roles/baker/index.md"]
    (sandbox.docs / MANIFEST).write_text(json.dumps(listed))
    (sandbox.docs / "roles/baker/index.md").write_text("# Mine\n")
    sandbox.put("roles/baker.yml", "tagline", "Newly said")
    before = snapshot(sandbox.docs, sandbox.site)
    result = sandbox.run("build", "--jobs", "1")
    assert result.exit_code == 74
    assert "would overwrite a hand-written one: roles/baker/index.md" in result.stderr
    assert snapshot(sandbox.docs, sandbox.site) == before


@pytest.mark.parametrize(
    "damage", [lambda path: path.unlink(), lambda path: path.write_bytes(b"")], ids=["lost", "spoilt"]
)
@pytest.mark.parametrize("where", ["docs/roles/baker/index.md", "site/index.html", "site/data/model.json"])
def test_a_lost_or_damaged_file_is_made_again(sandbox: Sandbox, where: str, damage: Callable[[Path], None]) -> None:
    whole = (sandbox.root / where).read_bytes()
    damage(sandbox.root / where)
    assert run(sandbox) != "Nothing changed.\n"
    assert (sandbox.root / where).read_bytes() == whole


def test_a_build_without_publishing_leaves_the_site(sandbox: Sandbox) -> None:
    before = snapshot(sandbox.site)
    sandbox.edit("roles/baker.yml", "Bread and rolls", "Another width")
    assert "Published" not in run(sandbox, "--no-publish")
    assert snapshot(sandbox.site) == before
    assert "Another width" in (sandbox.docs / "roles" / "baker" / "index.md").read_text()


def test_what_was_built_without_publishing_is_published_by_the_next_build(sandbox: Sandbox) -> None:
    sandbox.put("roles/baker.yml", "tagline", "Quite newly said")
    run(sandbox, "--no-publish")
    assert "Published" in run(sandbox)
    assert "Quite newly said" in (sandbox.site / "roles" / "baker" / "index.html").read_text()


def test_a_damaged_state_or_cache_is_no_obstacle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_mkdocs(monkeypatch)
    sandbox = built_bakery(tmp_path / "damaged")
    whole = snapshot(sandbox.docs)
    for path in (sandbox.root / ".cache").rglob("*"):
        if path.is_file() and path.name != "lock":
            path.write_bytes(b"\x00")
    run(sandbox)
    assert {name: data for name, (data, _) in snapshot(sandbox.docs).items()} == {
        name: data for name, (data, _) in whole.items()
    }


def test_a_damaged_manifest_is_told(sandbox: Sandbox) -> None:
    (sandbox.docs / MANIFEST).write_text("{")
    before = snapshot(sandbox.docs, sandbox.site)
    result = sandbox.run("build")
    assert result.exit_code == 74
    assert ".manifest.json: cannot be read" in result.stderr
    assert snapshot(sandbox.docs, sandbox.site) == before


def test_a_killed_build_s_files_are_known_to_the_next(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """The manifest names a new file before it is there, so that it never passes for a hand-written one."""
    without_painting(monkeypatch)
    sandbox.edit("site.yml", "sizes: [slide]", "sizes: [slide, square]")
    write = files.write

    def dying(path: Path, data: bytes, mode: int = 0o644) -> None:
        if "-square-" in path.name:
            raise KeyboardInterrupt
        write(path, data, mode)

    with monkeypatch.context() as patch:
        patch.setattr(files, "write", dying)
        with pytest.raises(KeyboardInterrupt):
            build(sandbox.project, jobs=1)
    assert any("-square-" in name for name in generated(sandbox.docs))
    run(sandbox)
    assert any("-square-" in path.name for path in sandbox.site.rglob("*.png"))


# --- bad content ------------------------------------------------------------------------------------------------------


def _utf16(sandbox: Sandbox) -> None:
    path = sandbox.content / "comparisons" / "bread-and-cake.yml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))


BAD: dict[str, tuple[str, Callable[[Sandbox], object]]] = {
    "no content folder": ("missing-folder", lambda sandbox: sandbox.content.rename(sandbox.root / "elsewhere")),
    "a missing file": ("missing-file", lambda sandbox: (sandbox.content / "site.yml").unlink()),
    "an empty file": ("", lambda sandbox: (sandbox.content / "glossary.yml").write_bytes(b"")),
    "an empty role": ("", lambda sandbox: (sandbox.content / "roles" / "baker.yml").write_bytes(b"")),
    "a wrong encoding": ("wrong-encoding", _utf16),
    "a byte of Latin-1": (
        "wrong-encoding",
        lambda sandbox: (sandbox.content / "site.yml").write_bytes(b"name: caf\xe9"),
    ),
    "no YAML": ("yaml-syntax", lambda sandbox: (sandbox.content / "site.yml").write_text("name: [a\nb: }")),
    "an unknown icon": (
        "unknown-icon",
        lambda sandbox: sandbox.edit("roles/baker.yml", "material/bowl-mix", "material/no-such-icon"),
    ),
    "an unknown kind": (
        "unknown-infographic",
        lambda sandbox: sandbox.put("comparisons/bread-and-cake.yml", "kind", "comparison-chart"),
    ),
    "a glyph no font has": (
        "missing-glyph",
        lambda sandbox: sandbox.edit("roles/baker.yml", "Bread and rolls", "犬 and cat"),
    ),
    "a text too long": (
        "text-too-long",
        lambda sandbox: sandbox.edit("roles/baker.yml", "Bread and rolls", "Breadth and more " * 60),
    ),
    "a word too long": (
        "text-too-long",
        lambda sandbox: sandbox.edit("roles/baker.yml", "Bread and rolls", "Breadth" * 20),
    ),
}


@pytest.mark.parametrize("bad", BAD)
def test_bad_content_is_told_and_nothing_is_written(sandbox: Sandbox, bad: str) -> None:
    code, spoil = BAD[bad]
    spoil(sandbox)
    before = snapshot(sandbox.docs, sandbox.site)
    result = sandbox.run("build", "--jobs", "1")
    assert result.exit_code == 1, result.output
    assert result.stdout == ""
    *_, count, end = result.stderr.splitlines()
    lines = [line for line in result.stderr.splitlines() if PROBLEM.match(line)]
    assert all(line.startswith("content") for line in lines)
    assert any(f"error[{code}]" in line for line in lines) or not code
    errors, warnings = (sum(f"{kind}[" in line for line in lines) for kind in ("error", "warning"))
    assert count == f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}."
    assert end == "Nothing was written."
    assert snapshot(sandbox.docs, sandbox.site) == before
    assert "Traceback" not in result.output


def test_bad_content_keeps_even_a_first_build_from_writing(tmp_path: Path) -> None:
    sandbox = unbuilt_bakery(tmp_path / "new", sizes="slide")
    sandbox.edit("site.yml", "name: Flour", "home: no-such\nname: Flour")
    before = snapshot(sandbox.docs)
    assert sandbox.run("build").exit_code == 1
    assert snapshot(sandbox.docs) == before
    assert not sandbox.site.exists()


def test_once_mended_it_builds_again(sandbox: Sandbox) -> None:
    sandbox.edit("site.yml", "name: Flour", "home: no-such\nname: Flour")
    assert sandbox.run("build").exit_code == 1
    sandbox.edit("site.yml", "home: no-such\n", "")
    assert run(sandbox) == "Nothing changed.\n"


def test_ours_takes_the_place_of_a_lost_font(sandbox: Sandbox) -> None:
    (sandbox.content / "brand" / "fonts" / "Inter-Regular.ttf").unlink()
    assert run(sandbox) == "Nothing changed.\n"


def test_a_site_that_a_kill_left_under_another_name_is_put_back_even_where_the_content_is_bad(sandbox: Sandbox) -> None:
    before = contents(sandbox.site)
    sandbox.site.rename(sandbox.root / ".site-abcdefgh-old")
    sandbox.edit("site.yml", "name: Flour", "home: no-such\nname: Flour")
    assert sandbox.run("build").exit_code == 1
    assert contents(sandbox.site) == before


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# --- alone ------------------------------------------------------------------------------------------------------------


@contextmanager
def held(sandbox: Sandbox) -> Iterator[None]:
    with (sandbox.project.cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def test_two_builds_do_not_run_at_once(sandbox: Sandbox) -> None:
    with held(sandbox):
        before = snapshot(sandbox.docs, sandbox.site)
        result = sandbox.run("build")
        assert result.exit_code == 75
        assert "another build is running" in result.stderr
        assert snapshot(sandbox.docs, sandbox.site) == before
    run(sandbox)


def test_a_failed_build_gives_the_lock_back(sandbox: Sandbox) -> None:
    sandbox.edit("site.yml", "name: Flour", "home: no-such\nname: Flour")
    for _ in range(2):
        assert sandbox.run("build").exit_code == 1


def test_what_is_reported(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    without_painting(monkeypatch)
    sandbox.edit("site.yml", "sizes: [slide]", "sizes: [phone]")
    said: list[Step] = []
    outcome = build(sandbox.project, jobs=1, report=said.append)
    assert list(dict.fromkeys(step.stage for step in said)) == [
        stage for stage in Stage if stage is not Stage.VERIFYING
    ]
    assert [(step.done, step.total) for step in said if step.total] == [(4, 8), (8, 8)]
    assert outcome.painted == 8
    assert outcome.published
    assert any("-phone-" in name for name in outcome.written)
    assert any("-slide-" in name for name in outcome.removed)


def test_a_build_that_writes_removes_pictures_that_none_has_used_for_a_month(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_painting(monkeypatch)
    kept = files.tree(sandbox.project.painted)
    old = next(iter(kept.values())).with_name("0" * 62)
    for path in (*kept.values(), old):
        path.touch()
        os.utime(path, (0, 0))
    sandbox.put("roles/baker.yml", "tagline", "Something else")
    fonts = {name for name, path in kept.items() if b"\x00\x01\x00\x00" in path.read_bytes()[:68]}  # of decks
    assert len(fonts) == 3
    assert build(sandbox.project, jobs=1).painted == 0
    assert files.tree(sandbox.project.painted).keys() == kept.keys() - fonts  # no deck was written anew


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    sandbox = unbuilt_bakery(tmp_path / "new", sizes="slide")
    (sandbox.root / ".cache" / "visavis" / "lock").unlink()
    (sandbox.root / ".cache" / "visavis" / "lock").mkdir()
    with pytest.raises(OutputError, match="cannot be written"):
        build(sandbox.project, jobs=1)
