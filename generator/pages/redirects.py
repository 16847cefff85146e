"""What had an address under an old id leads on to where it is now.

In: the pages and pictures, whose things say what they were called (`formerly`). Out: a page at each old address that
leads on, the one script of these pages, and `_redirects` for hosts that read it. MkDocs copies them as they are.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, urlsplit

from generator.files import named_by_content
from generator.frontend import MOVED, html_text
from generator.infographics import Picture
from generator.model import Model, Site, Topic, place_of
from generator.pages.addresses import address, relative
from generator.pages.page import Page
from generator.problems import Place

_SCRIPT, _ = named_by_content("assets/javascripts/moved.js", MOVED.encode())
# These pages load their script and nothing else.
_POLICY = "default-src 'none'; img-src data:; script-src 'self'"


@dataclass(frozen=True, slots=True)
class Moved:
    """A page that had the address `old`, and where it says so. Addresses are relative to the site."""

    old: str
    new: str
    title: str
    place: Place


def moved(pages: Iterable[Page]) -> tuple[Moved, ...]:
    """Every address that a page had under other ids of its subject; of a page in a renamed comparison each of both."""
    return tuple(itertools.chain.from_iterable(map(_moves, pages)))


def _moves(page: Page) -> Iterator[Moved]:
    found = {page.address}
    title = next(part for part in reversed(page.way) if part)
    for chosen in itertools.product(*([(thing, ""), *_former(thing)] for thing in page.subject.values())):
        things = (thing for thing, _ in chosen)
        old = address(page.kind.path.format(**dict(zip(page.subject, things, strict=True))))
        if old not in found:
            found.add(old)
            place = next(place_of(id) for _, id in chosen if id)
            yield Moved(old, page.address, title, place)


def _former(thing: Any) -> Iterator[tuple[Any, str]]:
    """The thing as it was called, with the old id."""
    for id in getattr(thing, "formerly", ()):
        if isinstance(thing, Topic):
            yield thing.model_copy(update={"id": id}), id
        else:
            yield thing.called(id) if isinstance(thing, Picture) else replace(thing, id=id), id


def texts(moves: tuple[Moved, ...], pictures: Iterable[Picture], model: Model) -> dict[str, str]:
    """The files by their paths below docs/; none where nothing has moved."""
    if not moves:
        return {}
    pages = {f"{move.old}index.html": stub(move, model.site) for move in moves}
    return {**pages, _SCRIPT: MOVED, "_redirects": redirects(moves, pictures, model)}


def stub(move: Moved, site: Site) -> str:
    """The page at an old address. Its script keeps query and fragment; without scripts a browser goes there bare."""
    link = html_text(quote(relative(move.new, move.old)))
    lines = [
        "<!doctype html>",
        f'<html lang="{html_text(site.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{html_text(move.title)} · {html_text(site.name)}</title>",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="robots" content="noindex">',
        f'<link rel="canonical" href="{html_text(site.address(move.new))}">',
        '<link rel="icon" href="data:,">',  # or a browser asks the host for one
        f'<script src="{relative(_SCRIPT, move.old)}" defer></script>',
        # Beside the script it would win the race, and drop the fragment.
        f'<noscript><meta http-equiv="refresh" content="0; url={link}"></noscript>',
        "</head>",
        "<body>",
        "<main>",
        "<h1>This page has another address now</h1>",
        f'<p>It is <a href="{link}">{html_text(move.title)}</a>.</p>',
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def redirects(moves: Iterable[Moved], pictures: Iterable[Picture], model: Model) -> str:
    """The text of _redirects: a line a page, then a line for all files of a picture, and one for the decks of a
    comparison.

    The lines of files have a splat within a file's name, which Netlify and Cloudflare Pages know. A line a file would
    be 800 lines for one comparison, more than some hosts read, and there would be no room for the next renaming.
    """
    root = urlsplit(model.site.url).path.rstrip("/")
    pages = [(quote(move.old), quote(move.new)) for move in moves]
    files = [
        (quote(f"{former.page}{former.id}-") + "*", quote(f"{picture.page}{picture.id}-") + ":splat")
        for picture in pictures
        for former in map(picture.called, picture.formerly)
    ]
    decks = [
        (quote(f"slides/{former}-") + "*", quote(f"slides/{id}-") + ":splat")
        for id, comparison in model.comparisons.items()
        for former in comparison.formerly
    ]
    return "".join(f"{root}/{old} {root}/{new} 301\n" for old, new in [*pages, *files, *decks])
