"""Places of a layout keep what people or their program made of them, and get the words that are new."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import decks
from decks import by_name, pptx_of, saved, texts, updated
from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Pt
from projects import replace, shared

from deck import decks as templates
from deck.test_update import NEW_ROW, after, before, content, table
from generator import deck
from generator.deck import Options
from generator.deck.report import Updated
from generator.deck.updating.namespaces import A, P, frame
from generator.deck.updating.texts import text

FIRST = ["Ward Nurse vs Home Nurse", "Many in one place, or one in many places", "Nursing"]
SIGNED = "The tests of Visavis, 3 February 2026"


def without_industry(root: Path) -> Path:
    """The content with one paragraph less below the first title, and another one in place of the second."""
    content(root)
    replace(root / "comparisons" / "ward-vs-home.yml", "industry: Nursing\n", "")
    replace(root / "comparisons" / "ward-vs-home.yml", "title: Many in one place, or one in many places", "title: Two")
    return root


@cache
def on_template(whose: str) -> bytes:
    """A deck of that content on a company's template."""
    made = {"wards-before": content, "wards-without-industry": without_industry}[whose]
    options = Options("name", template=templates.template())
    return decks.made(shared(whose, made), options=options)


def larger(file: Any) -> None:
    """Puts the first slide on a copy of its layout whose subtitles are larger."""
    slide, other = file.slides[0], file.slide_layouts[10]
    other._element.replace(other._element.cSld, deepcopy(slide.slide_layout._element.cSld))
    place = next(place for place in other.placeholders if "Subtitle" in place.name)
    place._element.txBody.find("{*}lstStyle/{*}lvl1pPr/{*}defRPr").set("sz", "4400")
    relation = next(one for one in slide.part.rels.values() if one.reltype == RELATIONSHIP_TYPE.SLIDE_LAYOUT)
    relation._target = other.part


def brought(edited: bytes, whose: str) -> Updated:
    def make(comparison: str, theme: str, chosen: Options) -> bytes:
        root = shared(whose, {"wards-before": content, "wards-without-industry": without_industry}[whose])
        return decks.made(root, comparison=comparison, theme=theme, options=chosen)

    return deck.update(edited, "deck.pptx", make)


def test_paragraphs_come_and_go_in_a_place_of_another_layout() -> None:
    file = pptx_of(on_template("wards-before"))
    larger(file)
    fewer = brought(saved(file), "wards-without-industry")
    slide = pptx_of(fewer.data).slides[0]
    assert [one.text for one in slide.placeholders[1].text_frame.paragraphs] == ["Two", SIGNED]
    assert fewer.kept == ()
    more = brought(fewer.data, "wards-before")
    slide = pptx_of(more.data).slides[0]
    assert [one.text for one in slide.placeholders[1].text_frame.paragraphs] == [*FIRST[1:], SIGNED]
    assert slide.slide_layout.name == file.slide_layouts[10].name


def number_of(layout: Any) -> Any:
    return next(place for place in layout.placeholders if place.name == "Slide number")


def test_slide_numbers_that_a_layout_shows_larger_stay_so_and_are_nobody_s_change() -> None:
    file = pptx_of(before())
    style = number_of(table(file).slide_layout)._element.txBody.find(f"{A}lstStyle")
    etree.SubElement(etree.SubElement(style, f"{A}lvl1pPr"), f"{A}defRPr", {"sz": "2800"})
    result = updated(saved(file), after())
    later = table(pptx_of(result.data))
    assert texts(later) == texts(table(pptx_of(after())))
    assert by_name(later, "/sldNum").find(f".//{A}rPr").get("sz") is None
    assert result.kept == ()
    assert updated(result.data, after()).data == result.data


def test_a_slide_on_a_layout_without_a_number_is_brought_up_to_date() -> None:
    file = pptx_of(before())
    slide = table(file)
    relation = next(one for one in slide.part.rels.values() if one.reltype == RELATIONSHIP_TYPE.SLIDE_LAYOUT)
    relation._target = file.slides[0].slide_layout.part
    later = table(pptx_of(updated(saved(file), after()).data))
    assert NEW_ROW in texts(later)
    assert later.slide_layout.name == "Title Slide"
    assert frame(by_name(later, "/sldNum")) is None


def test_a_title_that_people_put_back_into_its_place_gets_its_words_there() -> None:
    file = pptx_of(before())
    title = by_name(table(file), "/title")
    title.find(f"{P}spPr").remove(frame(title))
    result = updated(saved(file), decks.made(shared("wards-retitled", retitled)))
    later = by_name(table(pptx_of(result.data)), "/title")
    assert text(later) == "Two"
    assert frame(later) is None
    assert [kept.reason for kept in result.kept] == ["place"]


def retitled(root: Path) -> Path:
    content(root)
    replace(
        root / "comparisons" / "ward-vs-home.yml",
        "    title: Many in one place, or one in many places",
        "    title: Two",
    )
    return root


def test_a_slide_number_that_people_moved_stays_there() -> None:
    file = pptx_of(before())
    number = next(place for place in table(file).placeholders if "/sldNum" in place.name)
    left = number.left - Pt(40)
    number.left, number.top, number.width, number.height = left, number.top, number.width, number.height
    result = updated(saved(file), after())
    later = next(place for place in table(pptx_of(result.data)).placeholders if "/sldNum" in place.name)
    assert later.left == left
    assert [kept.reason for kept in result.kept] == ["place"]
    assert updated(result.data, after()).data == result.data
