"""The search finds terms and what pictures show, their alternative texts and their data; it marks what it found."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]


# What controls and downloads are called, or what is there for print alone: no answer to what a reader looks for.
LABELS = (
    "Copy alt text",
    "Copy embed code",
    "Copy image",
    "Copy link to these answers",
    "Download file",
    "Download the table",
    "Download this picture",
    "Choose rows",
    "Draft of a job description",
    "Every file",
    "Every size to download",
    "Link to this row",
    "No role leads clearly yet",
    "Only what differs",
    "PNG, 2×",
    "Place of work",
    "Read less",
    "Read more",
    "Show how each answer counts",
    "Read the profile",
    "The roles side by side",
    "_backgroundColor",
    "allow-popups",
)


def _words(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def _entries(site: Path) -> list[dict[str, str]]:
    docs: list[dict[str, str]] = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    return docs


class _Excluded(HTMLParser):
    """Elements that search leaves out and that have one of their own name within."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.nested: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if (tag, True) in self.open:
            self.nested.append(self.get_starttag_text() or tag)
        if tag not in ("br", "img", "input", "source", "link", "meta"):
            self.open.append((tag, "data-search-exclude" in dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass


def test_no_label_of_a_control_is_in_the_index(site: Path) -> None:
    published = "".join(_words(page.read_text(encoding="utf-8")) for page in site.rglob("index.html"))
    found = " ".join(_words(f"{entry['title']} {entry['text']}") for entry in _entries(site))
    for label in LABELS:
        assert label in published, "this label has another name now"
        assert label not in found


def test_what_is_left_out_of_the_index_has_no_element_of_its_own_name(site: Path) -> None:
    # The theme's reader of pages ends an exclusion at the first closing tag of that name.
    for page in site.rglob("index.html"):
        reading = _Excluded()
        reading.feed(page.read_text(encoding="utf-8"))
        assert reading.nested == [], page


def test_the_readers_search_knows_no_page_for_contributors(site: Path) -> None:
    places = [entry["location"] for entry in _entries(site)]
    assert "glossary/" in places
    assert [place for place in places if place.startswith("contributing/")] == []


def test_words_of_every_picture_are_in_the_index(site: Path) -> None:
    entries = _entries(site)
    pictures = json.loads((site / "data" / "infographics.json").read_text(encoding="utf-8"))
    assert pictures
    for picture in pictures:
        found = _words(" ".join(each["text"] for each in entries if each["location"].startswith(picture["page"])))
        cells = [str(cell) for row in picture["table"]["rows"] for cell in row]
        assert [words for words in (picture["alt"], *cells) if _words(words) not in found] == [], picture["id"]


@pytest.mark.parametrize(
    ("width", "word", "path"),
    [(360, "planogram", "glossary/"), (1280, "hexagons", "infographics/kam-vs-tm-territory-map/")],
)
def test_a_word_leads_to_its_page_or_picture(visit: Visit, width: int, word: str, path: str) -> None:
    page = visit("", width=width)
    page.locator("label.md-header__button[for=__search]:visible, .md-search__input:visible").first.click()
    page.locator(".md-search__input").press_sequentially(word)
    result = page.locator(f'.md-search-result__link[href*="{path}"]').first
    expect(result).to_be_visible(timeout=15_000)
    result.click()
    page.wait_for_url(f"**/{path}**", wait_until="commit")
    mark = page.locator(".md-content mark").first
    expect(mark).to_be_visible(timeout=15_000)
    expect(mark).to_have_text(word, ignore_case=True)


def test_a_word_within_a_folded_text_is_shown(visit: Visit) -> None:
    page = visit("kam-vs-tm/?h=negotiation#table")
    marks = page.locator(".versus__details mark")
    expect(marks.first).to_be_visible(timeout=15_000)
    folded = page.locator(".versus details:not([open])")
    assert folded.locator("mark").count() == 0
    assert folded.count() > 0


@pytest.mark.parametrize("path", ["", "kam-vs-tm/", "404.html"])
def test_a_page_on_which_nobody_searches_does_not_fetch_the_index(visit: Visit, path: str) -> None:
    page = visit(path)
    page.wait_for_load_state("networkidle")
    fetched = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    assert [name for name in fetched if "search" in name and name.endswith(".json")] == []
    with page.expect_request("**/search_index.json"):
        page.keyboard.press("/")


def test_typing_while_the_index_is_on_its_way_is_not_lost(visit: Visit) -> None:
    page = visit("")
    page.route("**/search_index.json", lambda route: (page.wait_for_timeout(600), route.continue_()))
    page.keyboard.press("/")
    page.keyboard.type("planogram")
    expect(page.locator(".md-search-result__link").first).to_be_visible(timeout=15_000)
