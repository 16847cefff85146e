"""How soon a saved change shows in a browser that has the preview open, by how long a build of it takes.

Out: two ratios, of a changed text and of one that stands in pictures too. Without a Chromium or Playwright there are
none.
"""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import browsing
from race import race, ratio, spread
from subject import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

_SHOWN = "word => document.body.innerText.includes(word) && [...document.images].every(image => image.complete)"


@dataclass(frozen=True, slots=True)
class Edit:
    """A text of the content, the page that shows it, and how often it has been changed."""

    file: str
    text: str
    page: str

    def save(self, root: Path, number: int) -> str:
        """Writes the text anew, with a word that it has not had before; returns that word."""
        file = root / "content" / self.file
        word = f"{self.text.split()[-1]}{number}"
        file.write_text(re.sub(rf"{self.text}\d*", self.text + str(number), file.read_text("utf-8"), count=1), "utf-8")
        return word


_EDITS = {
    "text": Edit("glossary.yml", "with a plan of its own", "glossary/"),
    "picture": Edit("roles/territory-manager.yml", "Breadth across one whole territory", "roles/territory-manager/"),
}


def measure(rounds: int, say: Callable[[str], None]) -> dict[str, float]:
    """Both ratios."""
    chromium = browsing.chromium()
    if not chromium or not find_spec("playwright"):
        say("no Chromium or no Playwright: the preview is left out")
        return {}
    with tempfile.TemporaryDirectory() as folder:
        seen, built = _project(Path(folder, "seen")), _project(Path(folder, "built"))
        numbers = count()
        _build(built, numbers)  # paints everything
        with _open(seen, chromium) as (address, page):
            contenders = {name: partial(_see, seen, edit, numbers, page, address) for name, edit in _EDITS.items()}
            times = race(contenders | {"build": partial(_build, built, numbers)}, rounds, warm_up=1)
    for name in times:
        say(f"{name}: " + ", ".join(f"{seconds:.2f}" for seconds in sorted(times[name])) + " s")
    for name in _EDITS:
        say(f"{name} by build: {spread(times, name, 'build')}")
    return {f"preview-{name}-vs-build": ratio(times, name, "build") for name in _EDITS}


def _project(root: Path) -> Path:
    for name in ("content", "docs", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def _see(root: Path, edit: Edit, numbers: Iterator[int], page: Page, address: str) -> float:
    """Seconds from saving to seeing."""
    page.goto(address + edit.page, wait_until="load")
    page.wait_for_timeout(500)  # the sizes that no page shows are tried after a change
    start = perf_counter()
    page.wait_for_function(_SHOWN, arg=edit.save(root, next(numbers)), polling=20)
    return perf_counter() - start


def _build(root: Path, numbers: Iterator[int]) -> float:
    """Seconds that a build of a changed text takes."""
    _EDITS["text"].save(root, next(numbers))
    start = perf_counter()
    command = [sys.executable, "-m", "generator", "build", "--quiet"]
    subprocess.run(command, cwd=root, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - start


@contextmanager
def _open(root: Path, chromium: str) -> Iterator[tuple[str, Page]]:
    """The address of a preview, and a page of a browser."""
    from playwright.sync_api import sync_playwright  # it may be missing

    command = [sys.executable, "-m", "generator", "serve", "--port", "0"]
    with (
        subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium, args=browsing.FLAGS) as browser,
    ):
        assert server.stdout
        found = re.search(r"http://\S+/", server.stdout.readline().decode())
        assert found
        page = browser.new_page()
        page.set_default_timeout(60_000)
        try:
            yield found[0], page
        finally:
            server.send_signal(signal.SIGINT)
