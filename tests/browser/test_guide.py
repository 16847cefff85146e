"""The decision guide as a questionnaire: it counts as the program does, explains itself and can be shared."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from generator.frontend import SCRIPTS
from generator.infographics import sections
from generator.model.decision import decide
from generator.model.loading import load
from generator.model.schema import Guide

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]
Widen = Callable[[Page, int], None]

ROOT = Path(__file__).parents[2]
PAGE = "kam-vs-tm/choosing-the-right-role/"
FULL = "revenue-source.1_customer-base.1_sales-strategy.3_market-presence.1_buying-decision.2_tailoring.1_"
FULL += "greatest-risk.1_time-to-results.2"
DECIDED = """async ([source, guide, choices]) => {
  const module = URL.createObjectURL(new Blob([source], { type: "text/javascript" }))
  const { decide, read, write } = await import(module)
  return choices.map((choice) => {
    const chosen = read(write(new Map(Object.entries(choice))), guide.questions)
    return decide(guide, chosen)
  })
}"""

# What the page says after each choice, made by clicks on a cleared form.
SHOWN = """([choices, roles]) => choices.map((choice) => {
  document.querySelector("[data-do=clear]").click()
  const answer = ([id, place]) => document.querySelector(`[name=guide-${id}][value="${place}"]`)
  for (const given of Object.entries(choice)) answer(given).click()
  const text = (selector) => document.querySelector(selector).textContent
  const count = (selector) => document.querySelectorAll(selector).length
  return {
    points: roles.map((role) => text(`[data-role=${role}] [data-points]`)),
    shares: roles.map((role) => Number(document.querySelector(`.result [data-role=${role}] .result__bar span`)
      .style.getPropertyValue("--share"))),
    leads: roles.filter((role) => document.querySelector(`.result [data-role=${role}]`).classList.contains("leads")),
    verdict: text("[data-verdict]"),
    lead: text("[data-lead]"),
    pulls: count("[data-pulls] li"),
    open: count("[data-open] li"),
  }
})"""
HEADINGS = """() => [...document.querySelectorAll("[data-question] thead th + th")]
  .map((th) => getComputedStyle(th).visibility)"""
READ = """async ([source, guide, addresses]) => {
  const module = URL.createObjectURL(new Blob([source], { type: "text/javascript" }))
  const { read } = await import(module)
  return addresses.map((address) => read(address, guide.questions).size)
}"""
JUNK = ["", "x", "stranger.1", "revenue-source.9", "revenue-source.0", "__proto__.1", "<b>."]


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The guide of the content in this repository."""
    return load(ROOT / "content", kinds=sections()).comparisons["kam-vs-tm"].guide


def sample(guide: Guide, number: int) -> list[dict[str, int]]:
    """So many random choices of some or all answers, the same each time."""
    dice = random.Random(7)
    choices = []
    for _ in range(number):
        asked = [question for question in guide.questions if dice.random() < dice.choice((0.3, 0.8, 1, 1))]
        choices.append({question.id: dice.randrange(len(question.answers)) for question in asked})
    return choices


@pytest.fixture(scope="module")
def close(guide: Guide) -> list[dict[str, int]]:
    """Full choices whose lead is the margin or one point beside it: the first hundred of each, all over the answers."""
    ids = [question.id for question in guide.questions]
    ways = list(itertools.product(*(range(len(question.answers)) for question in guide.questions)))
    random.Random(7).shuffle(ways)
    found: dict[int, list[dict[str, int]]] = {-1: [], 0: [], 1: []}
    for way in ways:
        choice = dict(zip(ids, way, strict=True))
        beside = found.get(decide(guide, choice).lead - guide.margin, ())
        if isinstance(beside, list) and len(beside) < 100:
            beside.append(choice)
        if all(len(choices) == 100 for choices in found.values()):
            break
    return [choice for choices in found.values() for choice in choices]


def plain(guide: Guide) -> dict[str, Any]:
    """The guide as the script knows it."""
    roles = list(guide.verdicts)
    questions = [
        {"id": question.id, "answers": [[answer.weights[role] for role in roles] for answer in question.answers]}
        for question in guide.questions
    ]
    return {"roles": roles, "margin": guide.margin, "questions": questions}


def expected(guide: Guide, choice: dict[str, int]) -> dict[str, Any]:
    decision = asdict(decide(guide, choice))
    pulls = [{**pull, "towards": list(pull["towards"])} for pull in decision["pulls"]]
    lists = {name: list(decision[name]) for name in ("leaders", "open")}
    return {**decision, **lists, "totals": list(decision["totals"].values()), "pulls": pulls}


