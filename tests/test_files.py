"""Files on disk: whole or not at all, and only those that are meant."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import files
from generator.problems.errors import OutputError


def everything(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_a_file_is_written_with_its_folders_and_nothing_else_is_left(tmp_path: Path) -> None:
    files.write(tmp_path / "a" / "b" / "c.txt", b"one")
    files.write(tmp_path / "a" / "b" / "c.txt", b"two")
    assert (tmp_path / "a" / "b" / "c.txt").read_bytes() == b"two"
    assert everything(tmp_path) == {"a", "a/b", "a/b/c.txt"}


def test_a_second_name_is_of_the_file_itself(tmp_path: Path) -> None:
    files.write(tmp_path / "a" / "file", b"one")
    (tmp_path / "link").symlink_to("a/file")
    files.link(tmp_path / "link", tmp_path / "b" / "c" / "file")
    assert (tmp_path / "b" / "c" / "file").samefile(tmp_path / "a" / "file")
    assert not (tmp_path / "b" / "c" / "file").is_symlink()
    with pytest.raises(FileNotFoundError):
        files.link(tmp_path / "nothing", tmp_path / "b" / "file")


def test_files_can_be_read_by_all_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        files.write(tmp_path / "file", b"")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o644


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP, errno.ENOSYS])
def test_a_file_system_that_refuses_modes_gets_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """A Windows drive in WSL, for instance."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "chmod", refuse)
    files.write(tmp_path / "a" / "file", b"one")
    files.copy(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b" / "file").read_bytes() == b"one"
    assert everything(tmp_path) == {"a", "a/file", "b", "b/file"}


@pytest.mark.parametrize("failing", ["replace", "chmod"])
def test_a_failure_leaves_the_old_file_and_no_temporary_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    files.write(tmp_path / "file", b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, failing, fail)
    with pytest.raises(OutputError, match="cannot be written: No space left on device"):
        files.write(tmp_path / "file", b"new")
    monkeypatch.undo()
    assert (tmp_path / "file").read_bytes() == b"old"
    assert everything(tmp_path) == {"file"}


def test_an_interruption_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        files.write(tmp_path / "file", b"new")
    monkeypatch.undo()
    assert everything(tmp_path) == set()


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(OutputError, match="cannot be written"):
        files.write(tmp_path / "a" / "b", b"")


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    assert files.write_changed(tmp_path, {"b": b"1", "a/c": b"2"}) == ["a/c", "b"]
    before = files.stamps(tmp_path)
    assert files.write_changed(tmp_path, {"b": b"1", "a/c": b"3"}) == ["a/c"]
    after = files.stamps(tmp_path)
    assert after["b"] == before["b"]
    assert (tmp_path / "a" / "c").read_bytes() == b"3"


def test_removing_takes_empty_folders_along_and_nothing_else(tmp_path: Path) -> None:
    files.write_changed(tmp_path, {"a/b/one": b"", "a/two": b"", "c/d/three": b""})
    files.remove(tmp_path, ["a/b/one", "c/d/three", "never/there"])
    assert everything(tmp_path) == {"a", "a/two"}
    files.remove(tmp_path, ["a/two"])
    assert tmp_path.is_dir()


def test_a_link_that_leads_round_in_a_circle_is_a_file_of_the_tree(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert set(files.tree(tmp_path)) == {"loop"}


def test_a_tree_is_in_order_and_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z", "a/.hidden", ".git/x", "a/__pycache__/y", "ä ö/ü"):
        files.write(tmp_path / name, b"")
    assert set(files.tree(tmp_path)) == {"b.txt", "a/z", "ä ö/ü"}
    assert files.tree(tmp_path / "not there") == {}


pairs = st.lists(st.tuples(st.text(max_size=4), st.binary(max_size=4)), max_size=3)


@given(pairs, pairs)
def test_different_things_have_different_digests(one: list[tuple[str, bytes]], other: list[tuple[str, bytes]]) -> None:
    assert (files.digest(one) == files.digest(other)) == (one == other)


def test_what_a_killed_process_was_writing_is_cleared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", lambda *_: None)  # killed before the file got its name
        files.write(tmp_path / "a" / "b", b"new")
    files.write(tmp_path / "a" / "kept.part", b"")
    assert len(everything(tmp_path)) == 3
    files.remove_unfinished(tmp_path, tmp_path / "not there")
    assert everything(tmp_path) == {"a", "a/kept.part"}


def test_an_interrupt_after_the_file_has_its_name_is_an_interrupt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        replace(self, target)
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        files.write(tmp_path / "file", b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
