"""Publishing: the site is replaced as a whole or not at all, and only where it may be."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from projects import built_bakery, replace, snapshot, unbuilt_bakery, without_mkdocs

from generator import files, system
from generator.model.loading import load
from generator.problems.errors import OutputError
from generator.project import Project
from generator.publishers import MKDOCS, Publisher
from generator.publishing import build_info, publisher_process, search_index, swap
from generator.publishing import site as publishing_site
from generator.publishing.check_memory import CheckMemory
from generator.publishing.marker import MARKER
from generator.publishing.site import Kept, publish

FACTS: dict[str, Any] = {"updated": date(2026, 1, 2), "address": "https://example.org/compare/", "generated": ()}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with docs/ and a configuration; MkDocs takes no part."""
    without_mkdocs(monkeypatch)
    root = tmp_path / "a b"
    for name, text in {
        "docs/index.md": "# Home",
        "docs/roles/one.md": "# One",
        "docs/nav.yml": "",
        "docs/data/model.json": "{}",
        "mkdocs.yml": "",
    }.items():
        files.write(root / name, text.encode())
    return root


def put(root: Path, site: str = "site", **more: Any) -> str:
    project = Project(root / "content", root / "docs", root / site, root / "mkdocs.yml")
    kept = Kept(files.Digests(root / "digests.json"), CheckMemory(), root / ".pages.json")
    return publish(project, MKDOCS, **FACTS, kept=kept, **more)


def published(root: Path, site: str = "site") -> set[str]:
    return set(files.tree(root / site))


def leftovers(root: Path) -> list[str]:
    return [path.name for path in root.iterdir() if path.name.startswith(".site")]


def test_a_new_site_takes_its_place_and_can_be_read_by_all(root: Path) -> None:
    put(root)
    assert published(root) == {"index.html", "roles/one/index.html", "data/model.json", "data/build.json"}
    assert (root / "site" / MARKER).is_file()
    assert stat.S_IMODE((root / "site").stat().st_mode) == 0o755
    assert leftovers(root) == []


def test_the_next_site_replaces_it_whole(root: Path) -> None:
    put(root)
    (root / "docs" / "roles" / "one.md").rename(root / "docs" / "roles" / "two.md")
    put(root)
    assert published(root) == {"index.html", "roles/two/index.html", "data/model.json", "data/build.json"}
    assert leftovers(root) == []


def test_a_system_that_cannot_exchange_names_gets_the_site_too(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root)
    monkeypatch.setattr(system, "exchange", lambda *_: False)
    (root / "docs" / "new.md").write_text("# New")
    put(root)
    assert "new/index.html" in published(root)
    assert leftovers(root) == []


def test_an_empty_folder_is_taken_for_the_site(root: Path) -> None:
    (root / "site").mkdir()
    put(root)
    assert "index.html" in published(root)


def test_a_site_that_lacks_a_page_is_not_put_in_place(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root)
    before = snapshot(root / "site")
    convert = publisher_process.build

    def lose(project: Project, publisher: Publisher, fresh: Path, **rest: Any) -> None:
        convert(project, publisher, fresh, **rest)
        (fresh / "roles" / "one" / "index.html").unlink()

    monkeypatch.setattr(publisher_process, "build", lose)
    with pytest.raises(OutputError, match=r"the last one stays as it was\nroles/one\.md: its page is missing"):
        put(root)
    assert snapshot(root / "site") == before
    assert leftovers(root) == []


def test_an_interruption_leaves_the_old_site_and_no_remains(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root)
    before = snapshot(root / "site")

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(publisher_process, "build", interrupt)
    with pytest.raises(KeyboardInterrupt):
        put(root)
    assert snapshot(root / "site") == before
    assert leftovers(root) == []


def test_a_folder_that_cannot_be_written_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(swap, "swap", refuse)
    with pytest.raises(OutputError, match="cannot be published: Permission denied"):
        put(root)
    assert leftovers(root) == []


def test_a_site_whose_search_loads_much_is_published_and_says_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files.write(
        root / "docs" / "search" / "search_index.json", b'{"docs": [{"location": "", "title": "", "text": ""}]}'
    )
    assert put(root) == ""
    monkeypatch.setattr(search_index, "LARGE", 10)
    assert put(root).startswith("The search index has 0.0 MB")
    assert "search/search_index.json" in published(root)


