"""Whether a finished site holds together, before anybody sees it.

In: docs/, the folder of the site, its address. Out: what is wrong, a line each. MkDocs checks the links of Markdown;
this checks all those of the HTML that came of it, of style sheets, and of pages that no Markdown was made for.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote, unquote, urljoin, urlsplit

from generator import files
from generator.problems import broken_files
from generator.publishing import check_memory, content_policy, page, picture_check, policy_check
from generator.publishing.check_memory import CheckMemory, Facts
from generator.publishing.page import Page
from generator.publishing.picture_check import difference
from generator.publishing.search_index import ENTRIES

PICTURES = "data/infographics.json"
_FORMATS = (".png", ".svg", ".pdf")
_FOR_PUBLISHING = {"nav.yml", ENTRIES}
# A browser goes to the top for these, whether or not there is an element of that name.
_TOP = {"", "top", "__top"}
_PARTS = (check_memory, content_policy, page, picture_check, policy_check)


def findings(
    docs: Path,
    site: Path,
    *,
    generated: Collection[str],
    address: str,
    digests: files.Digests,
    memory: CheckMemory,
) -> list[str]:
    """Files that did not arrive, pictures that are not as listed, links that lead nowhere, what policies refuse.

    `generated` names the files of docs/ that no hand wrote. `address` is where the site will be served: what begins
    with it, or with its path, is a link within the site. What `digests` and `memory` know is not read again.
    """
    checked = _Site(site, address, digests, memory)
    memory.begin(checked.context)
    sources = files.stats(docs)
    refused, facts = [], {}
    for name in checked.pages:
        facts[name], told = checked.facts(name)
        refused += told
    return [
        *_not_arrived(docs, sources, checked),
        *_broken(sources, checked.published),
        *_pictures(checked, {name for name in generated if name.startswith("infographics/")}),
        *_links(checked, facts),
        *refused,
    ]


class _Site:
    """A finished site, of which each page is read once, if at all, and none is held."""

    def __init__(self, site: Path, address: str, digests: files.Digests, memory: CheckMemory) -> None:
        self.address, self.digests, self.memory = address.rstrip("/") + "/", digests, memory
        self.stats = files.stats(site)
        self.published = {name: site / name for name in self.stats}
        self.pages = sorted(name for name in self.stats if name.endswith(".html"))

    def digest(self, name: str) -> str:
        return self.digests.of(self.published[name], self.stats[name])

    @property
    def context(self) -> str:
        """What has a say in all pages: this check, where the site will be served, style sheets, what hosts send."""
        own = (Path(__file__), *(Path(str(part.__file__)) for part in _PARTS))
        code = ((path.name, files.content_digest(path).encode()) for path in own)
        theirs = ((name, self.digest(name).encode()) for name in sorted(self.stats) if policy_check.decides(name))
        return files.digest([*code, ("address", self.address.encode()), *theirs])

    @cached_property
    def _policies(self) -> policy_check.PolicyCheck:
        return policy_check.PolicyCheck(self.published, self.address)

    def facts(self, name: str) -> tuple[Facts, list[str]]:
        """What the page refers to and has, and what its policy refuses."""
        digest = self.digest(name)
        known, told = self.memory.page(name, digest), list[str]()
        if known is None:
            read = self.read(name)
            targets = (_target(name, link, self.address) for link in dict.fromkeys(read.links))
            references = dict.fromkeys(_reference(*each) for each in targets if each[0] is not None)
            known = Facts.of(digest, references, read.ids)
            told = list(self._policies.findings(name, read))
        if not told:
            self.memory.keep_page(name, known)
        return known, told

    def read(self, name: str) -> Page:
        return Page(self.published[name].read_text("utf-8", "replace"))

    def found(self, target: str) -> str:
        """The file that a link to this path gets; empty: none."""
        found = target if target in self.stats else str(PurePosixPath(target, "index.html"))
        return found if found in self.stats else ""


def _reference(target: str | None, fragment: str) -> str:
    return f"{target}\t{fragment}" if fragment not in _TOP else str(target)


def _not_arrived(docs: Path, sources: Mapping[str, os.stat_result], checked: _Site) -> Iterator[str]:
    for name, source in sources.items():
        if name in _FOR_PUBLISHING:
            continue
        if name.endswith(".md"):
            if files.published(name) not in checked.stats:
                yield f"{name}: its page is missing"
        elif name not in checked.stats:
            yield f"{name}: is missing"
        elif not os.path.samestat(source, checked.stats[name]) and (
            source.st_size != checked.stats[name].st_size
            or checked.digests.of(docs / name, source) != checked.digest(name)
        ):
            yield f"{name}: is not as it was made"


def _broken(sources: Collection[str], published: Mapping[str, Path]) -> Iterator[str]:
    """Fonts and pictures of the theme and what a project changes in it; those of docs/ were looked at there."""
    own = {*sources, *map(files.published, sources)}
    for problem in broken_files((name, path) for name, path in published.items() if name not in own):
        yield f"{problem.file}: {problem.message}; {problem.fix}"


def _pictures(checked: _Site, made: Collection[str]) -> Iterator[str]:
    """The list of pictures against those that were made and those that are there."""
    if PICTURES not in checked.stats:
        return
    pictures = json.loads(checked.published[PICTURES].read_bytes())
    listed = {file["path"]: file for picture in pictures for file in picture["files"]}
    for path in sorted(name for name in made if name.endswith(_FORMATS) and name not in listed):
        yield f"{path}: is a picture that {PICTURES} does not list"
    for path, file in listed.items():
        if path not in checked.stats:
            yield f"{path}: is missing, and {PICTURES} lists it"
        elif checked.digest(path) != file["sha256"]:
            yield f"{path}: is not the picture that {PICTURES} lists"
        elif differs := _differs(checked, path, file):
            yield f"{path}: {differs}"


def _differs(checked: _Site, path: str, file: Mapping[str, Any]) -> str:
    form, width, height = file["format"], file["width"], file["height"]
    told = f"{file['sha256']} {form} {width} {height}"
    if not checked.memory.is_picture(told) and (
        differs := difference(checked.published[path].read_bytes(), form, width, height)
    ):
        return differs
    checked.memory.keep_picture(told)
    return ""


def _links(checked: _Site, facts: Mapping[str, Facts]) -> Iterator[str]:
    """All links of the site. What a page refers to is looked up first; only where that is not there, the page is read
    to say which link it is.
    """
    missing = _missing(checked, facts)
    concerned = (name for name in facts if missing and not missing.isdisjoint(facts[name].each_link()))
    links = {name: checked.read(name).links for name in concerned}
    links |= {
        name: policy_check.css_links(path.read_text("utf-8", "replace"))
        for name, path in checked.published.items()
        if name.endswith(".css")
    }
    ids = cache(lambda name: checked.read(name).ids)
    for name in sorted(links):
        for link in dict.fromkeys(links[name]):
            target, fragment = _target(name, link, checked.address)
            if target is None:
                continue
            found = checked.found(target)
            if not found:
                yield f"{name}: {link} leads nowhere"
            elif found in facts and fragment not in _TOP and fragment not in ids(found):
                yield f"{name}: {link} names a part that its page does not have"


def _missing(checked: _Site, facts: Mapping[str, Facts]) -> set[str]:
    """What pages refer to and the site does not have."""
    references: set[str] = set()
    for each in facts.values():
        references.update(each.each_link())
    ids = cache(lambda name: facts[name].each_id())
    missing = set()
    for reference in references:
        target, _, fragment = reference.partition("\t")
        found = checked.found(target)
        if not found or (fragment and found in facts and fragment not in ids(found)):
            missing.add(reference)
    return missing


def _target(name: str, link: str, address: str) -> tuple[str | None, str]:
    """Which file of the site a link of this file is for, and its fragment; None where it leads out of the site."""
    home, given = urlsplit(address), urlsplit(link)
    whole = urlsplit(urljoin(address + quote(name), link))
    if whole[:2] == home[:2] and whole.path.startswith(home.path):
        return unquote(whole.path.removeprefix(home.path)), unquote(whole.fragment)
    climbs = not (given.scheme or given.netloc or given.path.startswith("/"))
    return (given.path if climbs else None), ""
