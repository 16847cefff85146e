"""A finished site as one that opens from a folder, by double-clicking its first page.

In: the folder of a site that was built. Out: the files of the other one. All comes from the site itself, so that the
same site gives the same files, whichever publisher made it: `whole` with everything that pages offer; otherwise without
what is there to be downloaded (PNG, PDF, decks), to which links then lead where the site is published.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from generator import files
from generator.frontend import OFFLINE
from generator.problems import OutputError
from generator.publishers import PUBLISHERS
from generator.publishing.build_info import FILE, MODEL
from generator.publishing.offline import page, scripts, styles
from generator.publishing.offline.links import Links
from generator.publishing.page import Page
from generator.publishing.policy_check import css_links

ARCHIVE = "offline.zip"  # in the site that offers it
_INDEXES = tuple(dict.fromkeys(each.index for each in PUBLISHERS.values()))
_SEARCH = re.compile(r"assets/javascripts/(search-[0-9a-f]{8}|workers/search\.[0-9a-f]{8}\.min)\.js")
# The page on which readers choose roles, and what it loads.
_CHOICE = re.compile(r"assets/javascripts/choose-[0-9a-f]{8}\.js")
_ROLE = re.compile(r"data/roles/[^/]+\.json")
_PARTS = re.compile(r"assets/javascripts/search-[0-9a-f]{8}/.*")  # of the search's index, which is whole here
_SCRIPT, _TEXT = files.named_by_content("assets/javascripts/offline.js", OFFLINE.encode())
# For hosts, for other sites and for programs that read the published one.
_FOR_SERVERS = re.compile(
    r"404\.html|_headers|_redirects|robots\.txt|sitemap\.xml(\.gz)?|site\.webmanifest|feed\.xml|llms\.txt|favicon\.ico"
    rf"|{re.escape(FILE)}|{re.escape(ARCHIVE)}|(embed|oembed)/.*"
)
_ALWAYS = (".css", ".csv", ".html", ".js", ".json")


@dataclass(frozen=True, slots=True)
class Offline:
    """`kept` are files as they are in the site, `made` those that differ; by their paths. `updated` dates them."""

    kept: Mapping[str, Path]
    made: Mapping[str, bytes]
    updated: date


def offline(site: Path, *, whole: bool) -> Offline:
    """The files. OutputError: this is no site of ours; OSError."""
    published = files.tree(site)
    about = _about(published)
    own = {name: path for name, path in published.items() if not (_FOR_SERVERS.fullmatch(name) or _PARTS.match(name))}
    texts = {name: _text(path) for name, path in own.items() if name.endswith(".html")}
    kept = own if whole else _needed(own, texts)
    left = (published.keys() | {ARCHIVE, FILE}) - kept.keys()  # these two may be added yet
    links = Links(kept, left, about["url"].rstrip("/") + "/")
    made = {**dict(_pages(texts, links, whole=whole)), **dict(_scripts(kept, texts)), **dict(_sheets(kept))}
    made[_SCRIPT] = _TEXT
    for name, listed in _INDEXES:
        if name not in kept:
            continue
        index = scripts.index(kept[name].read_bytes(), listed, lambda part: published[part].read_bytes())
        if index:
            made[name.removesuffix("on")] = index.encode()
            del kept[name]
    if any(_CHOICE.fullmatch(name) for name in kept):
        for name in [name for name in kept if _ROLE.fullmatch(name)]:
            made[name.removesuffix("on")] = scripts.kept(kept[name].read_bytes()).encode()
    as_they_are = {name: path for name, path in kept.items() if name not in made}
    return Offline(as_they_are, made, date.fromisoformat(about["updated"]))


def _about(published: Mapping[str, Path]) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(published[MODEL].read_bytes())["site"]
    except (KeyError, ValueError, TypeError) as error:
        raise OutputError(f"{MODEL}: is not in the site; build it first") from error
    return found


def _needed(own: Mapping[str, Path], texts: Mapping[str, str]) -> dict[str, Path]:
    """Pages, what they load and what that loads, and the data."""
    needed = {name for name in own if name.endswith(_ALWAYS)}
    for name, text in texts.items():
        needed |= {_at(name, address) for _, address, _ in Page(text).loaded}
    for name in [name for name in own if name.endswith(".css")]:
        needed |= {_at(name, address) for address in css_links(_text(own[name]))}
    return {name: path for name, path in own.items() if name in needed}


def _at(name: str, address: str) -> str:
    return Links.within(name, re.sub(r"[?#].*", "", address))


def _pages(texts: Mapping[str, str], links: Links, *, whole: bool) -> Iterator[tuple[str, bytes]]:
    for name, text in texts.items():
        root = posixpath.relpath(".", posixpath.dirname(name) or ".")
        source = posixpath.normpath(f"{root}/{_SCRIPT}")
        script = f'<script src="{source}" data-address="{escape(links.address)}"></script>'
        prefix = (lambda value: value) if whole else partial(_prefix, links, name)
        done = page.converted(text, link=partial(links.of, name), prefix=prefix, script=script)
        yield name, _bytes(done)


def _prefix(links: Links, name: str, value: str) -> str:
    """What addresses of files begin with that stay behind."""
    return links.published(links.within(name, value))


def _sheets(kept: Mapping[str, Path]) -> Iterator[tuple[str, bytes]]:
    for name in [name for name in kept if name.endswith(".css")]:

        def read(address: str, sheet: str = name) -> bytes | None:
            path = kept.get(_at(sheet, address))
            return path.read_bytes() if path else None

        yield name, _bytes(styles.with_masks(_text(kept[name]), read))


def _scripts(kept: Mapping[str, Path], texts: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    modules = {_at(name, source) for name, text in texts.items() for source in _modules(text)}
    for name, path in kept.items():
        if _SEARCH.fullmatch(name):
            yield name, _bytes(scripts.in_page(_text(path)))
        elif name in modules:
            yield name, _bytes(scripts.classic(_text(path)))


def _modules(text: str) -> Iterator[str]:
    """What a page loads as a module, now or later."""
    for tag in re.findall(r"<[^>]* (?:type=\"module\"|data-later=)[^>]*>", text):
        yield from re.findall(r" (?:src|data-later)=\"([^\"]*)\"", tag)


def _text(path: Path) -> str:
    """Whatever it is written in: what is not understood comes out again as it was."""
    return path.read_bytes().decode("utf-8", "surrogateescape")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
