"""`visavis paint`: shares of what a build paints, into a cache that a build elsewhere finds; nothing is drawn here."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest
from projects import Sandbox, snapshot, unbuilt_bakery, without_mkdocs, without_painting

from generator.painting.store.home import Home

STORE = "memory://visavis/cli"
SHARES = ("1/2", "2/2")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    without_mkdocs(monkeypatch)
    without_painting(monkeypatch)
    yield
    fsspec.filesystem("memory").store.clear()


def machine(folder: Path) -> Sandbox:
    """One that has painted nothing yet."""
    sandbox = unbuilt_bakery(folder)
    shutil.rmtree(sandbox.project.cache)
    return sandbox


def counts(output: str) -> tuple[int, int]:
    """How many files were painted, and how many found."""
    painted, found = re.search(r"(\d+) picture files? painted, (\d+) found in ", output).groups()  # type: ignore[union-attr]
    return int(painted), int(found)


@pytest.mark.parametrize("store", [True, False], ids=["a store", "a folder"])
def test_shares_paint_everything_once_and_a_build_nothing(tmp_path: Path, store: bool) -> None:
    where = STORE if store else str(tmp_path / "shared")
    painted = []
    for number, share in enumerate(SHARES):
        sandbox = machine(tmp_path / str(number))
        result = sandbox.run("paint", "--shard", share, "--jobs", "1", "--cache", where)
        assert result.exit_code == 0, result.output
        assert result.output.startswith(f"Share {share}: ")
        assert where in result.output
        painted.append(counts(result.output))
    assert all(files > 0 and found == 0 for files, found in painted)
    last = machine(tmp_path / "last")
    result = last.run("build", "--jobs", "1", "--cache", where)
    assert result.exit_code == 0, result.output
    assert ", 0 pictures painted." in result.output
    again = machine(tmp_path / "again").run("paint", "--jobs", "1", "--cache", where)
    assert counts(again.output) == (0, sum(files for files, _ in painted))


def test_nothing_but_the_cache_is_written(tmp_path: Path) -> None:
    sandbox = machine(tmp_path / "one")
    before = snapshot(sandbox.root)
    result = sandbox.run("paint", "--jobs", "1", "--cache", str(tmp_path / "kept"))
    assert result.exit_code == 0, result.output
    assert snapshot(sandbox.root) == before
    assert not sandbox.project.cache.exists()
    assert {path.name for path in (tmp_path / "kept").iterdir()} <= {"layouts", "painted", "matplotlib"}


@pytest.mark.parametrize("shard", ["0/3", "4/3", "3", "a/b", "1/0", "-1/3", "1/2/3", "1/1001", "", "٣/٣"])
def test_a_share_that_cannot_be_is_told(tmp_path: Path, shard: str) -> None:
    (tmp_path / "content").mkdir()
    result = Sandbox(tmp_path).run("paint", f"--shard={shard}")
    assert result.exit_code == 2
    assert result.stderr.startswith(f'--shard "{shard}": say which of how many shares, such as 3/20')


@pytest.mark.parametrize("command", ["build", "paint"])
def test_one_paints_here_or_elsewhere(tmp_path: Path, command: str) -> None:
    (tmp_path / "content").mkdir()
    result = Sandbox(tmp_path).run(command, "--jobs", "2", "--dask", "tcp://127.0.0.1:1")
    assert result.exit_code == 2
    assert "--jobs is for this machine, --dask for others" in result.stderr


def test_mistakes_in_the_content_come_before_any_painting(tmp_path: Path) -> None:
    sandbox = machine(tmp_path / "one")
    sandbox.put("site.yml", "updated", "yesterday")
    result = sandbox.run("paint", "--jobs", "1", "--cache", STORE)
    assert result.exit_code == 1
    assert "content/site.yml:" in result.stderr
    assert len(fsspec.filesystem("memory").find("/visavis")) <= 1  # that it can be written


def test_a_store_that_fails_costs_a_build_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Home, "read", fails)
    monkeypatch.setattr(Home, "write", fails)
    result = machine(tmp_path / "one").run("build", "--jobs", "1", "--cache", STORE)
    assert result.exit_code == 0, result.output
    assert result.stderr.count(STORE) == 1
    assert f"{STORE}: [Errno 5] Input/output error; what it does not give is painted here\n" in result.stderr
    painted = machine(tmp_path / "other").run("paint", "--jobs", "1", "--cache", STORE)
    assert painted.exit_code == 74
    assert "nothing can be put there" in painted.stderr


def test_a_store_has_a_folder_before_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert machine(tmp_path / "one").run("paint", "--jobs", "1", "--cache", STORE).exit_code == 0
    assert any((tmp_path / "xdg" / "visavis" / "painted").iterdir())
    monkeypatch.setenv("VISAVIS_CACHE", str(tmp_path / "variable"))
    assert machine(tmp_path / "other").run("build", "--jobs", "1", "--cache", STORE).exit_code == 0
    assert any((tmp_path / "variable" / "painted").iterdir())


def test_a_store_named_for_all_commands_is_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISAVIS_CACHE", STORE)
    sandbox = unbuilt_bakery(tmp_path / "one")
    result = sandbox.run("render", "responsibilities", "-o", str(tmp_path / "picture.svg"))
    assert result.exit_code == 0, result.output
    assert not (sandbox.root / "memory:").exists()


def test_an_address_without_a_place_ends_a_build(tmp_path: Path) -> None:
    sandbox = machine(tmp_path / "one")
    for address, words in (("nowhere://a", "no kind of place"), ("s3://", "names no bucket")):
        result = sandbox.run("build", "--jobs", "1", "--cache", address)
        assert result.exit_code == 2
        assert words in result.stderr
    assert not sandbox.site.exists()
