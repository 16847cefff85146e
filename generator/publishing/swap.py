"""A folder beside the site, and the step in which it takes the site's place.

In: the folder of the site. Out: a folder of the same file system to build in, gone afterwards; a site that is the old
one or the new one, whole.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# What carries this file is ours: only such folders are ever replaced or deleted.
MARKER = ".visavis-site"


def recover(site: Path) -> None:
    """Puts a site back that a kill left under another name, and deletes what else killed builds left. OSError."""
    if not site.parent.is_dir():
        return
    ours = re.compile(rf"\.{re.escape(site.name)}-[a-z0-9_]{{8}}(-old)?")
    left = sorted(path for path in site.parent.iterdir() if ours.fullmatch(path.name) and _is_ours(path))
    for path in left:
        if path.name.endswith("-old") and not site.exists():
            path.rename(site)
        else:
            _delete(path)


@contextmanager
def sibling_folder(site: Path) -> Iterator[Path]:
    """A marked folder that is gone afterwards. OSError."""
    site.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{site.name}-", dir=site.parent))
    try:
        (folder / MARKER).touch()
        (folder / MARKER).chmod(0o644)  # whatever the umask
        yield folder
    finally:
        _delete(folder)


def swap(fresh: Path, site: Path) -> None:
    """`fresh` becomes `site`; where there was one, `fresh` is the old site then. OSError: nothing was changed.

    Where the kernel can exchange two names, nobody ever sees anything but a whole site, and a kill falls before or
    after. Elsewhere there is a moment without a site between two renames; a build that dies in it is put right by the
    next. A symbolic link that is turned to the new folder would be atomic everywhere, but a link is not a folder for
    every host and archiver, and a site that is one already could not be taken over without that same moment.
    """
    fresh.chmod(0o755)
    if not site.exists():
        fresh.rename(site)
        return
    if _exchange(fresh, site):
        return
    old = fresh.with_name(fresh.name + "-old")
    try:
        site.rename(old)
        fresh.rename(site)
    except BaseException:
        if not site.exists():
            old.rename(site)
        raise
    old.rename(fresh)


def _exchange(one: Path, other: Path) -> bool:
    """Linux's renameat2 with RENAME_EXCHANGE; False where there is none, or none for this file system."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    here, exchange = -100, 2
    return bool(rename(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0)


def _is_ours(path: Path) -> bool:
    """Whether it has the marker, or is empty, as one is that was not marked yet."""
    return path.is_dir() and not path.is_symlink() and ((path / MARKER).is_file() or not any(path.iterdir()))


def _delete(folder: Path) -> None:
    """The marker goes last: what is left of a folder is still known to be ours, and the next build tries again."""
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path.name != MARKER:
                path.unlink()
        (folder / MARKER).unlink(missing_ok=True)
        folder.rmdir()
