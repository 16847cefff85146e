"""Every command on a system without POSIX, as far as that can be had on one with it: what Windows has not is taken away
from this process and all that it starts (no_posix/sitecustomize.py).
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from urllib.request import urlopen

import pytest
from projects import COMMANDS, ROOT, Sandbox, built_bakery, set_up_bakery

NO_POSIX = Path(__file__).with_name("no_posix")
EVERY_MODULE = """
import pkgutil, generator, importlib
for module in pkgutil.walk_packages(generator.__path__, "generator."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
"""


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (NO_POSIX, ROOT)))}


def python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
    )


def run(sandbox: Sandbox, *arguments: str) -> str:
    done = python(sandbox.root, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_what_windows_has_not_is_not_there(tmp_path: Path) -> None:
    for code in ("import fcntl", "import os; os.fork", "import subprocess; subprocess.run(['true'], umask=1)"):
        assert python(tmp_path, "-c", code).returncode == 1, code


def test_every_module_can_be_imported(tmp_path: Path) -> None:
    done = python(tmp_path, "-c", EVERY_MODULE)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_every_command_works(tmp_path: Path) -> None:
    sandbox = built_bakery(tmp_path / "a sandbox")
    sandbox.put("roles/baker.yml", "tagline", "Bread for two streets")
    # Two folders are exchanged; the second build paints everything, in two processes, into a folder that is not there.
    assert "Published to site" in run(sandbox, "-m", "generator", "build", "--jobs", "1", "--verify")
    assert not list(sandbox.root.glob(".site-*"))
    picture = "bread-and-cake-comparison-table"
    commands = ("check", "deck", f"render {picture} --size phone", "new role another-role")
    written = ("bread-and-cake.pptx", f"{picture}-phone-light.png", str(Path("content", "roles", "another-role.yml")))
    assert run(sandbox, "-c", COMMANDS, *commands).splitlines() == ["No problems.", *written]


@pytest.mark.slow
def test_a_preview_is_served_until_it_is_interrupted(tmp_path: Path) -> None:
    sandbox = set_up_bakery(tmp_path / "a sandbox", sizes="page")
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--port", "0"],
        cwd=sandbox.root,
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.default_int_handler),  # whoever runs this may ignore it
    ) as process:
        try:
            assert process.stdout
            (address,) = re.findall(r"http://\S+", process.stdout.readline())
            with urlopen(address, timeout=60) as page:
                assert b"Confectioner" in page.read()
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
