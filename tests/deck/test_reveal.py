"""Decks as one page by reveal.js: the same slides, nothing from elsewhere, and what content says stays text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

from deck.subjects import deck_of, hostile, view_of
from generator.deck.composition.closing_pages import pages_of
from generator.deck.formats.reveal import as_page, variables
from generator.model import colour_values

SVG = (
    b'<svg xmlns="x" role="img" aria-labelledby="title desc">\n<title id="title">T</title>\n<desc id="desc">D</desc>\n'
)


class Reader(HTMLParser):
    """What a page consists of."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append((self.tags[-1][0] if self.tags else "", data))


def read(page: bytes) -> Reader:
    reader = Reader()
    reader.feed(page.decode())
    return reader


def test_a_page_has_the_slides_and_loads_nothing(made: Any) -> None:
    ((_, page),) = made("deck.html").items()
    assert len(page) < 2_500_000
    reader = read(page)
    titles = [text for tag, text in reader.texts if tag in ("h1", "h2") and text.strip()]
    closing = [title for title, _ in pages_of(made.deck.sources_called, made.deck.sources)]
    assert titles == [made.deck.title, *(slide.title for slide in made.deck.slides), *closing]
    labels = [attributes.get("aria-label") for tag, attributes in reader.tags if tag == "svg"]
    assert labels == [slide.notes[0] for slide in made.deck.slides]
    assert sum(tag == "aside" for tag, _ in reader.tags) == len(made.deck.slides)
    for tag, attributes in reader.tags:
        source = attributes.get("src") or (attributes.get("href") if tag == "link" else None)
        assert not source or source.startswith("data:"), tag
    assert not re.search(
        rb"""url\(["']?(?!["']?data:)|@import""", re.sub(rb"<script>.*?</script>", b"", page, flags=re.S)
    )


def test_ids_of_a_page_are_unique_and_every_reference_leads_to_one(made: Any) -> None:
    ((_, page),) = made("deck.html").items()
    body = page[page.index(b"<body") : page.index(b"<script>")]
    ids = re.findall(rb' id="([^"]+)"', body)
    assert len(ids) == len(set(ids))
    assert set(re.findall(rb'href="#([^"]+)"', body)) == set(ids)


def test_the_dark_page_differs_in_one_word(made: Any) -> None:
    ((_, light),) = made("deck.html").items()
    ((_, dark),) = made("deck.html", "dark").items()
    assert dark == light.replace(b'data-theme="light">', b'data-theme="dark">', 1) != light


def test_nothing_that_content_says_is_html() -> None:
    palette = view_of("flagship").model.palette
    values = {theme: colour_values(palette, theme) for theme in ("light", "dark")}
    page = as_page(hostile(), [SVG + b"</svg>"] * 2, "light", values, None)
    usual = as_page(deck_of("flagship"), [SVG + b"</svg>"] * 14, "light", values, None)
    assert {tag for tag, _ in read(page.encode()).tags} <= {tag for tag, _ in read(usual.encode()).tags}
    assert page.count("<script>") == usual.count("<script>")
    assert "@font-face" not in page


def test_every_colour_of_a_page_has_a_value_in_both_themes(made: Any) -> None:
    ((_, page),) = made("deck.html").items()
    used = set(re.findall(rb"var\((--[\w-]+)\)", page[page.index(b"<body") :]))
    assert used
    for theme in (b"light", b"dark"):
        rule = re.search(rb'\[data-theme="%b"\] \{(.*?)\}' % theme, page)
        assert rule
        assert used <= set(re.findall(rb"(--[\w-]+):", rule[1]))


def test_variables_are_names_that_style_sheets_know() -> None:
    assert variables({"teal.solid": "#000"}) == {"teal.solid": "var(--teal-solid)"}


def test_the_library_has_its_licence_with_it(made: Any) -> None:
    ((_, page),) = made("deck.html").items()
    assert b"Permission is hereby granted, free of charge" in page
    assert b"Hakim El Hattab" in page
