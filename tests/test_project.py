"""The lock: one build at a time, on file systems without locks too."""

from __future__ import annotations

import errno
import fcntl
import os
import re
import tempfile
from pathlib import Path
from typing import IO

import pytest

from generator.problems.errors import BusyError, OutputError
from generator.project import Project, locked


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    root = tmp_path / "project"
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return Project(root / "content", root / "docs", root / "site", root / "mkdocs.yml")


def refuse_locks(patch: pytest.MonkeyPatch, number: int, below: Path) -> None:
    """Files below that folder lie where a call for a lock ends like this."""
    lock = fcntl.flock

    def refuse(file: IO[str], way: int) -> None:
        if Path(f"/proc/self/fd/{file.fileno()}").resolve().is_relative_to(below):
            raise OSError(number, os.strerror(number))
        lock(file, way)

    patch.setattr(fcntl, "flock", refuse)


@pytest.mark.parametrize("number", [None, errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EINVAL])
def test_a_second_build_is_told_of_the_first(
    project: Project, monkeypatch: pytest.MonkeyPatch, number: int | None
) -> None:
    if number:
        refuse_locks(monkeypatch, number, project.root)
    for _ in range(2):
        with locked(project) as descriptor:
            assert os.fstat(descriptor)
            with pytest.raises(BusyError, match="another build is running"), locked(project):
                pass


def test_two_projects_without_locks_do_not_wait_for_each_other(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_locks(monkeypatch, errno.ENOLCK, project.root)
    other = Project(tmp_path, tmp_path, tmp_path, project.root / "other" / "mkdocs.yml")
    with locked(project), locked(other):
        pass


def test_where_nothing_can_be_locked_the_files_are_named(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(OutputError, match=rf"{re.escape(str(project.cache))}.* knows locks"), locked(project):
        pass
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with (
        pytest.raises(OutputError, match=rf"knows no locks.*{tmp_path}/none/visavis-.*: No such file"),
        locked(project),
    ):
        pass


def test_a_link_of_somebody_else_is_not_followed(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_locks(monkeypatch, errno.ENOLCK, project.root)
    with locked(project):
        (found,) = tmp_path.glob("visavis-*.lock")
    found.unlink()
    found.symlink_to(tmp_path / "victim")
    with pytest.raises(OutputError, match="cannot be written"), locked(project):
        pass
    assert not (tmp_path / "victim").exists()
