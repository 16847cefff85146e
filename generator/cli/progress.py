"""How far a build has come, shown on standard error: a bar for who watches, now and then a line in the log of a CI.

In: a stream, the environment and a clock. Out: what a build reports to.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from os import environ
from typing import TextIO

from generator.progress import Course, Report, unheard

_SECONDS = 5.0  # between two lines, and before the first: a short command writes none
_CI = ("CI", "GITHUB_ACTIONS", "GITLAB_CI")


@contextmanager
def progress(
    *,
    quiet: bool,
    stream: TextIO | None = None,
    environment: Mapping[str, str] = environ,
    course: Course | None = None,
    seconds: float = _SECONDS,
) -> Iterator[Report]:
    """Shows what is reported until the end of the context; nothing when quiet, or where neither a person nor a CI
    watches.
    """
    stream, course = stream or sys.stderr, course or Course(time.monotonic)
    terminal = stream.isatty()
    movable = terminal and environment.get("TERM") not in ("dumb", "unknown")
    if quiet or not (terminal or _in_ci(environment)):
        yield unheard
    elif movable:
        from generator.cli.bar import bar  # rich takes a while

        with bar(stream, course) as report:
            yield report
    else:
        with _lines(stream, course, seconds):
            yield course.hear


def _in_ci(environment: Mapping[str, str]) -> bool:
    return any(environment.get(name, "").lower() not in ("", "0", "false") for name in _CI)


@contextmanager
def _lines(stream: TextIO, course: Course, seconds: float) -> Iterator[None]:
    """A line now and then, from a thread of its own: MkDocs says nothing for as long as it works."""
    ended = threading.Event()

    def write() -> None:
        with suppress(OSError, ValueError):  # nobody reads any more
            while not ended.wait(seconds):
                if (standing := course.standing) is not None:
                    print(standing, file=stream, flush=True)

    thread = threading.Thread(target=write, daemon=True)
    try:
        thread.start()
    except RuntimeError:  # the system has no more threads, and a build needs none
        yield
        return
    try:
        yield
    finally:
        ended.set()
        thread.join()
