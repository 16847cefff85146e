"""The decision guide's result to keep: a memo on one sheet, as text and as a picture, which say what the page says."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from auditing import tool
from PIL import Image
from playwright.sync_api import Browser, Download, Page, expect

from generator.infographics import sections
from generator.model.decision import decide
from generator.model.loading import load
from generator.model.schema import Guide

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]

ROOT = Path(__file__).parents[2]
PAGE = "kam-vs-tm/choosing-the-right-role/"
# A role leads; none does; none does yet, and questions are open.
ANSWERS = {
    "which-role-tm.png": (1, 1, 1, 1, 1, 1, 1, 0),
    "which-role-both.png": (2, 2, 2, 0, 1, 1, 0, 1),
    "which-role-so-far.png": (2, 2),
}
SHEETS = re.compile(rb"/Type /Page\n")


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The guide of the content in this repository."""
    return load(ROOT / "content", kinds=sections()).comparisons["kam-vs-tm"].guide


def answered(visit: Visit, guide: Guide, places: tuple[int, ...], theme: str = "light", width: int = 1280) -> Page:
    given = (f"{question.id}.{place + 1}" for question, place in zip(guide.questions, places, strict=False))
    page = visit(f"{PAGE}?guide={'_'.join(given)}", theme=theme, width=width)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    expect(page.locator(".result__keep")).to_be_visible()
    return page


def copied(page: Page) -> str:
    page.get_by_role("button", name="Copy as text").click()
    expect(page.locator("[data-kept]")).to_have_text("Memo copied")
    return str(page.evaluate("navigator.clipboard.readText()"))


def saved(page: Page) -> tuple[Download, Image.Image]:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as picture").click()
    return download.value, Image.open(io.BytesIO(download.value.path().read_bytes())).convert("RGB")


def assert_wears(page: Page, picture: Image.Image) -> None:
    """It has the colours of the page, in the page's theme."""
    for place, selector, name in (
        ((picture.width - 1, 0), "body", "--ground"),
        ((1, 1), "[data-role=territory-manager]", "--solid"),
    ):
        colour = page.locator(selector).first.evaluate(f"e => getComputedStyle(e).getPropertyValue('{name}')")
        assert "#{:02x}{:02x}{:02x}".format(*picture.getpixel(place)) == colour.strip().lower()


@pytest.mark.parametrize("name", ANSWERS)
def test_the_memo_says_what_the_program_decides(visit: Visit, guide: Guide, name: str) -> None:
    page = answered(visit, guide, ANSWERS[name])
    choice = {question.id: place for question, place in zip(guide.questions, ANSWERS[name], strict=False)}
    decision = decide(guide, choice)
    verdict = guide.together.title if decision.conclusion == "together" else "No role leads clearly yet"
    if decision.conclusion == "role":
        verdict = guide.verdicts[decision.leaders[0]].title
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print or save as PDF").click()
    page.emulate_media(media="print")
    paper = page.locator("body > .memo").inner_text()
    page.emulate_media(media="null")
    text = copied(page)
    for memo in (text, paper):
        words = re.sub(r"\s+", " ", memo)
        assert verdict in words
        assert f"The lead is {decision.lead};" in words
        assert f"{len(choice)} of {len(guide.questions)} answered" in words
        assert page.url in re.sub(r"\s+", "", memo)
        assert "editorial judgement" in words
        for question in guide.questions:
            assert question.question in words
            for place, answer in enumerate(question.answers):
                assert (answer.text in words) == (choice.get(question.id) == place), answer.text
    for role, total in zip(("Key Account Manager", "Territory Manager"), decision.totals.values(), strict=True):
        assert f"{role}: {total}\n" in text
        assert text.count(f"Speaks for {role}, +") == sum(
            len(pull.towards) == 1 and pull.towards[0].replace("-", " ") == role.lower() for pull in decision.pulls
        )
    assert saved(page)[0].suggested_filename == name


def test_the_memo_is_one_sheet_and_then_the_page_is_printed_as_before(visit: Visit, guide: Guide) -> None:
    page = answered(visit, guide, ANSWERS["which-role-both.png"], theme="dark")
    before = {form: len(SHEETS.findall(page.pdf(format=form))) for form in ("A4", "Letter")}
    page.evaluate("window.print = () => {}")
    for form, sheets in before.items():
        page.get_by_role("button", name="Print or save as PDF").click()
        assert len(SHEETS.findall(page.pdf(format=form))) == 1 < sheets
        assert len(SHEETS.findall(page.pdf(format=form))) == sheets
        expect(page.locator("body > .memo")).to_be_hidden()


def test_the_picture_has_the_theme_and_the_colours_of_the_page(visit: Visit, guide: Guide) -> None:
    page = answered(visit, guide, ANSWERS["which-role-tm.png"], theme="dark")
    assert_wears(page, saved(page)[1])


def test_long_words_stay_on_the_sheet_and_in_the_picture(visit: Visit, guide: Guide) -> None:
    page = answered(visit, guide, ANSWERS["which-role-tm.png"])
    usual = saved(page)[1]
    assert_wears(page, usual)
    page.evaluate("""() => {
      for (const text of document.querySelectorAll(".pulls strong")) text.textContent = "unmeasurably-long ".repeat(14)
      document.querySelector("[data-verdict]").textContent = "M".repeat(160)
      window.print = () => {}
    }""")
    longer = saved(page)[1]
    assert longer.width == usual.width
    assert longer.height > usual.height == longer.width * 630 / 1200
    for picture in (usual, longer):
        edge = picture.crop((picture.width - 80, 0, picture.width, picture.height))
        assert edge.getcolors() == [(80 * picture.height, picture.getpixel((picture.width - 1, 0)))]
    page.get_by_role("button", name="Print or save as PDF").click()
    assert len(SHEETS.findall(page.pdf(format="A4"))) == 1
    page.emulate_media(media="print")
    assert page.locator("body > .memo").evaluate("memo => memo.scrollWidth <= memo.clientWidth")


def test_where_nothing_can_be_copied_the_text_is_there_to_take(visit: Visit, guide: Guide) -> None:
    page = answered(visit, guide, (0,))
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    field = page.get_by_label("The memo as text")
    expect(field).to_be_hidden()
    page.get_by_role("button", name="Copy as text").press("Enter")
    expect(page.locator("[data-kept]")).to_contain_text("selected")
    expect(field).to_be_focused()
    assert guide.questions[0].answers[0].text in page.evaluate("getSelection().toString()")


def test_nothing_is_offered_or_fetched_before_there_is_something_to_keep(visit: Visit) -> None:
    page = visit(PAGE)
    fetched = "performance.getEntriesByType('resource').filter(({ name }) => /memo-/.test(name)).length"
    expect(page.locator(".guide .result__tally")).to_be_visible()
    assert page.evaluate(fetched) == 0
    page.locator("[data-question] tbody tr").first.click()
    expect(page.get_by_role("button", name="Save as picture")).to_be_visible()
    assert page.evaluate(fetched) == 1
    page.locator("[data-do=clear]").click()
    expect(page.locator(".result__keep")).to_be_hidden()


@pytest.mark.audit
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_result_breaks_no_rule(chromium: Browser, address: str, theme: str) -> None:
    context = chromium.new_context(color_scheme=theme, bypass_csp=True)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}{PAGE}?guide=revenue-source.1")
    expect(page.locator(".result__keep")).to_be_visible()
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Copy as text").click()
    page.evaluate(tool("axe-core/axe.min.js").read_text(encoding="utf-8"))
    assert page.evaluate("axe.run().then(({ violations }) => violations.map(({ id }) => id))") == []
    context.close()
