"""The search finds terms, and what pictures show: their alternative texts and their data."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]


def _words(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def test_words_of_every_picture_are_in_the_index(site: Path) -> None:
    entries = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
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
    expect(page.locator(".md-content")).to_contain_text(word, ignore_case=True)


def test_typing_while_the_index_is_on_its_way_is_not_lost(visit: Visit) -> None:
    page = visit("")
    page.route("**/search_index.json", lambda route: (page.wait_for_timeout(600), route.continue_()))
    page.keyboard.press("/")
    page.keyboard.type("planogram")
    expect(page.locator(".md-search-result__link").first).to_be_visible(timeout=15_000)
