"""Two builds are equal while every core is busy: nothing that is published depends on what comes first."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from projects import env, set_up

from generator.infographics import all_kinds

pytestmark = [pytest.mark.slow, pytest.mark.endurance]


@pytest.fixture
def load() -> Iterator[None]:
    """Twice as many processes as there are cores, none of which ever waits."""
    command = [sys.executable, "-c", "while True: pass"]
    with ExitStack() as stack:
        for _ in range(2 * (os.cpu_count() or 1)):
            process = stack.enter_context(subprocess.Popen(command))
            stack.callback(process.kill)
        yield


@pytest.mark.usefixtures("load")
def test_the_whole_site_is_built_twice_and_equal(tmp_path: Path) -> None:
    sizes, kinds = "page, phone, slide, square", tuple(all_kinds())
    sandbox = set_up(tmp_path / "a sandbox", sizes=sizes, themes="light, dark", kinds=kinds)
    command = [sys.executable, "-m", "generator", "build", "--quiet", "--verify"]
    done = subprocess.run(command, cwd=sandbox.root, env=env({}), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (sandbox.site / "index.html").is_file()
