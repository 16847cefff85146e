"""Locks on files, which the system frees however a process ends.

In: open files. Out: a lock, or that somebody else has it, or that there are none.
"""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

# What a file system says that has no locks, or whose server has none.
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL}


def lock_file(file: IO[str]) -> None:
    """For this process and those that inherit the descriptor. BlockingIOError: another one has it. OSError."""
    if fcntl:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return
    import msvcrt

    try:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EDEADLK):
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN)) from error
        raise


def locks_unknown(error: OSError) -> bool:
    """Whether it says that there are no locks here."""
    return error.errno in _NO_LOCKS


def private_file(name: str) -> tuple[Path, int]:
    """Where only this user may write, among temporary files, and what it is opened with: a link of somebody else is not
    followed.
    """
    user = f"-{os.getuid()}" if hasattr(os, "getuid") else ""  # on Windows each user has temporary files of their own
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    return Path(tempfile.gettempdir(), f"visavis{user}-{name}.lock"), flags
