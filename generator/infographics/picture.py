"""What is known of a picture before it is painted: its words, its data table, its files and their sizes.

In: an infographic's content and its frames. Out: frozen values that pages and data files read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self


@dataclass(frozen=True, slots=True)
class Table:
    """A data table; every row has as many cells as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One file of a picture. `path` is relative to the site; `width` and `height` are pixels at this `scale`."""

    path: str
    size: str
    theme: str
    format: str
    scale: int
    width: int
    height: int
    transparent: bool = False

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Picture:
    """One infographic as pages and data files see it.

    `alt` is the short text for those who do not see it, `description` the long one, a paragraph each;
    `editorial` says that it shows judgements. `page` is the page's address relative to the site, with a closing slash.
    `formerly` are the ids that it had when its comparison was called otherwise.
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

    def called(self, id: str) -> Self:
        """The picture as it was when it had that id; the names of its files begin with it."""
        files = tuple(replace(file, path=file.path.replace(self.id, id)) for file in self.files)
        return replace(self, id=id, page=self.page.replace(self.id, id), files=files, formerly=())

    def file(self, size: str, theme: str, format: str, scale: int = 1) -> PictureFile:
        """The file of that size, theme, format and scale. KeyError: it is not published."""
        wanted = (size, theme, format, scale, False)
        for file in self.files:
            if (file.size, file.theme, file.format, file.scale, file.transparent) == wanted:
                return file
        raise KeyError((self.id, size, theme, format, scale))
