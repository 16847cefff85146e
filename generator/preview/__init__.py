"""A live preview: what is saved shows in the browser by itself, and what is wrong shows above the last good page.

In: the folders of a project, a host and a port. Out: pages on this machine until the command is interrupted. All of
it stands in a temporary folder; docs/ and site/ are not touched.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator.build import Folders
from generator.errors import Problem
from generator.model.loading import inspect
from generator.preview.press import Press
from generator.preview.server import Server
from generator.preview.sizes import Sizes

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Voice:
    """What a person in front of the terminal reads: where the preview is, what is wrong, what was done, and
    where in the program a fault arose.
    """

    result: Say
    trouble: Say
    progress: Say
    trace: Say


def serve(folders: Folders, *, host: str, port: int, voice: Voice) -> None:
    """Serve until interrupted. UsageError: host or port cannot be used. Port 0 takes any that is free."""
    model, _ = inspect(folders.content, linted=False)
    mount = urlsplit(model.site.url).path if model else "/"
    with (
        tempfile.TemporaryDirectory(prefix="visavis-preview-", ignore_cleanup_errors=True) as room,
        Server(host, port, mount, Path(room) / "site-0") as server,
        Press(folders, Path(room)) as press,
        Sizes(folders) as sizes,
    ):
        desk = _Desk(press, server, sizes, voice)
        server.builder, server.paint = desk.work, press.paint
        voice.result(f"Preview on {server.url} (Ctrl-C ends it)")
        desk.work()
        for path in (folders.content, folders.config, folders.config.resolve().parent / "overrides"):
            if path.exists():
                server.watch(str(path))
        if folders.docs.exists():
            server.glance(str(folders.docs))  # thousands of generated files
        server.run()


class _Desk:
    """Where a change is worked on: printed, shown, and then tried in the sizes that the pages do not show."""

    def __init__(self, press: Press, server: Server, sizes: Sizes, voice: Voice) -> None:
        self.press, self.server, self.sizes, self.voice = press, server, sizes, voice
        self._told: tuple[Problem, ...] = ()
        self._elsewhere: tuple[Problem, ...] = ()

    def work(self) -> None:
        """Runs after every change. Whatever is wrong is told and shown, and the last good pages stay."""
        self.sizes.stop()
        begun = time.monotonic()
        proof = self.press.run()
        if proof.problems:
            self._tell(proof.problems)
            if proof.trace:
                self.voice.trace(proof.trace)
            return
        if proof.fresh:
            self.server.show(proof.site)
            self.voice.progress(f"Shown after {time.monotonic() - begun:.1f} s.")
        self._tell(self._elsewhere)  # until they have been tried anew
        self.sizes.start(self._tried)

    def _tried(self, problems: tuple[Problem, ...]) -> None:
        self._elsewhere = problems
        self._tell(problems)

    def _tell(self, problems: tuple[Problem, ...]) -> None:
        if problems == self._told:
            return
        self._told = problems
        self.server.warn(problems)
        for problem in problems:
            self.voice.trouble(str(problem))
        if not problems:
            self.voice.progress("Mended.")
