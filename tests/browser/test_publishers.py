"""The same content by each publisher: the same files, and pages that say, link and allow the same."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hosting import serving
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page
from projects import env

from generator import files
from generator.publishers import NAMES, PUBLISHERS, Publisher
from generator.publishing.offline.site import offline

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.audit]
ROOT = Path(__file__).parents[2]
HOME = "https://example.org/compare/"
OTHERS = [name for name in NAMES if name != "mkdocs"]
PAGES = ("", "kam-vs-tm/", "kam-vs-tm/core-responsibilities/", "infographics/kam-vs-tm-comparison-table/", "404.html")
LOOKS = {"wide": (1280, "light"), "phone": (390, "dark")}
# What a theme brings, and what a publisher writes for itself.
OWN = re.compile(r"assets/(javascripts|stylesheets)/(?!visavis)|search|sitemap\.xml|data/build\.json")
OPENERS = ".md-search__button, .md-search__input, label.md-header__button[for=__search]"
SEEN = 0.001  # of the points below the head, where the search is: two pixels further down would be twenty times as many


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The flagship by a publisher, built when first asked for; a build proves what it has made."""
    for name, each in PUBLISHERS.items():
        assert each.installed, f"{name}: make .venv/audit installs it"
    folder = tmp_path_factory.mktemp("publishers")
    made: dict[str, Path] = {}

    def site(name: str) -> Path:
        if name not in made:
            whole = ("--quiet", "--publisher", name, "--site", str(folder / name), "--docs", str(folder / "docs"))
            shutil.copytree(ROOT / "docs" / "contributing", folder / "docs" / "contributing", dirs_exist_ok=True)
            command = [sys.executable, "-m", "generator", "build", *whole]
            subprocess.run(command, cwd=ROOT, env=env({}), check=True)
            made[name] = folder / name
        return made[name]

    return site


class Said(HTMLParser):
    """What a page says: its title and headings with their ids, its texts, links, and what describes it."""

    def __init__(self, path: str, text: str) -> None:
        super().__init__()
        self.titles: list[tuple[str, str, str]] = []
        self.links: set[str] = set()
        self.described: set[tuple[tuple[str, str], ...]] = set()
        self.data: list[object] = []
        self.policy = ""
        self._address = HOME + path.removesuffix("index.html")
        self._open: tuple[str, str] | None = None
        self._text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("title", "h1", "h2", "h3", "h4"):
            self._open, self._text = (tag, given.get("id", "")), ""
        elif given.get("type") == "application/ld+json":
            self._open, self._text = ("script", "data"), ""
        if tag == "meta" and "http-equiv" in given:
            self.policy = given["content"]
        elif tag == "meta" and given.get("name") != "generator":
            self.described.add(tuple(sorted(given.items())))
        for name in ("href", "src"):
            if (link := given.get(name)) and given.get("class") != "md-skip":  # that one leads to an id of the theme
                target = urljoin(self._address, link)
                if not OWN.match(target.removeprefix(HOME)):
                    self.links.add(target)

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[0] == tag:
            if self._open == ("script", "data"):
                self.data.append(json.loads(self._text))
            else:
                self.titles.append((*self._open, " ".join(self._text.split())))
            self._open = None


def said(site: Path) -> dict[str, Said]:
    pages = {path: file for path, file in files.tree(site).items() if path.endswith(".html")}
    return {path: Said(path, file.read_text(encoding="utf-8")) for path, file in pages.items()}


@pytest.mark.parametrize("name", OTHERS)
def test_a_site_has_the_same_files(sites: Callable[[str], Path], name: str) -> None:
    here, there = (
        {path: file for path, file in files.tree(sites(one)).items() if not OWN.match(path)} for one in ("mkdocs", name)
    )
    assert here.keys() == there.keys()
    differing = {path for path, file in here.items() if file.read_bytes() != there[path].read_bytes()}
    allowed = {"_headers"} if PUBLISHERS[name].theme().styles else set()
    assert {path for path in differing if not path.endswith(".html")} == allowed


