"""Files on disk: written whole, given a second name, removed only when known.

In: paths and bytes. Out: changes on disk that are either done or not begun, file by file.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from generator.problems import OutputError
from generator.surroundings import reason, unwritten
from generator.system import patiently

# Begin and end of the name of a file that is being written.
_PART = (".visavis-", ".part")
# What a file system says that has no modes, or none that one may change: Windows drives in WSL, CIFS, some of NFS.
_NO_MODES = {errno.EPERM, errno.EACCES, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL}


def write(path: Path, data: bytes, mode: int = 0o644) -> None:
    """The file with these bytes, whole or not at all. OutputError: it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Named before it is there: an interrupt may come at any time, even when it bears its new name already.
        part = path.with_name(secrets.token_hex(8).join(_PART))
        try:
            with open(part, "xb") as file:
                file.write(data)
            set_mode(part, mode)
            patiently(partial(part.replace, path))
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise unwritten(path, error) from error


def set_mode(path: Path, mode: int) -> None:
    """The mode, for web servers of another user, where the file system has modes that one may change. OSError."""
    try:
        path.chmod(mode)
    except OSError as error:
        if error.errno not in _NO_MODES:
            raise


def copy(source: Path, target: Path) -> None:
    """A folder with all its files, each with the mode and time that it gets there. OSError."""
    target.mkdir(parents=True)
    for path in source.iterdir():
        if path.is_dir():
            copy(path, target / path.name)
        else:
            shutil.copyfile(path, target / path.name)


def link(source: str | Path, target: str | Path) -> None:
    """A second name for a file that nobody changes in place, with its folders; a copy where the file system has no
    second names. OSError.
    """
    source = os.path.realpath(source) if Path(source).is_symlink() else source
    with suppress(OSError):
        os.link(source, target)
        return
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:  # another file system, one without links, or as many as it allows
        shutil.copyfile(source, target)


def write_changed(root: Path, wanted: Mapping[str, bytes]) -> list[str]:
    """Writes those of the wanted files that differ from what is there; says which."""
    changed = []
    for name in sorted(wanted):
        path = root / name
        if not path.is_file() or path.read_bytes() != wanted[name]:
            write(path, wanted[name])
            changed.append(name)
    return changed


def remove_unfinished(*roots: Path) -> None:
    """Removes what killed builds were about to write. OutputError: it cannot be removed."""
    for root in roots:
        for part in _unfinished(root):
            try:
                part.unlink()
            except OSError as error:
                raise OutputError(f"{part}: cannot be removed: {reason(error)}") from error


def _unfinished(root: Path) -> Iterator[Path]:
    begin, end = _PART
    for folder, _, names in os.walk(root):
        yield from (Path(folder, name) for name in names if name.startswith(begin) and name.endswith(end))


def remove(root: Path, names: Iterable[str]) -> None:
    """Removes the named files and the folders that are empty then."""
    for name in names:
        path = root / name
        path.unlink(missing_ok=True)
        for parent in path.relative_to(root).parents:
            folder = root / parent
            if folder == root or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()
