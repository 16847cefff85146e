"""The folder beside the site: exchanged whole, put right after a kill, and nobody else's is touched."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from projects import snapshot

from generator import files, system
from generator.publishing.marker import MARKER
from generator.publishing.swap import recover, sibling_folder, swap


def marked(folder: Path, word: str) -> Path:
    files.write(folder / MARKER, b"")
    files.write(folder / "index.html", word.encode())
    return folder


def word(folder: Path) -> str:
    return (folder / "index.html").read_text()


def hidden(root: Path) -> list[str]:
    return sorted(path.name for path in root.iterdir() if path.name.startswith("."))


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "two renames":
        monkeypatch.setattr(system, "exchange", lambda *_: False)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_the_fresh_folder_takes_the_site_s_place_and_the_old_one_goes(tmp_path: Path) -> None:
    site = marked(tmp_path / "site", "old")
    with sibling_folder(site) as fresh:
        files.write(fresh / "index.html", b"new")
        swap(fresh, site)
        assert word(site) == "new"
        assert word(fresh) == "old"
    assert hidden(tmp_path) == []
    assert (site / MARKER).is_file()


@pytest.mark.usefixtures("way")
def test_a_file_system_that_refuses_modes_gets_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chmod", refuse)
    site = marked(tmp_path / "site", "old")
    with sibling_folder(site) as fresh:
        files.write(fresh / "index.html", b"new")
        swap(fresh, site)
    assert word(site) == "new"
    assert hidden(tmp_path) == []


@pytest.mark.usefixtures("way")
def test_the_new_site_is_on_the_disk_before_names_change_and_they_before_the_old_one_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut leaves one of the two."""
    site = marked(tmp_path / "site", "old")
    order: list[str] = []
    flush, flush_names, rmtree = system.flush, system.flush_names, shutil.rmtree

    def note(what: str, act: Callable[[Path], None], path: Path) -> None:
        order.append(f"{what} {'site' if path == site.parent else word(path)}, published is {word(site)}")
        act(path)

    monkeypatch.setattr(system, "flush", lambda path: note("files", flush, path))
    monkeypatch.setattr(system, "flush_names", lambda path: note("names", flush_names, path))
    monkeypatch.setattr(shutil, "rmtree", lambda path: (order.append("deleted"), rmtree(path)))
    files.write(site / "folder" / "old", b"")
    with sibling_folder(site) as fresh:
        files.write(fresh / "index.html", b"new")
        swap(fresh, site)
    assert order == ["files new, published is old", "names site, published is new", "deleted"]


@pytest.mark.usefixtures("way")
def test_a_first_site_needs_no_exchange(tmp_path: Path) -> None:
    with sibling_folder(tmp_path / "new" / "site") as fresh:
        files.write(fresh / "index.html", b"new")
        swap(fresh, tmp_path / "new" / "site")
    assert word(tmp_path / "new" / "site") == "new"
    assert hidden(tmp_path / "new") == []


@pytest.mark.parametrize(
    "stop", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt()], ids=["refused", "stopped"]
)
@pytest.mark.parametrize("turn", [1, 2])
def test_a_rename_that_fails_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, turn: int, stop: BaseException
) -> None:
    site = marked(tmp_path / "site", "old")
    monkeypatch.setattr(system, "exchange", lambda *_: False)
    rename, turns = Path.rename, iter(range(1, 9))

    def fail(path: Path, target: Path) -> Path:
        if next(turns) == turn:
            raise stop
        return rename(path, target)

    def publish() -> None:
        with sibling_folder(site) as fresh:
            files.write(fresh / "index.html", b"new")
            monkeypatch.setattr(Path, "rename", fail)
            swap(fresh, site)

    with pytest.raises(type(stop)):
        publish()
    assert word(site) == "old"
    assert hidden(tmp_path) == []


def test_a_site_that_a_kill_left_between_two_renames_is_put_back(tmp_path: Path) -> None:
    marked(tmp_path / ".site-abcdefgh", "new")
    marked(tmp_path / ".site-abcdefgh-old", "old")
    recover(tmp_path / "site")
    assert word(tmp_path / "site") == "old"
    assert hidden(tmp_path) == []


def test_after_a_whole_swap_the_old_site_is_not_put_back(tmp_path: Path) -> None:
    site = marked(tmp_path / "site", "new")
    marked(tmp_path / ".site-abcdefgh-old", "old")
    recover(site)
    assert word(site) == "new"
    assert hidden(tmp_path) == []


def test_only_what_killed_builds_of_this_site_left_is_deleted(tmp_path: Path) -> None:
    marked(tmp_path / ".site-killed__", "half")
    (tmp_path / ".site-empty_00").mkdir()
    kept = {".site-2-killed__", ".site-notes", ".site-notmine_", ".sites-killed__", ".site-link1234"}
    marked(tmp_path / ".site-2-killed__", "of a site named site-2")
    marked(tmp_path / ".site-notes", "no name of ours")
    files.write(tmp_path / ".site-notmine_" / "thesis.txt", b"without the mark")
    marked(tmp_path / ".sites-killed__", "of a site named sites")
    (tmp_path / ".site-link1234").symlink_to(marked(tmp_path / "elsewhere", "where a link leads"))
    before = snapshot(tmp_path / "elsewhere", *(tmp_path / name for name in kept))
    recover(tmp_path / "site")
    assert set(hidden(tmp_path)) == kept
    assert snapshot(tmp_path / "elsewhere", *(tmp_path / name for name in kept)) == before


def test_a_name_full_of_wildcards_is_a_name(tmp_path: Path) -> None:
    site = tmp_path / "[s]*"
    marked(tmp_path / ".[s]*-killed__", "half")
    recover(site)
    with sibling_folder(site) as fresh:
        swap(fresh, site)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["[s]*"]


def test_what_cannot_be_deleted_yet_keeps_its_mark_for_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = marked(tmp_path / ".site-killed__", "half")
    files.write(left / "a" / "b", b"")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", refuse)
        recover(tmp_path / "site")
    assert (left / MARKER).is_file()
    recover(tmp_path / "site")
    assert hidden(tmp_path) == []


def test_where_there_is_no_folder_there_is_nothing_to_mend(tmp_path: Path) -> None:
    recover(tmp_path / "new" / "site")
    assert list(tmp_path.iterdir()) == []
