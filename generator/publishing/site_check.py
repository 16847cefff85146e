"""Whether a finished site holds together, before anybody sees it.

In: docs/, the folder of the site, its address. Out: what is wrong, a line each. MkDocs checks the links of Markdown;
this checks all those of the HTML that came of it, of style sheets, and of pages that no Markdown was made for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urljoin, urlsplit

from generator import files
from generator.problems import broken_files
from generator.publishing import policy_check
from generator.publishing.page import Page
from generator.publishing.picture_check import difference
from generator.publishing.search_index import ENTRIES

PICTURES = "data/infographics.json"
_FORMATS = (".png", ".svg", ".pdf")
_FOR_PUBLISHING = {"nav.yml", ENTRIES}
# A browser goes to the top for these, whether or not there is an element of that name.
_TOP = {"", "top", "__top"}


def findings(docs: Path, site: Path, *, generated: Collection[str], address: str) -> list[str]:
    """Files that did not arrive, pictures that are not as listed, links that lead nowhere, what policies refuse.

    `generated` names the files of docs/ that no hand wrote. `address` is where the site will be served: what begins
    with it, or with its path, is a link within the site.
    """
    published = files.tree(site)
    pages = {
        name: Page(path.read_text("utf-8", "replace")) for name, path in published.items() if name.endswith(".html")
    }
    return [
        *_not_arrived(docs, published),
        *_broken(docs, published),
        *_pictures(published, {name for name in generated if name.startswith("infographics/")}),
        *_links(published, pages, address),
        *policy_check.findings(published, pages, address),
    ]


def _not_arrived(docs: Path, published: Mapping[str, Path]) -> Iterator[str]:
    for name, source in files.tree(docs).items():
        if name in _FOR_PUBLISHING:
            continue
        if name.endswith(".md"):
            if files.published(name) not in published:
                yield f"{name}: its page is missing"
        elif name not in published:
            yield f"{name}: is missing"
        elif published[name].read_bytes() != source.read_bytes():
            yield f"{name}: is not as it was made"


def _broken(docs: Path, published: Mapping[str, Path]) -> Iterator[str]:
    """Fonts and pictures of the theme and what a project changes in it; those of docs/ were looked at there."""
    own = files.tree(docs).keys()
    for problem in broken_files((name, path) for name, path in published.items() if name not in own):
        yield f"{problem.file}: {problem.message}; {problem.fix}"


def _pictures(published: Mapping[str, Path], made: Collection[str]) -> Iterator[str]:
    """The list of pictures against those that were made and those that are there."""
    if PICTURES not in published:
        return
    pictures = json.loads(published[PICTURES].read_bytes())
    listed = {file["path"]: file for picture in pictures for file in picture["files"]}
    for path in sorted(name for name in made if name.endswith(_FORMATS) and name not in listed):
        yield f"{path}: is a picture that {PICTURES} does not list"
    for path, file in listed.items():
        if path not in published:
            yield f"{path}: is missing, and {PICTURES} lists it"
            continue
        data = published[path].read_bytes()
        if hashlib.sha256(data).hexdigest() != file["sha256"]:
            yield f"{path}: is not the picture that {PICTURES} lists"
        elif differs := difference(data, file["format"], file["width"], file["height"]):
            yield f"{path}: {differs}"


def _links(published: Mapping[str, Path], pages: Mapping[str, Page], address: str) -> Iterator[str]:
    links = {name: page.links for name, page in pages.items()}
    for name, path in published.items():
        if name.endswith(".css"):
            links[name] = policy_check.css_links(path.read_text("utf-8", "replace"))
    for name in sorted(links):
        for link in dict.fromkeys(links[name]):
            target, fragment = _target(name, link, address.rstrip("/") + "/")
            if target is None:
                continue
            found = target if target in published else str(PurePosixPath(target, "index.html"))
            if found not in published:
                yield f"{name}: {link} leads nowhere"
            elif found in pages and fragment not in pages[found].ids | _TOP:
                yield f"{name}: {link} names a part that its page does not have"


def _target(name: str, link: str, address: str) -> tuple[str | None, str]:
    """Which file of the site a link of this file is for, and its fragment; None where it leads out of the site."""
    home, given = urlsplit(address), urlsplit(link)
    whole = urlsplit(urljoin(address + quote(name), link))
    if whole[:2] == home[:2] and whole.path.startswith(home.path):
        return unquote(whole.path.removeprefix(home.path)), unquote(whole.fragment)
    climbs = not (given.scheme or given.netloc or given.path.startswith("/"))
    return (given.path if climbs else None), ""