@pytest.mark.parametrize("name", OTHERS)
def test_its_pages_say_the_same_and_link_to_the_same(sites: Callable[[str], Path], name: str) -> None:
    here, there = said(sites("mkdocs")), said(sites(name))
    assert len(here) > 50
    for path, page in here.items():
        other = there[path]
        assert other.titles == page.titles, path
        assert other.links == page.links, path
        assert other.described == page.described, path
        assert other.data == page.data, path


@pytest.mark.parametrize("name", OTHERS)
def test_its_policy_allows_no_more_than_the_sheet_of_its_search(sites: Callable[[str], Path], name: str) -> None:
    here, there = said(sites("mkdocs")), said(sites(name))
    for path, page in here.items():
        allowed = there[path].policy
        for source in PUBLISHERS[name].theme().styles:
            allowed = allowed.replace(f" {source}", "")
        assert allowed == page.policy, path


@pytest.mark.parametrize("name", NAMES)
def test_its_index_has_every_page_and_what_was_made_for_the_search(sites: Callable[[str], Path], name: str) -> None:
    index = _index(sites(name), PUBLISHERS[name])
    assert set(index) == set(_index(sites("mkdocs"), PUBLISHERS["mkdocs"]))
    assert index["glossary/#term-retention"] == "Retention"


def _index(site: Path, publisher: Publisher) -> dict[str, str]:
    path, listed = publisher.index
    return {entry["location"]: entry["title"] for entry in json.loads((site / path).read_bytes())[listed]}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("look", LOOKS)
def test_its_search_finds_and_its_console_is_empty(
    sites: Callable[[str], Path], chromium: Browser, name: str, look: str
) -> None:
    with _opened(sites(name), chromium, look) as (page, root, told):
        for path in ("", "404.html"):
            page.goto(root + path, wait_until="load")
            _search(page)
            page.locator("a[href*='/glossary/']:visible", has_text="Retention").locator("mark").first.wait_for()
        assert told == []


@pytest.mark.parametrize("name", NAMES)
def test_its_search_finds_without_a_server_too(
    sites: Callable[[str], Path], chromium: Browser, name: str, tmp_path: Path
) -> None:
    found = offline(sites(name), whole=False)
    for path, data in ({path: file.read_bytes() for path, file in found.kept.items()} | dict(found.made)).items():
        files.write(tmp_path / path, data)
    page = chromium.new_page()
    page.goto((tmp_path / "index.html").as_uri(), wait_until="load")
    _search(page)
    page.locator("a[href*='glossary/index.html']:visible", has_text="Retention").locator("mark").first.wait_for()
    page.close()


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", OTHERS)
def test_its_pages_look_the_same(
    sites: Callable[[str], Path], chromium: Browser, name: str, look: str, tmp_path: Path
) -> None:
    for one in ("mkdocs", name):
        with _opened(sites(one), chromium, look) as (page, root, _):
            for number, path in enumerate(PAGES):
                page.goto(root + path, wait_until="networkidle")
                page.screenshot(path=tmp_path / f"{number}-{one}.png")
    for number, path in enumerate(PAGES):
        differing = _different(tmp_path / f"{number}-mkdocs.png", tmp_path / f"{number}-{name}.png")
        assert differing < SEEN, f"{path or 'home'}: compare the pictures in {tmp_path}"


def _search(page: Page) -> None:
    page.locator(OPENERS).locator("visible=true").first.click()
    page.locator("dialog input:visible, .md-search__input:visible").first.press_sequentially("retention", delay=20)


@contextmanager
def _opened(site: Path, chromium: Browser, look: str) -> Iterator[tuple[Page, str, list[str]]]:
    """A page, where the site is served, and what its console says."""
    width, theme = LOOKS[look]
    told: list[str] = []
    with serving(site) as root:
        context = chromium.new_context(color_scheme=theme, viewport={"width": width, "height": 800})
        page = context.new_page()
        page.on("console", lambda message: told.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: told.append(f"{page.url}: {error}"))
        yield page, root, told
        context.close()


def _different(one: Path, other: Path) -> float:
    """The share of points below the head that are not alike."""
    with Image.open(one) as here, Image.open(other) as there:
        assert here.size == there.size
        box = (0, 100, *here.size)
        difference = ImageChops.difference(here.convert("L").crop(box), there.convert("L").crop(box))
    counts = difference.histogram()
    return sum(counts[32:]) / sum(counts)
