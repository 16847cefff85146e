"""`visavis diff`: revisions and folders, three formats, and no text that becomes markup."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown import markdown
from projects import Sandbox, set_up, snapshot

from generator.cli import cli
from generator.diff.changes import Change
from generator.diff.entry import with_entry
from generator.diff.formats import FORMATS
from generator.model import load

ROLE = "roles/territory-manager.yml"


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    return set_up(tmp_path / "a sandbox")


@pytest.fixture
def repository(sandbox: Sandbox) -> Sandbox:
    for arguments in (["init", "--quiet"], ["add", "content"], ["commit", "--quiet", "-m", "One"], ["tag", "one"]):
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", "-C", str(sandbox.root), *identity, *arguments], check=True, capture_output=True)
    return sandbox


def test_since_a_revision(repository: Sandbox) -> None:
    assert repository.run("diff", "one").stdout == "Nothing changed in the model.\n"
    repository.put(ROLE, "tagline", "Everywhere at once")
    before = snapshot(repository.root)
    for revision in ("one", "HEAD"):
        result = repository.run("diff", revision)
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout == (
            f"{ROLE}\n  changed tagline: Breadth across one whole territory → Everywhere at once\n\n1 changed.\n"
        )
    assert snapshot(repository.root) == before


def test_a_repository_in_a_folder_whose_name_is_not_utf_8(repository: Sandbox, tmp_path: Path) -> None:
    moved = Sandbox(repository.root.rename(tmp_path / os.fsdecode(b"caf\xe9")))
    assert moved.run("diff", "one").stdout == "Nothing changed in the model.\n"


def test_where_there_is_no_room_for_the_old_content_the_folder_is_named(
    repository: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tarfile.TarFile, "extractall", refuse)
    result = repository.run("diff", "one")
    assert result.exit_code == 74
    assert result.stderr.startswith(tempfile.gettempdir())
    assert "TMPDIR" in result.stderr


def test_between_folders(sandbox: Sandbox, wards: Path) -> None:
    result = sandbox.run("diff", str(wards), "--format", "json")
    assert result.exit_code == 0
    changes = json.loads(result.stdout)
    assert set(changes[0]) == {"file", "kind", "thing", "field", "before", "after"}
    assert {"file": ROLE, "kind": "added"}.items() <= next(c for c in changes if c["file"] == ROLE).items()
    assert sandbox.run("diff", str(wards), str(wards)).stdout == "Nothing changed in the model.\n"


def test_a_shallow_clone_is_told_how_to_fetch_the_rest(repository: Sandbox, tmp_path: Path) -> None:
    clone = Sandbox(tmp_path / "shallow")
    again = ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "--allow-empty", "-m", "Two"]
    subprocess.run(["git", "-C", repository.root, *again], check=True)
    for depth, hint in (["--depth=1"], True), ([], False):
        subprocess.run(["git", "clone", "-q", *depth, repository.root.as_uri(), clone.root], check=True)
        result = clone.run("diff", "HEAD~1000")
        assert result.exit_code == 2
        assert '"HEAD~1000" is neither a folder nor a revision of git' in result.stderr
        assert ("fetch-depth: 0" in result.stderr) == hint
        shutil.rmtree(clone.root)


@pytest.mark.parametrize("revision", ["no-such", "--output=stolen", "one:content", ""])
def test_no_such_revision(repository: Sandbox, revision: str) -> None:
    before = snapshot(repository.root)
    result = repository.run("diff", "--", revision)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is neither a folder nor a revision of git" in result.stderr
    assert snapshot(repository.root) == before


def test_no_repository_and_no_git(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(sandbox.root.parent))
    result = sandbox.run("diff", "HEAD")
    assert result.exit_code == 2
    assert "git cannot read the revision" in result.stderr
    monkeypatch.setenv("PATH", "")
    result = sandbox.run("diff", "HEAD")
    assert result.exit_code == 2
    assert "git is not installed" in result.stderr


def test_a_revision_without_the_content(repository: Sandbox) -> None:
    (repository.root / "content").rename(repository.root / "words")
    result = repository.run("diff", "one", "--content", "words")
    assert result.exit_code == 2
    assert "words" in result.stderr


def test_problems_of_both_sides_are_told(repository: Sandbox, wards: Path) -> None:
    line = repository.edit("glossary.yml", "definition:", "definiton:")
    other = wards / "glossary.yml"
    other.write_text(other.read_text(encoding="utf-8").replace("definition:", "meaning:", 1), encoding="utf-8")
    result = repository.run("diff", str(wards))
    assert result.exit_code == 1
    assert f"content/glossary.yml:{line}:" in result.stderr
    assert f"{wards}/glossary.yml:" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_old_mistake_is_told_with_its_revision(repository: Sandbox) -> None:
    line = repository.edit("glossary.yml", "definition:", "definiton:")
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    command = ["git", "-C", str(repository.root), *identity, "commit", "--quiet", "-am", "Two"]
    subprocess.run(command, check=True, capture_output=True)
    repository.edit("glossary.yml", "definiton:", "definition:")
    result = repository.run("diff", "HEAD")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"HEAD:content/glossary.yml:{line}:") or f"\nHEAD:content/glossary.yml:{line}:" in (
        result.stderr
    )


HOSTILE = "a | b\n|---|\n<img src=x onerror=alert(1)> [x](javascript:y) ![z](http://x.example) `c` @someone #12 **b**"


def test_texts_stay_texts_in_the_table() -> None:
    change = Change("roles/x.yml", "changed", (f'point "{HOSTILE}"',), "text", HOSTILE, "www.x.example")
    table = FORMATS["markdown"]((change,))
    row = table.splitlines()[-1]
    assert row.count("|") == 6
    html = markdown(table, extensions=["tables"])
    assert html.count("<tr>") == 2
    assert html.count("<td>") == 5
    for tag in ("<img", "<a ", "<code", "<strong"):
        assert tag not in html
    assert "@someone" not in html
    assert "#12" not in html.replace("&#12", "")


def test_no_changes_in_each_format() -> None:
    assert FORMATS["markdown"](()) == FORMATS["text"](()) == "Nothing changed in the model.\n"
    assert json.loads(FORMATS["json"](())) == []


def test_the_help_says_that_it_ends_with_0() -> None:
    assert "Ends with 0" in CliRunner().invoke(cli, ["diff", "--help"]).stdout


def test_an_entry_of_what_changed_is_begun_and_left_to_an_editor(repository: Sandbox) -> None:
    file = repository.content / "changes.yml"
    before = file.read_bytes()
    assert repository.run("diff", "HEAD", "--write").exit_code == 0
    assert file.read_bytes() == before
    file.unlink()
    assert repository.run("diff", "HEAD", "--write").exit_code == 0
    assert not file.exists()  # that entries are gone is no news
    file.write_bytes(before)
    repository.put(ROLE, "tagline", "Everywhere at last")
    for _ in range(2):
        assert repository.run("diff", "one", "--write").exit_code == 0
    model = load(repository.content)
    day = model.site.updated
    (last, first, *others) = model.changes.items()
    assert [id for id, _ in (last, first)] == [f"changes-{day}-2", f"changes-{day}"]
    assert last[1].day == first[1].day == day
    assert others
    assert file.read_text(encoding="utf-8").count("# changes.yml") == 0
    assert "#   changed tagline: Breadth across one whole territory → Everywhere at last\n" in file.read_text(
        encoding="utf-8"
    )
    checked = repository.run("check", "--strict")
    assert checked.exit_code == 1
    assert f"changes-{day}" in checked.output or "changes.yml" in checked.output
    assert repository.run("diff", "one", str(repository.content), "--write").exit_code == 2


def test_an_entry_goes_above_the_others_and_below_the_head() -> None:
    change = Change(ROLE, "changed", ("fit",), "text", "a", "b")
    head, entry = "# What readers are told.\n# Two lines.\n\n", "old:\n  title: Old\n"
    text = with_entry(head + entry, (change,), date(2026, 1, 5))
    assert text.startswith(f"{head}# {ROLE}\n#   changed fit › text: a → b\nchanges-2026-01-05:\n  title: ")
    assert text.endswith(f"\n\n{entry}")
    assert with_entry("", (change,), date(2026, 1, 5)).count("\n\n") == 1
