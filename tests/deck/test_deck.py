"""Decks as PowerPoint reads them: texts that can be edited, colours of the theme, words for those who do not see."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

import pytest
from lxml import etree

from deck.packages import faults
from deck.reading import A, P, paragraphs, pictures, squeezed, texts
from deck.subjects import SUBJECTS, deck_of, file_of, fonts_for, opened
from generator.deck import FONT_MODES, FontMode, Options, named_fonts, write, write_slide

ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
EVERYTHING = Options(tables=True, build=True)


@pytest.fixture(params=SUBJECTS)
def subject(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_nothing_makes_powerpoint_repair_it(subject: str) -> None:
    for theme, options in (("light", Options()), ("dark", Options()), ("light", EVERYTHING)):
        assert faults(file_of(subject, theme, options)) == []


@pytest.mark.parametrize("mode", FONT_MODES)
def test_nothing_makes_powerpoint_repair_it_whatever_its_fonts_are(mode: FontMode) -> None:
    assert faults(file_of("flagship", "light", Options(fonts=mode))) == []


def test_every_text_of_a_picture_is_a_text_of_its_slide(subject: str) -> None:
    for slide, made in zip(pictures(file_of(subject)), deck_of(subject).slides, strict=True):
        said = Counter(squeezed(text) for _, text in texts(slide) if text)
        shown = Counter(squeezed(text) for text in paragraphs(made.frame.lines))
        assert said == shown, made.address


def test_titles_are_in_their_places_and_no_two_are_the_same(subject: str) -> None:
    for options in (Options(), EVERYTHING):
        titles = [slide.shapes.title.text_frame.text for slide in opened(file_of(subject, "light", options)).slides]
        assert all(titles)
        assert len(set(titles)) == len(titles)


def test_notes_explain_name_the_source_and_lead_to_the_page(subject: str) -> None:
    for slide, made in zip(pictures(file_of(subject)), deck_of(subject).slides, strict=True):
        notes = slide.notes_slide.notes_text_frame.text
        assert notes.splitlines() == list(made.notes)
        assert notes.endswith(made.page)


def test_notes_and_alternative_texts_speak_of_what_the_slide_shows() -> None:
    checklist = next(slide for slide in deck_of("flagship").slides if slide.address.endswith("/decision-tree"))
    assert checklist.words.startswith("5 of the 8 questions")  # of which the page's picture shows all
    assert checklist.notes[0] == checklist.words


def test_what_says_nothing_is_decorative_and_groups_say_what_is_in_them(subject: str) -> None:
    for slide in pictures(file_of(subject)):
        for shape in slide._element.iter(f"{P}sp", f"{P}cxnSp", f"{P}grpSp"):
            about = shape.find(f"./*/{P}cNvPr")
            silent = about.find(f".//{ADEC}") is not None
            words = any(text.text for text in shape.iter(f"{A}t"))
            assert silent != words, about.get("name")
            if shape.tag == f"{P}grpSp" and words:
                assert about.get("descr")
            assert not re.search(r"\.(png|svg)\b", about.get("descr") or "")


def test_colours_are_the_theme_s_and_the_dark_deck_differs_in_its_theme_only(subject: str) -> None:
    light, dark = (parts(file_of(subject, theme)) for theme in ("light", "dark"))
    assert {name for name in light if light[name] != dark[name]} == {"ppt/theme/theme1.xml"}
    for name, part in parts(file_of(subject, "light", EVERYTHING)).items():
        if name.startswith("ppt/slides/"):
            assert b"srgbClr" not in part


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_each_theme_of_the_comparison_is_a_section_and_every_slide_is_in_one(subject: str) -> None:
    file = opened(file_of(subject, "light", EVERYTHING))
    sections = file.part._element.findall(".//{*}section")
    listed = [id.get("id") for section in sections for id in section.iter("{*}sldId")]
    assert listed == [str(slide.slide_id) for slide in file.slides]
    names = [section.get("name") for section in sections]
    assert len(set(names)) == len(names)
    assert {slide.section for slide in deck_of(subject).slides} <= set(names)


@pytest.mark.parametrize("mode", FONT_MODES)
def test_every_font_that_is_embedded_is_used_and_every_one_used_is_told(mode: str) -> None:
    options = Options(fonts=mode)  # type: ignore[arg-type]
    data = file_of("flagship", "light", options)
    inside = parts(data)
    named = set(re.findall(r'typeface="([^"+]+)"', "".join(_texts_of(inside))))
    assert named == set(named_fonts(fonts_for(mode), options))
    presentation = etree.fromstring(inside["ppt/presentation.xml"])
    embedded = {font.get("typeface") for font in presentation.iterfind(".//{*}embeddedFont/{*}font")}
    assert embedded == (named if mode == "embed" else set())
    assert sum(name.endswith(".fntdata") for name in inside) == len(embedded)


def _texts_of(inside: dict[str, bytes]) -> Iterator[str]:
    for name, part in inside.items():
        if name.startswith("ppt/slides/") or name == "ppt/theme/theme1.xml":
            yield part.decode()


def test_it_is_small() -> None:
    assert len(file_of("flagship")) <= 600_000
    assert len(file_of("flagship", "light", Options(fonts="name"))) <= 250_000


def test_text_that_flows_has_no_breaks() -> None:
    for slide in pictures(file_of("flagship", "light", Options(flow=True))):
        assert slide._element.find(f".//{A}br") is None
    whole = {
        text for slide in pictures(file_of("flagship", "light", Options(flow=True))) for _, text in texts(slide) if text
    }
    shown = {line.paragraph for slide in deck_of("flagship").slides for line in slide.frame.lines if line.glyphs}
    assert whole == shown


def test_parts_appear_by_click_in_reading_order_and_headings_are_there_at_once() -> None:
    for slide in pictures(file_of("flagship", "light", Options(build=True))):
        element = slide._element
        order = [int(target.get("spid")) for target in element.iter(f"{P}spTgt")]
        numbers = [shape.find(f"./*/{P}cNvPr") for shape in element.cSld.spTree]
        top = {int(about.get("id")) for about in numbers if about is not None}
        assert order == sorted(order)
        assert order
        assert set(order) <= top
        assert slide.shapes.title.shape_id not in order


def test_a_picture_alone_has_one_slide_with_its_notes() -> None:
    made = deck_of("flagship")
    for slide in made.slides[:2]:
        data = write_slide(made, slide, fonts_for())
        assert faults(data) == []
        (only,) = opened(data).slides
        assert only.notes_slide.notes_text_frame.text.endswith(slide.page)
        assert len(data) < 150_000


def test_the_same_deck_is_the_same_bytes() -> None:
    assert write(deck_of("flagship"), fonts_for(), EVERYTHING) == file_of("flagship", "light", EVERYTHING)


def test_nobody_else_is_named_in_it() -> None:
    inside = parts(file_of("flagship"))
    assert not [name for name in inside if "thumbnail" in name or "printer" in name.lower()]
    about = opened(file_of("flagship")).core_properties
    made = deck_of("flagship")
    assert (about.author, about.last_modified_by, about.title) == (made.author, made.author, made.name)
    assert about.created.date() == about.modified.date() == made.day
