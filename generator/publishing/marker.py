"""The mark of a folder that is Visavis' own: only such folders are ever replaced or deleted.

In: a folder. Out: whether it is ours; or it is gone.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from generator import files
from generator.system import defer_interrupts

MARKER = ".visavis-site"


def mark(folder: Path) -> None:
    """OSError."""
    (folder / MARKER).touch()
    files.set_mode(folder / MARKER, 0o644)  # whatever the umask


def is_ours(path: Path) -> bool:
    """Whether it has the marker, or is empty, as one is that was not marked yet."""
    return path.is_dir() and not path.is_symlink() and ((path / MARKER).is_file() or not any(path.iterdir()))


def unfinished(folder: Path, site: Path) -> Iterator[Path]:
    """The folders that builds of this site made in `folder` to work in, in order."""
    named = re.compile(rf"\.{re.escape(site.name)}-[a-z0-9_]{{8}}(-old)?")
    yield from sorted(path for path in folder.iterdir() if named.fullmatch(path.name) and is_ours(path))


def delete(folder: Path) -> None:
    """The marker goes last: what is left of a folder is still known to be ours, and the next build tries again.

    An interrupt waits: half of a site is of no use to anybody.
    """
    with defer_interrupts(), suppress(OSError):
        for path in sorted(folder.iterdir()):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path.name != MARKER:
                path.unlink()
        (folder / MARKER).unlink(missing_ok=True)
        folder.rmdir()
