"""A second build elsewhere: equal sites are published, others are not and their files are named."""

from __future__ import annotations

import json
import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from projects import Sandbox, built_bakery, replace, snapshot, unbuilt_bakery, without_mkdocs

from generator import files
from generator.build import build
from generator.cli import cli
from generator.manifest import generated
from generator.painting import Cache
from generator.problems.errors import OutputError
from generator.project import Project
from generator.publishers import MKDOCS, Publisher
from generator.publishing import search_index, split_index
from generator.publishing import verify as verify_module
from generator.publishing.config_inputs import copied_config
from generator.publishing.verify import DifferenceError, verify

Change = Callable[[Path], object]


@pytest.fixture
def sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    without_mkdocs(monkeypatch)
    return built_bakery(tmp_path / "a sandbox")


def build_as(monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox, change: Change) -> list[Project]:
    """In place of a second build the site that is there, changed; the folders that it was asked for."""
    asked: list[Project] = []

    def build(project: Project, _: Publisher, *, jobs: int) -> None:
        assert jobs == 2
        asked.append(project)
        shutil.copytree(sandbox.site, project.site)
        change(project.site)

    monkeypatch.setattr(verify_module, "_build", build)
    return asked


def verified(sandbox: Sandbox) -> None:
    verify(sandbox.project, MKDOCS, sandbox.site, generated=generated(sandbox.docs), jobs=1)


