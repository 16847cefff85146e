"""The content folder: which files belong to it, what they are called, and what lies there by mistake.

In: a folder. Out: its files with what each holds, ids by the files' names, and problems with names and places.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.brand import FONT_FILES, LOGO_FILE, WEB_FONT
from generator.model import ids
from generator.model.checks.changed_pictures import FOLDER as CHANGED_PICTURES
from generator.model.schema import Catalogue, Change, Comparison, Id, Palette, Role, Site, Source, Term
from generator.problems import OutputError, Place, Problem, broken_files
from generator.shipped import brand_file
from generator.surroundings import reason

_PALETTE = "brand/palette.yml"
# One row per file or folder of content/: where it is, what it holds, and the field of `Model` that takes it.
FILES: dict[str, tuple[str, Any]] = {
    "site.yml": ("site", Site),
    _PALETTE: ("palette", Palette),
    "catalogue.yml": ("catalogue", Catalogue),
    "glossary.yml": ("glossary", dict[Id, Term]),
    "sources.yml": ("sources", dict[Id, Source]),
    "changes.yml": ("changes", dict[Id, Change]),
}
# Files that a site may do without.
OPTIONAL = {"catalogue.yml", "glossary.yml", "sources.yml", "changes.yml"}
FOLDERS: dict[str, tuple[str, Any]] = {"roles": ("roles", Role), "comparisons": ("comparisons", Comparison)}
_FONT = re.compile(r"\.(ttf|otf|ttc|woff2?)$", re.IGNORECASE)
_ENDING = re.compile(r"\.ya?ml(\.txt)?$", re.IGNORECASE)


@dataclass(frozen=True)
class ContentFolder:
    """The folder at `path`, as it is when it is first asked."""

    path: Path

    @cached_property
    def label(self) -> str:
        """The folder as a person would write it from where they are, so that a problem's place can be clicked."""
        try:
            return self.path.resolve().relative_to(Path.cwd()).as_posix()
        except ValueError:
            return self.path.as_posix()

    def name(self, path: Path) -> str:
        """The name of a file of the folder that problems carry."""
        return f"{self.label}/{path.relative_to(self.path).as_posix()}"

    def read(self, path: Path) -> bytes | None:
        """The bytes of a file; None where there is none, or something else. OutputError: it cannot be read. A site
        without colours of its own has ours.
        """
        if path == self.path / _PALETTE and not os.path.lexists(path):
            path = brand_file(self.path / "brand", path.name)
        try:
            return path.read_bytes() if path.is_file() else None
        except FileNotFoundError:
            return None
        except OSError as error:
            raise OutputError(f"{self.name(path)}: cannot be read: {reason(error)}") from error

    def expected_files(self) -> Iterator[tuple[Path, str, Any]]:
        """Every file to read, with the field of `Model` and the type of what it holds. Not all have to be there."""
        for name, (field, kind) in FILES.items():
            if name not in OPTIONAL or os.path.lexists(self.path / name):
                yield self.path / name, field, kind
        for name, (field, kind) in FOLDERS.items():
            for path in self.listed(name):
                yield path, field, kind

    def listed(self, folder: str) -> list[Path]:
        """The content files of a folder; hidden ones are editors' own."""
        if folder not in self._listed:
            found = (path for path in (self.path / folder).glob("*.yml") if not path.name.startswith("."))
            self._listed[folder] = sorted(found)
        return self._listed[folder]

    @cached_property
    def _listed(self) -> dict[str, list[Path]]:
        return {}

    @cached_property
    def _everything(self) -> list[Path]:
        return sorted(self.path.rglob("*"))

    def ids(self, folder: str) -> list[str]:
        """The ids that a folder's files have, or will have once they are named as their own problems ask for."""
        return [_id(path) for path in sorted((self.path / folder).glob("*")) if _is_content(path)]

    def links_outside(self) -> Iterator[Problem]:
        """Links that lead out of the folder. Followed, they would publish what is not content."""
        for path in self._everything:
            if path.is_symlink() and not _end(path).is_relative_to(_end(self.path)):
                message = "this is a link to a place outside the folder"
                yield Problem("link-outside", Place(self.name(path)), message, "put the file itself here")

    def no_files(self) -> Iterator[Problem]:
        """What has the name of a file that is read, and is none."""
        for path in self._everything:
            if not (_is_content(path) or path == self.path / LOGO_FILE) or path.is_file():
                continue
            message, fix = "this is no file", "remove it, or put a file of that name in its place"
            if path.is_dir():
                message, fix = "this is a folder with the name of a file", "give it another name, or remove it"
            elif path.is_symlink():
                message, fix = "this is a link that leads to no file", "put the file itself here, or remove the link"
            yield Problem("no-file", Place(self.name(path)), message, fix)

    def broken_binary_files(self) -> Iterator[Problem]:
        """Fonts and pictures that are not what their names say. A logo is read closely or refused elsewhere."""
        paths = sorted(path for path in (self.path / "brand").rglob("[!.]*") if path.is_file())
        brand = (path for path in paths if path.stem.lower() != "logo")
        yield from broken_files((self.name(path), path) for path in (*brand, *self.kept_pictures().values()))

    def kept_pictures(self) -> dict[str, Path]:
        """What lies in changes/ and is not hidden, by its name: pictures as they were before a change."""
        folder = self.path / CHANGED_PICTURES
        return {path.name: path for path in sorted(folder.glob("[!.]*")) if path.is_file() and not _is_content(path)}

    def strays(self) -> Iterator[Problem]:
        """Files that look like content and would silently not be read."""
        for path in self._everything:
            relative = path.relative_to(self.path)
            place = Place(self.name(path))
            if path.stem.lower() == "logo" and path.suffix and relative.as_posix() != LOGO_FILE:
                fix = f"export it as SVG to {LOGO_FILE}, or give it another name"
                yield Problem("unknown-file", place, f"only {LOGO_FILE} is read as the logo", fix)
            if _FONT.search(path.name) and not _is_font_of_ours(relative.as_posix()):
                yield Problem("unknown-file", place, "no picture and no page is set in this font", _FONT_NAMES)
            if not _is_content(path):
                continue
            known = relative.as_posix() in FILES or (len(relative.parts) == 2 and relative.parts[0] in FOLDERS)
            if path.suffix != ".yml":
                yield Problem("unknown-file", place, _STRAY, "name it .yml")
            elif not known:
                fix = "move it to roles/ or comparisons/, or remove it"
                yield Problem("unknown-file", place, _STRAY, fix)

    def empty_folders(self) -> Iterator[Problem]:
        """Folders without which there is nothing to publish."""
        for folder in FOLDERS:
            if not self.listed(folder):
                place = Place(f"{self.label}/{folder}")
                fix = f"add one with `visavis new {folder.removesuffix('s')}`"
                yield Problem("missing-file", place, "there is no .yml file in this folder", fix)

    def invalid_ids(self) -> Iterator[Problem]:
        """Files whose names are no ids."""
        for folder in FOLDERS:
            for path in self.listed(folder):
                if found := ids.flaw(path.stem):
                    id = _id(path)
                    taken = not id or path.with_name(f"{id}.yml").exists()
                    fix = "remove it, or give it another name" if taken else f"name it {id}.yml"
                    why = found[1] if re.fullmatch(ids.DEVICES, path.stem) else _NAMED
                    yield Problem("invalid-id", Place(self.name(path)), found[0], f"{fix}; {why}")


_NAMED = f"the file's name is the id, in {ids.FORM}"
_FONT_NAMES = (
    f"name it {', '.join(f'brand/{name}' for name in FONT_FILES.values())} for pictures, or "
    f"brand/fonts/NAME-Variable{WEB_FONT} for pages, whatever the typeface is called; or remove it"
)
_STRAY = "this file belongs to nothing and would not be read"


def _end(path: Path) -> Path:
    """Where a link leads; of links that lead round in a circle, one of them."""
    return Path(os.path.realpath(path))


def _is_font_of_ours(name: str) -> bool:
    """Whether pictures or pages look for a font of that path below the content."""
    drawn = {f"brand/{each}" for each in FONT_FILES.values()}
    return name in drawn or (name.startswith("brand/fonts/") and name.endswith(WEB_FONT))


def _id(path: Path) -> str:
    return path.stem if ids.flaw(path.stem) is None else ids.id_of(re.sub(_ENDING, "", path.name))


def _is_content(path: Path) -> bool:
    """Whether the file is meant to be read. Hidden ones are editors' own; some systems hide a .txt that they add."""
    return bool(re.search(_ENDING, path.name)) and not path.name.startswith(".")
