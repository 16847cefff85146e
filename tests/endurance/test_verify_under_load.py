"""Two builds give the same bytes while all cores have other things to do."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from projects import set_up

BUSY = "while True: sum(range(10_000))"


@contextmanager
def load() -> Iterator[None]:
    """Twice as many busy processes as there are cores."""
    processes = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(2 * (os.cpu_count() or 1))]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()


@pytest.mark.endurance
@pytest.mark.parametrize("turn", range(3))
def test_a_build_is_verified_under_load(tmp_path: Path, turn: int) -> None:
    sandbox = set_up(tmp_path / f"turn {turn}", sizes="slide, phone", themes="light, dark")
    with load():
        build = sandbox.started("build", "--verify", "--jobs", str(1 + turn))
        _, said = build.communicate(timeout=900)
    assert build.returncode == 0, said
    assert (sandbox.site / "data" / "build.json").is_file()
