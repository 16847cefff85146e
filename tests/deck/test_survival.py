"""What the making of a deck survives, and what makes no difference to it."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from projects import ROOT, Sandbox, env, set_up

pytestmark = pytest.mark.slow

DECK = [sys.executable, "-m", "generator", "deck"]


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    """A comparison of two pictures."""
    return set_up(tmp_path / "a project")


def made(sandbox: Sandbox, *arguments: str) -> bytes:
    result = sandbox.run("deck", "-o", "deck.pptx", *arguments)
    assert result.exit_code == 0, result.output
    return (sandbox.root / "deck.pptx").read_bytes()


def test_killed_before_any_change_on_disk(sandbox: Sandbox) -> None:
    """The file is the old one or the new one, whole."""
    file = sandbox.root / "deck.pptx"
    file.write_bytes(b"what was there")
    command = [sys.executable, "-m", "deck.killed", str(sandbox.root), str(file)]
    paths = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    done = subprocess.run(command, env=env({"PYTHONPATH": paths}), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    *killed, whole = [line.split() for line in done.stdout.splitlines()]
    assert [event for event, _, _ in killed][-3:] == ["open", "os.chmod", "os.rename"]
    assert {(code, digest) for _, code, digest in killed} == {("-9", sha256(b"what was there").hexdigest())}
    assert whole == ["end", "0", sha256(made(sandbox, "--fonts", "name")).hexdigest()]


def test_where_there_is_no_room(sandbox: Sandbox) -> None:
    """Nothing of the new file is left, and the old one is what it was."""
    file = sandbox.root / "deck.pptx"
    file.write_bytes(b"what was there")
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (20_000, 20_000))
    command = [*DECK, "-o", file.name]
    done = subprocess.run(
        command, cwd=sandbox.root, env=env({}), capture_output=True, text=True, check=False, preexec_fn=limit
    )
    assert done.returncode == 74, done.stderr
    assert "deck.pptx" in done.stderr
    assert "Traceback" not in done.stderr
    assert file.read_bytes() == b"what was there"
    assert list(sandbox.root.rglob("*.part")) == []


def test_surroundings_make_no_difference(sandbox: Sandbox, tmp_path: Path) -> None:
    """Hash seed, time zone, clock, folder and umask; anybody may read the file."""
    here = made(sandbox, "--tables")
    elsewhere = tmp_path / "Größe und Maß"
    elsewhere.mkdir()
    surroundings = env(
        {
            "PYTHONHASHSEED": "4242",
            "TZ": "America/New_York",
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests" / "elsewhere"))),
        }
    )
    command = [*DECK, "--content", str(sandbox.content), "--tables", "-o", "there.pptx"]
    done = subprocess.run(
        command, cwd=elsewhere, env=surroundings, capture_output=True, text=True, check=False, umask=0o077
    )
    assert done.returncode == 0, done.stderr
    there = elsewhere / "there.pptx"
    assert there.read_bytes() == here
    assert there.stat().st_mode & 0o777 == 0o644
