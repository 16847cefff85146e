"""The site's search, asked as a reader asks it, but so that it answers once.

In: a page in Chromium. Out: the field is open, and the results are those of the whole question.
"""

from __future__ import annotations

from playwright.sync_api import Page, expect

OPENERS = "label.md-header__button[for=__search]:visible, .md-search__input:visible"
_SAID = ".md-search-result__meta"
_PATIENCE = 15_000  # milliseconds; for a bug, no measure


def open_search(page: Page) -> None:
    """Until the theme has answered the empty field: it says that nothing matches where a question came before that."""
    page.locator(OPENERS).first.click()
    expect(page.locator(_SAID)).to_have_text("Type to start searching", timeout=_PATIENCE)


def ask(page: Page, question: str) -> None:
    """Until it is answered, in the search that is open. Typed letter by letter it would be answered as often, each time
    with other results in place of those that a test looks at.
    """
    page.evaluate("""() => {
      document.querySelector(".md-search-result__list").replaceChildren()
      document.querySelector(".md-search-result__meta").textContent = ""
    }""")
    field = page.locator(".md-search__input")
    field.fill(question)
    field.press("End")  # the theme reads the field when a key goes up
    expect(page.locator(_SAID)).to_contain_text("match", timeout=_PATIENCE)


def search(page: Page, question: str) -> None:
    """Opens the search and asks."""
    open_search(page)
    ask(page, question)
