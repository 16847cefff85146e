"""What a machine, a user or a notebook has set has no say in painting, and matplotlib says nothing on its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import Sandbox, unbuilt

from generator.painting.surroundings import load_matplotlib
from generator.problems import OutputError

TABLE = "kam-vs-tm-comparison-table"
UNREADABLE = b"text.color: caf\xe9"
BAD = b"text.hinting: nonsense\nno.such.key: 1\nbackend: nonsense\npath.simplify: maybe\n"


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    return unbuilt(tmp_path / "a sandbox")


def settings(root: Path, data: bytes, where: str) -> dict[str, str]:
    """The variables with which matplotlib finds a file of settings, which lies in the project or elsewhere."""
    file = root / where / "matplotlibrc"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return {"XDG_CONFIG_HOME": str(file.parents[1])} if where.startswith("config") else {"MATPLOTLIBRC": str(file)}


CASES: dict[str, tuple[bytes, str]] = {
    "unreadable, here": (UNREADABLE, "."),
    "bad, elsewhere": (BAD, "elsewhere"),
    "bad, a user's": (BAD, "config/matplotlib"),
}


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_settings_of_matplotlib_have_no_say(sandbox: Sandbox, case: str, tmp_path: Path) -> None:
    """And what it keeps lies in the cache, not in the user's home."""
    home = tmp_path / "home"
    home.mkdir()
    surroundings = settings(sandbox.root, *CASES[case]) | {"MPLBACKEND": "module://matplotlib_inline.backend_inline"}
    done = sandbox.process("render", TABLE, "-o", "a.svg", HOME=str(home), **surroundings)
    assert (done.returncode, done.stderr) == (0, "")
    assert list(home.iterdir()) == []
    assert list((sandbox.project.cache / "matplotlib").glob("fontlist-*.json"))
    published = sandbox.run("render", TABLE, "-o", "b.svg")
    assert published.exit_code == 0
    assert (sandbox.root / "a.svg").read_bytes() == (sandbox.root / "b.svg").read_bytes()


@pytest.mark.slow
def test_workers_inherit_none_of_it_either(sandbox: Sandbox) -> None:
    surroundings = settings(sandbox.root, UNREADABLE, ".") | {"MPLBACKEND": "nonsense"}
    sandbox.put("roles/territory-manager.yml", "tagline", "Another width")
    done = sandbox.process("build", "--no-publish", "--jobs", "2", HOME="/nonexistent", **surroundings)
    assert (done.returncode, "matplotlib" in done.stderr.casefold()) == (0, False), done.stderr


def test_where_nothing_can_be_kept_it_is_told_which_option_helps(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse() -> str:
        raise OSError("set the MPLCONFIGDIR environment variable to a writable directory")

    monkeypatch.setattr("matplotlib.get_cachedir", refuse)
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path))
    with pytest.raises(OutputError, match=r"cannot be written.* name one that can with --cache") as caught:
        load_matplotlib.__wrapped__()
    assert str(caught.value).startswith(str(tmp_path))


@pytest.mark.slow
def test_a_cache_that_cannot_be_written_is_no_matter(sandbox: Sandbox) -> None:
    (sandbox.project.cache / "matplotlib").write_text("no folder", encoding="utf-8")
    done = sandbox.process("render", TABLE, "-o", "a.svg", HOME="/nonexistent")
    assert (done.returncode, done.stderr) == (0, "")
