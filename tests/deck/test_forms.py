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
from generator.deck.formats.odf import settled
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


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("echo no luck >&2; exit 1", ": no luck;"),
        ("exit 0", "made no .odp;"),
        ('for last; do :; done; echo x > "${last%.pptx}.odp"', "made an .odp that is damaged;"),
    ],
)
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


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="there is no LibreOffice on this machine")
def test_an_odp_is_the_same_in_two_runs_on_machines_of_two_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    made = file_of("two wards", "dark", Options(tables=True))
    once = as_odp(made)
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert as_odp(made) == once


STYLES = (
    '<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">{}</office:document-styles>'
)
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/"/><manifest:file-entry manifest:full-path="Configurations2/"/>'
    '<manifest:file-entry manifest:full-path="styles.xml"/></manifest:manifest>'
)


def odf(*faces: tuple[str, str], day: int = 1, **uses: str) -> bytes:
    """A file as LibreOffice saves one: with these fonts, (name, all else), and texts in them."""
    listed = "".join(f'<style:font-face style:name="{name}" {rest}/>' for name, rest in faces)
    texts = "".join(f'<style:text-properties style:font-name{at}="{name}"/>' for at, name in uses.values())
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, part in {
            "Configurations2/": "",
            "styles.xml": STYLES.format(f"<office:font-face-decls>{listed}</office:font-face-decls>{texts}"),
            "META-INF/manifest.xml": MANIFEST,
            "mimetype": "application/vnd.oasis.opendocument.presentation",
        }.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, day, 0, 0, 0)), part)
    return data.getvalue()


PLAIN, WIDE = "svg:font-family=\"'A B'\"", 'svg:font-family="\'A B\'" style:font-pitch="variable"'


def test_a_document_is_the_same_bytes_whenever_and_in_whatever_order_it_was_saved() -> None:
    one = settled(odf(("A B", PLAIN), ("A B1", WIDE), text=("", "A B"), other=("-asian", "A B1")))
    other = settled(odf(("A B", WIDE), ("A B1", PLAIN), day=2, text=("", "A B1"), other=("-asian", "A B")))
    assert one == other
    assert one != settled(odf(("A B", PLAIN), ("A B1", WIDE), text=("", "A B1"), other=("-asian", "A B")))


def test_a_document_begins_with_its_kind_and_lists_what_it_has() -> None:
    data = settled(odf(("A B", PLAIN), ("A B1", 'svg:font-family="A B1"'), ("C", WIDE), text=("", "C")))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.testzip() is None
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert list(parts) == ["mimetype", "META-INF/manifest.xml", "styles.xml"]
    listed = ElementTree.fromstring(parts["META-INF/manifest.xml"])
    assert [next(iter(entry.attrib.values())) for entry in listed] == ["/", "styles.xml"]
    names = re.findall(rb'style:name="([^"]+)"', parts["styles.xml"])
    assert len(set(names)) == len(names) == 3


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
