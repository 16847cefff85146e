"""A page of a finished site as it is without a server.

In: its HTML, what becomes of its links, and the script to begin with. Out: the HTML; only tags differ that have to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape, unescape
from html.parser import HTMLParser

# Attributes that hold an address or several, also for the site's own scripts.
_ADDRESSES = {"data-dark", "data-home", "data-later", "data-light", "href", "poster", "src"}
_MANY = {"srcset", "imagesrcset"}
_PREFIX = "data-base"  # what addresses begin with; of a script the way to the site's root, which stays
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_REFRESH = re.compile(r"^(\d+;\s*url=)(.*)$", re.IGNORECASE | re.DOTALL)
# What a browser lets no page fetch or start that comes from a folder; `'self'` is any file there.
_SERVED = ("connect-src ", "manifest-src ", "worker-src ")
# It asks for these by rules that a folder does not meet.
_REFUSED = {"manifest", "preload", "modulepreload", "prefetch"}

Attributes = dict[str, str]
Change = Callable[[str], str]


def converted(text: str, *, link: Change, prefix: Change, script: str) -> str:
    """`link` and `prefix` give what becomes of an address and of what addresses begin with; `script` runs first."""
    tags = _Tags(text)
    parts, done = [], 0
    for start, tag, given, raw in tags.found:
        new = _tag(tag, given, raw, link, prefix)
        if tag == "script" and _PREFIX in given:  # the site's own that runs first
            new = script + new
        if new != raw:
            parts += [text[done:start], new]
            done = start + len(raw)
    return "".join((*parts, text[done:]))


def _tag(tag: str, given: Attributes, raw: str, link: Change, prefix: Change) -> str:
    if tag == "link" and _REFUSED & set(given.get("rel", "").lower().split()):
        return ""
    module = tag == "script" and given.get("type", "").lower() == "module" and "src" in given

    def attribute(found: re.Match[str]) -> str:
        name, value = found[1].lower(), _unquoted(found[3] or "")
        if module and name == "type":
            return "defer"
        new = _value(tag, given, name, value, link, prefix) if value else value
        return found[0] if new == value else f'{found[1]}="{_escaped(new)}"'

    begin = len(tag) + 1
    return raw[:begin] + _ATTRIBUTE.sub(attribute, raw[begin:])


def _unquoted(written: str) -> str:
    return unescape(written[1:-1] if written[:1] in ('"', "'") else written)


def _escaped(value: str) -> str:
    return escape(value, quote=False).replace('"', "&quot;")


def _value(tag: str, given: Attributes, name: str, value: str, link: Change, prefix: Change) -> str:
    if name in _ADDRESSES:
        stays = tag == "link" and given.get("rel") == "canonical"
        return value if stays else link(value)
    if name in _MANY:
        return ", ".join(_with_link(part, link) for part in value.split(","))
    if name == _PREFIX and tag != "script":
        return prefix(value)
    if tag == "meta" and name == "content":
        return _meta(given.get("http-equiv", "").lower(), value, link)
    return value


def _with_link(part: str, link: Change) -> str:
    address, *size = part.split()
    return " ".join((link(address), *size))


def _meta(kind: str, value: str, link: Change) -> str:
    if kind == "content-security-policy":
        return "; ".join(part for part in value.split("; ") if not part.startswith(_SERVED))
    refresh = _REFRESH.match(value) if kind == "refresh" else None
    return refresh[1] + link(refresh[2]) if refresh else value


class _Tags(HTMLParser):
    """Every opening tag: where it begins, its name, what it has, its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[int, str, Attributes, str]] = []
        self._lines = [0, *_line_starts(text)]
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        given = {name: value or "" for name, value in attrs}
        self.found.append((self._lines[line - 1] + column, tag, given, self.get_starttag_text() or ""))


def _line_starts(text: str) -> Iterator[int]:
    return (found.end() for found in re.finditer("\n", text))
