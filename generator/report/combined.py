"""Pages of the site as one page: what each says, after one another, with links that still lead where they led.

In: the HTML of published pages. Out: one page of HTML without scripts, which shows files of the site.
"""

from __future__ import annotations

import posixpath
import re
from calendar import month_name
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

import lxml.html

from generator.model import Site, View

# What nobody can press, unfold or follow on paper.
_NOT_ON_PAPER = ("button", "form", "iframe", "noscript", "script", "style", "template")
_TO_COPY = {"headerlink", "versus__link"}  # links that are there to be copied
_REFERENCES = ("aria-controls", "aria-describedby", "aria-labelledby", "for", "headers")
_LINKS = ("href", "src", "{http://www.w3.org/1999/xlink}href", "xlink:href")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ON_BODY = ("dir", "data-md-color-scheme", "data-md-color-primary", "data-md-color-accent")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page by its address relative to the site."""

    address: str
    html: str


def combined(view: View, site: Path, chapters: Sequence[Chapter]) -> str:
    """The page; `site` is the folder with what it shows."""
    places = {chapter.address: f"chapter-{number}" for number, chapter in enumerate(chapters, 1)}
    trees = {chapter.address: lxml.html.document_fromstring(chapter.html) for chapter in chapters}
    mover = _Mover(view.model.site, site, places)
    articles = {address: mover.article(address, tree) for address, tree in trees.items()}
    first, head = next(iter(trees.items()))
    sheets = "".join(
        f'<link rel="stylesheet" href="{escape(mover.file(first, link.get("href")))}">'
        for link in head.iter("link")
        if link.get("rel") == "stylesheet"
    )
    looks = " ".join(f'{name}="{escape(head.body.get(name))}"' for name in _ON_BODY if head.body.get(name))
    about, name = view.model.site, escape(view.comparison.name)
    contents = "".join(
        f'<li><a href="#{places[address]}">{escape(_title(article))}</a></li>' for address, article in articles.items()
    )
    whole = "\n".join(lxml.html.tostring(article, encoding="unicode") for article in articles.values())
    policy = "default-src 'none'; img-src file: data:; style-src file: 'unsafe-inline'; font-src file: data:"
    return f"""<!doctype html>
<html lang="{escape(about.language)}" class="no-js">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{name}</title>
<meta name="author" content="{escape(about.author or about.name)}">
{sheets}
<style>{_style(view.comparison.name)}</style>
</head>
<body {looks}>
<main class="md-content report">
{_cover(view)}
<section class="report__contents md-typeset" id="contents">
<h1>Contents</h1>
<ol>{contents}</ol>
</section>
{whole}
</main>
</body>
</html>
"""


def _cover(view: View) -> str:
    """The first sheet. It has no heading: the comparison's own page has the same one."""
    site = view.model.site
    day = f"{site.updated.day} {month_name[site.updated.month]} {site.updated.year}"
    signed = f"{site.author}, {day}" if site.author else day
    title = view.comparison.title if view.comparison.title != view.comparison.name else None
    lines = (title, view.comparison.industry, signed, f"Licence: {site.licence}" if site.licence else None)
    address = escape(site.address(f"{view.id}/"))
    told = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    name = f'<p class="report__name">{escape(view.comparison.name)}</p>'
    return f'<div class="report__cover md-typeset">{name}{told}<p><a href="{address}">{address}</a></p></div>'


def _title(article: Any) -> str:
    """The words of its first heading."""
    heading = article.find(".//h1")
    return " ".join(heading.text_content().split()) if heading is not None else ""


def _style(name: str) -> str:
    """The report's own style sheet."""
    quoted = re.sub(r'["\\<\n]', "", name)
    return (Path(__file__).parent / "report.css").read_text(encoding="utf-8").replace("%name%", quoted)


class _Mover:
    """Takes what pages say into one page."""

    def __init__(self, about: Site, site: Path, places: Mapping[str, str]) -> None:
        self._about, self._site, self._places = about, site, places

    def article(self, address: str, tree: Any) -> Any:
        """The page's article as a section, made for its new place."""
        article = tree.find(".//article")
        for element in list(article.iter()):
            if not isinstance(element.tag, str) or element.tag in _NOT_ON_PAPER or _TO_COPY & set(element.classes):
                element.drop_tree()
        for element in article.iter():
            self._move(address, element)
        article.tag = "section"
        article.set("id", self._places[address])
        return article

    def _move(self, address: str, element: Any) -> None:
        prefix = self._places[address]
        element.attrib.pop("loading", None)  # all of it is wanted, however far down
        if id := element.get("id"):
            element.set("id", f"{prefix}-{id}")
        for name in _REFERENCES:
            if ids := element.get(name):
                element.set(name, " ".join(f"{prefix}-{id}" for id in ids.split()))
        for name in _LINKS:
            target = element.get(name)
            if target is not None and not _SCHEME.match(target):
                element.set(name, self._link(address, target) if element.tag == "a" else self.file(address, target))
        if srcset := element.get("srcset"):
            element.set("srcset", _srcset(srcset, lambda path: self.file(address, path)))

    def _link(self, address: str, target: str) -> str:
        """To a place in the report if it is there, else to the published site."""
        parts = urlsplit(target)
        page, fragment = _resolved(address, parts.path), parts.fragment
        if page in self._places:
            return f"#{self._places[page]}-{fragment}" if fragment not in ("", "top") else f"#{self._places[page]}"
        return self._about.address(page) + urlunsplit(("", "", "", parts.query, fragment))

    def file(self, address: str, target: str) -> str:
        """The address of a file that a page shows, or of a part of the page itself."""
        parts = urlsplit(target)
        if not parts.path:
            return f"#{self._places[address]}-{parts.fragment}"
        file = (self._site / _resolved(address, unquote(parts.path))).as_uri()
        return f"{file}#{parts.fragment}" if parts.fragment else file


def _resolved(address: str, path: str) -> str:
    """Relative to the site; a page's ends with a slash."""
    if not path:
        return address
    joined = posixpath.normpath(posixpath.join("/", address, path)).lstrip("/")
    return f"{joined}/" if joined and path.endswith(("/", ".")) else joined


def _srcset(srcset: str, moved: Any) -> str:
    """Every candidate moved; those that are data have commas of their own and stay."""
    if "data:" in srcset:
        return srcset
    candidates = (candidate.split(maxsplit=1) for candidate in srcset.split(","))
    return ", ".join(" ".join([moved(path), *rest]) for path, *rest in candidates)
