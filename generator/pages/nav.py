"""The navigation, as a file that mkdocs.yml inherits.

In: the site's own words, the pages in order, each with its way through the navigation, and what every page has: style
sheets, scripts and the site's logo. Out: the text of nav.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from generator.exports import APART
from generator.files import published
from generator.frontend import FIRST, html_text, policy
from generator.model import Site
from generator.pages.escaping import dump, label
from generator.publishers import MKDOCS, Theme

_BY_HAND = "Project"
_WORKER = re.compile(r"assets/javascripts/search-[0-9a-f]+\.js").fullmatch
_APART = re.compile(rf"assets/javascripts/({'|'.join(APART)})-[0-9a-f]+\.js").fullmatch


def navigation(
    site: Site,
    pages: Iterable[tuple[Sequence[str], str]],
    by_hand: Sequence[str] = (),
    assets: Iterable[str] = (),
    logo: str = "",
    head: Mapping[str, object] | None = None,
    theme: Theme | None = None,
) -> str:
    """nav.yml. `pages` are ways and paths; a way of one title is a page by itself, one of two a page in a section.

    An empty last title makes the page the section's own, which `extra.sections` names by its address, since any other
    page of a section may be an index.md too. `by_hand` are the paths of hand-written pages. Of `assets`,
    paths too, every page loads the style sheets and the scripts. `logo` is SVG. `head` is what else
    the head of every page names. The `theme` is MkDocs' unless another one is given.
    """
    theme = theme or MKDOCS.theme()
    entries: list[dict[str, object]] = []
    sections: dict[str, list[object]] = {}
    own: dict[str, str] = {}
    for way, path in [*pages, *(((_BY_HAND, ""), path) for path in by_hand)]:
        *above, title = way
        if not above:
            entries.append({label(title): path})
            continue
        section = label(above[0])
        if section not in sections:
            entries.append({section: sections.setdefault(section, [])})
        sections[section].append({label(title): path} if title else path)
        if not title and PurePosixPath(path).stem in ("index", "README"):
            own.setdefault(section, published(path).removesuffix("index.html"))
    scripts = sorted(assets)
    extra = {
        **_extra(site, logo, by_hand, theme),
        "sections": list(own.values()),
        "search": _search(scripts, theme),
        "scripts": own_scripts(scripts),
        **(head or {}),
    }
    return dump({**_settings(site), **_assets(scripts), "extra": extra, "nav": entries})


def _settings(site: Site) -> dict[str, object]:
    """What Material puts into HTML as it is: texts into attributes, but for the last one."""
    return {
        "site_name": html_text(site.name),
        "site_url": site.address(""),
        "site_description": html_text(site.description or site.tagline or site.name),
        "site_author": html_text(site.author or site.name),
        "copyright": label(" · ".join(filter(None, (site.author or site.name, site.licence)))),
    }


def _assets(assets: Sequence[str]) -> dict[str, object]:
    return {
        "extra_css": [path for path in assets if path.endswith(".css")],
        "extra_javascript": [
            {"path": path, "type": "module"}
            for path in assets
            if path.endswith(".js") and not _WORKER(path) and not _APART(path)
        ],
    }


def own_scripts(files: Iterable[str]) -> dict[str, str]:
    """The scripts that only some pages load, by name, among the files of the site."""
    return {found[1]: found[0] for found in map(_APART, files) if found}


def _search(assets: Sequence[str], theme: Theme) -> dict[str, str]:
    """The theme's worker that searches and the one that takes its place, which no page loads as a script; empty where
    the theme's search stays as it is.
    """
    ours = next((path for path in assets if _WORKER(path)), "")
    return {"theme": theme.worker, "ours": ours}


def _extra(site: Site, logo: str, by_hand: Sequence[str], theme: Theme) -> dict[str, object]:
    """What the theme's overrides put into every page."""
    return {
        "policy": policy(theme.styles),
        "first": FIRST,
        "mark": logo,
        "theme_sheet": theme.sheet,
        "themes": list(site.pictures.themes),
        "updated": f"{site.updated}",
        "contributors": by_hand[0].removesuffix(".md") + "/" if by_hand else "",
    }
