"""The site as a browser sees it: built once, served from this machine, opened in Chromium."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import browsing
import pytest
from hosting import serving
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
BUSY = 75


@pytest.fixture(scope="session")
def site() -> Path:
    """The published site of the content in this repository. Workers ask for it at once; only one may build."""
    command = [sys.executable, "-m", "generator", "build", "--quiet"]
    while (done := subprocess.run(command, cwd=ROOT, check=False)).returncode == BUSY:
        time.sleep(0.2)
    assert done.returncode == 0
    return ROOT / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, with a closing slash."""
    with serving(site) as root:
        yield root


@pytest.fixture(scope="session")
def browser_path() -> str:
    """The Chromium of this machine; without one the test is skipped, unless VISAVIS_BROWSER=required."""
    found = browsing.chromium()
    if not found:
        reason = "there is no Chromium on this machine"
        if os.environ.get("VISAVIS_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="session")
def chromium(browser_path: str) -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=browsing.FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[functools.partial[Page]]:
    """Opens a page of the site; fails at the end if it asked another host or the console showed an error."""
    complaints: list[str] = []
    contexts = []

    def open_page(path: str, *, width: int = 1280, theme: str = "light", scripts: bool = True) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, color_scheme=theme, java_script_enabled=scripts
        )
        contexts.append(context)
        page = context.new_page()
        page.on(
            "request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else complaints.append(r.url)
        )
        page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: complaints.append(str(e)))
        page.on("response", lambda r: complaints.append(f"{r.status} {r.url}") if r.status >= 400 else None)
        page.goto(address + path, wait_until="load")
        return page

    yield functools.partial(open_page)
    for context in contexts:
        context.close()
    assert not complaints