def ready(page: Page) -> Page:
    """The page when its script has arrived, which is after the browser calls it loaded."""
    expect(page.locator(".guide .result__tally")).to_be_visible()
    return page


def choose(page: Page, question: str, place: int) -> None:
    page.locator(f"[data-question={question}] tbody tr").nth(place).click()


def decided(page: Page, guide: Guide, choices: list[dict[str, int]]) -> list[dict[str, Any]]:
    """What the script concludes from each choice."""
    script = (SCRIPTS / "guide-score.js").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = page.evaluate(DECIDED, [script, plain(guide), choices])
    return found


def test_script_and_program_decide_alike(visit: Visit, guide: Guide, close: list[dict[str, int]], wards: Path) -> None:
    page = visit(None)
    assert {decide(guide, choice).lead - guide.margin for choice in close} == {-1, 0, 1}
    others = [comparison.guide for comparison in load(wards, kinds=sections()).comparisons.values()]
    assert {len(other.verdicts) for other in others} == {2, 3, 4}
    for one, more in ((guide, close), *((other, []) for other in others)):
        choices = [{}, *sample(one, 100), *more]
        assert decided(page, one, choices) == [expected(one, choice) for choice in choices]


def test_the_page_shows_what_the_program_decides(visit: Visit, guide: Guide, close: list[dict[str, int]]) -> None:
    page = ready(visit(PAGE))
    choices = [*sample(guide, 5), *close[:: len(close) // 6]]
    most = sum(max(max(answer.weights.values()) for answer in question.answers) for question in guide.questions)
    for choice, shown in zip(choices, page.evaluate(SHOWN, [choices, list(guide.verdicts)]), strict=True):
        decision = decide(guide, choice)
        totals = list(decision.totals.values())
        assert shown["points"] == [str(total) for total in totals]
        assert shown["shares"] == pytest.approx([total / most for total in totals])
        titles = {"together": guide.together.title, "open": ""}
        title = titles.get(decision.conclusion) if len(decision.leaders) > 1 else None
        if title is None:
            title = guide.verdicts[decision.leaders[0]].title
        assert shown["verdict"] == title
        assert shown["leads"] == (list(decision.leaders) if decision.conclusion == "role" else [])
        assert shown["lead"] == str(decision.lead)
        assert (shown["pulls"], shown["open"]) == (len(choice), len(decision.open))


def test_without_scripts_the_page_is_to_be_read(visit: Visit, guide: Guide) -> None:
    page = visit(PAGE, scripts=False, reads=True)
    assert page.locator(".answers input").count() == 0
    assert not page.locator(".result").is_visible()
    words = page.locator(".md-content").inner_text()
    assert all(answer.rationale in words for question in guide.questions for answer in question.answers)


@pytest.mark.parametrize("path", [f"{PAGE}?guide={FULL}"], ids=["full"], scope="session")
def test_a_shared_address_brings_the_answers_back(visit: Visit, guide: Guide, path: str) -> None:
    page = ready(visit(path, reads=True))
    expect(page.locator(".answers :checked")).to_have_count(len(guide.questions))
    expect(page.locator("#result-title")).to_have_text(guide.verdicts["key-account-manager"].title, use_inner_text=True)
    assert guide.verdicts["key-account-manager"].text.paragraphs[0] in page.locator("#result").inner_text()
    expect(page.locator("[data-when=open]").first).to_be_hidden()


def test_answers_that_do_not_exist_are_not_read(visit: Visit, guide: Guide) -> None:
    page = visit(None)
    script = (SCRIPTS / "guide-score.js").read_text(encoding="utf-8")
    assert page.evaluate(READ, [script, plain(guide), [*JUNK, FULL]]) == [*(0 for _ in JUNK), len(guide.questions)]


def test_an_address_with_answers_that_do_not_exist_is_as_good_as_none(visit: Visit) -> None:
    page = ready(visit(f"{PAGE}?guide={quote('_'.join(JUNK))}"))
    expect(page.locator(".result__tally")).to_be_visible()
    expect(page.locator(".answers :checked")).to_have_count(0)
    expect(page.locator("#result")).to_be_hidden()


def test_a_choice_is_in_the_address_and_can_be_copied_and_cleared(visit: Visit) -> None:
    page = ready(visit(PAGE))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    choose(page, "revenue-source", 1)
    choose(page, "greatest-risk", 2)
    expect(page).to_have_url(re.compile(r"\?guide=revenue-source\.2_greatest-risk\.3$"))
    page.locator("[data-do=copy]").click()
    expect(page.locator("[data-said]")).to_have_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{page.url}#result"
    page.locator("[data-do=clear]").click()
    expect(page.locator("[data-said]")).to_have_text("Answers cleared")
    assert "?" not in page.url
    expect(page.locator(".answers :checked")).to_have_count(0)
    assert page.evaluate("document.activeElement.name") == "guide-revenue-source"


def test_a_copied_link_opens_at_the_result_and_where_nothing_can_be_copied_the_page_says_what_to_do(
    visit: Visit,
) -> None:
    page = ready(visit(f"{PAGE}?guide={FULL}#result", width=360))
    expect(page.locator("#result-title")).to_be_in_viewport()
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.locator("[data-do=copy]").click()
    expect(page.locator("[data-said]")).to_have_text("Copy the link from the address bar")


def test_the_keyboard_alone_answers_and_hears_the_result(visit: Visit, guide: Guide) -> None:
    page = ready(visit(PAGE))
    page.locator("[name=guide-revenue-source]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[name=guide-revenue-source]").nth(1)).to_be_checked()
    expect(page.locator("[data-count]")).to_contain_text("Territory Manager 3")
    expect(page.locator("[data-count]")).to_contain_text("1 of 8 answered")
    group = page.get_by_role("radiogroup", name=guide.questions[0].question)
    assert group.get_by_role("radio").count() == len(guide.questions[0].answers)


def test_on_a_phone_points_that_are_not_told_take_no_room(visit: Visit) -> None:
    page = ready(visit(PAGE, width=360))
    expect(page.locator(".answers td:visible")).to_have_count(0)
    choose(page, "revenue-source", 0)
    answered = page.locator("[data-question=revenue-source] td")
    expect(page.locator(".answers td:visible")).to_have_count(answered.count())
    page.locator(".guide-switch label").click()
    expect(page.locator(".answers td:visible")).to_have_count(page.locator(".answers td").count())


def test_columns_have_a_heading_when_there_are_points_below_it_and_a_result_names_open_questions(
    visit: Visit, guide: Guide
) -> None:
    page = ready(visit(PAGE))
    assert set(page.evaluate(HEADINGS)) == {"hidden"}
    first = guide.questions[0].id
    choose(page, first, 0)
    shown = page.evaluate(HEADINGS)
    assert shown.count("visible") == page.locator(f"[data-question={first}] thead th + th").count() == 2
    page.locator(".guide-switch label").click()
    assert set(page.evaluate(HEADINGS)) == {"visible"}
    names = page.locator("[data-open] a").all_inner_texts()
    assert names == [question.question for question in guide.questions[1:]]
    page.locator("[data-open] a").first.click()
    expect(page).to_have_url(re.compile(rf"guide=[^#]+#question-{guide.questions[1].id}$"))


@pytest.mark.parametrize(("theme", "widths"), [("light", (320, 1280)), ("dark", (360,))])
@pytest.mark.parametrize("path", [f"{PAGE}?guide={FULL}"], ids=["full"], scope="session")
def test_the_questionnaire_fits_and_can_be_hit(
    visit: Visit, widen: Widen, path: str, theme: str, widths: tuple[int, ...]
) -> None:
    page = ready(visit(path, width=widths[0], theme=theme, reads=True))
    expect(page.locator("#result")).to_be_visible()
    for width in widths:
        widen(page, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        targets = page.locator(".guide tbody tr, .guide button, .result__progress a")
        assert min(targets.evaluate_all("all => all.map(e => e.getBoundingClientRect().height)")) >= 24
        page.locator("[data-question=sales-strategy]").scroll_into_view_if_needed()
        box = page.locator(".result__tally").bounding_box()
        assert box
        assert abs(box["y"] + box["height"] - 800) < 2, "the running points are at the foot of the screen"


@pytest.mark.parametrize("path", [f"{PAGE}?guide={FULL}"], ids=["full"], scope="session")
def test_on_paper_stands_the_result_without_buttons(visit: Visit, path: str) -> None:
    page = ready(visit(path, reads=True))
    page.emulate_media(media="print")
    expect(page.locator("#result-title")).to_be_visible()
    expect(page.locator("[data-do=copy]")).to_be_hidden()
    assert page.locator(".result__tally").evaluate("e => getComputedStyle(e).position") == "static"
