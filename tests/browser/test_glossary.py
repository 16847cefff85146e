"""The glossary: letters that lead to its terms, a filter, and sources where a term has one of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from browsing import rectangles
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]
GLOSSARY = "glossary/"


def shown(page: Page) -> list[str]:
    """The names of the terms in sight."""
    names = page.locator(".term:visible h2").evaluate_all("all => all.map(one => one.textContent)")
    return [name.removesuffix("¶").strip() for name in names]


def test_every_letter_leads_to_its_first_term_and_no_other_letter_is_there(visit: Visit) -> None:
    page = visit(GLOSSARY)
    names = shown(page)
    letters = page.locator(".letters a").all_inner_texts()
    assert letters == sorted({name[0].upper() for name in names})
    for letter in letters:
        page.locator(".letters a", has_text=letter).click()
        first = page.locator(".term:has(:target)")
        assert first.locator("h2").inner_text().upper().startswith(letter)
        heading, header = rectangles(page, ".term:has(:target) h2", ".md-header")
        assert heading["y"] >= header["height"]


def test_the_filter_leaves_terms_with_all_of_the_words(visit: Visit) -> None:
    page = visit(GLOSSARY)
    everything = shown(page)
    field, status = page.get_by_label("Filter"), page.locator(".letters [role=status]")
    field.fill("QUOTA  sales")
    assert "Sales quota" in shown(page)
    assert 0 < len(shown(page)) < len(everything)
    expect(status).to_have_text(f"{len(shown(page))} of {len(everything)} terms")
    texts = [text.lower() for text in page.locator(".term:visible").all_inner_texts()]
    assert all("quota" in text and "sales" in text for text in texts)
    assert page.locator(".letters a:visible").all_inner_texts() == sorted({name[0].upper() for name in shown(page)})
    field.fill("zzzz")
    assert shown(page) == []
    field.fill("")
    assert shown(page) == everything
    expect(status).to_be_empty()


def test_a_link_to_a_term_that_is_filtered_away_shows_it(visit: Visit) -> None:
    page = visit(GLOSSARY)
    page.get_by_label("Filter").fill("planogram")
    page.evaluate("location.hash = 'term-territory'")
    expect(page.locator(".term:has(#term-territory)")).to_be_in_viewport()
    expect(page.get_by_label("Filter")).to_be_empty()


@pytest.mark.parametrize("path", [GLOSSARY], scope="session")
def test_the_filter_moves_nothing_when_its_script_comes(visit: Visit, path: str) -> None:
    page, places = visit(path, width=360, reads=True), []
    for held in (True, False):
        page.locator(".letters__filter").evaluate("(filter, held) => { filter.hidden = held }", held)
        places.append(page.locator(".term").first.bounding_box())
    assert places[0] == places[1]


def test_the_filter_fits_a_narrow_screen(visit: Visit) -> None:
    page = visit(GLOSSARY, width=320)
    page.get_by_label("Filter").fill("a")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("path", [GLOSSARY], scope="session")
def test_without_scripts_there_is_no_filter_and_the_letters_lead_on(visit: Visit, path: str) -> None:
    page = visit(path, scripts=False, reads=True)
    expect(page.get_by_label("Filter")).to_be_hidden()
    expect(page.locator(".letters a").first).to_be_visible()


@pytest.mark.parametrize("path", [GLOSSARY], scope="session")
def test_what_the_editors_worded_is_said_once(visit: Visit, path: str) -> None:
    page = visit(path, reads=True)
    assert page.get_by_text("Editorial judgement").count() == 1
    for link in page.locator(".term .aside a").all():
        assert "source-editorial" not in (link.get_attribute("href") or "")
    assert 0 < page.locator(".term .aside a").count() < page.locator(".term").count()
