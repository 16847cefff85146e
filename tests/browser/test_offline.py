"""The site opened from a folder, without a server: all that answers does so in every engine, and nothing is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import firefox
import pytest
import required
import webkit
from playwright.sync_api import Browser

from generator import files
from generator.project import Project
from generator.publishing.offline.site import offline
from generator.publishing.offline.write import publish_offline
from generator.publishing.page import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ADDRESS = "https://example.org/compare/"
GUIDE = "kam-vs-tm/choosing-the-right-role/index.html"
PICTURE = "infographics/kam-vs-tm-comparison-table/index.html"

UNTIL = """const until = async (found) => {
  for (let times = 0; times < 100; times++) {
    if (found()) return found()
    await new Promise(done => setTimeout(done, 50))
  }
}
const copying = async (selector) => {
  let text
  navigator.clipboard.writeText = async (given) => { text = given }
  document.querySelector(selector).click()
  return await until(() => text)
}"""
FONTS = "async () => { await document.fonts.ready; return [...document.fonts].map(font => font.status) }"
SEARCH = f"""async () => {{ {UNTIL}
  const field = document.forms.search.elements.query
  document.getElementById("__search").click()
  field.focus()
  field.value = "negotiation"
  field.dispatchEvent(new KeyboardEvent("keyup", {{ bubbles: true }}))
  const link = await until(() => document.querySelector(".md-search-result__item a"))
  return link?.href
}}"""
MARKS = f"""async () => {{ {UNTIL}
  return Boolean(await until(() => document.querySelector(".md-content mark")))
}}"""
TABLE = f"""async () => {{ {UNTIL}
  document.querySelector("input[name=only]").click()
  return [await copying("form.compare [name=copy]"), location.search]
}}"""
GUIDED = f"""async () => {{ {UNTIL}
  for (const question of document.querySelectorAll("[role=radiogroup]")) question.querySelector("input").click()
  await until(() => !document.querySelector("[data-memo]").hidden)
  const link = await copying("[data-do=copy]")
  return [location.search, link, await copying("[data-do=memo-copy]")]
}}"""
SAVED = f"""async () => {{ {UNTIL}
  document.querySelector("[data-do=memo-save]").click()
  return await until(() => document.querySelector("[data-kept]").textContent)
}}"""
GLOSSARY = """() => {
  const field = document.querySelector(".letters input")
  field.value = "margin"
  field.dispatchEvent(new Event("input"))
  return [".term", ".term:not([hidden])"].map(each => document.querySelectorAll(each).length)
}"""
MENU = f"""async () => {{ {UNTIL}
  const menu = document.querySelector(".menu")
  const text = await copying("[data-copy=text][data-text]")
  const seen = [...document.images].filter(image => image.checkVisibility() && image.loading !== "lazy")
  return [menu.hidden, menu.querySelector("[download]").href, Boolean(text), seen.every(image => image.naturalWidth)]
}}"""
DARK = "() => document.getElementById('__palette_1').click()"
THEME = "() => document.body.dataset.mdColorScheme"

Opened = Callable[[str], None]
Evaluated = Callable[[str], Any]


@pytest.fixture(scope="module")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site without a server, in a folder whose name a browser has to escape."""
    root = tmp_path_factory.mktemp("a b ü")
    (root / "site").symlink_to(site)
    content, docs, config = (root / name for name in ("content", "docs", "mkdocs.yml"))
    return publish_offline(Project(content, docs, root / "site", config), packed=False)


@pytest.fixture(params=["chromium", *(pytest.param(name, marks=pytest.mark.audit) for name in ("firefox", "webkit"))])
def engine(request: pytest.FixtureRequest) -> Iterator[tuple[Opened, Evaluated, list[str]]]:
    """What opens an address, what evaluates there, and what the console has said, where it can be heard."""
    if request.param == "chromium":
        yield from _chromium(request.getfixturevalue("chromium"))
    elif request.param == "firefox":
        required.browser("Firefox", firefox.missing())
        with firefox.tab() as tab:
            yield tab.open, tab.evaluate, tab.said
    else:
        required.browser("WebKit", webkit.missing())
        with webkit.window() as window:
            yield window.open, lambda function: _settled(window, function), []


def _chromium(browser: Browser) -> Iterator[tuple[Opened, Evaluated, list[str]]]:
    page, said = browser.new_page(), list[str]()
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    own = ("file:", "data:", "blob:")
    page.on("request", lambda asked: None if asked.url.startswith(own) else said.append(asked.url))
    yield lambda address: page.goto(address) and None, page.evaluate, said
    page.close()


def _settled(window: webkit.Window, function: str) -> Any:
    """WebKit's driver waits for no promise."""
    settle = f"Promise.resolve(({function})()).then(value => (window.settled = [value]))"
    window.evaluate(f"() => {{ window.settled = null; {settle} }}")
    window.wait("() => window.settled")
    return window.evaluate("() => window.settled")[0]


def test_all_that_answers_does_so_from_a_folder(folder: Path, engine: tuple[Opened, Evaluated, list[str]]) -> None:
    visit, evaluate, said = engine
    root = f"{folder.as_uri()}/"
    visit(root + "index.html")
    assert set(evaluate(FONTS)) == {"loaded"}
    found = evaluate(SEARCH)
    assert found.startswith(root + "kam-vs-tm/index.html?h=negotiation#")
    visit(found.partition("#")[0])
    assert evaluate(MARKS)
    visit(root + "kam-vs-tm/index.html")
    assert evaluate(TABLE) == [f"{ADDRESS}kam-vs-tm/?only=differences", "?only=differences"]
    visit(root + GUIDE)
    query, link, memo = evaluate(GUIDED)
    guide = f"{ADDRESS}{GUIDE.removesuffix('index.html')}{query}#result"
    assert query.startswith("?guide=")
    assert link == guide
    assert guide in memo
    assert "which-role-" in evaluate(SAVED)
    visit(root + "glossary/index.html")
    every, shown = evaluate(GLOSSARY)
    assert 0 < shown < every
    visit(root + PICTURE)
    hidden, file, copied, seen = evaluate(MENU)
    assert not hidden
    assert unquote(file).startswith(unquote(root))
    assert (copied, seen) == (True, True)
    evaluate(DARK)
    visit(root + "sources/index.html")
    assert evaluate(THEME) == "slate"
    assert said == []


def test_the_theme_changes_where_a_browser_stores_nothing(folder: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    refuse = "{ configurable: true, get() { throw Error() } }"
    page.add_init_script(f"Object.defineProperty(window, 'localStorage', {refuse})")
    page.goto(f"{folder.as_uri()}/index.html")
    page.evaluate(DARK)
    assert page.evaluate(THEME) == "slate"
    assert failed == []
    page.close()


@pytest.mark.parametrize("whole", [True, False])
def test_every_link_leads_to_a_file(site: Path, whole: bool) -> None:
    found = offline(site, whole=whole)
    names = found.kept.keys() | found.made.keys()
    published = files.tree(site).keys()
    lost = []
    for name in (name for name in found.made if name.endswith(".html")):
        for link in Page(found.made[name].decode()).links:
            target = urlsplit(urljoin(f"file:///{name}", link))
            if target.scheme == "file" and unquote(target.path[1:]) not in names:
                lost.append(f"{name}: {link}")
            path = unquote(link.removeprefix(ADDRESS).partition("#")[0].partition("?")[0])
            if link.startswith(ADDRESS) and not {path, f"{path}index.html"} & published:
                lost.append(f"{name}: {link}")
    assert lost == []
    assert not [name for name in names if name.startswith(("embed/", "oembed/"))]
