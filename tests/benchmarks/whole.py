"""Every picture of the shipped content from an empty cache, by this program and by it as it was once.

In: this repository, with its history. Out: CPU time by that of then, and peak memory by what it may be. One process
paints in both, so that all time and memory are its own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from subject import ROOT

# Before fonts of PDFs were cut once and SVGs written without matplotlib. It took 5.6 GB.
THEN = "74f454a"
_LIMIT = 400_000  # kB that a process may take
_EVERY = 0.2  # seconds between two looks at its memory


def measure(say: Callable[[str], None]) -> dict[str, float]:
    """Ratios of time and of memory."""
    with tempfile.TemporaryDirectory() as base:
        seconds, peak = _build(ROOT, Path(base, "now"))
        say(f"a whole set: {seconds:.0f} s of CPU time, {peak / 1000:.0f} MB")
        ratios = {"memory-of-a-build-vs-400-mb": peak / _LIMIT}
        try:
            with worktree(Path(base, "generator of then")) as tree:
                before, much = _build(tree, Path(base, "then"))
        except (OSError, subprocess.CalledProcessError) as error:
            say(f"commit {THEN} is left out: {error}")
            return ratios
    say(f"the same at {THEN}: {before:.0f} s of CPU time, {much / 1000:.0f} MB")
    return ratios | {"cpu-of-a-build-vs-74f454a": seconds / before}


@contextmanager
def worktree(folder: Path) -> Iterator[Path]:
    """The files of then. OSError, CalledProcessError: there is no git, or not that much history."""
    git = ("git", "-C", str(ROOT), "worktree")
    subprocess.run([*git, "add", "--quiet", "--detach", str(folder), THEN], check=True, capture_output=True)
    try:
        yield folder
    finally:
        subprocess.run([*git, "remove", "--force", str(folder)], check=True)


def _build(tree: Path, folder: Path) -> tuple[float, int]:
    """Seconds of CPU time and peak memory in kB of a build by the generator in `tree`."""
    for name in ("content", "overrides"):
        shutil.copytree(tree / name, folder / name)
    shutil.copy(tree / "mkdocs.yml", folder)
    command = [sys.executable, "-m", "generator", "build", "--no-publish", "--jobs", "1", "--quiet"]
    peak = 0
    with subprocess.Popen(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(tree)}) as process:
        while True:
            done, status, used = os.wait4(process.pid, os.WNOHANG)
            if done:
                process.returncode = os.waitstatus_to_exitcode(status)
                break
            peak = max(peak, _memory(process.pid))
            time.sleep(_EVERY)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return used.ru_utime + used.ru_stime, peak


def _memory(process: int) -> int:
    # Not what wait4 tells: a process inherits the peak of the one that started it there.
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0)
