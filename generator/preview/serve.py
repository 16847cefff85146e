"""A live preview: what is saved shows in the browser by itself, and what is wrong shows above the last good page.

In: a project, a host and a port. Out: pages on this machine until the command is interrupted. All of
it stands in a temporary folder; docs/ and site/ are not touched.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator import publishing
from generator.model import Model, inspect, unwritten
from generator.preview.background_check import BackgroundCheck
from generator.preview.page_worker import PageWorker
from generator.preview.server import Server
from generator.problems import Problem
from generator.project import Project
from generator.publishers import DEFAULT, MKDOCS, PUBLISHERS, Publisher
from generator.surroundings import source_date_epoch

Print = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Output:
    """What a person in front of the terminal reads: where the preview is, what is wrong, what was done, and
    where in the program a fault arose.
    """

    result: Print
    error: Print
    progress: Print
    trace: Print


def serve(project: Project, *, host: str, port: int, output: Output, publisher: str | None = None) -> None:
    """Serve until interrupted. UsageError: host or port cannot be used, or the publisher is not installed.
    OutputError: the theme is none that pages can be made with.

    Port 0 takes any that is free. `publisher` is the name of the one to use in place of the content's.
    """
    source_date_epoch()  # a wrong one would be told again with every change
    publishing.check_parts(project)
    model, _ = inspect(project.content, linted=False)
    by = _previewing(PUBLISHERS[publisher or (model.site.publisher if model else DEFAULT)], output)
    mount = urlsplit(model.site.url).path if model else "/"
    with (
        tempfile.TemporaryDirectory(prefix="visavis-preview-", ignore_cleanup_errors=True) as folder,
        Server(host, port, mount, Path(folder) / "site-0") as server,
        PageWorker(project, Path(folder), by) as worker,
        BackgroundCheck(project) as check,
    ):
        loop = _Loop(worker, server, check, output)
        server.builder, server.paint = loop.work_and_watch, worker.paint
        output.result(f"Preview on {server.url} (Ctrl-C ends it)")
        if not server.listening.local:
            output.error(f"--host {host}: everybody who can reach this machine can read what is not published yet.")
        for path in (project.content, project.settings):
            server.watch(str(path))
        loop.work_and_watch()
        if model and (files := _unwritten(model)):
            output.progress(f"Not written yet: {files}. Open them in an editor; each says what belongs where.")
        if project.docs.exists():
            server.watch_slowly(str(project.docs))  # thousands of generated files
        server.run()


def _previewing(publisher: Publisher, output: Output) -> Publisher:
    """UsageError: it is not installed."""
    publishing.check_installed(publisher)
    if publisher.previews:
        return publisher
    output.progress(f"{MKDOCS.title} makes this preview; visavis build has {publisher.title} make the site.")
    return MKDOCS


def _unwritten(model: Model) -> str:
    """The files with texts that nobody has replaced, and how many each has."""
    return ", ".join(f"{places[0].file} ({len(places)})" for places in unwritten(model))


class _Loop:
    """Where a change is worked on: printed, shown, and then tried in the check that the pages do not show."""

    def __init__(self, worker: PageWorker, server: Server, check: BackgroundCheck, output: Output) -> None:
        self.worker, self.server, self.check, self.output = worker, server, check, output
        self._reported: tuple[Problem, ...] = ()
        self._check_problems: tuple[Problem, ...] = ()
        self._watched: frozenset[Path] = frozenset()

    def work_and_watch(self) -> None:
        """What the configuration names may be other files after a change."""
        self.work()
        for path in self.worker.config_inputs - self._watched:
            self.server.watch(str(path))
        self._watched |= self.worker.config_inputs

    def work(self) -> None:
        """Runs after every change. Whatever is wrong is told and shown, and the last good pages stay."""
        self.check.stop()
        begun = time.monotonic()
        result = self.worker.run()
        if result.problems:
            self._report(result.problems)
            if result.trace:
                self.output.trace(result.trace)
            return
        if result.fresh:
            self.server.show_site(result.site)
            self.output.progress(f"Shown after {time.monotonic() - begun:.1f} s.")
        self._report(self._check_problems)  # until they have been tried anew
        self.check.start(self._checked)

    def _checked(self, problems: tuple[Problem, ...]) -> None:
        self._check_problems = problems
        self._report(problems)

    def _report(self, problems: tuple[Problem, ...]) -> None:
        if problems == self._reported:
            return
        self._reported = problems
        self.server.show_problems(problems)
        for problem in problems:
            self.output.error(str(problem))
        if not problems:
            self.output.progress("Mended.")
