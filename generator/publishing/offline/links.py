"""Where a link of a page leads when there is no server.

In: a page's path, a link as it is written, the files that are taken along and those that are not. Out: the link to
write in its place: a folder becomes the page in it, and what stays behind is found where the site is published.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote, unquote

_PAGE = "index.html"


@dataclass(frozen=True, slots=True)
class Links:
    """`kept` and `left` are files of the site; `address` is where it is published, with a closing slash."""

    kept: Collection[str]
    left: Collection[str]
    address: str

    def of(self, page: str, link: str) -> str:
        """The link of that page; as it was where it leads out of the site, stays within its page, or is none."""
        path, rest = _parted(link)
        if not path or path.startswith("/") or ":" in path:
            return link
        target = self.within(page, path)
        if target in self.kept or target.startswith(".."):
            return link
        if _in(target) in self.kept:
            return ("" if path in (".", "./") else path.rstrip("/") + "/") + _PAGE + rest
        found = target in self.left or _in(target) in self.left
        return self.published(target, slash=target not in self.left) + rest if found else link

    def published(self, target: str, *, slash: bool = False) -> str:
        """Where a file of the site is published; with `slash`, a folder."""
        return self.address + quote("" if target == "." else target, safe="/@") + "/" * (slash and target != ".")

    @staticmethod
    def within(page: str, path: str) -> str:
        """The path in the site that is meant in a page."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path)))


def page_of(location: str) -> str:
    """An address of the search's index as one of a file: of a folder the page in it."""
    path, rest = _parted(location)
    return (path + _PAGE if not path or path.endswith("/") else path) + rest


def _in(folder: str) -> str:
    return posixpath.normpath(posixpath.join(folder, _PAGE))


def _parted(link: str) -> tuple[str, str]:
    """The path of a link, and its query and fragment."""
    end = min((place for sign in "?#" if (place := link.find(sign)) >= 0), default=len(link))
    return link[:end], link[end:]
