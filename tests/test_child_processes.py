"""Processes that are started from here take nothing of the current folder for a module of theirs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from projects import ROOT, env, set_up_bakery, unbuilt_bakery

from generator import surroundings
from generator.surroundings.child_processes import leave_current_folder

# As the command that is installed: it looks for modules beside itself, and not in the current folder.
COMMAND = "import sys\nfrom generator.cli import main\nif __name__ == '__main__':\n    sys.exit(main())\n"
STRAYS = ("mergedeep.py", "yaml.py", "random.py", "pickle.py", "generator/__init__.py", "mkdocs/__init__.py")


def scatter(folder: Path) -> None:
    for name in STRAYS:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(f"raise SystemExit('the stray {name} was run')")


@pytest.mark.parametrize(
    ("command", "code", "told"),
    [
        (
            surroundings.module(
                "generator.publishers.mkdocs_program", "mkdocs", "order", "nowhere.yml", "site", "docs"
            ),
            1,
            r"Config file .* does not exist",
        ),
        (surroundings.visavis("--version"), 0, r"\d+\.\d+"),
    ],
    ids=["MkDocs", "Visavis"],
)
@pytest.mark.parametrize("empty", ["{}", "{}:", ":{}", "::{}::"], ids=["none", "last", "first", "many"])
def test_a_stray_file_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], code: int, told: str, empty: str
) -> None:
    """An empty part of PYTHONPATH means the current folder too."""
    scatter(tmp_path)
    monkeypatch.setenv("PYTHONPATH", empty.format(tmp_path / "elsewhere"))
    done = subprocess.run(
        command, cwd=tmp_path, env=surroundings.environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == code
    assert re.search(told, done.stdout + done.stderr)


def test_children_of_children_are_safe_too(tmp_path: Path) -> None:
    scatter(tmp_path)
    code = f"import subprocess, sys; sys.exit(subprocess.call([{sys.executable!r}, '-c', 'import random']))"
    command = [sys.executable, "-P", "-c", code]
    subprocess.run(command, cwd=tmp_path, env=surroundings.environment(), check=True)


@pytest.mark.slow
def test_a_build_is_verified_in_a_folder_of_strays(tmp_path: Path) -> None:
    """MkDocs, the second build and the processes that paint for it; the folder's name is not UTF-8."""
    root = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))
    sandbox = unbuilt_bakery(root)
    scatter(root)
    (tmp_path / "visavis").write_text(COMMAND)
    command = [sys.executable, str(tmp_path / "visavis"), "build", "--verify", "--jobs", "1"]
    done = subprocess.run(command, cwd=root, env=env({}), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (sandbox.site / "index.html").is_file()


def test_the_module_takes_nothing_of_the_folder_once_it_is_loaded(tmp_path: Path) -> None:
    """`python -m generator` has the current folder first by Python's own rule, until then."""
    sandbox = set_up_bakery(tmp_path / "by the module")
    for name in ("yaml.py", "jinja2.py", "uharfbuzz.py"):
        (sandbox.root / name).write_text(f"raise SystemExit('the stray {name} was run')")
    done = sandbox.process("check")
    assert (done.returncode, done.stdout) == (0, "No problems.\n"), done.stderr


@pytest.mark.parametrize("entry", ["", "."])
def test_nothing_of_the_current_folder_is_loaded_from_now_on(
    entry: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "environ", {"PYTHONPATH": os.pathsep.join(("", "/elsewhere", ""))})
    monkeypatch.setattr(sys, "path", [entry, str(tmp_path), str(ROOT), "/elsewhere"])
    leave_current_folder()
    assert sys.path == [str(ROOT), "/elsewhere"]
    assert os.environ["PYTHONPATH"] == "/elsewhere"


def test_a_program_that_lies_in_the_current_folder_is_loaded_from_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(os, "environ", {})
    monkeypatch.setattr(sys, "path", [str(ROOT), "/elsewhere"])
    leave_current_folder()
    assert sys.path == [str(ROOT), "/elsewhere"]


def test_a_folder_that_is_gone_is_left_already(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    tmp_path.rmdir()
    monkeypatch.setattr(os, "environ", {})
    monkeypatch.setattr(sys, "path", ["", "/elsewhere"])
    leave_current_folder()
    assert sys.path == ["", "/elsewhere"]
