"""The report as Chromium prints it: bookmarks, tags, language, title, and the same bytes again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from generator.pipeline import chosen
from generator.problems import UsageError
from generator.report import report
from generator.report.chromium import VARIABLE, chromium

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def browser_named(browser_path: str) -> Iterator[None]:
    """What prints is what would print for anybody, where it is there; other tests may have a Chromium without windows,
    which sets letters into a PDF in another way.
    """
    with pytest.MonkeyPatch.context() as patch:
        try:
            chromium()
        except UsageError:
            patch.setenv(VARIABLE, browser_path)
        yield


@pytest.fixture(scope="module")
def pdf(site: Path, browser_named: None) -> bytes:
    return report(chosen(ROOT / "content", "kam-vs-tm"), site)


def test_it_has_what_readers_and_programs_look_for(pdf: bytes, site: Path) -> None:
    view = chosen(ROOT / "content", "kam-vs-tm")
    file = pypdfium2.PdfDocument(pdf)
    assert file.is_tagged()
    assert b"/Lang (en)" in pdf
    about = file.get_metadata_dict()
    assert about["Title"] == view.comparison.name
    assert about["CreationDate"] == about["ModDate"] == f"D:{view.model.site.updated:%Y%m%d}000000+00'00'"
    bookmarks = [(mark.level, mark.get_title()) for mark in file.get_toc()]
    chapters = [title for level, title in bookmarks if level == 0]
    assert chapters[0] == "Contents"
    assert chapters[1] == view.comparison.name
    assert chapters[-2:] == ["Glossary", "Sources and method"]
    assert len(chapters) == len(view.comparison.topics) + len(view.roles) + 4
    assert max(level for level, _ in bookmarks) > 0
    pages = [page.get_textpage().get_text_range() for page in file]
    for number, text in enumerate(pages[1:], 2):
        assert re.search(rf"\b{number} / {len(pages)}\b", text), number
    assert "1 /" not in pages[0]
    whole = " ".join(" ".join(pages).split())
    for name in (
        *(topic.name for topic in view.comparison.topics[:3]),
        *(view.model.roles[role.id].name for role in view.roles),
    ):
        assert name.casefold() in whole.casefold()


def test_the_same_site_is_the_same_report(pdf: bytes, site: Path) -> None:
    assert report(chosen(ROOT / "content", None), site) == pdf
