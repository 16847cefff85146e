"""Decks as other files than PowerPoint's: by their endings, the same slides; what content says stays text."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from infographics.conftest import SUBJECTS

from deck.subjects import deck_of, file_of, fonts_for, shown_of, view_of
from generator.deck import Deck, Options, Slide, Subject, files, form_of
from generator.deck.drawn import inlined, place_of_title, untitled
from generator.deck.marp import as_marp
from generator.deck.odp import as_odp
from generator.deck.pages_of_closing import pages_of
from generator.deck.reveal import as_page, variables
from generator.model import colour_values
from generator.painting import Cache
from generator.problems import UsageError

ROOT = Path(__file__).parents[2]
WEB_FONT = "fonts/Inter-Variable-subset.woff2"
HOSTILE = (
    r'- <script>alert(1)</script> --> </style> # *x* ![bg](y) `a` $x$ :smile: 60% bg blur w:300 &amp; [l](u) ~~t~~ \ "'
)
SVG = (
    b'<svg xmlns="x" role="img" aria-labelledby="title desc">\n<title id="title">T</title>\n<desc id="desc">D</desc>\n'
)


@pytest.fixture(params=["flagship", *SUBJECTS[1:2]])
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """Makes the files of a subject's deck."""

    def make(name: str, theme: str = "light") -> dict[Path, bytes]:
        brand = {WEB_FONT: (ROOT / "content/brand" / WEB_FONT).read_bytes()}
        subject = Subject(view_of(request.param), shown_of(request.param), fonts_for(), brand)
        return files(subject, theme, Options(), tmp_path / name, Cache(tmp_path / "cache"))

    make.deck = deck_of(request.param)  # type: ignore[attr-defined]
    return make


def hostile() -> Deck:
    """A deck whose every word wants to be more than a word."""
    usual = deck_of("flagship")
    first, second = usual.slides[:2]
    notes = (HOSTILE, "theme: gaia", "a--b <!-- c -->", "---", first.page)
    slides = (replace(first, title=HOSTILE, notes=notes, section=HOSTILE), replace(second, notes=("bg", second.page)))
    closing = replace(usual.closing, entries=(("===", HOSTILE), (HOSTILE, "https://example.org/a&b")))
    return replace(
        usual, title=HOSTILE, subtitle=(HOSTILE, "1. x", "+ x"), author=HOSTILE, slides=slides, closing=closing
    )


# --- which file ---


def test_the_ending_decides() -> None:
    assert [form_of(Path(name)) for name in ("a.pptx", "a.ODP", "b.x.html", "c.md")] == ["pptx", "odp", "html", "md"]
    assert form_of(None) == "pptx"
    for name in ("a.key", "a", "pptx"):
        with pytest.raises(UsageError, match=r"\.pptx, \.odp, \.html or \.md"):
            form_of(Path(name))


@pytest.mark.parametrize(
    "options", [Options(fonts="arial"), Options(tables=True), Options(flow=True), Options(build=True)]
)
def test_what_only_real_shapes_can_do_is_refused_elsewhere(options: Options) -> None:
    for name in ("a.pptx", "a.odp"):
        form_of(Path(name), options)
    for name in ("a.html", "a.md"):
        with pytest.raises(UsageError, match=r"--(fonts|tables|flow|build) is for \.pptx and \.odp"):
            form_of(Path(name), options)


# --- OpenDocument ---


def program(folder: Path, text: str) -> str:
    """A folder with a soffice that does that, and no other program."""
    file = folder / "soffice"
    file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    file.chmod(0o755)
    return str(folder)


def test_without_libreoffice_it_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="no soffice on PATH"):
        as_odp(b"")


@pytest.mark.parametrize(("does", "said"), [("echo no luck >&2; exit 1", ": no luck;"), ("exit 0", "made no .odp;")])
def test_a_libreoffice_that_fails_is_told_with_its_words(
    does: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", program(tmp_path, does))
    with pytest.raises(UsageError, match=re.escape(said)):
        as_odp(b"")


def test_one_that_does_not_start_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = program(tmp_path, "")
    (tmp_path / "soffice").write_bytes(b"\x7fELF no program")
    monkeypatch.setenv("PATH", folder)
    with pytest.raises(UsageError, match="does not start: "):
        as_odp(b"")


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="there is no LibreOffice on this machine")
def test_an_odp_has_the_same_titles_texts_and_notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    made = deck_of("flagship")
    with zipfile.ZipFile(io.BytesIO(as_odp(file_of("flagship")))) as archive:
        assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.presentation"
        pages = ElementTree.fromstring(archive.read("content.xml")).findall(".//{*}page")
    assert len(pages) == len(made.slides) + 2
    for page, slide in zip(pages[1:], made.slides, strict=False):
        words = "".join("".join(page.itertext()).split()).casefold()
        for text in (slide.title, *slide.notes, *(line.text for line in slide.frame.lines if line.glyphs)):
            assert "".join(text.split()).casefold() in words, (slide.address, text)
    assert list(tmp_path.iterdir()) == []


