"""A project on disk: where its parts are, and the lock that lets one build at a time work on them.

In: four paths. Out: a `Project`.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from generator import system
from generator.problems import BusyError, ContentError, OutputError, Place, Problem
from generator.shipped import CONFIG, OVERRIDES, shipped
from generator.surroundings import reason


@dataclass(frozen=True, slots=True)
class Project:
    """Where things are. `cache` holds nothing that cannot be made again; painted pictures are kept in `shared_cache`
    where there is one, which several projects may have in common, and in the store of that address, which machines may.
    """

    content: Path
    docs: Path
    site: Path
    config: Path
    shared_cache: Path | None = None
    store: str = ""

    @property
    def root(self) -> Path:
        """The folder of MkDocs' configuration, or where it would lie."""
        return self.config.resolve().parent

    @property
    def settings(self) -> Path:
        """MkDocs' configuration: the project's own, or the program's."""
        return self.config.resolve() if self.config.exists() else shipped(CONFIG)

    @property
    def theme_folders(self) -> tuple[Path, ...]:
        """Where files of the theme are looked for, the first first, after what the configuration names itself."""
        return self.root / OVERRIDES, shipped(OVERRIDES)

    @property
    def cache(self) -> Path:
        return self.root / ".cache" / "visavis"

    @property
    def readings(self) -> Path:
        """What was read of the content: never shared, since a program takes it for what it made itself."""
        return self.cache / "read"

    @property
    def painted(self) -> Path:
        """Painted pictures. The lock and the state of the last build are the project's own, so they stay in `cache`."""
        return (self.shared_cache or self.cache) / "painted"

    @property
    def options(self) -> list[str]:
        """The command line's options that name this project."""
        named = {"content": self.content, "docs": self.docs, "site": self.site, "config": self.config}
        named |= {"cache": self.shared_cache} if self.shared_cache else {}
        return [part for name, path in named.items() for part in (f"--{name}", str(path))]


def is_address(text: str) -> bool:
    """Whether that names a store and not a folder; a letter before a colon is a drive of Windows."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", text) is not None


def missing_content(content: Path) -> tuple[Problem, ...]:
    """That the folder of the content is not there, and how one begins."""
    if content.is_dir():
        return ()
    near = _project_near(content)
    first = f'go to the project first (cd "{near}"), or ' if near else ""
    fix = f"{first}begin with `visavis init`, or name another folder with --content"
    return (Problem("missing-folder", Place(content.as_posix()), "there is no such folder", fix),)


def _project_near(content: Path) -> str:
    """A folder below this one, or above it, that has such a content: somebody forgot to go there, or went too far."""
    if content.parent != Path():
        return ""
    try:
        below = sorted(path.name for path in Path().iterdir())
    except OSError:
        below = []
    places = (*below, "..", "../..")
    # A folder that may not be read has none; Path.is_file() would raise.
    return next((place for place in places if os.path.isfile(Path(place, content, "site.yml"))), "")  # noqa: PTH113


def check_begun(project: Project) -> None:
    """ContentError: there is no content yet."""
    if found := missing_content(project.content):
        raise ContentError(found)


@contextmanager
def locked(project: Project) -> Iterator[int]:
    """One build at a time; the system frees the lock however the build ends. BusyError: another one runs.

    Yields the lock's descriptor: a process that inherits it holds the lock too, where processes inherit files, which
    Windows has not. That is why this is not filelock; and where a file system knows no locks that leaves a file which
    a killed build does not take away. There (some network file systems) the lock is a file of this machine instead:
    builds of other machines are not seen.
    """
    try:
        project.cache.mkdir(parents=True, exist_ok=True)
        lock: IO[str] = (project.cache / "lock").open("w")
    except OSError as error:
        raise OutputError(
            f"{project.cache}: cannot be written: {reason(error)}; a build needs this folder beside mkdocs.yml: let it"
            " be written, or build a copy of the project elsewhere"
        ) from error
    with lock:
        if _lock(lock):
            yield lock.fileno()
            return
    with _on_this_machine(project) as lock:
        if not _lock(lock):
            raise OutputError(f"{project.cache}: neither its file system nor that of temporary files knows locks")
        yield lock.fileno()


def _lock(file: IO[str]) -> bool:
    """False: there are no locks here. BusyError, OutputError."""
    try:
        system.lock_file(file)
    except BlockingIOError as error:
        raise BusyError("another build is running; wait for it to end") from error
    except OSError as error:
        if system.locks_unknown(error):
            return False
        raise OutputError(f"{file.name}: cannot be locked: {reason(error)}") from error
    return True


def _on_this_machine(project: Project) -> IO[str]:
    """A file for the lock that only this user may write. OutputError."""
    whose = hashlib.sha256(os.fsencode(project.cache.resolve())).hexdigest()[:16]
    path, flags = system.private_file(whose)
    try:
        return os.fdopen(os.open(path, flags, 0o600), "w")
    except OSError as error:
        raise OutputError(
            f"{project.cache}: its file system knows no locks, and {path} cannot be written: {reason(error)}"
        ) from error
