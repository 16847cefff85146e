"""From a comparison and its site to the report.

In: a comparison, the folder of the site. Out: the PDF.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.model import View
from generator.problems import UsageError
from generator.report.chromium import chromium, printed
from generator.report.combined import Chapter, combined


def report(view: View, site: Path) -> bytes:
    """The comparison's pages in reading order.

    UsageError: there is no Chromium, it failed, or the site has not all the pages. OutputError.
    """
    program = chromium()
    chapters = tuple(_chapters(view, site.resolve()))
    return printed(combined(view, site.resolve(), chapters), program, view.model.site.updated)


def _chapters(view: View, site: Path) -> Iterator[Chapter]:
    for address in _addresses(view):
        file = site / address / "index.html"
        if not file.is_file():
            raise UsageError(f"the report is made of the site, and {file} is not there yet; call visavis build first")
        yield Chapter(address, file.read_text(encoding="utf-8"))


def _addresses(view: View) -> Iterator[str]:
    """The pages' addresses relative to the site: what differs, in what, who they are, what terms mean, who says so."""
    yield f"{view.id}/"
    yield from (f"{view.id}/{topic.id}/" for topic in view.comparison.topics)
    yield from (f"roles/{role.id}/" for role in view.roles)
    yield from ("glossary/",) if view.model.glossary else ()
    yield "sources/"
