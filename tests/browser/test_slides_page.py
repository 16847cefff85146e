"""The page of slides, its downloads, and what the published pages say to programs."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]
Widen = Callable[[Page, int], None]

PAGE = "slides/"


@pytest.mark.parametrize(("theme", "widths"), [("light", (320, 1280)), ("dark", (360, 800))])
@pytest.mark.parametrize("path", [PAGE], scope="session")
def test_the_page_stands(visit: Visit, widen: Widen, path: str, theme: str, widths: tuple[int, ...]) -> None:
    page = visit(path, width=widths[0], theme=theme, reads=True)
    folds = page.locator(".deck__files > details")
    assert folds.count() > 4
    for width in widths:
        widen(page, width)
        for opened in ("false", "true"):
            folds.evaluate_all(f"all => all.slice(0, 4).forEach(fold => (fold.open = {opened}))")
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        targets = page.locator(".md-content").locator(".deck summary, .downloads a, .packages a")
        assert min(targets.evaluate_all("all => all.map(e => e.clientHeight)")) >= 24
    folds.evaluate_all("all => all.forEach(fold => (fold.open = false))")


def test_everything_is_there_without_scripts(visit: Visit, address: str) -> None:
    page = visit(PAGE, scripts=False)
    listed = page.request.get(address + "data/infographics.json").json()
    links = [link.replace("%40", "@") for link in page.evaluate("[...document.links].map(a => a.href)")]
    for picture in listed:
        for file in picture["files"]:
            if (file["size"], file["format"], file["scale"]) == ("slide", "png", 2):
                assert address + file["path"] in links, file["path"]
    summary = page.locator(".deck__files > details summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".deck pre").first).to_be_visible()


@pytest.mark.parametrize("path", [PAGE], scope="session")
def test_the_lines_to_paste_have_an_address_that_is_published(visit: Visit, site: Path, path: str) -> None:
    page = visit(path, reads=True)
    codes = page.locator(".deck pre code").all_text_contents()
    base = json.loads((site / "data/model.json").read_text(encoding="utf-8"))["site"]["url"].rstrip("/") + "/"
    found = [match for code in codes for match in re.findall(rf'{re.escape(base)}[^\s")]+', code)]
    assert len(found) == 3 * page.locator(".deck__slide").count() > 0
    for each in set(found):
        assert (site / each.removeprefix(base)).is_file(), each
    marp = page.locator(".deck details", has_text="Marp").first.locator("code").text_content() or ""
    assert marp.startswith("---\n\n<!-- _backgroundColor: ")
    assert marp.endswith("\n-->")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", [PAGE], scope="session")
def test_an_archive_is_what_its_link_says(visit: Visit, site: Path, path: str, theme: str) -> None:
    page = visit(path, reads=True)
    link = page.locator(f'.packages a[href$="slides-{theme}.zip"]')
    data = (site / f"slides/slides-{theme}.zip").read_bytes()
    assert f"{len(data) / 1_000_000:.1f} MB" in link.inner_text()
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    names = [name for name in archive.namelist() if name.endswith("@2x.png")]
    assert len(names) == page.locator(".deck__slide").count()
    for name in names:
        (file,) = (site / "infographics").rglob(name)
        assert archive.read(name) == file.read_bytes()


@pytest.mark.parametrize("path", [PAGE], scope="session")
def test_the_contact_sheet_follows_the_theme(visit: Visit, path: str) -> None:
    for theme in ("light", "dark"):
        page = visit(path, theme=theme, reads=True)
        sheet = page.locator(".sheet img:visible")
        assert sheet.count() == 1
        sheet.scroll_into_view_if_needed()
        page.wait_for_function(f"() => document.querySelector('.sheet.only-{theme} img').naturalWidth > 0")
        ratio = sheet.evaluate(
            "i => i.naturalWidth / i.naturalHeight * i.getAttribute('height') / i.getAttribute('width')"
        )
        assert ratio == pytest.approx(1, rel=1e-6)


# --- for programs -----------------------------------------------------------------------------------------------------


def things(file: Path) -> dict[str, Any]:
    """The JSON-LD of a page by type; each stands once."""
    head = file.read_text(encoding="utf-8").partition("</head>")[0]
    texts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head, re.DOTALL)
    found = [json.loads(text) for text in texts]
    assert all(
        "<" not in text and thing["@context"] == "https://schema.org" for text, thing in zip(texts, found, strict=True)
    )
    assert len({thing["@type"] for thing in found}) == len(found)
    return {thing["@type"]: thing for thing in found}


@pytest.mark.parametrize(
    ("path", "depth", "kinds"),
    [
        ("", 1, set()),
        ("kam-vs-tm/", 2, set()),
        ("kam-vs-tm/role-overview/", 3, set()),
        ("roles/key-account-manager/", 2, {"Occupation"}),
        ("infographics/", 2, set()),
        ("slides/", 3, set()),
        ("infographics/kam-vs-tm-comparison-table/", 3, {"ImageObject"}),
        ("contributing/architecture/", 2, set()),
    ],
)
def test_a_page_says_where_it_stands_and_what_it_is_about(site: Path, path: str, depth: int, kinds: set[str]) -> None:
    file = site / path / "index.html"
    found = things(file)
    assert set(found) == {"BreadcrumbList", *kinds}
    steps = found["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == list(range(1, depth + 1))
    assert f'<link rel="canonical" href="{steps[-1]["item"]}">' in file.read_text(encoding="utf-8")
    assert all(step["name"] and step["item"].startswith("https://") for step in steps)


def test_a_missing_page_claims_nothing(site: Path) -> None:
    assert things(site / "404.html") == {}


def test_what_a_picture_says_of_itself_is_true(site: Path) -> None:
    found = things(site / "infographics/kam-vs-tm-comparison-table/index.html")["ImageObject"]
    model = json.loads((site / "data/model.json").read_text(encoding="utf-8"))["site"]
    assert (site / found["contentUrl"].removeprefix(model["url"].rstrip("/") + "/")).is_file()
    assert found["license"] == model["licence_url"]
    assert found["creator"]["name"] == model["author"]


def test_the_sitemap_and_llms_txt_list_every_page(site: Path) -> None:
    base = json.loads((site / "data/model.json").read_text(encoding="utf-8"))["site"]["url"].rstrip("/") + "/"
    mapped = re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    pages = {
        path.parent.relative_to(site).as_posix().removeprefix(".")
        for path in site.rglob("index.html")
        if 'name="generator"' in (text := path.read_text(encoding="utf-8")) or "md-content" in text
    }
    assert {address.removeprefix(base).rstrip("/") for address in mapped} == pages
    listed = re.findall(r"\]\((.*?)\):", (site / "llms.txt").read_text(encoding="utf-8"))
    assert {address.removeprefix(base).rstrip("/") for address in listed} >= {
        page for page in pages if not page.startswith("contributing")
    }
    for address in listed:
        target = site / address.removeprefix(base)
        assert target.is_file() or (target / "index.html").is_file(), address
