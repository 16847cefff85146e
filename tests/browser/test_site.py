"""The published site in a real browser: phone and desktop, light and dark, with and without scripts."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.layout.sizes import SIZES

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]
Widen = Callable[[Page, int], None]

MAIN = (
    "",
    "kam-vs-tm/",
    "kam-vs-tm/role-overview/",
    "kam-vs-tm/core-responsibilities/",
    "kam-vs-tm/account-management-strategies/",
    "kam-vs-tm/territory-coverage-and-segmentation/",
    "kam-vs-tm/relationship-building/",
    "kam-vs-tm/targets-and-metrics/",
    "kam-vs-tm/collaboration-with-internal-teams/",
    "kam-vs-tm/skills-and-qualifications/",
    "kam-vs-tm/career-progression/",
    "kam-vs-tm/choosing-the-right-role/",
    "kam-vs-tm/infographic/",
    "roles/key-account-manager/",
    "roles/territory-manager/",
    "infographics/",
    "infographics/kam-vs-tm-comparison-table/",
    "infographics/kam-vs-tm-depth-and-breadth/",
    "glossary/",
    "sources/",
    "contributing/architecture/",
)
TOPIC = "kam-vs-tm/role-overview/"
PICTURE = "infographics/kam-vs-tm-comparison-table/"
OVERFLOWING = """() => [...document.querySelectorAll('.md-main *, .md-header *, .md-footer *')].filter(e => {
  const box = e.getBoundingClientRect()
  const style = getComputedStyle(e)
  if (!box.width || style.visibility === 'hidden' || box.right <= innerWidth + 1) return false
  for (let p = e; p; p = p.parentElement) {
    const s = getComputedStyle(p)
    if (s.overflowX !== 'visible' || s.position === 'fixed') return false
  }
  return true
}).map(e => e.tagName + '.' + e.className).slice(0, 5)"""
# Whether a picture shows the file that its sources name for this window, and not that of the window before.
ARRIVED = """image => {
  const sources = [...image.parentElement.querySelectorAll("source")]
  const first = sources.find(source => !source.media || matchMedia(source.media).matches)
  const named = first ? first.srcset : image.getAttribute("src")
  return image.naturalWidth > 0 && image.currentSrc === new URL(named.split(" ")[0], document.baseURI).href
}"""


class Meta(HTMLParser):
    """What a page says of itself to those who show a link to it."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        named = dict(attributes)
        if tag == "meta" and (name := named.get("property")):
            self.said[name] = named.get("content") or ""


def picture(page: Page) -> Locator:
    """The first picture of a page, brought into sight, when it has the file that this window asks for."""
    found = page.locator(".md-content picture img:visible").first
    found.scroll_into_view_if_needed()
    page.wait_for_function(ARRIVED, arg=found.element_handle())
    return found


@pytest.mark.parametrize("path", MAIN, scope="session")
def test_page_stands(visit: Visit, widen: Widen, path: str) -> None:
    page = visit(path, width=320, reads=True)
    assert page.locator("h1").count() == 1
    assert page.locator("h1").inner_text().strip()
    for width in (320, 360, 1280):
        widen(page, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
        assert page.evaluate(OVERFLOWING) == [], width


def test_names_of_comparisons_leave_the_other_entries_at_the_top_in_sight(visit: Visit) -> None:
    page = visit("", width=1280)
    tabs = page.locator(".md-tabs__list")
    for number in (1, 2):
        long = f"{'Diätassistenz und Küchenleitung, ' * 3}{number}"
        tabs.locator(".md-tabs__link").nth(number).evaluate("(link, text) => { link.textContent = text }", long)
    assert tabs.evaluate("list => list.scrollWidth - list.clientWidth") <= 0


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", TOPIC, "infographics/kam-vs-tm-depth-and-breadth/"], scope="session")
def test_picture_suits_screen_and_theme(visit: Visit, widen: Widen, path: str, theme: str) -> None:
    page = visit(path, width=360, theme=theme, reads=True)
    for width, size in ((360, "phone"), (1280, "slide" if path == "" else "page")):  # the home page has room for it
        widen(page, width)
        assert picture(page).evaluate("i => i.currentSrc").endswith(f"-{size}-{theme}.svg")
        assert picture(page).get_attribute("alt")


@pytest.mark.parametrize("path", [PICTURE], scope="session")
def test_no_page_moves_when_pictures_arrive(visit: Visit, path: str) -> None:
    page = visit(path, width=360, reads=True)
    pictures = page.locator(".md-content img")
    assert pictures.count() == page.locator(".md-content img[width][height]").count() > 0
    ratio = page.locator(".md-content picture img:visible").first.evaluate(
        "i => Math.abs(i.clientWidth / i.clientHeight - i.naturalWidth / i.naturalHeight)"
    )
    assert ratio < 0.01


def test_theme_can_be_switched_and_pictures_follow(visit: Visit) -> None:
    page = visit("", theme="light")
    page.locator("label.md-header__button[for^=__palette]:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert picture(page).evaluate("i => i.currentSrc").endswith("-dark.svg")


def test_everything_can_be_read_without_scripts(visit: Visit) -> None:
    page = visit("kam-vs-tm/", scripts=False)
    for words in ("Primary focus", "Performance metrics", "Account retention", "Territory growth"):
        assert words in page.locator(".md-content").inner_text()


@pytest.mark.parametrize("path", ["kam-vs-tm/"], scope="session")
def test_comparison_table_is_marked_up_for_screen_readers(visit: Visit, path: str) -> None:
    table = visit(path, reads=True).locator(".md-content table").first
    assert table.locator("caption").count() == 1
    assert table.locator("thead th[scope=col]").count() == 3
    assert table.locator("tbody th[scope=row]").count() == 7


@pytest.mark.parametrize("path", [PICTURE], scope="session")
def test_infographic_page_offers_every_file(visit: Visit, address: str, path: str) -> None:
    page = visit(path, reads=True)
    listed = page.request.get(address + "data/infographics.json").json()
    picture = next(entry for entry in listed if entry["kind"] == "comparison-table")
    links = page.evaluate("[...document.querySelectorAll('.md-content a')].map(a => a.href)")
    for file in picture["files"]:
        assert address + file["path"] in [link.replace("%40", "@") for link in links]
    assert picture["alt"] in page.locator(".md-content").inner_text()


@pytest.mark.parametrize("path", ["404.html"], scope="session")
def test_missing_page_helps(visit: Visit, path: str) -> None:
    page = visit(path, reads=True)
    assert page.locator(".md-content a").count() >= 3


@pytest.mark.parametrize(
    "path", ["kam-vs-tm/career-progression/", "infographics/kam-vs-tm-skills-matrix/"], scope="session"
)
def test_the_smallest_text_of_a_picture_has_nine_points(visit: Visit, widen: Widen, path: str) -> None:
    """Nine points are twelve pixels of a screen; which file is shown and how wide decides."""
    page = visit(path, width=360, reads=True)
    for width in (360, 412, 600, 799, 800, 960, 1220, 1280, 1600):
        widen(page, width)
        source, wide = picture(page).evaluate("i => [i.currentSrc, i.clientWidth]")
        (size,) = (size for size in SIZES.values() if f"-{size.name}-light.svg" in source)
        assert wide / size.width * size.legible >= 12, (source, wide)


@pytest.mark.parametrize("path", [path for path in MAIN if not path.startswith("contributing")])
def test_a_shared_link_shows_a_picture(site: Path, path: str) -> None:
    said = Meta(site / path / "index.html").said
    for name in ("title", "description", "image:alt"):
        assert said[f"og:{name}"]
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert said["og:image"].endswith("-social-light.png")
