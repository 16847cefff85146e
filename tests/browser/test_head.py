"""What a page's head does in a browser: no request that nobody needs, a theme colour that follows the switch."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]

PICTURE = "infographics/kam-vs-tm-depth-and-breadth/"
COLOURS = "[...document.querySelectorAll('meta[name=theme-color]')].map((meta) => meta.content.toUpperCase())"


@pytest.mark.parametrize("path", ["", PICTURE, "changes/"])
def test_feeds_and_embeds_are_named_and_not_taken_for_translations(
    visit: Visit, site: Path, address: str, path: str
) -> None:
    page = visit(None)
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.on("console", lambda message: said.append(message.text))
    page.goto(address + path, wait_until="networkidle")
    assert asked
    assert not [name for name in asked if "sitemap" in name]
    assert said == []
    kinds = page.evaluate("[...document.querySelectorAll('link[rel=alternate]')].map((link) => link.type)")
    assert kinds == ["application/atom+xml", *["application/json+oembed"] * (path == PICTURE)]
    assert (site / path / "index.html").read_text(encoding="utf-8").count('<link rel="alternate" ') == len(kinds)


@pytest.mark.parametrize("path", [""], scope="session")
def test_the_manifest_may_be_loaded(visit: Visit, path: str) -> None:
    page = visit(path, reads=True)
    session = page.context.new_cdp_session(page)
    told = session.send("Page.getAppManifest")
    session.detach()
    assert told["url"].endswith("/site.webmanifest")
    assert told["errors"] == []
    assert '"name": "Visavis"' in told["data"]


def test_the_theme_colour_follows_system_and_switch(visit: Visit) -> None:
    for theme, ground, other in (("light", "#FAF8F4", "#10141D"), ("dark", "#10141D", "#FAF8F4")):
        page = visit("", theme=theme)
        assert page.evaluate(COLOURS) == [ground]
        page.locator("[data-md-component=palette] label:visible").click()
        page.wait_for_function(f"() => {COLOURS}[0] === '{other}'")
