"""A deck as one page: opened from the disk, with the keyboard, on paper, and by axe-core's rules (`make audit`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from auditing import tool
from browsing import rectangles
from playwright.sync_api import Browser, Page

from generator.deck import Options
from generator.pipeline import deck

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SHOWN = ".reveal .slides section.present"


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page, on the disk."""
    folder = tmp_path_factory.mktemp("deck")
    file = folder / "deck.html"
    made = deck(ROOT / "content", "kam-vs-tm", "light", Options(), folder / "cache", file)
    file.write_bytes(made.files[file])
    return file


@pytest.fixture(scope="module")
def window(chromium: Browser, file: Path) -> Iterator[Page]:
    """A page for all tests; fails at the end if it asked for anything but the file or the console showed an error."""
    complaints: list[str] = []
    with chromium.new_context(viewport={"width": 1280, "height": 720}) as context:
        context.on(
            "request", lambda r: None if r.url.startswith((file.as_uri(), "data:")) else complaints.append(r.url)
        )
        context.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
        context.on("weberror", lambda e: complaints.append(str(e.error)))
        yield context.new_page()
    assert not complaints


@pytest.fixture
def page(window: Page, file: Path) -> Page:
    """The page, opened anew at its first slide."""
    window.goto("about:blank")  # or an address that differs after the # alone would open nothing
    window.goto(file.as_uri())
    window.locator(".reveal.ready").wait_for()
    return window


def heading(page: Page) -> str:
    return page.locator(f"{SHOWN} :is(h1, h2)").inner_text()


def test_keys_go_through_it_and_titles_are_headings(page: Page) -> None:
    titles = page.locator(".slides :is(h1, h2)").all_text_contents()
    assert len(titles) > 10
    seen = [heading(page)]
    for _ in titles[1:]:
        page.keyboard.press("ArrowRight")
        seen.append(heading(page))
    assert seen == titles
    page.keyboard.press("ArrowLeft")
    assert heading(page) == titles[-2]
    page.keyboard.press("Home")
    assert heading(page) == titles[0]


def test_the_title_stands_where_the_picture_has_left_room_and_t_turns_nothing_but_the_theme(page: Page) -> None:
    page.keyboard.press("ArrowRight")
    page.evaluate("document.fonts.ready")
    title, picture = rectangles(page, f"{SHOWN} h2", f"{SHOWN} svg")
    assert picture == {"x": 0, "y": 0, "width": 1280, "height": 720}
    assert page.evaluate("document.fonts.check('800 30px Deck')")
    assert title["height"] < 60  # a line
    ground = f"getComputedStyle(document.querySelector('{SHOWN}')).backgroundColor"
    before, words = page.evaluate(ground), heading(page)
    page.keyboard.press("t")
    assert page.evaluate(ground) != before
    assert heading(page) == words
    page.keyboard.press("t")
    assert page.evaluate(ground) == before


def test_the_speaker_s_view_shows_the_notes(page: Page) -> None:
    page.keyboard.press("ArrowRight")
    note = page.locator(f"{SHOWN} aside.notes p").first.text_content()
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    view = opened.value
    view.locator(".speaker-controls-notes:not(.hidden)").wait_for()
    assert note
    assert note in (view.locator(".speaker-controls-notes").text_content() or "")


def test_every_slide_is_a_sheet_on_paper(window: Page, file: Path) -> None:
    page = window
    page.goto(f"{file.as_uri()}?print-pdf")
    page.locator(".reveal.ready").wait_for()
    slides = page.locator(".slides section").count()
    page.locator(".pdf-page").last.wait_for()
    sheets = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type /Page\b", sheets)) == slides


@pytest.mark.audit
def test_no_slide_breaks_a_rule(page: Page) -> None:
    page.evaluate(tool("axe-core/axe.min.js").read_text(encoding="utf-8"))
    broken = {}
    for key in ("Home", "ArrowRight", "t", "End"):  # the cover, a picture in both themes, the sources
        page.keyboard.press(key)
        found = page.evaluate(f"axe.run({{runOnly: {TAGS}}})")["violations"]
        broken[key] = [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]
    assert {key: rules for key, rules in broken.items() if rules} == {}
