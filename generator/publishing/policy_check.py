"""What the pages' own policies would refuse, found before a visitor's console says so.

In: the files of a site, its address. Out: what each page's Content-Security-Policy refuses of what stands in the page
and of what its style sheets load, a line each. What scripts do is not known here: a browser tells (tests/browser).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from generator.publishing.content_policy import Policy

Attributes = dict[str, str]

# Attributes that make a browser load something, and under which directive.
_LOADED = {
    ("a", "ping"): "connect-src",
    ("audio", "src"): "media-src",
    ("embed", "src"): "object-src",
    ("form", "action"): "form-action",
    ("button", "formaction"): "form-action",
    ("input", "formaction"): "form-action",
    ("base", "href"): "base-uri",
    ("frame", "src"): "frame-src",
    ("iframe", "src"): "frame-src",
    ("image", "href"): "img-src",
    ("image", "xlink:href"): "img-src",
    ("img", "src"): "img-src",
    ("input", "src"): "img-src",
    ("object", "data"): "object-src",
    ("script", "src"): "script-src-elem",
    ("track", "src"): "media-src",
    ("use", "href"): "img-src",
    ("use", "xlink:href"): "img-src",
    ("video", "poster"): "img-src",
    ("video", "src"): "media-src",
}
# What a link loads. Firefox fetches `next` ahead as others do `prefetch`, and asks `default-src` for either.
_LINKS = {
    "apple-touch-icon": "img-src",
    "icon": "img-src",
    "manifest": "manifest-src",
    "modulepreload": "script-src-elem",
    "next": "default-src",
    "prefetch": "default-src",
    "prerender": "default-src",
    "stylesheet": "style-src-elem",
}
_PRELOADED = {
    "audio": "media-src",
    "fetch": "connect-src",
    "font": "font-src",
    "image": "img-src",
    "script": "script-src-elem",
    "style": "style-src-elem",
    "track": "media-src",
    "video": "media-src",
    "worker": "worker-src",
}
_HEADERS = "_headers"
_SENT = re.compile(r"^\s+Content-Security-Policy:(.*)$", re.MULTILINE | re.IGNORECASE)
# A script of another type is data.
_SCRIPTS = re.compile(r"(|module|importmap|(text|application)/(x-)?(java|ecma)script)", re.IGNORECASE)
_RUNS = re.compile(r"\s*javascript:", re.IGNORECASE)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_FONT = re.compile(r"@font-face\s*{[^}]*}")
_CSS_IMPORT = re.compile(r"""@import\s+(?:url\(\s*)?["']?([^"')\s;]+)""")
_CSS_LINK = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)""")


def findings(published: Mapping[str, Path], address: str) -> Iterator[str]:
    """What is refused on the pages of a site that will be served at `address`.

    A page without a policy of its own has the one that the host is asked to send; without that, it refuses nothing.
    """
    sheets = _Sheets(published)
    sent = [Policy(text) for text in _sent(published)]
    root = address.rstrip("/") + "/"
    for name in sorted(name for name in published if name.endswith(".html")):
        page = _Page(published[name].read_text("utf-8", "replace"))
        here = root + quote(name)
        refused = (what for policy in page.policies or sent for what in _refused(page, policy, here, root, sheets))
        yield from (f"{name}: its policy refuses {what}" for what in dict.fromkeys(refused))


def _sent(published: Mapping[str, Path]) -> list[str]:
    """The policies in the file of headers."""
    if _HEADERS not in published:
        return []
    return _SENT.findall(published[_HEADERS].read_text("utf-8", "replace"))


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


class _Page(HTMLParser):
    """The policies of a page, and whatever they have a say in: each as a directive, an address or a text, and words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.policies: list[Policy] = []
        self.loaded: list[tuple[str, str, str]] = []
        self.inline: list[tuple[str, str, str]] = []
        self.sheets: list[str] = []
        self._open: tuple[str, str] | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and given.get("http-equiv", "").lower() == "content-security-policy":
            self.policies.append(Policy(given.get("content", "")))
        for name, value in given.items():
            self._attribute(tag, name, value)
        if tag == "link":
            self._link(given)
        runs = tag == "script" and "src" not in given and _SCRIPTS.fullmatch(given.get("type", "").strip())
        self._open = (tag, "") if runs or tag == "style" else None

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name == "style":
            self.inline.append(("style-src-attr", value, f'<{tag} style="{value}">'))
        elif name.startswith("on"):
            self.inline.append(("script-src-attr", value, f"<{tag} {name}>"))
        elif name in ("action", "formaction", "href", "xlink:href", "src") and _RUNS.match(value):
            self.inline.append(("script-src-elem", value, f'<{tag} {name}="{value}">'))
        elif name in ("srcset", "imagesrcset"):
            for part in value.split(","):
                if address := part.strip().split(" ")[0]:
                    self._loads("img-src", tag, address)
        elif (tag, name) in _LOADED and value and not value.startswith("#"):
            self._loads(_LOADED[tag, name], tag, value)
        elif value and tag == "source" and name == "src":
            self._loads("media-src", tag, value)

    def _link(self, given: Attributes) -> None:
        address = given.get("href", "")
        relations = given.get("rel", "").lower().split()
        for relation in relations if address else ():
            if relation == "stylesheet" and "alternate" not in relations:
                self.sheets.append(address)
            directive = _PRELOADED.get(given.get("as", "")) if relation == "preload" else _LINKS.get(relation)
            if directive:
                self._loads(directive, f'link rel="{relation}"', address)

    def _loads(self, directive: str, element: str, address: str) -> None:
        self.loaded.append((directive, address, f"what <{element}> asks for: {address}"))

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open = (self._open[0], self._open[1] + data)

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[0] == tag:
            text = self._open[1]
            beginning = " ".join(text.split())[:40]
            self.inline.append((f"{tag}-src-elem", text, f"<{tag}> that begins: {beginning}"))
            self._open = None


def _refused(page: _Page, policy: Policy, here: str, root: str, sheets: _Sheets) -> Iterator[str]:
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
