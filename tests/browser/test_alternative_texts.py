"""Wherever a file of a picture is shown or given out, the words that go with it are those of that file."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BASE = "https://site.example/"
SHORTER = "infographics/kam-vs-tm-decision-tree/"  # its slide has fewer questions than its page


class _Images(HTMLParser):
    """Address and alternative text of each image of a page, and of each in code to paste."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.copied: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "img":
            self.found.append((given.get("src", ""), given.get("alt", "")))
        if given.get("data-copy") == "text" and "data-text" in given:
            self.copied.append(given["data-text"])


def _texts(site: Path) -> dict[str, str]:
    """By the path of a file, what has to be said of it."""
    pictures = json.loads((site / "data" / "infographics.json").read_bytes())
    return {file["path"]: file.get("alt", picture["alt"]) for picture in pictures for file in picture["files"]}


def _images(page: Path, site: Path) -> Iterator[tuple[str, str]]:
    """Path and alternative text of the page's images, and of those in the code that it offers."""
    parser, address = _Images(), urljoin(BASE, page.relative_to(site).as_posix())
    parser.feed(page.read_text(encoding="utf-8"))
    within = _Images()
    for code in parser.copied:
        within.feed(code)
    for src, alt in (*parser.found, *within.found):
        path = unquote(urlsplit(urljoin(address, src)).path).lstrip("/")
        yield path[path.find("infographics/") :], alt


def test_every_image_has_the_words_of_its_file(site: Path) -> None:
    texts, checked = _texts(site), 0
    assert len(set(texts.values())) > len({path.split("/")[1] for path in texts})  # some sizes have their own
    for page in site.rglob("*.html"):
        for path, alt in _images(page, site):
            if path in texts:
                assert alt == texts[path], (page, path)
                checked += 1
    assert checked > 100


def test_what_is_copied_with_a_slide_speaks_of_the_slide(site: Path) -> None:
    said = _texts(site)[f"{SHORTER}kam-vs-tm-decision-tree-slide-light.png"]
    page = (site / SHORTER / "index.html").read_text(encoding="utf-8")
    parser = _Images()
    parser.feed(page)
    assert said in parser.copied
    slides = html.unescape(html.unescape((site / "slides" / "index.html").read_text(encoding="utf-8")))
    own = re.search(
        r'<section class="deck__slide" aria-labelledby="?slide-kam-vs-tm-decision-tree.*?</section>.*?'
        r'class="?deck__slide',
        slides,
        re.DOTALL,
    )
    assert own
    assert own[0].count(said) >= 4  # the image, and lines for reveal.js and Marp, and the text alone
