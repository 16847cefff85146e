"""Processes that are started from here.

In: what they may do and keep. Out: options for `subprocess`, and calls on a process.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_NICENESS = 10


def child_options(*, umask: int, keep: int | None = None) -> Mapping[str, Any]:
    """The rights of what it writes, and an open file that it holds too; Windows has neither."""
    return {"umask": umask, "pass_fds": () if keep is None else (keep,)} if hasattr(os, "fork") else {}


def group_options() -> Mapping[str, Any]:
    """For a process that `end` will be called on: on Windows only a group can be asked to end."""
    return {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}


def end(process: subprocess.Popen[Any]) -> None:
    """Asks it to end, so that it can clear up behind itself."""
    if hasattr(signal, "CTRL_BREAK_EVENT"):
        process.send_signal(signal.CTRL_BREAK_EVENT)
    else:
        process.terminate()


def lower_priority() -> Mapping[str, Any]:
    """For a process that nobody waits for."""
    flags = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
    return {"creationflags": flags} if flags else {}


def be_nice(process: subprocess.Popen[Any]) -> None:
    """The same, for a process that runs."""
    if hasattr(os, "setpriority"):
        with suppress(ProcessLookupError):  # it has ended
            os.setpriority(os.PRIO_PROCESS, process.pid, _NICENESS)


def open_files() -> int | None:
    """How many files this process may have open at once; None: nobody knows."""
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0] if resource else None


def cores() -> int:
    """How many processes can work at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def is_superuser() -> bool:
    """Whether this process may do everything; on Windows it is not told by who runs it."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
