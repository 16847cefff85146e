"""The wheel alone, in an environment of its own and an empty folder: begin, check, build, deck; nothing else changes.

What the wheel needs comes from the environment that runs the tests, so nothing is fetched.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from hatchling import build as backend
from projects import put

ROOT = Path(__file__).parents[1]
# As an installer writes it.
_COMMAND = "from generator.cli import main\nif __name__ == '__main__':\n    main()\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command `visavis` of an environment into which the wheel was installed."""
    folder = tmp_path_factory.mktemp("installed")
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        wheel = folder / backend.build_wheel(str(folder))
    finally:
        os.chdir(before)
    environment = folder / "an environment"
    venv.create(environment, symlinks=os.name == "posix")
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / Path(sys.executable).name
    packages = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
        env=_plain(),
    ).stdout.strip()
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "install", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--target", packages, str(wheel)], check=True, env=_plain())
    # After its own packages, so that this repository's installation does not stand in for the wheel.
    Path(packages, "of-the-tests.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    (environment / "visavis.py").write_text(_COMMAND, encoding="utf-8")
    return python


def _plain() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VISAVIS_CACHE")}


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_an_empty_folder_becomes_a_site(installed: Path, tmp_path: Path) -> None:
    here, home = tmp_path / "here", tmp_path / "home"
    here.mkdir()
    home.mkdir()
    environment = {**_plain(), "HOME": str(home), "USERPROFILE": str(home), "TMPDIR": str(tmp_path / "tmp")}
    (tmp_path / "tmp").mkdir()
    before = _files(Path(installed).parents[1])

    def run(*arguments: str) -> str:
        script = installed.parents[1] / "visavis.py"
        done = subprocess.run(
            [installed, "-B", "-P", script, *arguments],
            cwd=here,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    where = subprocess.run(
        [installed, "-P", "-c", "import generator; print(generator.__file__)"],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    assert Path(where.stdout.strip()).is_relative_to(installed.parents[1])
    run("init", "--role", "Cook", "--role", "Waiter")
    run("check")
    put(here / "content" / "site.yml", "sizes", "[phone]")
    assert "Published to site" in run("build")
    assert run("build") == "Nothing changed.\n"
    assert run("deck").endswith("cook-vs-waiter.pptx\n")
    site = _files(here / "site")
    assert {"index.html", "404.html", "roles/cook/index.html", "assets/fonts/Inter-Variable-subset.woff2"} <= site
    assert 'http-equiv="Content-Security-Policy"' in (here / "site" / "index.html").read_text(encoding="utf-8")
    assert {path.name for path in here.iterdir()} == {
        *(".cache", ".github", ".gitignore", ".vscode", "content", "docs", "schemas", "site"),
        "cook-vs-waiter.pptx",
    }
    assert {name for name in _files(installed.parents[1]) - before if not name.endswith(".pyc")} == set()
    assert [name for folder in (home, tmp_path / "tmp") for name in _files(folder)] == []
