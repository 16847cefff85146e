"""A page of a finished site, read once: what its checks ask for.

In: the text of an HTML file. Out: its ids, what it refers to, its policies, and whatever these have a say in.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from generator.publishing.content_policy import Policy

Attributes = dict[str, str]

_REFERRING = {"href", "src", "poster"}
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
# A script of another type is data.
_SCRIPTS = re.compile(r"(|module|importmap|(text|application)/(x-)?(java|ecma)script)", re.IGNORECASE)
_RUNS = re.compile(r"\s*javascript:", re.IGNORECASE)


class Page(HTMLParser):
    """`ids` are what a link may name, `links` what the page refers to, as it is written. Policies have a say in
    `loaded`, `inline` and `sheets`; the first two hold each a directive, an address or a text, and words.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
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
        for name, written in attrs:
            if written and tag != "base":
                self._refers(tag, name, written)
        if tag == "link":
            self._link(given)
        runs = tag == "script" and "src" not in given and _SCRIPTS.fullmatch(given.get("type", "").strip())
        self._open = (tag, "") if runs or tag == "style" else None

    def _refers(self, tag: str, name: str, value: str) -> None:
        if name == "id" or (name == "name" and tag == "a"):
            self.ids.add(value)
        elif name in _REFERRING or (name == "content" and value.startswith(("https://", "http://"))):
            self.links.append(value)
        elif name == "srcset":
            self.links += [part.split()[0] for part in value.split(",")]

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
