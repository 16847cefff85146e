"""The site as a browser sees it: built once, served from this machine, opened in Chromium."""

from __future__ import annotations

import functools
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import browsing
import firefox
import pytest
import required
import webkit
from hosting import serving
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from projects import set_up_catalogue, shared

ROOT = Path(__file__).parents[2]
Profile = Callable[[str, bool], BrowserContext]


@pytest.fixture(scope="session")
def site() -> Path:
    """The published site of the content in this repository: what would be published is what is looked at."""
    command = [sys.executable, "-m", "generator", "build", "--quiet"]
    shared("site", lambda _: subprocess.run(command, cwd=ROOT, check=True))
    return ROOT / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, with a closing slash."""
    with serving(site) as root:
        yield root


@pytest.fixture(scope="session")
def catalogue() -> Path:
    """A published catalogue; its last comparison is of four roles."""

    def build(folder: Path) -> None:
        done = set_up_catalogue(folder, 60, 20).run("build", "--quiet")
        assert done.exit_code == 0, done.output

    return shared("audited-catalogue", build) / "site"


@pytest.fixture(scope="session")
def catalogue_address(catalogue: Path) -> Iterator[str]:
    """Where it is served, with a closing slash."""
    with serving(catalogue) as root:
        yield root


@pytest.fixture(scope="session")
def browser_path() -> str:
    """The Chromium of this machine; without one the test is skipped, unless VISAVIS_BROWSER=required."""
    found = browsing.chromium()
    required.browser("Chromium", [] if found else browsing.PROGRAMS[:1])
    return found or ""


@pytest.fixture(scope="session")
def chromium(browser_path: str) -> Iterator[Browser]:
    """A headless Chromium, one a worker."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=browsing.FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def tab() -> Iterator[firefox.Tab]:
    """A tab of Firefox of 1280 px, one a worker; without it, as without Chromium."""
    required.browser("Firefox", firefox.missing())
    with firefox.tab() as opened:
        opened.resize(1280, 800)
        yield opened


@pytest.fixture(scope="session")
def window() -> Iterator[webkit.Window]:
    """A window of WebKit of 1280 px, one a worker; without it, as without Chromium."""
    required.browser("WebKit", webkit.missing())
    with webkit.window() as opened:
        opened.resize(1280, 800)
        yield opened


@pytest.fixture(scope="session")
def profile(chromium: Browser) -> Profile:
    """One profile for each theme, with scripts and without, for all tests, with one page that stays open.

    A window, its process, the style sheets and the scripts of the site take longer to come than a page to load.
    """

    @functools.cache
    def opened(theme: str, scripts: bool) -> BrowserContext:
        context = chromium.new_context(color_scheme=theme, java_script_enabled=scripts)
        context.new_page()
        return context

    return opened


@pytest.fixture
def widen() -> Callable[[Page, int], None]:
    """`widen(page, width)`: the page in a window that wide, when nothing slides into place any more."""

    def resize(page: Page, width: int) -> None:
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("document.getAnimations().forEach(animation => animation.finish())")

    return resize


@pytest.fixture(scope="session")
def unchanged() -> dict[BrowserContext, str]:
    """Where a profile's page has been opened and nothing of it has been changed since."""
    return {}


@pytest.fixture
def visit(profile: Profile, address: str, unchanged: dict[BrowserContext, str]) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site, or an empty one, which is somebody else's; fails at the end if it asked another host or
    the console showed an error.

    What only reads it and leaves it as it was says so: then it may be the page that the test before has read.
    Parameters of the session's scope bring tests of one page together, those of other files too.
    """
    complaints: list[str] = []
    used: dict[BrowserContext, bool] = {}
    listeners: dict[str, Callable[[Any], None]] = {
        "request": lambda r: None if r.url.startswith((address, "data:", "blob:")) else complaints.append(r.url),
        "console": lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None,
        "pageerror": lambda e: complaints.append(str(e)),
        "response": lambda r: complaints.append(f"{r.status} {r.url}") if r.status >= 400 else None,
    }

    def open_page(
        path: str | None, *, width: int = 1280, theme: str = "light", scripts: bool = True, reads: bool = False
    ) -> Page:
        context = profile(theme, scripts)
        page = context.new_page() if context in used else context.pages[0]
        first = context not in used
        before = unchanged.pop(context, None) if first else None
        wanted = path if path is None else address + path
        again = reads and before is not None and before == wanted
        used[context] = first and reads
        if before is not None:
            rest(page, wanted or "about:blank", top=again)
        for event, listener in listeners.items():
            page.on(event, listener)
        size = {"width": width, "height": 800}
        if page.viewport_size != size:
            page.set_viewport_size(size)
        if wanted is not None:
            if not again:
                page.goto(wanted, wait_until="load")
            if used[context]:
                unchanged[context] = wanted
        return page

    yield open_page
    for context in used:
        for event, listener in listeners.items():
            context.pages[0].remove_listener(event, listener)
        if not used[context]:
            unchanged.pop(context, None)
            forget(context)
    assert not complaints


def rest(page: Page, wanted: str, *, top: bool) -> None:
    """Makes a page that has been read ready for what is wanted next: to be read from its top, or to be left."""
    page.context.clear_permissions()
    page.emulate_media(media="null")
    page.mouse.move(0, 0)
    if top:
        page.evaluate("scrollTo({ left: 0, top: 0, behavior: 'instant' })")
    elif wanted == "about:blank" or wanted.partition("#")[0] == page.url.partition("#")[0]:
        page.goto("about:blank")


def forget(context: BrowserContext) -> None:
    """Leaves a profile as it was before: one empty page, nothing stored and nothing allowed."""
    page, *others = context.pages
    for other in others:
        other.close()
    page.unroute_all()
    if page.url != "about:blank":
        page.evaluate("localStorage.clear()")
    page.goto("about:blank")  # the next page is loaded, even if its address differs by what stands after the #
    page.emulate_media(media="null")  # of an empty page, which is laid out in no time
    page.mouse.move(0, 0)
    context.clear_permissions()
