"""What a publisher is told of the last build, and what it keeps for the next one.

In: a project, what was kept, the hashes of docs/. Out: an order as a file, in which the publisher reads what changed;
afterwards what it kept lies where the next build looks for it.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from generator import files
from generator.project import Project
from generator.publishing.check_memory import CheckMemory

# As unfinished files are called, which a later build clears away.
_ORDER, _NEW = ".visavis-order.part", ".visavis-pages.part"


@dataclass(frozen=True, slots=True)
class Kept:
    """What one build keeps for the next: hashes of files, what of the site was checked, and at `pages` what the
    publisher knows of those that it made. `current`: the site is still the one that this is about.
    """

    digests: files.Digests
    checked: CheckMemory
    pages: Path
    current: bool = False

    def without_site(self) -> Kept:
        return replace(self, current=False)

    def order(self, project: Project, generated: Collection[str]) -> Path:
        """The order. OSError, OutputError."""
        sources = files.stats(project.docs)
        pages = {name: self.digests.of(project.docs / name, each) for name, each in sources.items() if _is_page(name)}
        value = {
            "generated": sorted(generated),
            "pages": pages,
            "into": str(self._new),
            "kept": str(self.pages),
            "site": str(project.site.resolve()) if self.current else "",
        }
        self._new.unlink(missing_ok=True)
        order = self.pages.with_name(_ORDER)
        files.write(order, json.dumps(value).encode())
        return order

    def keep_pages(self) -> None:
        """What the publisher kept counts from now on; nothing where it kept nothing. OSError."""
        if self._new.exists():
            self._new.replace(self.pages)
        else:
            self.pages.unlink(missing_ok=True)

    def clear(self) -> None:
        """Nothing unfinished stays, whatever happened."""
        with suppress(OSError):
            self.pages.with_name(_ORDER).unlink(missing_ok=True)
            self._new.unlink(missing_ok=True)

    @property
    def _new(self) -> Path:
        return self.pages.with_name(_NEW)


def _is_page(name: str) -> bool:
    return name.endswith((".md", ".markdown", ".mdown", ".mkdn", ".mkd"))
