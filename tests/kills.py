"""A build that is killed at a chosen step: the part that runs in the process that dies.

A step is a change on disk, or the call that exchanges the folders; the kill falls just before it. What Python reports
to an audit hook counts the same on every machine, fast or slow, so that the moment is found again.
"""

from __future__ import annotations

import os
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from projects import Sandbox, without_mkdocs

from generator import system
from generator.build import build

CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate", "ctypes.dlsym")


def build_until(root: Path, *, exchange: bool, step: int | None = None, told: Connection | None = None) -> None:
    """Builds the sandbox, up to that step; tells what the steps were when there is somebody to tell."""
    steps: list[str] = []

    def count(event: str, arguments: tuple[object, ...]) -> None:
        if event in CHANGES or (event == "open" and writes(arguments)):
            if len(steps) == step:
                os.kill(os.getpid(), signal.SIGKILL)
            steps.append(event)

    with pytest.MonkeyPatch.context() as patch:
        without_mkdocs(patch)
        if not exchange:
            patch.setattr(system, "exchange", lambda *_: False)
        sys.addaudithook(count)
        build(Sandbox(root).project, jobs=1)
    if told:
        told.send(steps)


def writes(arguments: tuple[object, ...]) -> bool:
    """Whether the file is opened to be written: by mode, or by the flags of a file that has no mode yet."""
    _, mode, flags = arguments
    return any(letter in mode for letter in "wxa+") if isinstance(mode, str) else bool(int(str(flags)) & os.O_WRONLY)
