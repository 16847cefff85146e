"""Windows' ways, tried with stand-ins: locks, processes, interrupts, streams."""

from __future__ import annotations

import errno
import io
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.problems import BusyError
from generator.project import Project, locked
from generator.system import (
    be_nice,
    child_options,
    defer_interrupts,
    end,
    group_options,
    ignore_interrupts,
    locks,
    lower_priority,
    open_files,
    open_standard_streams,
    processes,
    shield_children,
)


class Locks:
    """`msvcrt`, as far as it is asked for: one lock a file."""

    LK_NBLCK = 2

    def __init__(self, number: int) -> None:
        self.held: set[int] = set()
        self.number = number

    def locking(self, descriptor: int, mode: int, count: int) -> None:
        assert (mode, count) == (self.LK_NBLCK, 1)
        inode = os.fstat(descriptor).st_ino
        if inode in self.held:
            raise OSError(self.number, os.strerror(self.number))
        self.held.add(inode)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EDEADLK])
def test_a_second_build_is_told_of_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(locks, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", Locks(number))  # type: ignore[arg-type]
    project = Project(tmp_path / "content", tmp_path / "docs", tmp_path / "site", tmp_path / "mkdocs.yml")
    with locked(project), pytest.raises(BusyError, match="another build is running"), locked(project):
        pass


def test_the_lock_of_a_machine_needs_no_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "getuid")
    monkeypatch.delattr(os, "O_NOFOLLOW")
    path, flags = locks.private_file("project")
    assert path.name == "visavis-project.lock"
    assert flags == os.O_RDWR | os.O_CREAT


def test_children_get_what_their_system_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    assert child_options(umask=0o22, keep=7) == {"umask": 0o22, "pass_fds": (7,)}
    monkeypatch.delattr(os, "fork")
    assert child_options(umask=0o22, keep=7) == {}
    monkeypatch.setattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 512, raising=False)
    monkeypatch.setattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 16384, raising=False)
    assert group_options() == {"creationflags": 512}
    assert lower_priority() == {"creationflags": 16384}


def test_a_process_is_asked_to_end_by_what_its_system_has(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    process: Any = SimpleNamespace(
        terminate=lambda: asked.append("terminate"), send_signal=asked.append, pid=os.getpid()
    )
    end(process)
    monkeypatch.setattr(signal, "CTRL_BREAK_EVENT", 1, raising=False)
    end(process)
    assert asked == ["terminate", 1]
    monkeypatch.delattr(os, "setpriority")
    be_nice(process)


def test_how_many_files_may_be_open_is_told_where_it_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    assert open_files()
    monkeypatch.setattr(processes, "resource", None)
    assert open_files() is None


def test_an_interrupt_waits_without_masks_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "pthread_sigmask")
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    reached = []
    try:
        with pytest.raises(KeyboardInterrupt), defer_interrupts():
            reached += [signal.raise_signal(signal.SIGINT)]
        shield_children()
        ignore_interrupts()
        signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)
    assert len(reached) == 1


@pytest.mark.parametrize(("terminal", "encoding"), [(False, "utf-8"), (True, "cp1252")])
def test_files_and_pipes_of_windows_get_utf_8(monkeypatch: pytest.MonkeyPatch, terminal: bool, encoding: str) -> None:
    written = io.BytesIO()
    kind = _Terminal if terminal else io.TextIOWrapper
    monkeypatch.delattr(os, "fork")
    monkeypatch.setattr(sys, "stdout", kind(written, encoding="cp1252"))
    open_standard_streams()
    print("Ł", end="", flush=True)
    assert sys.stdout.encoding == encoding
    assert written.getvalue() == ("Ł".encode() if encoding == "utf-8" else rb"\u0141")


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True
