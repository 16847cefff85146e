"""Decks as other files than PowerPoint's: by their endings, the same slides, drawn where they are not of shapes."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from projects import stand_in

from deck.subjects import deck_of, file_of
from generator.deck import Options, Slide, form_of
from generator.deck.composition.closing_pages import pages_of
from generator.deck.formats.drawn import inlined, place_of_title, untitled
from generator.deck.formats.odp import as_odp
from generator.problems import UsageError


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


SVG = (
    b'<svg xmlns="x" role="img" aria-labelledby="title desc">\n<title id="title">T</title>\n<desc id="desc">D</desc>\n'
)


def program(folder: Path, text: str) -> str:
    """A folder with a soffice that does that, and no other program."""
    file = folder / "soffice"
    stand_in(file, text)
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


# --- all ---


@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_the_same_deck_is_the_same_bytes(made: Any, name: str) -> None:
    assert made(name) == made(name)


def test_many_sources_are_on_several_slides() -> None:
    entries = tuple((f"Source {number}", "more") for number in range(16))
    pages = list(pages_of("Sources", entries))
    assert [entry for _, page in pages for entry in page] == list(entries)
    assert len({title for title, _ in pages}) == len(pages) == 3


def test_a_slide_without_a_title_line_has_no_place_for_it() -> None:
    slide: Slide = deck_of("flagship").slides[0]
    assert place_of_title(untitled(slide.frame)) is None
