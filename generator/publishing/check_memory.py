"""What a check of the site found whole, kept so that the next one need not read it again.

In: a file in the project's cache. Out: of pages what they refer to and what can be referred to in them, by the hash of
their bytes; pictures that are what their list says. Only what was found whole is kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import files

_BETWEEN = "\n"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the check of links asks of a page: `links` are the files of the site that it refers to, with a fragment
    after a tab, `ids` the fragments that it has. Each is one text, for a site has thousands of pages.
    """

    digest: str
    links: str
    ids: str

    @classmethod
    def of(cls, digest: str, links: Iterable[str], ids: Iterable[str]) -> Facts:
        return cls(digest, _BETWEEN.join(map(_line, links)), _BETWEEN.join(map(_line, ids)))

    def each_link(self) -> list[str]:
        return self.links.split(_BETWEEN) if self.links else []

    def each_id(self) -> set[str]:
        return set(self.ids.split(_BETWEEN))


def _line(text: str) -> str:
    """What holds a line break is never found, and so looked at closely."""
    return text.replace(_BETWEEN, "\0")


class CheckMemory:
    """What the last check found. `context` says with what it was checked: whatever has a say in all pages."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._before: dict[str, Any] = {}
        self._context = ""
        self._pages: dict[str, Facts] = {}
        self._pictures: set[str] = set()

    def begin(self, context: str) -> None:
        """What was checked with something else is forgotten."""
        self._context = context
        self._before = _read(self._file, context) if self._file else {}
        self._pictures, self._pages = set(), {}

    def page(self, name: str, digest: str) -> Facts | None:
        """Of the page of that name with these bytes."""
        kept = self._before.get("pages", {}).get(name)
        return Facts(*kept) if kept and kept[0] == digest else None

    def keep_page(self, name: str, facts: Facts) -> None:
        self._pages[name] = facts

    def is_picture(self, told: str) -> bool:
        return told in self._before.get("pictures", ())

    def keep_picture(self, told: str) -> None:
        """A picture of which that was found to be true."""
        self._pictures.add(told)

    def save(self) -> None:
        """OutputError."""
        if self._file:
            pages = {name: (facts.digest, facts.links, facts.ids) for name, facts in self._pages.items()}
            value = {"context": self._context, "pages": pages, "pictures": sorted(self._pictures)}
            files.write(self._file, json.dumps(value, separators=(",", ":")).encode())


def _read(file: Path, context: str) -> dict[str, Any]:
    """What was kept; nothing where it is damaged or of another context."""
    try:
        kept = json.loads(file.read_bytes())
        if kept["context"] != context:
            return {}
        pages = {str(name): (str(digest), str(links), str(ids)) for name, (digest, links, ids) in kept["pages"].items()}
        return {"pages": pages, "pictures": {str(told) for told in kept["pictures"]}}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}
