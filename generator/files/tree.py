"""What lies below a folder.

In: a folder. Out: its files by their paths from there, with what the system says of them, and one hash that tells
whether any was touched.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

# Where Material and its like look for icons.
_ICONS = ".icons"


def tree(root: Path) -> dict[str, Path]:
    """Every file below `root` by its path relative to it, in order; hidden files and caches left out, but not a theme's
    icons, which lie in a folder of a hidden name.
    """
    return {name: Path(entry.path) for name, entry in entries(root)}


def stats(root: Path) -> dict[str, os.stat_result]:
    """The same files with what the system says of each. OSError: one is gone, or a link that leads nowhere."""
    return {name: entry.stat() for name, entry in entries(root)}


def stamps(root: Path) -> dict[str, list[int]]:
    """Size and time of change of every file below `root`: a cheap sign that nobody touched it."""
    return {name: [found.st_size, found.st_mtime_ns] for name, found in stats(root).items()}


def stamp(found: dict[str, os.stat_result]) -> str:
    """The names, sizes and times of change of all these files as one hash."""
    lines = (f"{name}\0{each.st_size} {each.st_mtime_ns}\n" for name, each in sorted(found.items()))
    return hashlib.sha256(os.fsencode("".join(lines))).hexdigest()


def published(name: str) -> str:
    """Where MkDocs puts a file of docs/ in the site, both by their paths."""
    if not name.endswith(".md"):
        return name
    page = re.sub(r"(^|/)(index|README)$", r"\1", name.removesuffix(".md"))
    return f"{page.rstrip('/')}/index.html".removeprefix("/")


def entries(folder: str | Path, prefix: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """The same files one by one: those of a folder, then those of each folder in it. A folder that cannot be read has
    none.
    """
    try:
        with os.scandir(folder) as found:
            there = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    folders = []
    for entry in there:
        name = entry.name
        if _is_folder(entry):
            if (name == _ICONS or not name.startswith((".", "__pycache__"))) and not entry.is_symlink():
                folders.append(entry)
        elif not name.startswith("."):
            yield f"{prefix}{name}", entry
    for entry in folders:
        yield from entries(entry.path, f"{prefix}{entry.name}/")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Of links that lead round in a circle the system says nothing, and none is a folder."""
    try:
        return entry.is_dir()
    except OSError:
        return False