def test_the_parts_of_a_large_index_are_files_of_the_site(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    convert = publisher_process.build

    def build(project: Project, publisher: Publisher, fresh: Path, **rest: Any) -> None:
        convert(project, publisher, fresh, **rest)
        index = {"config": {}, "docs": [{"location": "roles/one/", "title": "One", "text": "word " * 10}]}
        files.write(fresh / "search" / "search_index.json", json.dumps(index).encode())
        files.write(fresh / "assets" / "javascripts" / "search-01234567.js", b"")

    monkeypatch.setattr(publisher_process, "build", build)
    monkeypatch.setattr(search_index, "LARGE", 10)
    assert put(root) == ""
    folder = (
        f"assets/javascripts/{json.loads((root / 'site/search/search_index.json').read_bytes())['config']['split']}"
    )
    parts = {f"{folder}/{name}.json" for name in ("words", "hits-0", "pages-0")}
    assert parts < published(root)
    listed = json.loads((root / "site" / build_info.FILE).read_bytes())["files"]
    assert parts < {file["path"] for file in listed}


# --- the site about itself --------------------------------------------------------------------------------------------


def test_the_site_lists_its_files_and_what_made_them(root: Path) -> None:
    put(root)
    said = json.loads((root / "site" / "data" / "build.json").read_bytes())
    assert said["model"] == hashlib.sha256(b"{}").hexdigest()
    assert {"visavis", "matplotlib", "mkdocs", "mkdocs-material"} < set(said["versions"])
    found = files.tree(root / "site")
    assert [file["path"] for file in said["files"]] == sorted(set(found) - {build_info.FILE})
    for file in said["files"]:
        data = found[file["path"]].read_bytes()
        assert file == {"path": file["path"], "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def test_a_file_of_that_name_in_docs_is_an_error(root: Path) -> None:
    files.write(root / "docs" / build_info.FILE, b"mine")
    with pytest.raises(OutputError, match=r"docs/data/build\.json: .* rename or remove"):
        put(root)
    assert not (root / "site").exists()


def test_whoever_verifies_the_finished_site_may_refuse_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root)
    before = snapshot(root / "site")
    (root / "docs" / "new.md").write_text("# New")

    def refuse(_: Project, __: Publisher, fresh: Path, **___: object) -> None:
        assert (fresh / build_info.FILE).is_file()
        raise OutputError("no")

    monkeypatch.setattr(publishing_site, "verify", refuse)
    with pytest.raises(OutputError, match="no"):
        put(root, verify_jobs=1)
    assert snapshot(root / "site") == before
    assert leftovers(root) == []


# --- with MkDocs ------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_mkdocs_publishes_every_page_without_a_warning(tmp_path: Path) -> None:
    sandbox = unbuilt_bakery(tmp_path / "with mkdocs ä")
    result = sandbox.process("build", TZ="Asia/Tokyo")
    assert result.returncode == 0, result.stderr
    assert (sandbox.site / "index.html").is_file()
    assert (sandbox.site / "search" / "search_index.json").is_file()
    assert not (sandbox.site / "nav.yml").exists()
    sitemap = (sandbox.site / "sitemap.xml").read_text()
    assert f"<lastmod>{load(sandbox.content).site.updated}</lastmod>" in sitemap
    again = sandbox.process("build")
    assert (again.returncode, again.stdout) == (0, "Nothing changed.\n")


@pytest.mark.slow
def test_a_page_that_mkdocs_refuses_leaves_the_last_site(tmp_path: Path) -> None:
    sandbox = built_bakery(tmp_path / "refused")
    before = snapshot(sandbox.site)
    (sandbox.docs / "about.md").write_text("# About\n\n[nowhere](no-such-page.md)\n")
    result = sandbox.run("build", "--jobs", "1")
    assert result.exit_code == 74
    assert "MkDocs could not build the site; the last one stays as it was" in result.stderr
    assert "no-such-page.md" in result.stderr
    assert "Traceback" not in result.stderr
    assert "\x1b" not in result.stderr
    assert snapshot(sandbox.site) == before
    (sandbox.docs / "about.md").write_text("# About\n")
    assert sandbox.run("build", "--jobs", "1").exit_code == 0
    assert (sandbox.site / "about" / "index.html").is_file()


@pytest.mark.slow
def test_a_broken_configuration_leaves_the_last_site(tmp_path: Path) -> None:
    sandbox = built_bakery(tmp_path / "broken")
    before = snapshot(sandbox.site)
    replace(sandbox.root / "mkdocs.yml", "name: material", "name: no-such-theme")
    result = sandbox.run("build", "--jobs", "1")
    assert result.exit_code == 74
    assert "no-such-theme" in result.stderr
    assert snapshot(sandbox.site) == before


def test_mkdocs_sees_no_surroundings(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The date of the content, one time zone, one language and one hash seed, whatever the caller has."""
    monkeypatch.undo()
    seen: dict[str, str] = {}

    class Done:
        returncode, stdout, stderr = 1, "", "enough"

    def run(command: list[str], env: dict[str, str], **_: object) -> Done:
        seen.update(env)
        return Done()

    monkeypatch.setattr(publisher_process.subprocess, "run", run)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    with pytest.raises(OutputError, match="enough"):
        put(root)
    assert {name: seen[name] for name in ("TZ", "LC_ALL", "PYTHONHASHSEED", "SOURCE_DATE_EPOCH")} == {
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": "1767312000",
    }
    assert os.environ["TZ"] == "Asia/Tokyo"
