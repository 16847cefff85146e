"""Files on disk: hashed, written whole, removed only when known.

In: paths and bytes. Out: changes on disk that are either done or not begun, file by file.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
import shutil
import struct
import zlib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path

import deflate

from generator.problems import OutputError
from generator.surroundings import reason, unwritten
from generator.system import patiently

# Begin and end of the name of a file that is being written.
_PART = (".visavis-", ".part")
# Where Material and its like look for icons.
_ICONS = ".icons"
# Of a ZIP: how much is done to make it small; its version, names in UTF-8, its way of making things small.
_LEVEL = 6
_VERSION, _UTF_8, _DEFLATED = 20, 1 << 11, 8
_FIRST_DAY = date(1980, 1, 1)  # a ZIP can tell no earlier one
_UNIX = 3 << 8 | 20  # made on Unix on every system, for equal bytes
_ANYBODY_READS = 0o100644 << 16
# What a file system says that has no modes, or none that one may change: Windows drives in WSL, CIFS, some of NFS.
_NO_MODES = {errno.EPERM, errno.EACCES, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL}


def tree(root: Path) -> dict[str, Path]:
    """Every file below `root` by its path relative to it, in order; hidden files and caches left out, but not a theme's
    icons, which lie in a folder of a hidden name.
    """
    found = {}
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name == _ICONS or not name.startswith((".", "__pycache__")))
        for name in sorted(names):
            if not name.startswith("."):
                path = Path(folder, name)
                found[path.relative_to(root).as_posix()] = path
    return found


def published(name: str) -> str:
    """Where MkDocs puts a file of docs/ in the site, both by their paths."""
    if not name.endswith(".md"):
        return name
    page = re.sub(r"(^|/)(index|README)$", r"\1", name.removesuffix(".md"))
    return f"{page.rstrip('/')}/index.html".removeprefix("/")


def digest(parts: Iterable[tuple[str, bytes]]) -> str:
    """One hash over names and contents; neither can run into the other."""
    whole = hashlib.sha256()
    for name, data in parts:
        whole.update(f"{len(name)}:{name}{len(data)}:".encode())
        whole.update(data)
    return whole.hexdigest()


@cache
def content_digest(path: Path) -> str:
    """The hash of a file that does not change while the program runs: its own, and the fonts that it draws with."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def named_by_content(path: str, data: bytes) -> tuple[str, bytes]:
    """A path whose file name holds a part of the content's hash: what it names never changes."""
    stem, dot, ending = path.rpartition(".")
    return f"{stem}-{hashlib.sha256(data).hexdigest()[:8]}{dot}{ending}", data


def packed(entries: Iterable[tuple[str, bytes]], day: date = _FIRST_DAY) -> bytes:
    """A ZIP of these files in their order, each of that day: the same bytes on every machine.

    Written by hand, since `zipfile` compresses with the zlib of the machine only: libdeflate takes less than half the
    time and makes a little less of it, wherever it runs.
    """
    files: list[bytes] = []
    listed: list[bytes] = []
    place = 0
    told = max(day, _FIRST_DAY)
    dated = (told.year - _FIRST_DAY.year) << 9 | told.month << 5 | told.day
    for name, whole in entries:
        data, called = bytes(deflate.deflate_compress(whole, _LEVEL)), name.encode()
        kind = struct.pack("<HHHHH", _VERSION, 0 if name.isascii() else _UTF_8, _DEFLATED, 0, dated)
        about = kind + struct.pack("<IIIHH", zlib.crc32(whole), len(data), len(whole), len(called), 0)
        files += [b"PK\3\4", about, called, data]
        listed += [b"PK\1\2", struct.pack("<H", _UNIX), about]
        listed += [struct.pack("<HHHII", 0, 0, 0, _ANYBODY_READS, place), called]
        place += 4 + len(about) + len(called) + len(data)
    table = b"".join(listed)
    count = len(listed) // 5
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(table), place, 0)
    return b"".join((*files, table, b"PK\5\6", end))


def stamps(root: Path) -> dict[str, list[int]]:
    """Size and time of change of every file below `root`: a cheap sign that nobody touched it."""
    return {name: [(found := path.stat()).st_size, found.st_mtime_ns] for name, path in tree(root).items()}


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


def write_changed(root: Path, wanted: Mapping[str, bytes]) -> list[str]:
    """Writes those of the wanted files that differ from what is there; says which."""
    changed = []
    for name in sorted(wanted):
        path = root / name
        data = wanted[name]  # it may be read where it is kept
        if not path.is_file() or path.read_bytes() != data:
            write(path, data)
            changed.append(name)
    return changed


def remove_unfinished(*roots: Path) -> None:
    """Removes what killed builds were about to write. OutputError: it cannot be removed."""
    for root in roots:
        for part in root.rglob("*".join(_PART)):
            try:
                part.unlink()
            except OSError as error:
                raise OutputError(f"{part}: cannot be removed: {reason(error)}") from error


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
