"""llms.txt: the site on one sheet of Markdown, for programs that read it.

In: the model, every generated page with its section and address, and the archives. Out: the text. What a page is about
is read from its front matter, so that it is said once.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from generator.model import Model, Site
from generator.pages.escaping import titled
from generator.pages.slides import Archive

_SPECIAL = re.compile(r"[\\\[\]`*_<>]")
_PICTURES = "every picture with its words, its data table and its files"


def llms(model: Model, pages: Iterable[tuple[str, str, str]], archives: Iterable[Archive]) -> str:
    """The text of llms.txt. `pages` are (section, address relative to the site, Markdown), in order."""
    site = model.site
    sections: dict[str, list[str]] = {}
    for section, path, text in pages:
        title, description = titled(text)
        line = _entry(html.unescape(title), site.address(path), html.unescape(description))
        sections.setdefault(section, []).append(line)
    alone = [lines[0] for lines in sections.values() if len(lines) == 1]
    grouped = {section: lines for section, lines in sections.items() if len(lines) > 1}
    blocks = [
        f"# {_plain(site.name)}",
        *([f"> {_plain(site.description)}"] if site.description else []),
        _plain(" ".join(_about(site))),
        _list("Site", alone),
        *(_list(section, lines) for section, lines in grouped.items()),
        _list("Data", _data(model, archives)),
    ]
    return "\n\n".join(blocks) + "\n"


def _about(site: Site) -> Iterator[str]:
    if site.tagline:
        yield f"{site.tagline}."
    if site.author:
        yield f"By {site.author}."
    if site.licence:
        yield f"Licence: {site.licence}."
    yield f"Last changed: {site.updated}."


def _data(model: Model, archives: Iterable[Archive]) -> Iterator[str]:
    site = model.site
    yield _entry("model.json", site.address("data/model.json"), "the whole content as JSON")
    yield _entry(
        "roles/index.json", site.address("data/roles/index.json"), "every role; each has a JSON file of its own"
    )
    if any(comparison.infographics for comparison in model.comparisons.values()):
        yield _entry("infographics.json", site.address("data/infographics.json"), _PICTURES)
    for name, comparison in model.comparisons.items():
        yield _entry(f"{name}.csv", site.address(f"data/{name}.csv"), f"comparison table, {comparison.name}")
    offered = tuple(archives)
    for archive in offered:
        theme = f", {archive.theme} theme" if len(offered) > 1 else ""
        words = f"all pictures as slides{theme}, {archive.size}"
        yield _entry(archive.path.rpartition("/")[2], site.address(archive.path), words)
    if site.offline:
        yield _entry("offline.zip", site.address("offline.zip"), "these pages, to open without a server")
    yield _entry("sitemap.xml", site.address("sitemap.xml"), "the address of every page")


def _list(title: str, lines: Iterable[str]) -> str:
    return f"## {_plain(title)}\n\n" + "\n".join(lines)


def _entry(title: str, target: str, words: str) -> str:
    return f"- [{_plain(title)}]({target}): {_plain(words)}"


def _plain(text: str) -> str:
    """The text on one line, with nothing that Markdown would read."""
    return _SPECIAL.sub(lambda sign: "\\" + sign[0], " ".join(text.split()))
