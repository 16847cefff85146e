"""What is known of a picture before it is painted: its words, its data table, its files and their sizes.

In: an infographic's content and its frames. Out: frozen values that pages and data files read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self


@dataclass(frozen=True, slots=True)
class Table:
    """A data table; every row has as many cells as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def without_empty_columns(self) -> Table:
        """The table without columns in which no row has a value."""
        kept = [place for place in range(len(self.columns)) if any(row[place] for row in self.rows)]
        rows = tuple(tuple(row[place] for place in kept) for row in self.rows)
        return Table(tuple(self.columns[place] for place in kept), rows)


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One file of a picture. `path` is relative to the site; `width` and `height` are pixels at this `scale`.

    `alt` is its alternative text where this size shows less than the picture's own speaks of.
    """

    path: str
    size: str
    theme: str
    format: str
    scale: int
    width: int
    height: int
    transparent: bool = False
    alt: str = ""
    editable: bool = False

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Picture:
    """One infographic as pages and data files see it.

    `alt` is the short text for those who do not see it, `description` the long one, a paragraph each;
    `editorial` says that it shows judgements. `page` is the page's address relative to the site, with a closing slash.
    `formerly` are the ids that it had when its comparison was called otherwise; `named` is a short name for menus, if
    it has one.
    """

    id: str
    comparison: str
    kind: str
    title: str
    eyebrow: str
    alt: str
    description: tuple[str, ...]
    editorial: bool
    page: str
    table: Table
    files: tuple[PictureFile, ...]
    formerly: tuple[str, ...] = ()
    named: str = ""

    @property
    def menu(self) -> str:
        """Its name in the menu."""
        return self.named or self.eyebrow

    def alt_of(self, file: PictureFile) -> str:
        """The alternative text of one of its files."""
        return file.alt or self.alt

    def called(self, id: str) -> Self:
        """The picture as it was when it had that id; the names of its files begin with it."""
        files = tuple(replace(file, path=file.path.replace(self.id, id)) for file in self.files)
        return replace(self, id=id, page=self.page.replace(self.id, id), files=files, formerly=())

    def svg(self, theme: str, sizes: Iterable[str]) -> PictureFile | None:
        """The SVG in that theme, in the first of these sizes that is published; not the one to edit."""
        looks = (theme, "svg", False)
        found = (file for file in self.files if (file.theme, file.format, file.editable) == looks)
        return self._first(sizes, found)

    def png(self, theme: str, sizes: Iterable[str], *, transparent: bool = False) -> PictureFile | None:
        """The PNG of most pixels in that theme, in the first of these sizes that is published."""
        looks = (theme, "png", transparent)
        found = (file for file in self.files if (file.theme, file.format, file.transparent) == looks)
        return self._first(sizes, sorted(found, key=lambda file: file.scale))

    def _first(self, sizes: Iterable[str], files: Iterable[PictureFile]) -> PictureFile | None:
        by_size = {file.size: file for file in files}
        return next((by_size[size] for size in sizes if size in by_size), None)