def test_the_second_build_has_the_same_input_and_nothing_that_was_made_of_it(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    (sandbox.docs / "about.md").write_text("# About")
    seen: list[set[str]] = []

    def look(site: Path) -> None:
        seen.append(set(files.tree(site.parent)) - {f"site/{name}" for name in files.tree(site)})
        assert not (site.parent / ".cache").exists()

    asked = build_as(monkeypatch, sandbox, look)
    verified(sandbox)
    by_hand = {name for name in files.tree(sandbox.docs) if name not in generated(sandbox.docs)}
    assert "about.md" in by_hand
    assert seen == [
        {f"content/{name}" for name in files.tree(sandbox.content)}
        | {f"config/overrides/{name}" for name in files.tree(sandbox.root / "overrides")}
        | {f"docs/{name}" for name in by_hand}
        | {"config/mkdocs.yml"}
    ]
    assert not asked[0].content.exists()


@pytest.mark.parametrize(("cores", "second"), [(1, 2), (4, 1)])
def test_without_a_number_the_second_build_is_by_another_number_of_processes(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, cores: int, second: int
) -> None:
    asked: list[int] = []

    def again(project: Project, _: Publisher, *, jobs: int) -> None:
        asked.append(jobs)
        shutil.copytree(sandbox.site, project.site)

    monkeypatch.setattr(verify_module, "_build", again)
    monkeypatch.setattr("generator.build.cores", lambda: cores)
    build(sandbox.project, jobs=None, verify=True)
    assert asked == [second]


def test_what_the_configuration_names_lies_in_the_copy_as_it_did(tmp_path: Path) -> None:
    texts = {
        "wards/mkdocs.yml": "INHERIT: ../shared/base.yml\ntheme: {custom_dir: web/theme}\nhooks: [hooks/main.py]",
        "wards/web/theme/main.html": "{% extends 'base.html' %}",
        "wards/hooks/main.py": "import beside",
        "wards/hooks/beside.py": "",
        "wards/docs/index.md": "made",
        "shared/base.yml": "extra_templates: [../shared/more.html]\nfar: ABSOLUTE",
        "shared/more.html": "more",
        "shared/unnamed.html": "",
        "else/where.txt": "",
    }
    texts["shared/base.yml"] = texts["shared/base.yml"].replace("ABSOLUTE", str(tmp_path / "else" / "where.txt"))
    for name, text in texts.items():
        files.write(tmp_path / name, text.encode())
    root = tmp_path / "wards"
    project = Project(root / "content", root / "docs", root / "site", root / "mkdocs.yml")
    config = copied_config(project, tmp_path / "copy", ("index.md",))
    assert config == tmp_path / "copy" / "wards" / "mkdocs.yml"
    left_out = {"wards/docs/index.md", "shared/unnamed.html", "else/where.txt"}
    copied = {name: path.read_text() for name, path in files.tree(tmp_path / "copy").items()}
    assert copied == {name: text for name, text in texts.items() if name not in left_out}


@pytest.mark.slow
def test_a_hook_and_a_theme_of_any_name_are_verified(tmp_path: Path) -> None:
    sandbox = unbuilt_bakery(tmp_path / "a sandbox")
    (sandbox.root / "overrides").rename(sandbox.root / "our theme")
    files.write(
        sandbox.root / "hooks" / "main.py",
        b"import words\n\n\ndef on_page_content(html, **_):\n    return html + words.SAID\n",
    )
    files.write(sandbox.root / "hooks" / "words.py", b'SAID = "<p>By a hook</p>"\n')
    replace(sandbox.root / "mkdocs.yml", "custom_dir: overrides", "custom_dir: our theme")
    with (sandbox.root / "mkdocs.yml").open("a") as config:
        config.write("\nhooks: [hooks/main.py]\n")
    done = sandbox.run("build", "--verify", "--jobs", "2")
    assert done.exit_code == 0, done.output
    assert "By a hook" in (sandbox.site / "index.html").read_text(encoding="utf-8")
    assert sandbox.run("build").stdout == "Nothing changed.\n"
    files.write(sandbox.root / "hooks" / "words.py", b'SAID = "<p>By another hook</p>"\n')
    assert sandbox.run("build").exit_code == 0
    assert "By another hook" in (sandbox.site / "index.html").read_text(encoding="utf-8")


DIFFERENT: dict[str, tuple[Change, str]] = {
    "other bytes": (lambda site: files.write(site / "index.html", b"other"), "index.html"),
    "a file less": (lambda site: (site / "data" / "model.json").unlink(), "data/model.json"),
    "a file more": (lambda site: files.write(site / "more.txt", b""), "more.txt"),
    "other rights": (lambda site: (site / "llms.txt").chmod(0o600), "llms.txt"),
}


@pytest.mark.parametrize("different", DIFFERENT)
def test_whatever_differs_is_named(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, different: str) -> None:
    change, name = DIFFERENT[different]
    build_as(monkeypatch, sandbox, change)
    with pytest.raises(DifferenceError, match=rf"these files differ; the last site stays as it was\n{name}$"):
        verified(sandbox)
    assert not list(sandbox.root.glob(".site-*"))


def test_a_difference_ends_with_one_and_publishes_nothing(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    before = snapshot(sandbox.site)
    sandbox.put("roles/baker.yml", "tagline", "Quite newly said")
    build_as(monkeypatch, sandbox, lambda _: None)  # the old site
    result = sandbox.run("build", "--verify", "--jobs", "1")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "\nroles/baker/index.html\n" in result.stderr
    assert snapshot(sandbox.site) == before
    assert not list(sandbox.root.glob(".site-*"))


def test_a_second_build_that_fails_says_why(sandbox: Sandbox) -> None:
    sandbox.edit("site.yml", "name: Flour", "home: no-such\nname: Flour")
    with pytest.raises(OutputError, match=r"(?s)The second build failed; the last site stays.*dangling-reference"):
        verified(sandbox)


def test_there_is_nothing_to_verify_where_nothing_is_published(sandbox: Sandbox) -> None:
    result = sandbox.run("build", "--verify", "--no-publish")
    assert result.exit_code == 2
    assert "leave --no-publish out" in result.stderr


def test_where_two_builds_are_equal_the_site_is_published(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where nothing changed since the last one; whether two builds are equal, test_moved.py finds out."""
    build_as(monkeypatch, sandbox, lambda _: None)
    result = sandbox.run("build", "--verify", "--jobs", "1")
    assert (result.exit_code, result.stdout.endswith(" Published to site.\n")) == (0, True), result.output
    assert sandbox.run("build").stdout == "Nothing changed.\n"


@pytest.mark.slow
def test_a_whole_build_finds_the_one_picture_that_is_not_what_is_painted_today(tmp_path: Path) -> None:
    sandbox = unbuilt_bakery(tmp_path / "a sandbox")
    cache = Cache(sandbox.project.cache / "painted")
    stale = next(path for path in sorted(cache.folder.rglob("*")) if path.is_file() and b"<svg" in path.read_bytes())
    key = stale.parent.name + stale.name
    data = cache.get(key)
    assert data is not None
    cache.put(key, data.replace(b"</svg>", b"<!-- old --></svg>"))
    done = sandbox.run("build", "--verify", "--jobs", "2")
    assert done.exit_code == 1
    assert [Path(line).suffix for line in done.stderr.splitlines()[1:]] == [".json", ".json", ".svg"]
    assert not sandbox.site.exists()


@pytest.mark.slow
def test_a_site_with_its_index_in_parts_is_verified_when_a_sentence_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was made anew is beside what was kept, and the parts are those of a whole build."""

    def build(project: Project, publisher: Publisher, *, jobs: int) -> None:
        assert jobs == 2
        command = ("build", "--quiet", "--jobs", "1", "--publisher", publisher.name, *project.options)
        done = CliRunner().invoke(cli, command)
        assert done.exit_code == 0, done.output

    monkeypatch.setattr(verify_module, "_build", build)
    monkeypatch.setattr(search_index, "LARGE", 1_000)
    sandbox = built_bakery(tmp_path / "a bakery")
    folders = set()
    for sentence, *verify_it in (("Rises before the dough does.",), ("Kneads by hand.", "--verify")):
        sandbox.put("roles/baker.yml", "tagline", sentence)
        done = sandbox.run("build", *verify_it)
        assert done.exit_code == 0, done.output
        folder = json.loads((sandbox.site / "search/search_index.json").read_bytes())["config"][split_index.SPLIT]
        parts = sandbox.site / split_index.PLACE / folder
        entries = split_index.joined(lambda name, parts=parts: (parts / name).read_bytes())
        assert any(sentence in entry["text"] for entry in entries)
        assert [path.name for path in parts.parent.glob("search-*/")] == [folder]
        folders.add(folder)
    assert len(folders) == 2


@pytest.mark.slow
def test_an_interruption_ends_the_second_build_too(tmp_path: Path) -> None:
    sandbox = unbuilt_bakery(tmp_path / "stopped")
    with sandbox.started("build", "--verify", "--jobs", "1") as process:
        while process.poll() is None and not list(sandbox.root.glob(".site-*/.cache/painted/*")):
            time.sleep(0.01)
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=120)
    assert process.returncode == 130
    assert said == "Interrupted; the published site is whole.\n"
    assert not sandbox.site.exists()
    assert not list(sandbox.root.glob(".site-*"))
    for _ in range(600):  # what has ended may still be listed for a moment
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.1)
    else:
        pytest.fail("processes of the second build are still there")
