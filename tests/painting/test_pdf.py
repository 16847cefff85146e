"""A PDF reads as it looks: text by PDFium, and what the file says of itself, its language and its structure."""

from __future__ import annotations

import ctypes
import re
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

import pypdfium2
import pytest
from projects import BRAND

from generator.brand.typography import Style, Weight
from generator.layout.boxes import Stack
from generator.layout.frame import Block, Frame, Inset, Rect
from generator.layout.leaves import Text
from generator.layout.text import Fonts
from generator.painting.job import Job
from generator.painting.paint import paint
from generator.painting.target import Target

PDF = Target("page", "light", "pdf")
# Tracked closely, widely and not at all; signs beyond Latin; letters that a font may join, or set otherwise.
TEXTS = {
    "Go deep with a few, or go wide – “many”": Style(29.0, Weight.EXTRABOLD, tracking=-0.05),
    "A tracked, wide eyebrow": Style(10.0, Weight.SEMIBOLD, tracking=0.075, upper=True),
    "Ελλάδα → office, file; e\u0301té, 2×4": Style(14.0, tracking=-0.01),
    "Plain words, then more of them in a second line": Style(14.0),
}


@pytest.fixture(scope="module")
def frame() -> Frame:
    fonts = Fonts(BRAND)
    box = Stack([Text(text, style, fonts) for text, style in TEXTS.items()], gap=12.0)
    ground = Block(Rect(0.0, 0.0, 400.0, 300.0), "ground")
    return Frame(400.0, 300.0, (ground, Inset(box.layout(260.0), 20.0, 20.0)))


@pytest.fixture(scope="module")
def data(frame: Frame) -> bytes:
    fonts = {weight: str(path) for weight, path in Fonts(BRAND).files.items()}
    colours = {"ground": "#FFFFFF", "ink": "#000000"}
    return paint(Job("a-picture", "A title", "What – it shows", frame, colours, fonts, (PDF,)))[PDF]


def lines_of(data: bytes) -> list[str]:
    return pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().split("\r\n")


def test_every_line_reads_back_as_it_was_laid_out(frame: Frame, data: bytes) -> None:
    laid_out = [line.text for line in frame.lines]
    assert len(laid_out) > len(TEXTS)
    assert lines_of(data) == laid_out


def test_a_phrase_is_found_across_its_comma(data: bytes) -> None:
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    for phrase in ("few, or", "TRACKED, WIDE", "office, file", "words, then"):
        assert page.search(phrase, match_case=True).get_next(), phrase


def test_letters_stand_where_they_were_measured(frame: Frame, data: bytes) -> None:
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    tracked = [line for line in frame.lines if len(line.spans) == len(line.text)]
    assert len(tracked) > 2
    starts = dict(origins(page))
    text = page.get_text_range()
    for line in tracked:
        first = text.index(line.text)
        for index, (letter, x) in enumerate(line.spans):
            if not letter.isspace():
                assert starts[first + index] == pytest.approx(line.rect.x + x, abs=0.02), (line.text, letter)


def origins(page: pypdfium2.PdfTextPage) -> Iterator[tuple[int, float]]:
    for index in range(page.count_chars()):
        x, y = ctypes.c_double(), ctypes.c_double()
        assert pypdfium2.raw.FPDFText_GetCharOrigin(page, index, x, y)
        yield index, x.value


def test_a_window_shows_the_title_and_readers_know_the_language(data: bytes) -> None:
    assert b"/Lang (en)" in data
    assert re.search(rb"/ViewerPreferences << /DisplayDocTitle true >>", data)
    assert pypdfium2.PdfDocument(data).get_metadata_dict()["Title"] == "A title"


def test_it_claims_to_be_accessible_and_says_its_title_once_more(data: bytes) -> None:
    (packet,) = (
        zlib.decompress(found) for found in re.findall(rb"/Type /Metadata.*?stream\n(.*?)\nendstream", data, re.S)
    )
    said = {element.tag.split("}")[1]: element for element in ElementTree.fromstring(packet).iter()}
    assert said["part"].text == "1"
    assert said["li"].text == "A title"


def test_the_picture_is_a_figure_with_its_alternative_text_and_texts_are_paragraphs(data: bytes) -> None:
    raw = pypdfium2.raw
    document = pypdfium2.PdfDocument(data)
    assert raw.FPDFCatalog_IsTagged(document)
    page = document[0]
    tree = raw.FPDF_StructTree_GetForPage(page)
    try:
        (whole,) = (
            raw.FPDF_StructTree_GetChildAtIndex(tree, i) for i in range(raw.FPDF_StructTree_CountChildren(tree))
        )
        assert said(raw.FPDF_StructElement_GetType, whole) == "Document"
        parts = [
            raw.FPDF_StructElement_GetChildAtIndex(whole, i) for i in range(raw.FPDF_StructElement_CountChildren(whole))
        ]
        assert [said(raw.FPDF_StructElement_GetType, part) for part in parts] == ["Figure", *["P"] * len(TEXTS)]
        assert said(raw.FPDF_StructElement_GetAltText, parts[0]) == "What – it shows"
    finally:
        raw.FPDF_StructTree_Close(tree)


def said(question: object, element: object) -> str:
    assert callable(question)
    buffer = ctypes.create_string_buffer(question(element, None, 0))
    question(element, buffer, len(buffer))
    return buffer.raw.decode("utf-16-le").rstrip("\0")
