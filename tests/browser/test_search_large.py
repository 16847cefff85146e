"""The search of a site whose index has become large: in parts, with the answers that the whole index gives.

In: this repository's site, published with its index in parts, as a site above the size has it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import rectangles
from hosting import serving
from playwright.sync_api import Browser, Page, expect
from projects import shared
from searching import ask, open_search, search
from test_search import LOST, PICTURE, QUESTIONS, UNKNOWN

from generator import files
from generator.publishers import MKDOCS
from generator.publishing import search_index, split_index

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]

INDEX = "search/search_index.json"
TYPED = ("travel requirements", "key account manager", "negotiation skills", "marign")
# What may stand in a text and is read alike by who makes the parts and by the browser.
ODD = (
    "Café ﬁne İstanbul Straße &amp; &#x41;&#66;&nbsp;&bogus; ½ x² snake_case l'été",
    "the role's roles’ it’s 'quoted' n°5 日本語 Ω naïve &#9999999999;",
    "travel travels travelling negotiation negotiate happy happily classes",
)
ANSWERS = """async ({ script, index, odd, folders, asked }) => {
  const answers = async (index, questions) => {
    const worker = new Worker(script)
    const ask = (type, data) => new Promise(done => {
      worker.addEventListener("message", ({ data }) => done(data.data), { once: true })
      worker.postMessage({ type, data })
    })
    await ask(0, index)
    const found = []
    for (const question of questions) {
      const { items, suggest } = await ask(2, question)
      const short = ({ location, title, score }) => [location, title, score]
      found.push({ suggest, pages: items.map(hits => hits.map(short)) })
    }
    worker.terminate()
    return found
  }
  const parts = split => ({ config: { split }, docs: [] })
  return {
    whole: await answers(index, asked[0]),
    parts: await answers(parts(folders[0]), asked[0]),
    odd: await answers({ config: {}, docs: odd }, asked[1]),
    oddParts: await answers(parts(folders[1]), asked[1]),
  }
}"""

WHOLE = f"""async given => (await ({ANSWERS})(given)).whole.map(({{ pages }}) => pages.length)"""


def _odd() -> list[dict[str, Any]]:
    return [{"location": f"odd/#{number}", "title": text, "text": f"<p>{text}</p>"} for number, text in enumerate(ODD)]


def _in_parts(site: Path, folder: Path) -> None:
    """The same site with its index in parts; and the parts of another index."""
    shutil.copytree(site, folder, copy_function=os.link)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_index, "LARGE", 0)
        assert search_index.split(folder, MKDOCS) == ""
    _write(folder, *split_index.split(_odd()))


def _write(folder: Path, name: str, parts: dict[str, bytes]) -> str:
    for part, data in parts.items():
        files.write(folder / split_index.PLACE / name / part, data)
    return name


@pytest.fixture(scope="module")
def large(site: Path) -> Path:
    return shared("site-in-parts", lambda folder: _in_parts(site, folder))


@pytest.fixture(scope="module")
def address(large: Path) -> Iterator[str]:
    with serving(large) as root:
        yield root


def _split(site: Path) -> str:
    found: str = json.loads((site / INDEX).read_bytes())["config"]["split"]
    return found


def test_the_answers_are_those_of_the_whole_index(visit: Visit, site: Path, large: Path) -> None:
    page = visit("glossary/")
    (script,) = (large / split_index.PLACE).glob("search-*.js")
    odd, _ = split_index.split(_odd())
    questions = [*QUESTIONS, *UNKNOWN, *(word[:end] for word in TYPED for end in range(1, len(word) + 1))]
    words = sorted({word for text in ODD for word in re.findall(r"[^\s&;]+", text)})
    given = {
        "script": f"{page.url.removesuffix('glossary/')}{script.relative_to(large).as_posix()}",
        "index": json.loads((site / INDEX).read_bytes()),
        "odd": _odd(),
        "folders": [_split(large), odd],
        "asked": [questions, words],
    }
    found = page.evaluate(ANSWERS, given)
    assert sum(bool(answer["pages"]) for answer in found["whole"]) > len(QUESTIONS)
    for question, whole, parts in zip(questions, found["whole"], found["parts"], strict=True):
        assert whole["suggest"] == parts["suggest"], question
        assert _first(whole, 1) == _first(parts, 1), question
        assert set(_first(whole, 5)) == set(_first(parts, 5)), question
    for word, whole, parts in zip(words, found["odd"], found["oddParts"], strict=True):
        assert _rounded(whole) == _rounded(parts), word


def _first(answer: dict[str, Any], count: int) -> list[str]:
    """Where the first pages lead."""
    return [hits[0][0] for hits in answer["pages"][:count]]


def _rounded(answer: dict[str, Any]) -> list[tuple[str, str, float]]:
    """Every hit; scores as far as parts keep them."""
    return sorted((place, title, round(score, 1)) for hits in answer["pages"] for place, title, score in hits)


def test_a_row_shows_all_answers_side_by_side_and_opens_there(visit: Visit) -> None:
    width = 360
    page = visit("glossary/", width=width)
    search(page, "nights away")
    answers = page.locator(".md-search-result__item").first.locator(".hit > div")
    expect(answers).to_have_text([re.compile("^Key Account Manager."), re.compile("^Territory Manager.")])
    boxes = rectangles(page, ".md-search-result__item:first-child .hit > div")
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[1]["x"] + boxes[1]["width"] <= width
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url("**/kam-vs-tm/**#row-travel-requirements", wait_until="load")
    expect(page.locator("#row-travel-requirements + tr mark").first).to_have_text("Nights away")


def _pages(page: Page, large: Path, index: Any, questions: list[str]) -> list[int]:
    """How many pages the whole index has for each question."""
    (script,) = (large / split_index.PLACE).glob("search-*.js")
    given = {"script": page.url + script.relative_to(large).as_posix(), "index": index, "odd": [], "folders": ["", ""]}
    found: list[int] = page.evaluate(WHOLE, {**given, "asked": [questions, []]})
    return found


def test_it_is_told_how_many_pages_were_found_and_how_many_are_shown(visit: Visit, site: Path, large: Path) -> None:
    page = visit("")
    questions = {"planogram": "{} match", "manager": "20 of {} matching documents"}
    open_search(page)
    numbers = _pages(page, large, json.loads((site / INDEX).read_bytes()), [*questions])
    for (question, told), every in zip(questions.items(), numbers, strict=True):
        assert (every > 20) == ("20" in told)
        ask(page, question)
        expect(page.locator(".md-search-result__meta")).to_contain_text(told.format(every))
        results = page.locator(".md-search-result__item")
        expect(results).to_have_count(min(every, 10))  # the theme shows more when a reader goes on
        results.last.scroll_into_view_if_needed()
        if every > 20:
            expect(results).not_to_have_count(10)
            expect(page.locator(".md-search-result__meta")).to_have_text(told.format(every))


def test_where_not_all_places_were_looked_at_the_number_is_said_to_be_the_least(
    chromium: Browser, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(split_index, "BEST", 30)
    _in_parts(site, tmp_path / "site")
    page = chromium.new_page()
    with serving(tmp_path / "site") as root:
        page.goto(root)
        search(page, "manager")
        expect(page.locator(".md-search-result__meta")).to_have_text(re.compile(r"of at least \d+ matching documents$"))
    page.close()


def test_only_the_parts_that_a_question_is_about_are_loaded(visit: Visit, large: Path) -> None:
    page = visit("")
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.removeprefix(page.url)))
    search(page, "hexagons")
    expect(page.locator(f'.md-search-result__link[href*="{PICTURE}territory-map/"]').first).to_be_visible()
    parts = [url.rpartition("/")[2] for url in loaded if f"/{_split(large)}/" in url]
    assert parts[0] == "words.json"
    assert len(parts) == len(set(parts))
    every = [path.name for path in (large / split_index.PLACE / _split(large)).iterdir()]
    for kind, some in (("hits", 1), ("pages", 5)):
        assert 1 <= len([name for name in parts if name.startswith(kind)]) <= some
        assert len([name for name in every if name.startswith(kind)]) > some


def test_a_site_that_took_the_place_of_the_last_one_is_searched(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    asked: list[str] = []

    def old(route: Any) -> None:
        asked.append(route.request.url)
        gone = json.dumps({"config": {"split": "search-00000000"}, "docs": []})
        route.fulfill(body=gone, content_type="application/json") if len(asked) == 1 else route.continue_()

    page.route(f"**/{INDEX}", old)
    page.goto(address)
    search(page, "planogram")
    expect(page.locator('.md-search-result__link[href*="glossary/"]').first).to_be_visible()
    assert len(asked) == 2
    page.close()


@pytest.mark.parametrize(
    ("lost", "typed", "key"),
    [("words", "planogra", "m"), ("hits-*", "planogra", "m"), ("pages-*", "planogram", "Shift")],
)
def test_parts_that_could_not_be_loaded_are_told_and_asked_for_at_the_next_key(
    chromium: Browser, address: str, lost: str, typed: str, key: str
) -> None:
    errors: list[str] = []
    page = chromium.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.context.route(f"**/{lost}.json", lambda route: route.abort())
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type(typed)
    expect(page.locator(".md-search-result__meta")).to_have_text(LOST)
    page.context.unroute_all()
    page.keyboard.press(key)
    expect(page.locator(".md-search-result__link").first).to_be_visible(timeout=15_000)
    assert not errors
    page.close()
