"""What a reader may look for and no heading says: rows of tables, pictures, topics, terms and roles.

In: the model and its pictures, and the pages to be. Out: the entries of search.json, which publishing adds to the index
that MkDocs makes of the pages.

An entry has the `location`, `title` and `text` (HTML) of those in the index; one without a title adds to what is there.
`kind` says what was found; `words` are those by which it is sought and which need not stand on the page; `instead`
names entries of the index that it makes needless. A row has its `question` and `answers` too, which the search shows
side by side. In a catalogue, where many pages have one name, `of` is the name of their comparison.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator.frontend import html_text
from generator.infographics import Picture
from generator.model import Comparison, Dimension, Topic
from generator.pages.addresses import address
from generator.pages.context import Cell, Views
from generator.pages.entry import Entry
from generator.pages.page import Page

Found = dict[str, Any]
# By which readers look for a page of the site itself; it need not use them.
_SITE = {
    "gallery": ("download", "copy", "image", "picture", "chart", "diagram"),
    "slides": ("presentation", "deck", "pptx", "ppt", "powerpoint", "keynote", "slide"),
    "compare": ("compare", "choose", "any", "versus", "difference"),
    "glossary": ("definition", "term", "jargon"),
}
# The pages that show every picture, and how the places of one begin there.
_CARDS = {"gallery": "picture", "slides": "slide"}
# A role's page prints as this.
_ROLE = ("job description", "print")
_EMBED = ("embed code", "iframe", "oembed", "website", "blog", "intranet")
_COMPARISON = ("compare", "comparison", "difference", "differ", "table", "csv", "spreadsheet", "excel")


def search_entries(view: Views, pages: Iterable[Page]) -> str:
    """search.json."""
    return json.dumps(list(_entries(view, tuple(pages))), ensure_ascii=False, separators=(",", ":")) + "\n"


def _entries(view: Views, pages: tuple[Page, ...]) -> Iterator[Found]:
    paths = {page.kind.name: page.kind.path for page in pages}

    def at(kind: str, **subject: Any) -> str:
        return address(paths[kind].format(**subject))

    for kind in (kind for kind in _SITE if kind in paths):
        yield {"location": at(kind), "words": list(_SITE[kind])}
    for role in view.roles:
        names = (role.of.abbreviation, role.of.plural)
        yield {"location": at("role", role=role), "kind": "role", "words": [*filter(None, names), *_ROLE]}
    for comparison in view.comparisons:
        page = at("comparison", comparison=comparison)
        of = {"of": html_text(comparison.name)} if view.catalogue else {}
        yield {"location": page, "kind": "comparison", "words": list(_COMPARISON), "instead": [f"{page}#table"]}
        for dimension in comparison.of.dimensions:
            yield _row(f"{page}#row-{dimension.id}", dimension, view.cells(comparison, dimension))
        for topic in comparison.of.topics:
            yield _topic(at("topic", comparison=comparison, topic=topic), topic) | of
        named = {one.kind: one.found_by for one in comparison.of.infographics}
        for picture in view.pictures_of(comparison):
            also = [f"{at(kind)}#{part}-{picture.id}" for kind, part in _CARDS.items() if kind in paths]
            yield _picture(picture, comparison, named.get(picture.kind, ()), also) | of
    if headline := view.headline():
        yield _embedding(headline)
    for id, term in view.glossary:
        yield {
            "location": f"{at('glossary')}#term-{id}",
            "kind": "term",
            "title": html_text(term.term),
            "text": _paragraphs(term.definition, *([f"Also {', '.join(term.also)}"] if term.also else [])),
            "words": list(term.also),
        }


def _row(location: str, dimension: Dimension, cells: Iterable[Cell]) -> Found:
    cells = tuple(cells)
    answers = "; ".join(f"{cell.role.of.name}: {', '.join(cell.short)}" for cell in cells)
    details = (
        f"{name}. {paragraph}" if name else paragraph
        for cell in cells
        for name, paragraphs in cell.details
        for paragraph in paragraphs
    )
    return {
        "location": location,
        "kind": "row",
        "title": html_text(dimension.name),
        "text": _paragraphs(*([dimension.question] if dimension.question else []), answers, *details),
        "words": list(dimension.found_by),
        "question": dimension.question or "",
        "answers": [{"role": cell.role.of.name, "hue": cell.role.of.hue, "short": list(cell.short)} for cell in cells],
    }


def _topic(page: str, topic: Topic) -> Found:
    return {
        "location": page,
        "kind": "topic",
        "title": html_text(topic.name),
        "text": _paragraphs(topic.title, *(topic.text.paragraphs if topic.text else ())),
        "words": list(topic.found_by),
    }


def _picture(picture: Picture, comparison: Entry[Comparison], words: Iterable[str], also: list[str]) -> Found:
    return {
        "location": picture.page,
        "kind": "picture",
        "title": html_text(picture.menu),
        "text": _paragraphs(picture.title, picture.alt, f"Picture: {picture.eyebrow}"),
        "words": [*words, picture.kind.replace("-", " "), "picture", "chart", "diagram"],
        "instead": [f"{picture.page}#alt", *also],
    }


def _embedding(picture: Picture) -> Found:
    """How a picture is shown on another page: every picture's page says so, and one of them is found."""
    return {
        "location": f"{picture.page}#embed",
        "title": "Embed a picture",
        "text": _paragraphs("The code to paste stands on every picture's page, and in the menu below each picture."),
        "words": list(_EMBED),
    }


def _paragraphs(*texts: str) -> str:
    return " ".join(f"<p>{html_text(text)}</p>" for text in texts)
