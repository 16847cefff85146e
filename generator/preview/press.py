"""From content to the preview's pages, as fast as may be.

In: the folders and an empty one to work in. Out: a `Proof`: the folder of the site, or what is wrong. Only what pages
show is laid out and painted, and MkDocs makes only pages that changed where it may.
"""

from __future__ import annotations

import gc
import importlib
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from generator import files
from generator.build import Folders, check_conflicts, manifest
from generator.edition import bind, compose, path, picture_jobs
from generator.errors import ContentError, Place, Problem, VisavisError
from generator.job import Job
from generator.preview.site import SiteMaker
from generator.studio import Cache, paint_all

# What pages show. Everything else is for those who take a file away.
_SIZES = ("page", "phone")
_FORMAT = "svg"


@dataclass(frozen=True, slots=True)
class Proof:
    """The site as it is now, `fresh` if anything changed in it, or the problems that kept it from being made."""

    site: Path
    fresh: bool = False
    problems: tuple[Problem, ...] = ()


class Press:
    """Prints proofs into one room, each on top of the last good one."""

    def __init__(self, folders: Folders, room: Path) -> None:
        self.folders, self.room, self.docs = folders, room, room / "docs"
        self._maker = SiteMaker(folders, self.docs)
        self._cache = Cache(folders.cache / "painted")
        self._painting = threading.Lock()
        self._later: dict[str, Job] = {}
        self._site = room / "site-0"
        self._names: frozenset[str] = frozenset()  # what stands in docs
        self._look = ""  # how every page of the site looks; empty after a failure
        importlib.import_module("generator.paint")  # matplotlib takes a second: now, and not at the first change

    def run(self) -> Proof:
        """The proof of what the folders hold now. Never raises for what is in them."""
        try:
            with _undisturbed():
                return self._print()
        except ContentError as error:
            return self._failed(error.problems)
        except VisavisError as error:
            return self._failed((Problem("failed", Place(self.folders.content.as_posix()), str(error)),))
        except OSError as error:
            place = Place(str(error.filename or self.folders.docs))
            return self._failed((Problem("failed", place, error.strerror or str(error)),))
        except Exception as error:  # a fault of ours or of MkDocs must not end the preview
            message = f"this is a fault in Visavis: {type(error).__name__}: {error}"
            fix = "run visavis build --debug and report what it shows"
            return self._failed((Problem("fault", Place(self.folders.config.as_posix()), message, fix),))

    def paint(self, name: str) -> bytes | None:
        """A picture's file that no page shows, painted when somebody asks for it; None: there is none of that name."""
        job = self._later.get(name)
        if not job:
            return None
        with self._painting:  # matplotlib's settings are the process's
            (data,) = paint_all([job], self._cache, 1).values()
        return data

    def _failed(self, problems: tuple[Problem, ...]) -> Proof:
        self._look = ""
        return Proof(self._site, problems=problems)

    def _print(self) -> Proof:
        generated = set(manifest(self.folders.docs))
        written = {name: path for name, path in files.tree(self.folders.docs).items() if name not in generated}
        made = self._make(tuple(written))
        check_conflicts(made, tuple(written))
        before, look = self._names, self._digest()
        changed = self._write(made | {name: path.read_bytes() for name, path in written.items()})
        same = look == self._look and before == self._names
        if same and not changed:
            return Proof(self._site)
        # MkDocs makes only changed pages where nothing but their texts can look different.
        changed_only = same and "nav.yml" not in changed
        site = self._site if changed_only else self._site.with_name(f"site-{self._number() + 1}")
        found = self._maker.make(site, changed_only=changed_only)
        problems = tuple(problem for problem in found if not _only_here(problem, {*generated, *self._later}))
        if problems:
            return self._failed(problems)
        if site != self._site:
            shutil.rmtree(self._site, ignore_errors=True)
        self._site, self._look = site, look
        return Proof(site, fresh=True)

    def _make(self, written: tuple[str, ...]) -> dict[str, bytes]:
        draft = compose(self.folders, _SIZES)
        jobs = picture_jobs(draft)
        shown = [replace(job, targets=tuple(t for t in job.targets if t.format == _FORMAT)) for job in jobs]
        with self._painting:
            painted = paint_all(shown, self._cache, 1)
        every = {path(job.picture, target): replace(job, targets=(target,)) for job in jobs for target in job.targets}
        self._later = {name: job for name, job in every.items() if job.targets[0].format != _FORMAT}
        return bind(self.folders, written, draft, painted)

    def _write(self, wanted: dict[str, bytes]) -> list[str]:
        """docs as it is wanted; the names of files that changed."""
        changed = files.write_changed(self.docs, wanted)
        files.remove(self.docs, self._names - set(wanted))
        self._names = frozenset(wanted)
        return changed

    def _digest(self) -> str:
        """What decides how every page looks: MkDocs' configuration and the theme's overrides."""
        config = self.folders.config
        found = {config.name: config} | files.tree(config.resolve().parent / "overrides")
        return files.digest((name, path.read_bytes()) for name, path in sorted(found.items()))

    def _number(self) -> int:
        return int(self._site.name.removeprefix("site-"))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Nobody looks for garbage meanwhile: what fonts, templates and MkDocs keep is gone through again and again, which
    is a fifth of the time. What has gathered is found afterwards.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _only_here(problem: Problem, known: set[str]) -> bool:
    """Whether a link leads to a file that a build makes and a preview does not."""
    target = re.search(r"the target '(.+?)'", problem.message)
    return target is not None and target[1] in known
