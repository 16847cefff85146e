"""Chromium, Firefox and WebKit by one face: a page of each, which opens addresses and evaluates scripts in them.

In: the theme that visitors prefer. Out: the three, until the block ends. What pages are scrolled with takes no room, so
that a page is as wide in one as in another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import firefox
import webkit
from playwright.sync_api import Browser, Page

# WebKit's driver tells nothing of the console: a page that begins with this script keeps what it would say.
LISTENING = """
window.said = []
for (const kind of ["error", "warn"]) console[kind] = (...words) => said.push(words.join(" "))
const told = ({ message, target }) => said.push(message ?? `${target.tagName} ${target.src ?? target.href}`)
addEventListener("error", told, true)
addEventListener("unhandledrejection", ({ reason }) => said.push(`${reason}`))
addEventListener("securitypolicyviolation", (e) => said.push(`${e.effectiveDirective} refuses ${e.blockedURI}`))
"""


@dataclass(frozen=True)
class Engine:
    """A page. `said` gives the errors and warnings of its console since it was asked last; `click` and `point` take a
    place of what can be seen, `press` keys, and others that are held meanwhile.
    """

    name: str
    open: Callable[[str], None]
    evaluate: Callable[[str], Any]
    resize: Callable[[int, int], None]
    said: Callable[[], list[str]]
    click: Callable[[float, float], None]
    point: Callable[[float, float], None]
    press: Callable[[str, str], None]


def missing() -> list[str]:
    """The engines' programs, but for Chromium's, that are not on this machine."""
    return [*firefox.missing(), *webkit.missing()]


@contextmanager
def other(name: str) -> Iterator[Engine]:
    """Firefox or WebKit alone; what is opened in WebKit has to begin with LISTENING."""
    if name == "Firefox":
        with firefox.tab() as tab:
            yield of_firefox(tab)
    else:
        with webkit.window() as window:
            yield of_webkit(window)


@contextmanager
def three(browser: Browser, *, dark: bool) -> Iterator[tuple[Engine, Engine, Engine]]:
    """One of each; what is opened in the last has to begin with LISTENING."""
    with ExitStack() as stack:
        window = stack.enter_context(webkit.window(dark=dark))
        tab = stack.enter_context(firefox.tab(dark=dark))
        context = stack.enter_context(browser.new_context(color_scheme="dark" if dark else "light"))
        yield _chromium(context.new_page()), of_firefox(tab), of_webkit(window)


def _chromium(page: Page) -> Engine:
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return Engine(
        "Chromium",
        lambda address: page.goto(address, wait_until="load") and None,
        page.evaluate,
        lambda width, height: page.set_viewport_size({"width": width, "height": height}),
        lambda: _taken(heard),
        page.mouse.click,
        page.mouse.move,
        partial(_press, page),
    )


def _press(page: Page, keys: str, held: str) -> None:
    for key in held:
        page.keyboard.down(key)
    page.keyboard.type(keys)
    for key in held:
        page.keyboard.up(key)


def of_firefox(tab: firefox.Tab) -> Engine:
    """A tab that is open."""
    acts = (tab.click, tab.point, tab.press)
    return Engine("Firefox", tab.open, tab.evaluate, tab.resize, lambda: _taken(tab.said), *acts)


def of_webkit(window: webkit.Window) -> Engine:
    """A window that is open; what is opened in it has to begin with LISTENING."""
    said = "() => window.said?.splice(0) ?? ['nothing listens to this page']"
    acts = (window.click, window.point, window.press)
    return Engine("WebKit", window.open, window.evaluate, window.resize, lambda: list(window.evaluate(said)), *acts)


def _taken(heard: list[str]) -> list[str]:
    taken = heard[:]
    heard.clear()
    return taken
