"""The sizes that the preview does not show, tried while the editor reads the page.

In: the project. Out: the errors of `visavis check`, which lays out every picture in every size, in a process of its
own that ends as soon as something newer is to be tried.
"""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Callable
from typing import Self

from generator import surroundings, system
from generator.problems import Place, Problem
from generator.project import Project

Report = Callable[[tuple[Problem, ...]], None]


class BackgroundCheck:
    """At most one check at a time; leaving the context ends it."""

    def __init__(self, project: Project) -> None:
        self._command = surroundings.visavis("check", "--format", "json", *project.options)
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self, report: Report) -> None:
        """Check what is there now; `report` hears of errors, in another thread, unless `stop` comes first."""
        process = subprocess.Popen(
            self._command,
            env=surroundings.environment(),
            **system.lower_priority(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        system.be_nice(process)  # the browser is loading the page meanwhile
        self._process = process
        threading.Thread(target=self._wait, args=(process, report), daemon=True).start()

    def stop(self) -> None:
        """End the check; after this it tells nothing."""
        with self._lock:
            process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()

    def _wait(self, process: subprocess.Popen[bytes], report: Report) -> None:
        with process:
            found, _ = process.communicate()
        with self._lock:
            if process is self._process and process.returncode == 1:
                report(_errors(found))


def _errors(found: bytes) -> tuple[Problem, ...]:
    return tuple(
        Problem(one["code"], Place(one["file"], one["line"], one["column"]), one["message"], one["fix"])
        for one in json.loads(found)
        if one["severity"] == "error"
    )
