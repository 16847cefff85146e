"""The generated files of docs/: listed, written where they changed, removed when they are no longer made.

In: docs/ and the bytes of every file. Out: changes on disk. What the list does not name was written by hand and is
never touched.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from generator import files
from generator.problems import OutputError, Problem, broken_files

MANIFEST = ".manifest.json"


def generated(docs: Path) -> tuple[str, ...]:
    """The generated files, as the last build listed them. OutputError: the list is damaged."""
    try:
        listed = json.loads((docs / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        raise OutputError(f"{docs / MANIFEST}: cannot be read: {error}; remove it and the generated files") from error
    return tuple(str(name) for name in listed)


def handwritten(docs: Path, listed: Collection[str]) -> dict[str, Path]:
    """The files of docs/ that no build made, by path; `listed` are those that one did."""
    made = set(listed)
    return {name: path for name, path in files.tree(docs).items() if name not in made}


def broken(docs: Path, by_hand: Mapping[str, Path]) -> Iterator[Problem]:
    """Hand-written files that would be published and are not what their names say."""
    return broken_files(((docs / name).as_posix(), path) for name, path in by_hand.items())


def check_conflicts(made: Collection[str], by_hand: Collection[str]) -> None:
    """OutputError: a generated file has the name of a hand-written one, or would be published in its place."""
    arriving = set(map(files.published, made))
    taken = sorted(name for name in by_hand if files.published(name) in arriving)
    if taken:
        listed = ", ".join(taken)
        raise OutputError(
            f"a generated file would overwrite a hand-written one: {listed}; rename or remove it in docs/"
        )


def write(
    docs: Path,
    made: Mapping[str, bytes],
    cache: Path,
    digests: files.Digests,
    known: Callable[[str], str | None] = lambda _: None,
) -> tuple[list[str], list[str]]:
    """The names of files written and removed. The list names old and new files first, so a killed build can be cleaned
    up; so are unfinished files of `docs` and `cache`.

    Each value of `made` is asked for once at most and not held; not at all where `known` gives the SHA-256 of a file
    and `digests` know that docs/ has it.
    """
    before = generated(docs)
    files.remove_unfinished(docs, cache)
    _list(docs, {*before, *made})
    written = [name for name in sorted(made) if _written(docs / name, made, name, known(name), digests)]
    stale = sorted(set(before) - set(made))
    files.remove(docs, stale)
    _list(docs, set(made))
    return written, stale


def _written(path: Path, made: Mapping[str, bytes], name: str, known: str | None, digests: files.Digests) -> bool:
    """Whether the file had to be written."""
    there = _stat(path)
    before = digests.known(there) if there else None
    if before and before == known:
        return False
    data = made[name]
    digest = known or files.sha256(data)
    if there and before is None and there.st_size == len(data):
        before = digests.of(path, there)
    if before == digest:
        return False
    files.write(path, data)
    digests.note(path.stat(), digest)
    return True


def _stat(path: Path) -> os.stat_result | None:
    """What the system says of a file; None: there is none, or something else."""
    with suppress(OSError):
        found = path.stat()
        return found if stat.S_ISREG(found.st_mode) else None
    return None


def _list(docs: Path, names: set[str]) -> None:
    """The list for the next build, and for git, which must see hand-written pages only."""
    ignored = [
        "# Generated files; written by every build.",
        f"/{MANIFEST}",
        "/.gitignore",
        *(f"/{name}" for name in sorted(names)),
    ]
    listed = json.dumps(sorted(names), indent=0)
    files.write_changed(docs, {MANIFEST: f"{listed}\n".encode(), ".gitignore": ("\n".join(ignored) + "\n").encode()})
