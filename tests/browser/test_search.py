"""The search answers questions, forgives slips of the keyboard and leads to the place that it found, which it marks.

It knows rows of tables, terms and what pictures show, their alternative texts and their data.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from browsing import rectangles
from playwright.sync_api import Browser, Page, Route, expect
from searching import OPENERS, ask, open_search, search

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]


# What controls and downloads are called, or what is there for print alone: no answer to what a reader looks for.
LABELS = (
    "Copy alt text",
    "Copy embed",
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
    "Keep this result",
    "2× the pixels",
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
    page.locator(OPENERS).first.click()
    page.locator(".md-search__input").press_sequentially(word)  # as a reader does, before the index has come
    result = page.locator(f'.md-search-result__link[href*="{path}?h={word}"]').first  # of the whole word
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


# A question → where one of the first hits has to lead, and how many of them count.
ROW = "kam-vs-tm/#row-"
PICTURE = "infographics/kam-vs-tm-"
TOPIC = "kam-vs-tm/"
QUESTIONS: dict[str, tuple[int, str]] = {
    "how much travel": (1, f"{ROW}travel-requirements"),
    "How much travel is there?": (1, f"{ROW}travel-requirements"),
    "trvael": (1, f"{ROW}travel-requirements"),
    "nights away": (1, f"{ROW}travel-requirements"),
    "can I work from home": (1, f"{ROW}travel-requirements"),
    "negotation": (1, f"{ROW}skills-required"),
    "teritory": (1, "glossary/#term-territory"),
    "hexagon map": (1, f"{PICTURE}territory-map/"),
    "portfolio circles": (1, f"{PICTURE}account-portfolio/"),
    "week": (1, f"{PICTURE}week-in-the-role/"),
    "decision tree": (1, f"{PICTURE}decision-tree/"),
    "who does the territory manager report to": (1, f"{TOPIC}role-overview/"),
    "what does a key account manager do": (1, "roles/key-account-manager/"),
    "KAM": (1, "roles/key-account-manager/"),
    "KPIs": (1, f"{ROW}performance-metrics"),
    "quota": (2, "glossary/#term-sales-quota"),
    "what is a planogram": (1, "glossary/#term-planogram"),
    "career": (1, f"{TOPIC}career-progression/"),
    "carreer paths": (1, f"{TOPIC}career-progression/"),
    "which role do we need": (1, f"{TOPIC}choosing-the-right-role/"),
    "should we hire a KAM or a TM?": (1, f"{TOPIC}choosing-the-right-role/"),
    "skills": (1, f"{ROW}skills-required"),
    "how is success measured": (1, f"{ROW}performance-metrics"),
    "measure success": (1, f"{ROW}performance-metrics"),
    "difference between KAM and TM": (1, "kam-vs-tm/"),
    "powerpoint": (1, "slides/#deck-powerpoint"),
    "pptx": (1, "slides/"),
    "embed": (1, f"{PICTURE}comparison-table/#embed"),
    "embed code": (1, f"{PICTURE}comparison-table/#embed"),
    "iframe": (1, f"{PICTURE}comparison-table/#embed"),
    "print": (2, "roles/territory-manager/"),
    "job description": (2, "roles/key-account-manager/"),
    "who owns pricing": (1, f"{TOPIC}core-responsibilities/"),
    "can I switch from TM to KAM": (1, f"{TOPIC}career-progression/"),
    "switch roles": (1, f"{TOPIC}career-progression/"),
    "who handles the chain store": (1, f"{PICTURE}territory-map/"),
    "what tools": (1, f"{ROW}skills-required"),
}
# What the site does not speak of.
UNKNOWN = ("salary", "zebra")
BEST = """() => [...document.querySelectorAll(".md-search-result__item")].map(item => {
  const address = new URL(item.querySelector("a").href)
  address.search = ""
  return address.href
})"""


def _found(page: Page, question: str) -> list[str]:
    """Where the hits lead, the best first."""
    ask(page, question)
    found: list[str] = page.evaluate(BEST)
    return found


def test_questions_are_answered(visit: Visit) -> None:
    page = visit("")
    open_search(page)
    home = page.url
    wrong = {}
    for question, (count, place) in QUESTIONS.items():
        found = [address.removeprefix(home) for address in _found(page, question)[:count]]
        if place not in found:
            wrong[question] = found
    assert wrong == {}
    assert [word for word in UNKNOWN if _found(page, word)] == []
    # A word that few places have decides, and common ones do not.
    assert _found(page, "how much travel do they have to do") == _found(page, "travel")


def test_nothing_is_said_twice(site: Path) -> None:
    entries = _entries(site)
    places = [entry["location"] for entry in entries]
    assert len(places) == len(set(places))
    assert [place for place in places if place.endswith(("#top", "#related", "#alt", "#table"))] == []
    assert [place for place in places if "#slide-" in place or "#picture-" in place] == []


def test_every_entry_leads_to_a_place_that_there_is(site: Path) -> None:
    pages: dict[str, str] = {}
    for entry in _entries(site):
        path, _, place = entry["location"].partition("#")
        text = pages.setdefault(path, (site / path / "index.html").read_text(encoding="utf-8"))
        assert not place or f'id="{place}"' in text, entry["location"]


@pytest.mark.parametrize(("width", "theme"), [(360, "dark"), (1280, "light")])
def test_a_row_shows_all_answers_side_by_side_and_opens_there(visit: Visit, width: int, theme: str) -> None:
    page = visit("glossary/", width=width, theme=theme)
    search(page, "nights away")
    answers = page.locator(".md-search-result__item").first.locator(".hit > div")
    expect(answers).to_have_text([re.compile("^Key Account Manager."), re.compile("^Territory Manager.")])
    boxes = rectangles(page, ".md-search-result__item:first-child .hit > div")
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]
    assert boxes[1]["x"] + boxes[1]["width"] <= width
    page.locator(".md-search-result__link").first.click()  # the name of the page leads to the place as well
    page.wait_for_url("**/kam-vs-tm/**#row-travel-requirements", wait_until="load")
    row = page.locator("#row-travel-requirements")
    expect(row).to_be_in_viewport()
    assert row.evaluate("row => row.matches(':target')")
    expect(page.locator("#row-travel-requirements + tr mark").first).to_have_text("Nights away")


def test_texts_of_the_index_are_no_markup(visit: Visit) -> None:
    page = visit("")
    hostile = "<img src=x onerror=alert(1)>"
    escaped = html.escape(hostile)
    entry = {
        "location": "x/#row-x",
        "title": f"Zebra {escaped}",
        "text": f"<p>zebra {escaped}</p>",
        "kind": "row",
        "question": hostile,
        "answers": [{"role": hostile, "hue": "teal", "short": [f"zebra {hostile}"]}],
    }
    docs = [{"location": "x/", "title": escaped, "text": ""}, entry, {**entry, "location": "x/#y", "answers": None}]
    index = json.dumps({"config": {}, "docs": docs})
    page.route("**/search_index.json", lambda route: route.fulfill(body=index, content_type="application/json"))
    search(page, "zebra")
    expect(page.locator(".md-search-result__item .hit")).to_be_attached()
    assert page.locator(".md-search-result__list img").count() == 0
    expect(page.locator(".md-search-result__item h1").first).to_have_text(hostile)


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


LOST = re.compile("^The search could not be loaded")
FAILURES: dict[str, Callable[[Route], None]] = {
    "no connection": lambda route: route.abort(),
    "an error of the host": lambda route: route.fulfill(status=503, body="{}"),
    "a page in its place": lambda route: route.fulfill(status=200, body="<!doctype html><p>Log in first"),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_an_index_that_could_not_be_loaded_is_told_and_asked_for_at_the_next_key(
    chromium: Browser, address: str, failure: str
) -> None:
    errors: list[str] = []
    page = chromium.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route("**/search_index.json", FAILURES[failure])
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(".md-search-result__meta")).to_have_text(LOST)
    page.unroute_all()
    page.keyboard.type("planogram")
    expect(page.locator('.md-search-result__link[href*="glossary/"]').first).to_be_visible(timeout=15_000)
    assert not errors
    page.close()


def test_an_index_that_could_not_be_loaded_is_asked_for_when_the_field_gets_the_focus_again(
    chromium: Browser, address: str
) -> None:
    page = chromium.new_page()
    page.route("**/search_index.json", lambda route: route.abort())
    page.goto(address)
    page.keyboard.press("/")
    told = page.locator(".md-search-result__meta")
    expect(told).to_have_text(LOST)
    page.locator(".md-search__input").blur()
    page.unroute_all()
    page.locator(".md-search__input").focus()
    expect(told).to_have_text("Type to start searching", timeout=15_000)
    page.close()
