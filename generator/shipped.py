"""What the program brings along: MkDocs' configuration, the theme's overrides, the brand, and a content to look at.

In: a name. Out: its place: in the wheel `generator/shipped/`, in this repository the top. A project's own files go
first, file by file.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import generator
from generator import files

_PACKAGE = Path(generator.__file__).resolve().parent
CONFIG, OVERRIDES, BRAND = "mkdocs.yml", "overrides", "content/brand"


def shipped(name: str) -> Path:
    """A file or folder: `CONFIG`, `OVERRIDES` or `content`, the whole example."""
    packed = _PACKAGE / "shipped"
    return (packed if packed.is_dir() else _PACKAGE.parent) / name


@cache
def program_digest() -> str:
    """The hash of all files of the program, for what many rooms have a say in."""
    found = files.tree(_PACKAGE)
    return files.text_digest(*(f"{name} {files.content_digest(path)}" for name, path in found.items()))


def brand_file(brand: Path, name: str) -> Path:
    """A file of a project's brand folder, or ours where it has none of that name."""
    own = brand / name
    return own if own.is_file() else shipped(BRAND) / name


def decisive() -> tuple[Path, ...]:
    """The files and folders that a build reads where the project has none of its own."""
    return shipped(CONFIG), shipped(OVERRIDES), shipped(f"{BRAND}/fonts"), shipped(f"{BRAND}/palette.yml")
