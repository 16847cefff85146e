"""Every link, picture and fragment of every published page leads somewhere. Read from the files, no browser needed."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

pytestmark = [pytest.mark.slow]


class Page(HTMLParser):
    """The ids of a page and what it refers to."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.targets: list[str] = []
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name in ("id", "name") and value:
                self.ids.add(value)
            elif name in ("href", "src") and value and tag != "base":
                self.targets.append(value)
            elif name == "srcset" and value:
                self.targets += [part.split()[0] for part in value.split(",")]


def test_every_reference_resolves(site: Path) -> None:
    pages = {file: Page(file) for file in site.rglob("*.html")}
    assert len(pages) > 20
    broken = []
    for file, page in pages.items():
        for target in page.targets:
            parts = urlsplit(target)
            if parts.scheme in ("http", "https", "mailto", "data") or parts.netloc:
                continue
            if parts.path.startswith("/"):
                aim = site / unquote(parts.path).removeprefix("/compare").lstrip("/")
            else:
                aim = file.parent / unquote(parts.path) if parts.path else file
            aim = aim.resolve()
            aim = aim / "index.html" if aim.is_dir() else aim
            if not aim.is_file():
                broken.append(f"{file.relative_to(site)}: {target}")
            elif parts.fragment and aim in pages and unquote(parts.fragment) not in pages[aim].ids | {"__top", ""}:
                broken.append(f"{file.relative_to(site)}: {target} has no such part")
    assert broken == []


def test_nothing_is_asked_of_another_host(site: Path) -> None:
    """Links may lead elsewhere; scripts, styles, fonts and pictures may not come from there."""
    for file in [*site.rglob("*.html"), *site.rglob("*.css")]:
        text = file.read_text(encoding="utf-8")
        for mark in ('src="http', "src='http", 'src="//', "url(http", "url(//", 'url("http', "@import"):
            assert mark not in text, f"{file.relative_to(site)} has {mark}"


def test_no_path_of_this_machine_is_published(site: Path) -> None:
    root = str(site.resolve().parent).encode()
    for file in site.rglob("*"):
        if file.is_file():
            assert root not in file.read_bytes(), file
