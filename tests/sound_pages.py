"""Whether generated pages hang together: no link that leads nowhere, no heading with nothing below it.

In: the texts of docs/ by path. Out: what is wrong, as text.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from html import unescape

from generator.files import published

_LINK = re.compile(r"\]\(([^()\s]+)\)")
_ATTRIBUTE = re.compile(r'\b(?:href|src)="([^"]+)"')
_ANCHOR = re.compile(r'\{:[^}\n]*?#([\w-]+)|\bid="([^"]+)"')
_HEADING = re.compile(r"^(#{1,4}) (.+)$")
# What stands between two headings and says nothing.
_FRAME = re.compile(r"^(?:</?(?:div|section|dl|ul|p|table|thead|tbody|tr)\b[^>]*>|\{:.*\}|\s*)$")
_EMPTY = re.compile(r"<(dl|ul|ol|tbody|dd|td|p|small)(?: [^>]*)?>\s*</\1>")
# Lines that a company or a script fills in.
_FILLED = re.compile(
    r'<dl class="draft__lines">.*?</dl>|<template>.*?</template>|<[^<>]*\bdata-[^<>]*>\s*</', re.DOTALL
)


def flaws(texts: Mapping[str, str], files: Collection[str] = ()) -> list[str]:
    """All findings; `files` are the other files of the site, and those of pictures are taken to be there."""
    pages = {path: text for path, text in texts.items() if path.endswith(".md")}
    there = {published(path) for path in texts} | {*files}
    anchors = {published(path): {a or b for a, b in _ANCHOR.findall(text)} for path, text in pages.items()}
    return [
        f"{path}: {flaw}"
        for path, text in pages.items()
        for flaw in (*_dead(path, text, there, anchors), *_empty(text))
    ]


def _dead(path: str, text: str, there: Collection[str], anchors: Mapping[str, Collection[str]]) -> Iterator[str]:
    for target in map(unescape, _LINK.findall(text)):
        name, _, anchor = target.partition("#")
        if "://" not in target:
            aim = (
                published(posixpath.normpath(posixpath.join(posixpath.dirname(path), name)))
                if name
                else published(path)
            )
            yield from _missed(target, aim, anchor, there, anchors)
    for target in map(unescape, _ATTRIBUTE.findall(text)):
        name, _, anchor = target.partition("#")
        name = name.partition("?")[0]
        if "://" in target or target.startswith("data:"):
            continue
        base = posixpath.dirname(published(path))
        aim = posixpath.normpath(posixpath.join(base, name)) if name else published(path)
        if name and (name.endswith(("/", ".")) or aim == "."):
            aim = posixpath.normpath(posixpath.join(aim, "index.html"))
        yield from _missed(target, aim, anchor, there, anchors)


def _missed(
    target: str, aim: str, anchor: str, there: Collection[str], anchors: Mapping[str, Collection[str]]
) -> Iterator[str]:
    if aim.startswith(("infographics/", "embed/", "data/", "changes/")) and not aim.endswith("index.html"):
        return
    if aim not in there and not aim.startswith("embed/"):
        yield f"{target} leads nowhere"
    elif anchor and aim in anchors and anchor not in anchors[aim]:
        yield f"{target} has no such place"


def _empty(text: str) -> Iterator[str]:
    above: tuple[int, str] | None = None
    body = re.sub(r"\A---\n.*?^---\n", "", text, flags=re.DOTALL | re.MULTILINE)
    for line in [*body.split("\n"), "# "]:
        heading = _HEADING.match(line) or (line == "# " and re.match(r"(#) ?()", line))
        if heading:
            level = len(heading[1])
            if above and level <= above[0] and above[0] > 1:
                yield f"nothing below {above[1]}"
            above = (level, heading[2])
        elif not _FRAME.match(line):
            above = None
    yield from (f"empty {found[0]}" for found in _EMPTY.finditer(_FILLED.sub("", body)))
    if re.search(r"^None$|>None<|\bNone[.:;]|: None\b", body, re.MULTILINE):
        yield "None"
