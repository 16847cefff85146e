"""Folders that change places, files that others hold for a moment, and what lies on the disk.

In: paths. Out: changes on disk.

| system | two folders exchange their names | everything is written |
| --- | --- | --- |
| Linux | renameat2 | syncfs, one file system |
| macOS | renamex_np | sync, all disks |
| Windows | nothing does: two renames | file by file |
"""

from __future__ import annotations

import ctypes
import os
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
# A program that reads a file holds it on Windows, virus scanners and indexers among them: seldom longer than this.
_PAUSES = (0.01, 0.05, 0.1, 0.2, 0.4, 0.8)


def exchange(one: Path, other: Path) -> bool:
    """In one step; False where there is no such step, or none for this file system."""
    library, names = _library(), (os.fsencode(one), os.fsencode(other))
    if hasattr(library, "renameat2"):
        here, swap = -100, 2
        return bool(library.renameat2(here, names[0], here, names[1], swap) == 0)
    if hasattr(library, "renamex_np"):
        swap = 2
        return bool(library.renamex_np(*names, swap) == 0)
    return False


def patiently(act: Callable[[], T]) -> T:
    """What `act` does, tried again where somebody holds a file for a moment. OSError."""
    for pause in () if hasattr(os, "fork") else _PAUSES:
        try:
            return act()
        except PermissionError:
            time.sleep(pause)
    return act()


def flush(folder: Path) -> None:
    """Everything that was written to the file system of that folder lies on its disk. OSError.

    One call for all, where there is one: a call a file takes twenty times as long.
    """
    if hasattr(_library(), "syncfs"):
        _with_open(folder, _library().syncfs)
    elif hasattr(os, "sync"):
        os.sync()
    else:
        for place, _, names in os.walk(folder):
            for name in names:
                with open(Path(place, name), "rb+") as file:
                    os.fsync(file.fileno())


def flush_names(folder: Path) -> None:
    """What the folder lists lies on its disk, as far as its file system can say so."""
    with suppress(OSError):
        _with_open(folder, os.fsync)


def _with_open(folder: Path, act: Callable[[int], object]) -> None:
    number = os.open(folder, os.O_RDONLY)
    try:
        act(number)
    finally:
        os.close(number)


@cache
def _library() -> Any:
    """The functions of the system that Python has no name for; nothing where they lie elsewhere."""
    try:
        return ctypes.CDLL(None, use_errno=True)
    except (OSError, TypeError):  # Windows
        return None