# --- drawings ---


def test_a_drawing_has_everything_but_the_title() -> None:
    for slide in deck_of("flagship").slides:
        before, after = (Counter(line.text for line in frame.lines) for frame in (slide.frame, untitled(slide.frame)))
        assert " ".join((before - after).elements()) == slide.title
        assert len(untitled(slide.frame).items) == len(slide.frame.items) - (before - after).total()
        place = place_of_title(slide.frame)
        assert place
        title = next(line for line in slide.frame.lines if line.purpose == "title")
        assert place.top <= title.rect.y + title.baseline <= place.top + place.pitch


def test_a_drawing_in_a_page_has_ids_of_its_own_and_no_title_that_pops_up() -> None:
    svg = SVG + b'<defs>\n<path id="a" d="M0 0"/>\n</defs>\n<use xlink:href="#a" x="1"/>\n<path d="M1 1"/>\n</svg>\n'
    text = inlined(svg, "p1-", 'a "b"')
    assert '<path id="p1-a" d="M0 0"/>' in text
    assert '<use xlink:href="#p1-a" x="1"/>' in text
    assert 'aria-label="a &quot;b&quot;"' in text
    assert not re.search("<title|<desc|labelledby", text)


# --- Marp ---


def slides_of(text: str) -> tuple[dict[str, Any], list[str]]:
    """The settings, and the slides."""
    _, settings, rest = text.split("---\n", 2)
    return yaml.safe_load(settings), re.split(r"\n\n---\n\n", rest)


def test_markdown_has_the_slides_with_titles_pictures_and_notes(made: Any) -> None:
    found = made("my deck.md")
    *pictures, last = found
    assert last.name == "my deck.md"
    settings, (cover, *slides) = slides_of(found[last].decode())
    assert (settings["marp"], settings["paginate"], settings["lang"]) == (True, True, made.deck.language)
    assert settings["title"] == made.deck.title
    closing = list(pages_of(made.deck.closing))
    assert len(slides) == len(made.deck.slides) + len(closing)
    assert f"# {made.deck.title}" in cover
    for slide, text in zip(made.deck.slides, slides, strict=False):
        assert f"\n# {slide.title}\n" in text
        (path,) = re.findall(r"^!\[.+\]\((.+)\)$", text, re.MULTILINE)
        assert path.startswith("my%20deck-pictures/")
        (picture,) = (file for file in pictures if file.name == path.rpartition("/")[2])
        ElementTree.fromstring(found[picture])
        note = text[text.rindex("<!--\n") + 5 : text.rindex("\n-->")]
        assert note.split("\n\n") == list(slide.notes)


def test_nothing_that_content_says_is_markdown() -> None:
    values = colour_values(view_of("flagship").model.palette, "light")
    text, _ = as_marp(hostile(), [b"", b""], "x", values)
    settings, slides = slides_of(text)
    assert settings["title"] == " ".join(HOSTILE.split())
    assert settings["theme"] == "default"
    assert len(slides) == 4
    for slide in slides:
        without_notes = re.sub(r"<!--.*?-->", "", slide, flags=re.DOTALL)
        assert not re.search(
            r"(?<!\\)<(?!https)|(?<!\\)\$|(?<!\\)`|:smile:|^1\. |^\+ |^===", without_notes, re.MULTILINE
        )
    notes = re.findall(r"<!--\n(.*?)-->", text, re.DOTALL)
    assert [note.count("\n\n") for note in notes] == [4, 1]
    assert "--" not in "".join(notes)
    assert not any(map(is_mapping, notes))  # which Marp would take for orders


def is_mapping(text: str) -> bool:
    try:
        return isinstance(yaml.safe_load(text), dict)
    except yaml.YAMLError:
        return False


def test_no_word_of_an_alternative_text_is_an_order() -> None:
    values = colour_values(view_of("flagship").model.palette, "light")
    text, _ = as_marp(hostile(), [b"", b""], "x", values)
    alts = re.findall(r"^!\[(.*)\]\(x/", text, re.MULTILINE)
    assert len(alts) == 2
    assert not {"bg", "blur", "60%", "w:300"} & {word for alt in alts for word in alt.split()}
    assert {"bg", "blur", "60%", "w:300"} <= set(alts[0].replace("\u2060", "").split())


# --- reveal.js ---


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
    closing = [title for title, _ in pages_of(made.deck.closing)]
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


# --- all ---


@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_the_same_deck_is_the_same_bytes(made: Any, name: str) -> None:
    assert made(name) == made(name)


def test_many_sources_are_on_several_slides() -> None:
    entries = tuple((f"Source {number}", "more") for number in range(16))
    pages = list(pages_of(replace(deck_of("flagship").closing, entries=entries)))
    assert [entry for _, page in pages for entry in page] == list(entries)
    assert len({title for title, _ in pages}) == len(pages) == 3


def test_a_slide_without_a_title_line_has_no_place_for_it() -> None:
    slide: Slide = deck_of("flagship").slides[0]
    assert place_of_title(untitled(slide.frame)) is None
