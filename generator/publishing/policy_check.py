"""What the pages' own policies would refuse, found before a visitor's console says so.

In: the files of a site, its address, then its pages one by one. Out: what each page's Content-Security-Policy refuses
of what stands in the page and of what its style sheets load, a line each. What scripts do is not known here: a browser
tells (tests/browser).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from generator.publishing.content_policy import Policy
from generator.publishing.page import Page

HEADERS = "_headers"
_SENT = re.compile(r"^\s+Content-Security-Policy:(.*)$", re.MULTILINE | re.IGNORECASE)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_FONT = re.compile(r"@font-face\s*{[^}]*}")
_CSS_IMPORT = re.compile(r"""@import\s+(?:url\(\s*)?["']?([^"')\s;]+)""")
_CSS_LINK = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)""")


class PolicyCheck:
    """The pages of a site that will be served at `address`.

    A page without a policy of its own has the one that the host is asked to send; without that, it refuses nothing.
    """

    def __init__(self, published: Mapping[str, Path], address: str) -> None:
        self._sheets = _Sheets(published)
        self._sent = [Policy(text) for text in _sent(published)]
        self._root = address.rstrip("/") + "/"

    def findings(self, name: str, page: Page) -> Iterator[str]:
        """What is refused on this page."""
        here, root, sheets = self._root + quote(name), self._root, self._sheets
        policies = page.policies or self._sent
        refused = (what for policy in policies for what in _refused(page, policy, here, root, sheets))
        yield from (f"{name}: its policy refuses {what}" for what in dict.fromkeys(refused))


def decides(name: str) -> bool:
    """Whether what a page may do depends on that file of the site, beside the page itself."""
    return name == HEADERS or name.endswith(".css")


def _sent(published: Mapping[str, Path]) -> list[str]:
    """The policies in the file of headers."""
    if HEADERS not in published:
        return []
    return _SENT.findall(published[HEADERS].read_text("utf-8", "replace"))


class _Sheets:
    """What each style sheet of the site loads, read when first asked for."""

    def __init__(self, published: Mapping[str, Path]) -> None:
        self._published = published
        self._read: dict[str, tuple[tuple[str, str], ...]] = {}

    def loaded(self, path: str) -> tuple[tuple[str, str], ...]:
        """Directives and addresses; none of a file that is not there."""
        if path not in self._read:
            file = self._published.get(path)
            self._read[path] = tuple(_loaded_by_css(file.read_text("utf-8", "replace"))) if file else ()
        return self._read[path]


def _refused(page: Page, policy: Policy, here: str, root: str, sheets: _Sheets) -> Iterator[str]:
    for directive, address, what in page.loaded:
        if not policy.loads(directive, urljoin(here, address), here):
            yield what
    for directive, text, what in page.inline:
        if not policy.runs(directive, text):
            yield what
    for link in page.sheets:
        sheet = urljoin(here, link)
        path = unquote(urlsplit(sheet).path.removeprefix(urlsplit(root).path))
        for directive, address in sheets.loaded(path) if sheet.startswith(root) else ():
            if not policy.loads(directive, urljoin(sheet, address), here):
                yield f"what {path} asks for: {address}"


def _loaded_by_css(text: str) -> Iterator[tuple[str, str]]:
    """What a style sheet loads, each with its directive."""
    text = _CSS_COMMENT.sub("", text)
    yield from (("style-src-elem", target) for target in _CSS_IMPORT.findall(text))
    for face in _CSS_FONT.findall(text):
        yield from (("font-src", target) for target in css_links(face))
    rest = _CSS_IMPORT.sub("", _CSS_FONT.sub("", text))
    for target in css_links(rest):
        if not target.startswith("#"):
            yield "img-src", target


def css_links(text: str) -> list[str]:
    """The addresses that a style sheet has as `url(…)`."""
    return ["".join(found) for found in _CSS_LINK.findall(text)]
