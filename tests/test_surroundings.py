"""What the surroundings of a call say is checked, and what they lack is told in words."""

from __future__ import annotations

import errno
import importlib.metadata
import inspect
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from projects import COMMANDS, ROOT, env, set_up_bakery

from generator.cli import cli
from generator.model import Model
from generator.problems.errors import UsageError
from generator.surroundings import docstring, docstrings, install, said, source_date_epoch, unwritten, version

WRONG = (
    "abc", "1e9", "1700000000.5", "1099511627776", "99999999999999999999", "9" * 5000, "-1", "+1", " 5", "5 ", "1_0",
    "0x10", "١", "²", "253402300800", "2026-01-02", " ",
)  # fmt: skip


@pytest.mark.parametrize("value", WRONG)
def test_a_date_that_is_no_number_of_seconds_is_named(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(UsageError, match=r"^SOURCE_DATE_EPOCH is .* whole number of seconds since 1970") as caught:
        source_date_epoch()
    assert str(caught.value).isascii()
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize(
    ("value", "means"),
    [("", None), ("0", 0), ("1767312000", 1767312000), ("253402300799", 253402300799), ("0" * 20 + "7", 7)],
)
def test_a_date_that_is_one_is_taken(monkeypatch: pytest.MonkeyPatch, value: str, means: int | None) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert source_date_epoch() == means


def test_without_one_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert source_date_epoch() is None


@pytest.mark.parametrize("command", [["build"], ["check"], ["serve", "--port", "0"], ["render", "comparison-table"]])
def test_a_command_that_needs_the_date_ends_with_two(command: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    monkeypatch.chdir(ROOT)
    done = CliRunner().invoke(cli, command)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("SOURCE_DATE_EPOCH is 'yesterday'")
    assert done.stderr.count("\n") == 1


def visavis(*arguments: str, shell: str = "", cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """A command, with more words of the shell behind it."""
    command = ["sh", "-c", f'"$@" {shell}', "sh", sys.executable, "-m", "generator", *arguments]
    return subprocess.run(command, cwd=cwd, env=env({}), capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_streams_that_are_closed_are_no_fault(closed: str) -> None:
    done = visavis("explain", "missing-glyph", shell=closed)
    assert done.returncode == 0
    assert done.stderr == ""


def test_neither_assertions_nor_docstrings_are_needed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PYTHONOPTIMIZE", "2")
    content, picture = set_up_bakery(tmp_path / "p").content, tmp_path / "picture.svg"
    says = {
        f"check --content '{content}'": "No problems.",
        "explain missing-glyph": "font",
        f"render comparison-table --content '{content}' --size phone -o '{picture}'": "picture.svg",
        "schema --check": "",  # the descriptions in schemas/ are docstrings
        "new role --help": "Write a file for a role",
    }
    for start in (["-c", COMMANDS, *says], ["-m", "generator", "explain", "missing-glyph"]):
        done = subprocess.run(
            [sys.executable, *start], cwd=ROOT, env=env({}), capture_output=True, text=True, check=False, timeout=60
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert [words for words in (says.values() if "-c" in start else ["font"]) if words not in done.stdout] == []


def test_what_python_has_left_out_is_read_from_the_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docstrings, "_LEFT_OUT", 0)
    assert docstring(Model) == inspect.cleandoc(str(Model.__doc__))
    assert docstring(version) == inspect.cleandoc(str(version.__doc__))
    assert docstring(env) == inspect.cleandoc(str(env.__doc__))
    assert docstring(dict) is None  # it has no source in Python
    assert docstring(lambda: 1) is None


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    code = f"cd '{tmp_path}/gone'; rmdir ../gone; exec '{sys.executable}' -m generator check"
    done = subprocess.run(["sh", "-c", code], env=env({}), capture_output=True, text=True, check=False)
    assert done.returncode == 74
    assert done.stderr == "the current folder is no longer there; change to one that is\n"


@pytest.mark.parametrize(
    ("number", "helps"), [(errno.EMFILE, "ulimit -n"), (errno.ENOMEM, "memory"), (errno.EAGAIN, "ulimit -u")]
)
def test_what_has_run_out_is_told_with_what_helps(number: int, helps: str) -> None:
    assert helps in said(OSError(number, os.strerror(number)))


@pytest.mark.parametrize(
    ("number", "helps"),
    [(errno.ENOSPC, "make room"), (errno.EROFS, "let it be written"), (errno.EACCES, "choose another folder")],
)
def test_what_cannot_be_written_is_told_with_what_helps(number: int, helps: str) -> None:
    told = str(unwritten(Path("docs/x"), OSError(number, os.strerror(number))))
    assert told.startswith(f"docs/x: cannot be written: {os.strerror(number)}; ")
    assert helps in told


def test_where_nothing_temporary_can_be_written_it_is_told_how_to_name_another_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: ["/proc/no-such"])
    with pytest.raises(FileNotFoundError) as caught:
        tempfile.gettempdir()
    assert said(caught.value).endswith("set TMPDIR to a folder that can be")


def test_a_file_is_named_and_no_more_is_said_than_is_known() -> None:
    assert said(OSError(errno.EACCES, "Permission denied", "docs/x")) == "docs/x: Permission denied"


@pytest.mark.parametrize(
    ("prefix", "command"),
    [
        ("/home/anna/.venv", 'pip install "visavis[dask]"'),
        ("/home/anna/.local/share/pipx/venvs/visavis", 'pipx install --force "visavis[dask]"'),
        ("/home/anna/.local/share/uv/tools/visavis", 'uv tool install "visavis[dask]"'),
        ("/home/anna/.cache/uv/archive-v0/kX5h", 'uvx --from "visavis[dask]" visavis'),
    ],
)
def test_more_is_installed_as_the_program_was(monkeypatch: pytest.MonkeyPatch, prefix: str, command: str) -> None:
    monkeypatch.setattr(sys, "prefix", prefix)
    assert install("dask") == command


@pytest.mark.parametrize("package", ["matplotlib", "PyYAML", "visavis"])
def test_a_version_is_what_the_package_says(package: str) -> None:
    assert version(package) == importlib.metadata.version(package)


def test_a_package_that_is_not_installed_has_no_version() -> None:
    with pytest.raises(importlib.metadata.PackageNotFoundError):
        version("no-such-package")
