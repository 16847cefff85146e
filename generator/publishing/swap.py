"""A folder beside the site, and the step in which it takes the site's place.

In: the folder of the site. Out: a folder of the same file system to build in, gone afterwards; a site that is the old
one or the new one, whole.

There are three ways, the best that a system knows: the kernel exchanges two names; two renames; file by file, where the
folder of the site cannot change its name (a mount point such as a Docker volume, a folder of a lower layer of an
overlay file system, a folder beside which nothing may be written). What is new lies on the disk before any of them
begins, so all this holds for a power cut as well as for a kill:

| way | a reader meanwhile | a kill meanwhile |
| --- | --- | --- |
| exchange | the old site or the new one | leaves the old site or the new one |
| two renames | for a moment no site | may leave none; the next build puts the old one back |
| file by file | for a moment some files of each | may leave some of each; the next build goes on to the new site |
"""

from __future__ import annotations

import errno
import secrets
import string
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator import files, system
from generator.publishing import in_place, marker

# What the names of such folders end in; see `marker.unfinished`.
_LETTERS = string.ascii_lowercase + string.digits
# What a system says that does not let this folder change its name: it may still let its files.
_NAME_IS_HELD = {errno.EBUSY, errno.EXDEV, errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL}


def recover(site: Path) -> None:
    """Goes on with what a kill left half done, and deletes what else killed builds left. OSError."""
    if site.is_dir():
        for path in marker.unfinished(site, site):
            if in_place.is_begun(path):
                in_place.finish(path, site)
            else:
                marker.delete(path)
    if not site.parent.is_dir():
        return
    for path in list(marker.unfinished(site.parent, site)):
        if path.name.endswith("-old") and not site.exists():
            path.rename(site)
        else:
            marker.delete(path)


@contextmanager
def sibling_folder(site: Path) -> Iterator[Path]:
    """A marked folder that is gone afterwards: beside the site, or in it where it will be published file by file.

    OSError.
    """
    parent = site if in_place.is_needed(site) else site.parent
    parent.mkdir(parents=True, exist_ok=True)
    # Named before it is there: an interrupt may come at any time.
    folder = parent / f".{site.name}-{''.join(secrets.choice(_LETTERS) for _ in range(8))}"
    try:
        folder.mkdir(mode=0o700)
        marker.mark(folder)
        yield folder
    finally:
        if folder.is_dir() and not in_place.is_begun(folder):
            marker.delete(folder)


def swap(fresh: Path, site: Path) -> None:
    """`fresh` becomes `site`; where there was one, `fresh` is the old site then, or gone.

    OSError: nothing was changed, or the next build goes on with it; `in_place.begun` tells.

    A symbolic link that is turned to the new folder would be atomic everywhere, but a link is not a folder for every
    host and archiver, and a site that is one already could not be taken over without that same moment.
    """
    files.set_mode(fresh, 0o755)
    if fresh.parent == site:
        in_place.publish(fresh, site)
        return
    system.flush(fresh)
    if not site.exists():
        fresh.rename(site)
    elif not system.exchange(fresh, site):
        try:
            _rename_twice(fresh, site)
        except OSError as error:
            if error.errno not in _NAME_IS_HELD:
                raise
            in_place.publish(fresh, site)
    system.flush_names(site.parent)  # before anything of the old site is deleted


def _rename_twice(fresh: Path, site: Path) -> None:
    """OSError: nothing was changed."""
    old = fresh.with_name(fresh.name + "-old")
    try:
        system.patiently(lambda: site.rename(old))
        system.patiently(lambda: fresh.rename(site))
    except BaseException:
        if not site.exists():
            system.patiently(lambda: old.rename(site))
        raise
    system.patiently(lambda: old.rename(fresh))
