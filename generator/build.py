"""The whole program on one screen: load, make, write what changed, publish.

In: a content folder. Out: docs/ and site/. Everything is made in memory before the first file is
written, so that a mistake in the content leaves docs/ and site/ as they were.
"""

from __future__ import annotations

import fcntl
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator import files, inputs, places, staging
from generator.errors import BusyError, OutputError

if TYPE_CHECKING:
    from generator.model.schema import Model

MANIFEST = ".manifest.json"
Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Folders:
    """Where things are. `cache` holds nothing that cannot be made again."""

    content: Path
    docs: Path
    site: Path
    config: Path

    @property
    def cache(self) -> Path:
        return self.config.resolve().parent / ".cache" / "visavis"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did: the docs files written and removed, whether the site was published anew; and how many warnings
    the content has, where it was read.
    """

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    painted: int = 0
    published: bool = False
    warnings: int = 0


def build(
    folders: Folders, *, jobs: int, publish: bool = True, verify: bool = False, report: Report = lambda _: None
) -> Outcome:
    """Generate and publish what changed; with `verify` whatever there is, and only if a second build equals it.

    ContentError, UsageError, OutputError, BusyError; DifferenceError where `verify` finds one.
    """
    places.check(folders, publish=publish)
    with _alone(folders) as lock:
        if publish:
            staging.mend(folders.site.resolve())  # before anything of this build can go wrong
        state = inputs.State(folders, publish=publish)
        if state.current() and not verify:
            return Outcome()
        from generator.edition import make  # pydantic, Jinja and HarfBuzz: only when there is something to make

        written_by_hand = _written_by_hand(folders)
        made = make(folders, written_by_hand, jobs=jobs, report=report)
        check_conflicts(made.files, written_by_hand)
        written, removed = _write(folders, made.files)
        published = False
        # Not "did this build write anything": one that was killed may have written docs/ and not published them.
        if publish and (verify or not state.site_current()):
            report("Publishing")
            _publish(folders, made.model, lock, verify_with=jobs if verify else None)
            published = True
        state.remember()
        return Outcome(tuple(written), tuple(removed), made.painted, published, made.warnings)


def _publish(folders: Folders, model: Model, lock: int, *, verify_with: int | None) -> None:
    from generator.publish import Facts, publish
    from generator.verifying import verify

    generated = manifest(folders.docs)

    def inspect(fresh: Path) -> None:
        if verify_with:
            verify(folders, fresh, generated=generated, jobs=verify_with)

    publish(folders, Facts(model.site.updated, model.site.url, generated), lock=lock, inspect=inspect)


def manifest(docs: Path) -> tuple[str, ...]:
    """The generated files of docs/, as the last build listed them. OutputError: the list is damaged."""
    try:
        listed = json.loads((docs / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        raise OutputError(f"{docs / MANIFEST}: cannot be read: {error}; remove it and the generated files") from error
    return tuple(str(name) for name in listed)


def _written_by_hand(folders: Folders) -> tuple[str, ...]:
    generated = set(manifest(folders.docs))
    return tuple(name for name in files.tree(folders.docs) if name not in generated)


def check_conflicts(made: dict[str, bytes], written_by_hand: tuple[str, ...]) -> None:
    """OutputError: a generated file has the name of a hand-written one, or would be published in its place."""
    arriving = set(map(files.published, made))
    taken = sorted(name for name in written_by_hand if files.published(name) in arriving)
    if taken:
        listed = ", ".join(taken)
        raise OutputError(
            f"a generated file would overwrite a hand-written one: {listed}; rename or remove it in docs/"
        )


def _write(folders: Folders, made: dict[str, bytes]) -> tuple[list[str], list[str]]:
    """Changed files into docs/. The manifest names old and new files first, so a killed build can be cleaned up."""
    before = manifest(folders.docs)
    files.clear(folders.docs, folders.cache)
    _write_manifest(folders.docs, {*before, *made})
    written = files.write_changed(folders.docs, made)
    stale = sorted(set(before) - set(made))
    files.remove(folders.docs, stale)
    _write_manifest(folders.docs, set(made))
    return written, stale


def _write_manifest(docs: Path, names: set[str]) -> None:
    """The list of generated files, for the next build and for git, which must see hand-written pages only."""
    ignored = [
        "# Generated files; written by every build.",
        f"/{MANIFEST}",
        "/.gitignore",
        *(f"/{name}" for name in sorted(names)),
    ]
    listed = json.dumps(sorted(names), indent=0)
    files.write_changed(docs, {MANIFEST: f"{listed}\n".encode(), ".gitignore": ("\n".join(ignored) + "\n").encode()})


@contextmanager
def _alone(folders: Folders) -> Iterator[int]:
    """One build at a time; the kernel frees the lock however the build ends. BusyError: another one runs."""
    try:
        folders.cache.mkdir(parents=True, exist_ok=True)
        lock = (folders.cache / "lock").open("w")
    except OSError as error:
        raise OutputError(f"{folders.cache}: cannot be written: {error.strerror}") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError("another build is running; wait for it to end") from error
        yield lock.fileno()
