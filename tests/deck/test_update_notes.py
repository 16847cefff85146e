"""What people did to words that the speaker reads stays, however they set them off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from decks import pptx_of, saved, updated
from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Pt

from deck.test_update import after, before, table
from deck.test_update_looks import by_libreoffice
from deck.test_update_touched import add
from generator.deck.updating.namespaces import A, P, R

# As LibreOffice writes the looks of notes that say none.
_SETTING = '<a:pPr marL="216000" indent="0"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:buNone/></a:pPr>'
_LOOK = (
    '<a:rPr b="0" lang="en-US" sz="2000" spc="-1" strike="noStrike">'
    '<a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:latin typeface="Arial"/></a:rPr>'
)


def notes(slide: Any) -> Any:
    return slide.notes_slide.notes_placeholder._element


def look(slide: Any) -> Any:
    """That of the first words."""
    run = next(notes(slide).iter(f"{A}r"))
    if run.find(f"{A}rPr") is None:
        run.insert(0, etree.Element(f"{A}rPr"))
    return run.find(f"{A}rPr")


def coloured(slide: Any) -> None:
    for fill in look(slide).findall(f"{A}solidFill"):
        look(slide).remove(fill)
    look(slide).insert(0, add(look(slide), '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'))


def highlighted(slide: Any) -> None:
    add(look(slide), '<a:highlight><a:srgbClr val="FFFF00"/></a:highlight>')


def larger(slide: Any) -> None:
    look(slide).set("sz", "2400")


def in_another_font(slide: Any) -> None:
    add(look(slide), '<a:latin typeface="Georgia"/>')


def linked(slide: Any) -> None:
    part = slide.notes_slide.part
    number = part.relate_to("https://intranet.example/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    etree.SubElement(look(slide), f"{A}hlinkClick", {f"{R}id": number})


def listed(slide: Any) -> None:
    paragraph = next(notes(slide).iter(f"{A}p"))
    for former in paragraph.findall(f"{A}pPr"):
        paragraph.remove(former)
    paragraph.insert(0, add(paragraph, '<a:pPr marL="171450" indent="-171450"><a:buChar char="•"/></a:pPr>'))


def begun_with_a_blank_line(slide: Any) -> None:
    notes(slide).find(f"{P}txBody").insert(2, etree.Element(f"{A}p"))


def as_libreoffice_sets(file: Any) -> None:
    """Every paragraph and every run says how it looks, as do those that say nothing."""
    by_libreoffice(file)
    for slide in file.slides:
        for paragraph in notes(slide).iter(f"{A}p") if slide.has_notes_slide else ():
            paragraph.insert(0, add(paragraph, _SETTING))
            for run in paragraph.iter(f"{A}r"):
                run.insert(0, add(run, _LOOK))


CHANGES = [coloured, highlighted, larger, in_another_font, linked, listed, begun_with_a_blank_line]


@pytest.mark.parametrize("rounded", [False, True])
@pytest.mark.parametrize("change", CHANGES)
def test_notes_stay_where_people_changed_how_they_look(change: Callable[[Any], None], rounded: bool) -> None:
    file = pptx_of(before())
    if rounded:
        as_libreoffice_sets(file)
    change(table(file))
    wanted = etree.tostring(notes(table(file)).find(f"{P}txBody"))
    result = updated(saved(file), after())
    later = table(pptx_of(result.data))
    assert etree.tostring(notes(later).find(f"{P}txBody")) == wanted
    assert [kept.reason for kept in result.kept] == ["notes"]
    assert result.kept[0].wanted == " ".join(said(after()).split())
    assert updated(result.data, after()).data == result.data


def test_notes_that_only_libreoffice_set_are_as_visavis_writes_them_again() -> None:
    file = pptx_of(before())
    as_libreoffice_sets(file)
    result = updated(saved(file), after())
    assert result.kept == ()
    assert etree.tostring(notes(table(pptx_of(result.data)))) == etree.tostring(notes(table(pptx_of(after()))))


def test_notes_whose_language_a_spelling_checker_set_are_still_ours() -> None:
    file = pptx_of(before())
    look(table(file)).attrib.update({"lang": "en-GB", "dirty": "0", "err": "1"})
    result = updated(saved(file), after())
    assert result.kept == ()
    assert table(pptx_of(result.data)).notes_slide.notes_text_frame.text == said(after())


def test_the_place_of_notes_that_people_moved_stays() -> None:
    file = pptx_of(before())
    table(file).notes_slide.notes_placeholder.left = Pt(12)
    later = table(pptx_of(updated(saved(file), after()).data))
    assert later.notes_slide.notes_placeholder.left == Pt(12)
    assert later.notes_slide.notes_text_frame.text == said(after())


def said(data: bytes) -> str:
    return str(table(pptx_of(data)).notes_slide.notes_text_frame.text)
