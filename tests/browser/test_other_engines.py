"""What answers to a reader, used in Firefox and WebKit as in Chromium: pointer and keyboard are the browser's own.

In: the published site. Out: the guide concludes, buttons copy, menus open and close, terms explain themselves, search
finds; and no console says a word. All else that these do is tried in Chromium alone.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import engines
import pytest
from engines import Engine
from hosting import serving

from generator.infographics import sections
from generator.model.decision import decide
from generator.model.loading import load

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
PATIENCE = 30
CONTROL, ESCAPE = "\ue009", "\ue00c"
GUIDE = "kam-vs-tm/choosing-the-right-role/"
PICTURE = "infographics/kam-vs-tm-comparison-table/"
TOPIC = "kam-vs-tm/role-overview/"
# The middle of something, after it has been brought into sight.
MIDDLE = """() => {
  const e = document.querySelector(%r)
  e.scrollIntoView({ block: "center", behavior: "instant" })
  const box = e.getClientRects()[0]
  return [box.x + box.width / 2, box.y + box.height / 2]
}"""
# A field of the test's own, in which the clipboard can be pasted as a reader does; to read it, a page needs leave.
FIELD = """() => {
  const field = document.body.appendChild(document.createElement("textarea"))
  field.id = "pasted"
  field.focus({ preventScroll: true })
}"""


@pytest.fixture(scope="module", params=["Firefox", "WebKit"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """A window of 1280 px."""
    if request.param == "Firefox":
        return engines.of_firefox(request.getfixturevalue("tab"))
    return engines.of_webkit(request.getfixturevalue("window"))


@pytest.fixture
def listened(site: Path, engine: Engine) -> Iterator[str]:
    """Where the site is served; at the end nothing may have been said of it."""
    engine.said()  # of what other tests have opened
    with serving(site, script=engines.LISTENING) as root:
        yield root
        assert engine.said() == []


def until(engine: Engine, function: str) -> None:
    """Waits until a function of JavaScript returns something true in the page."""
    end = time.monotonic() + PATIENCE
    while not engine.evaluate(f"() => !!({function})()"):
        assert time.monotonic() < end, function
        time.sleep(0.05)


def click(engine: Engine, selector: str) -> None:
    """Clicks on its middle, once that stands still within the window: what is new may slide into its place."""
    before, end = None, time.monotonic() + PATIENCE
    width, height = engine.evaluate("() => [innerWidth, innerHeight]")
    while True:
        x, y = place = engine.evaluate(MIDDLE % selector)
        if place == before and 0 < x < width and 0 < y < height:
            break
        assert time.monotonic() < end, (selector, place)
        before = place
        time.sleep(0.1)
    engine.click(*place)


def pasted(engine: Engine) -> str:
    engine.evaluate(FIELD)
    engine.press("v", CONTROL)
    until(engine, "() => document.querySelector('#pasted').value")
    text: str = engine.evaluate("() => document.querySelector('#pasted').value")
    return text


def test_the_guide_concludes_and_its_answers_are_copied(engine: Engine, listened: str) -> None:
    comparison = load(ROOT / "content", kinds=sections()).comparisons["kam-vs-tm"]
    engine.open(listened + GUIDE)
    until(engine, "() => document.querySelector('.result__tally')?.checkVisibility()")
    for question in comparison.guide.questions:
        click(engine, f'[name=guide-{question.id}][value="0"]')
    decision = decide(comparison.guide, {question.id: 0 for question in comparison.guide.questions})
    points = "() => [...document.querySelectorAll('.result [data-points]')].map(e => Number(e.textContent))"
    assert engine.evaluate(points) == list(decision.totals.values())
    assert engine.evaluate("() => document.querySelector('#result').checkVisibility()")
    assert engine.evaluate("() => document.querySelector('#result-title').innerText.trim()")
    click(engine, "[data-do=copy]")
    until(engine, "() => document.querySelector('[data-said]').textContent")
    assert pasted(engine) == engine.evaluate("() => location.href") + "#result"


def test_words_of_a_picture_are_copied(engine: Engine, listened: str) -> None:
    engine.open(listened + PICTURE)
    until(engine, "() => document.querySelector('.menu')?.checkVisibility()")
    click(engine, ".menu [data-copy=text][data-text^='A table']")
    until(engine, "() => document.querySelector('.menu [role=status]').textContent.includes('copied')")
    assert pasted(engine).startswith("A table of seven rows")


def test_a_menu_opens_copies_and_closes(engine: Engine, listened: str) -> None:
    opened = "() => document.querySelectorAll('.menu details[open]').length"
    engine.open(listened + TOPIC)
    until(engine, "() => document.querySelector('.menu')?.checkVisibility()")
    click(engine, ".menu summary")
    until(engine, f"{opened} === 1")
    engine.press(ESCAPE, "")
    until(engine, f"{opened} === 0")
    click(engine, ".menu summary")
    until(engine, f"{opened} === 1")
    click(engine, "h1")
    until(engine, f"{opened} === 0")


def test_a_term_explains_itself_to_the_pointer(engine: Engine, listened: str) -> None:
    shown = "() => document.querySelector('.gloss-tip')?.checkVisibility()"
    engine.open(listened + "kam-vs-tm/core-responsibilities/")
    until(engine, "() => document.querySelector('.gloss-tip')")
    engine.point(*engine.evaluate(MIDDLE % "a.gloss"))
    until(engine, shown)
    assert engine.evaluate("() => document.querySelector('.gloss-tip span').textContent") == engine.evaluate(
        "() => document.querySelector('a.gloss').dataset.definition"
    )
    engine.press(ESCAPE, "")
    until(engine, f"() => !({shown})()")


def test_search_finds_and_opens_the_place(engine: Engine, listened: str) -> None:
    engine.open(listened)
    click(engine, ".md-search__input")
    engine.press("travel", "")
    until(engine, "() => document.querySelector('.md-search-result__link')?.checkVisibility()")
    link = "() => document.querySelector('.md-search-result__link').href"
    # What was found for its first letters is put in other places once the whole word is there.
    until(engine, f"() => new URL(({link})()).searchParams.get('h') === 'travel'")
    wanted = engine.evaluate(link).partition("?")[0].partition("#")[0]
    click(engine, ".md-search-result__link")
    until(engine, f"() => location.href.startsWith({wanted!r})")
    until(engine, "() => document.querySelector('mark')")
