"""Loaded by every Python that has this folder on its path: what Windows has not is not there.

Taken away are the modules of POSIX, and the functions of `os` and `signal` that Windows has none of; `subprocess` takes
what it takes there. What the standard library needs of them on this system it has loaded before.
"""

from __future__ import annotations

import ctypes
import fcntl
import importlib.abc
import multiprocessing.popen_spawn_posix  # noqa: F401  it needs some of it
import os
import signal
import subprocess
import sys
import types
from typing import Any

MODULES = frozenset(
    {"crypt", "fcntl", "grp", "nis", "pty", "pwd", "readline", "resource", "spwd", "syslog", "termios", "tty"}
)
OS = (
    *("fork", "forkpty", "getuid", "geteuid", "getgid", "getegid", "setpriority", "getpriority", "nice", "sync"),
    *("O_NOFOLLOW", "O_DIRECTORY", "O_NONBLOCK", "chown", "fchown", "fchmod", "killpg", "setsid", "mkfifo"),
    *("sched_getaffinity", "sched_setaffinity", "getloadavg", "statvfs", "openpty", "posix_spawn"),
)
SIGNAL = ("pthread_sigmask", "pthread_kill", "sigwait", "alarm", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGPIPE")


class Missing(importlib.abc.MetaPathFinder):
    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name in MODULES:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


class Popen(subprocess.Popen):  # type: ignore[type-arg]
    def __init__(self, *arguments: Any, **options: Any) -> None:
        for name in ("pass_fds", "preexec_fn", "umask", "start_new_session", "process_group"):
            assert not options.get(name), f"{name} is not supported on Windows"
        super().__init__(*arguments, **options)


def _library(name: object, *given: object, **named: object) -> Any:
    """Packages that know the real system still get it."""
    if name is None and sys._getframe(1).f_globals["__name__"].startswith("generator"):
        raise TypeError("argument of type 'NoneType' is not iterable")
    return _plain(name, *given, **named)  # type: ignore[arg-type]


def _locking(descriptor: int, mode: int, count: int, plain: Any = fcntl) -> None:
    assert (mode, count) == (2, 1)
    plain.flock(descriptor, plain.LOCK_EX | plain.LOCK_NB)


sys.modules["msvcrt"] = types.SimpleNamespace(LK_NBLCK=2, locking=_locking)  # type: ignore[assignment]
for name in MODULES:
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Missing())
subprocess.Popen = Popen  # type: ignore[misc]
_plain = ctypes.CDLL
ctypes.CDLL = _library  # type: ignore[assignment, misc]
for name in OS:
    if hasattr(os, name):
        delattr(os, name)
for name in SIGNAL:
    if hasattr(signal, name):
        delattr(signal, name)
