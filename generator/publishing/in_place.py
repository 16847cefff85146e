"""The way to publish where the site's folder cannot change its name: file by file, within the folder.

In: a finished site. Out: the same files in the folder of the site. Each file is replaced whole; for a moment some are
new and some old. Everything lies on the site's own file system before the first one is touched, with a list of what
belongs there, so that whatever ends the process or the machine in that moment, the next build goes on and never back.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from generator import files, system
from generator.publishing import marker
from generator.publishing.marker import MARKER

# What belongs into the site. A folder that holds this is complete and takes the site's place, now or in the next build.
_LIST = ".visavis-files"
# A folder that the root of some file systems has, and what NFS keeps of a file that somebody still reads.
_NOT_OURS = re.compile(r"lost\+found|\.nfs[0-9a-f]+")


def is_needed(site: Path) -> bool:
    """Whether it is known beforehand that the folder cannot be exchanged: a mount point, or nothing may lie beside."""
    return site.is_dir() and (is_mount_point(site) or not os.access(site.parent, os.W_OK | os.X_OK))


def is_mount_point(folder: Path) -> bool:
    """Whether something is mounted there; also a folder of the same disk, which only Linux's list of mounts tells."""
    if os.path.ismount(folder):
        return True
    try:
        mounts = Path("/proc/self/mountinfo").read_bytes().splitlines()
    except OSError:
        return False
    points = (re.sub(rb"\\([0-7]{3})", lambda found: bytes([int(found[1], 8)]), line.split()[4]) for line in mounts)
    return os.fsencode(folder) in points


def holds_foreign(site: Path) -> bool:
    """Whether there is anything in it that no build made and that is not the file system's own."""
    ours = set(marker.unfinished(site, site))
    return any(path not in ours and not _NOT_OURS.fullmatch(path.name) for path in site.iterdir())


def publish(fresh: Path, site: Path) -> None:
    """The files of `fresh`, which is empty or gone afterwards, become those of `site`.

    OSError: nothing was changed, or some files were and the next build goes on; `is_begun` tells.
    """
    inside = fresh if fresh.parent == site else site / fresh.name
    try:
        if inside != fresh:
            _move(fresh, inside)
        listed = [name for name in _names(inside) if name != MARKER]
        system.flush(inside)
        files.write(inside / _LIST, json.dumps(listed).encode())
        system.flush(inside)
    except BaseException:
        if inside != fresh:
            marker.delete(inside)
        raise
    finish(inside, site)


def is_begun(folder: Path) -> bool:
    """Whether the folder is complete and on its way into the site: it must not be deleted."""
    return (folder / _LIST).is_file()


def begun(site: Path) -> bool:
    """Whether a site is half exchanged."""
    return site.is_dir() and any(map(is_begun, marker.unfinished(site, site)))


def finish(inside: Path, site: Path) -> None:
    """Goes on with what `publish` began. OSError: as there."""
    try:
        _finish(inside, site)
    except KeyboardInterrupt:  # it would leave two halves, and this is soon done
        _finish(inside, site)
        raise


def _finish(inside: Path, site: Path) -> None:
    wanted = set(json.loads((inside / _LIST).read_bytes()))
    marker.mark(site)
    # Pages last: what they ask for is there.
    for name in sorted(wanted, key=lambda name: (name.endswith(".html"), name)):
        if (inside / name).exists():
            _make_way(site, name)
            system.patiently(partial((inside / name).replace, site / name))
    for name in _names(site, but=inside.name):
        if name not in wanted and name != MARKER:
            system.patiently((site / name).unlink)
    _remove_empty(site, but=inside.name)
    files.set_mode(site, 0o755)
    system.flush(site)
    (inside / _LIST).unlink()
    marker.delete(inside)


def _make_way(site: Path, name: str) -> None:
    """There are folders where the file needs them, and none in its own place."""
    for parent in reversed((site / name).relative_to(site).parents[:-1]):
        folder = site / parent
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            folder.unlink()
        if not folder.exists():
            folder.mkdir()
            files.set_mode(folder, 0o755)
    if (site / name).is_dir() and not (site / name).is_symlink():
        shutil.rmtree(site / name)


def _move(folder: Path, target: Path) -> None:
    """By its name where both are of one file system, else as a copy. OSError."""
    try:
        folder.rename(target)
    except OSError as error:
        if error.errno not in (errno.EXDEV, errno.EPERM, errno.EACCES):
            raise
        files.copy(folder, target)


def _names(root: Path, *, but: str = "") -> Iterator[str]:
    """Every file below `root`, hidden ones too, without the folder `but` in it and what is never ours."""
    for folder, folders, names in os.walk(root):
        top = Path(folder) == root
        folders[:] = [name for name in folders if not top or (name != but and not _NOT_OURS.fullmatch(name))]
        links = [name for name in folders if Path(folder, name).is_symlink()]
        for name in (*names, *links):
            if not _NOT_OURS.fullmatch(name):
                yield Path(folder, name).relative_to(root).as_posix()


def _remove_empty(site: Path, *, but: str) -> None:
    for folder, _, _ in os.walk(site, topdown=False):
        path = Path(folder)
        if path != site and path.relative_to(site).parts[0] != but:
            with suppress(OSError):
                path.rmdir()
