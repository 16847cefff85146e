"""Folders exchange their names by what each system has, and what was written lies on its disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.system import disk


class Library:
    """Some functions of a system, and what they were called with."""

    def __init__(self, name: str, answer: int = 0) -> None:
        self.calls: list[tuple[Any, ...]] = []
        setattr(self, name, lambda *given: (self.calls.append(given), answer)[1])


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "said").write_text(name)
    return tmp_path / "one", tmp_path / "other"


def test_this_system_exchanges_two_folders_or_says_so(folders: tuple[Path, Path]) -> None:
    one, other = folders
    swapped = disk.exchange(one, other)
    assert ((one / "said").read_text() == "other") is swapped


@pytest.mark.parametrize("answer", [0, -1])
def test_macos_exchanges_them_by_renamex_np(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, answer: int
) -> None:
    library = Library("renamex_np", answer)
    monkeypatch.setattr(disk, "_library", lambda: library)
    assert disk.exchange(*folders) is (answer == 0)
    assert library.calls == [(os.fsencode(folders[0]), os.fsencode(folders[1]), 2)]  # RENAME_SWAP


def test_windows_has_nothing_for_it(folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise TypeError("argument of type 'NoneType' is not iterable")

    disk._library.cache_clear()
    monkeypatch.setattr(disk.ctypes, "CDLL", refuse)
    try:
        assert disk.exchange(*folders) is False
    finally:
        disk._library.cache_clear()


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """A system on which files may be held; how long was waited."""
    waited: list[float] = []
    monkeypatch.delattr(os, "fork")
    monkeypatch.setattr(disk.time, "sleep", waited.append)
    return waited


@pytest.mark.parametrize("held", [0, 1, 3])
def test_a_file_that_is_held_for_a_moment_is_waited_for(windows: list[float], held: int) -> None:
    left = [PermissionError(13, "held")] * held

    def act() -> str:
        if left:
            raise left.pop()
        return "done"

    assert disk.patiently(act) == "done"
    assert len(windows) == held


def test_a_file_that_stays_held_is_told(windows: list[float]) -> None:
    def act() -> None:
        raise PermissionError(13, "held")

    with pytest.raises(PermissionError):
        disk.patiently(act)
    assert 1 < sum(windows) < 3


def test_where_nobody_holds_files_nothing_is_tried_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk.time, "sleep", lambda _: pytest.fail("it waited"))
    with pytest.raises(PermissionError):
        disk.patiently(lambda: Path("/proc/1/environ/none").unlink() if os.getuid() else _refused())


def _refused() -> None:
    raise PermissionError(13, "refused")


def test_what_is_flushed_is_a_whole_file_system_or_all_disks_or_each_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[str] = []
    monkeypatch.setattr(os, "sync", lambda: called.append("sync"))
    monkeypatch.setattr(os, "fsync", lambda _: called.append("fsync"))
    monkeypatch.setattr(disk, "_library", lambda: Library("renameat2"))  # macOS has no syncfs
    (tmp_path / "below").mkdir()
    for name in ("a", "below/b"):
        (tmp_path / name).write_text("")
    disk.flush(tmp_path)
    monkeypatch.delattr(os, "sync")
    disk.flush(tmp_path)
    assert called == ["sync", "fsync", "fsync"]
