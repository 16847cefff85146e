"""What a deck has beside the shapes of its slides: orders of appearing, fonts, styles, sections, notes, properties."""

from __future__ import annotations

import base64
import json
import zlib
from copy import deepcopy
from typing import Any

import decks
import pytest
from decks import all_shapes, pptx_of, saved, slide_of, texts, updated
from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Pt

from deck.decks import with_properties_of_libreoffice
from deck.packages import faults
from deck.test_update import NEW_ROW, ROW, after, before, copied_into_another, table, text_shape
from deck.test_update_looks import by_libreoffice
from deck.test_update_rows import fewer
from generator.deck.options import Options
from generator.deck.own.table_style import TABLE_STYLE
from generator.deck.updating.label import label_of
from generator.deck.updating.looks import look_of
from generator.deck.updating.namespaces import P14, P, R, about
from generator.deck.updating.record import decode
from generator.problems import UsageError

CLICKS = Options("name", build=True)


def timing(slide: Any) -> Any:
    return slide._element.find(f"{P}timing")


def clicked(slide: Any) -> list[str]:
    """The names of what appears, in its order."""
    named = {about(shape).get("id"): label_of(shape) for shape in all_shapes(slide)}
    return [named[one.get("spid")].name for one in timing(slide).iter(f"{P}spTgt")]


def first_click(slide: Any) -> Any:
    return timing(slide).find(f".//{P}seq/{P}cTn/{P}childTnLst")[0]


def test_a_row_that_is_gone_takes_its_click_with_it_and_the_order_of_people_stays() -> None:
    file = pptx_of(before(options=CLICKS))
    slide = table(file)
    steps = first_click(slide).getparent()
    steps.append(steps[0])
    built = etree.SubElement(timing(slide), f"{P}bldLst")
    gone = about(text_shape(slide, "Rhythm")._element.getparent()).get("id")
    stays = about(text_shape(slide, "Place")._element).get("id")
    for number in (gone, stays):
        etree.SubElement(built, f"{P}bldP", {"spid": number, "grpId": "0"})
    order = clicked(slide)
    later = table(pptx_of(updated(saved(file), fewer(options=CLICKS)).data))
    left = [name for name in order if not name.endswith(("/Rhythm", "/panel 7"))]
    assert len(clicked(later)) == len(order) - 2
    assert clicked(later)[-1] == order[-1]
    assert len(timing(later).findall(f".//{P}seq/{P}cTn/{P}childTnLst/{P}par")) == len(left)
    assert [one.get("spid") for one in timing(later).iter(f"{P}bldP")] == [stays]


def test_an_order_of_which_nothing_is_left_goes() -> None:
    file = pptx_of(before(options=CLICKS))
    slide = table(file)
    steps = first_click(slide).getparent()
    row = about(text_shape(slide, "Rhythm")._element.getparent()).get("id")
    for step in list(steps):
        if step.find(f".//{P}spTgt").get("spid") != row:
            steps.remove(step)
    assert len(clicked(slide)) == 1
    assert timing(table(pptx_of(updated(saved(file), fewer(options=CLICKS)).data))) is None


def trigger(slide: Any, said: str, shown: str) -> Any:
    """An order of its own, in which one text fades in when another one is clicked."""
    numbers = [about(text_shape(slide, text)._element).get("id") for text in (said, shown)]
    at, target = (f'<p:tgtEl><p:spTgt spid="{number}"/></p:tgtEl>' for number in numbers)
    effect = f'<p:set><p:cBhvr><p:cTn id="80"/>{target}</p:cBhvr></p:set>'
    fade = f'<p:animEffect filter="fade"><p:cBhvr><p:cTn id="81"/>{target}</p:cBhvr></p:animEffect>'
    return etree.fromstring(
        f'<p:seq xmlns:p="{P[1:-1]}"><p:cTn id="82" nodeType="interactiveSeq"><p:stCondLst><p:cond evt="onClick">{at}'
        f'</p:cond></p:stCondLst><p:childTnLst><p:par><p:cTn id="83"><p:childTnLst>{effect}{fade}</p:childTnLst>'
        "</p:cTn></p:par></p:childTnLst></p:cTn></p:seq>"
    )


@pytest.mark.parametrize(
    ("said", "shown", "left"),
    [("Place", "Patients", 3), ("Place", "Rhythm", 0), ("Rhythm", "Place", 0)],
)
def test_what_a_click_on_a_shape_shows_goes_with_either_and_the_other_orders_stay(
    said: str, shown: str, left: int
) -> None:
    file = pptx_of(before(options=CLICKS))
    slide = table(file)
    sequences = timing(slide).find(f".//{P}seq").getparent()
    order = clicked(slide)
    sequences.append(trigger(slide, said, shown))
    later = table(pptx_of(updated(saved(file), fewer(options=CLICKS)).data))
    assert len(clicked(later)) == len([one for one in order if not one.endswith("/Rhythm")]) - 1 + left
    assert len(timing(later).findall(f".//{P}seq")) == (2 if left else 1)


def test_an_order_of_its_own_stays_where_nothing_else_is_left_to_appear() -> None:
    file = pptx_of(before(options=CLICKS))
    slide = table(file)
    steps = first_click(slide).getparent()
    row = about(text_shape(slide, "Rhythm")._element.getparent()).get("id")
    steps[:] = [step for step in steps if step.find(f".//{P}spTgt").get("spid") == row]
    timing(slide).find(f".//{P}seq").getparent().append(trigger(slide, "Place", "Patients"))
    later = table(pptx_of(updated(saved(file), fewer(options=CLICKS)).data))
    assert [one.get("nodeType") for one in timing(later).iter(f"{P}cTn") if one.getparent().tag == f"{P}seq"] == [
        "interactiveSeq"
    ]


def test_a_new_row_appears_by_click_where_all_others_do() -> None:
    file = pptx_of(fewer(options=CLICKS))
    table(file).shapes.add_textbox(Pt(5), Pt(5), Pt(50), Pt(20)).name = "source"
    later, made = (
        table(pptx_of(data)) for data in (updated(saved(file), before(options=CLICKS)).data, before(options=CLICKS))
    )
    assert clicked(later) == clicked(made)


def test_a_slide_of_a_deck_without_clicks_has_none() -> None:
    file = pptx_of(before())
    table(file)._element.append(deepcopy(timing(table(pptx_of(before(options=CLICKS))))))
    assert timing(table(pptx_of(updated(saved(file), after()).data))) is None


def test_a_new_slide_has_its_clicks() -> None:
    later = pptx_of(updated(before(options=CLICKS, kinds=("comparison-table",)), before(options=CLICKS)).data)
    made = slide_of(pptx_of(before(options=CLICKS)), "/responsibilities")
    assert clicked(slide_of(later, "/responsibilities")) == clicked(made)


# --- slides ---


def without(file: Any, *places: int) -> Any:
    """The file without some of its slides."""
    ids = file.slides._sldIdLst
    for place in sorted(places, reverse=True):
        file.part.drop_rel(ids[place].rId)
        ids.remove(ids[place])
    return file


def renamed(file: Any) -> None:
    for layout in file.slide_layouts:
        layout._element.cSld.set("name", f"Ours {layout.name}")


def untyped(file: Any) -> None:
    renamed(file)
    for layout in file.slide_layouts:
        layout._element.attrib.pop("type", None)


def retyped(file: Any) -> None:
    file.slide_layouts[1]._element.set("type", "titleOnly")


@pytest.mark.parametrize(
    ("change", "layout"),
    [
        (lambda file: None, "Title Only"),
        (retyped, "Title Only"),
        (renamed, "Ours Title Only"),
        (untyped, "Ours Title Slide"),
    ],
)
def test_a_new_slide_stands_on_the_layout_that_is_most_like_its_own(change: Any, layout: str) -> None:
    file = without(pptx_of(before(kinds=("comparison-table",))), 1, 2)
    change(file)
    later = pptx_of(updated(saved(file), before()).data)
    assert [slide.slide_layout.name for slide in later.slides][1:] == [layout]
    assert [slide._element.cSld.get("name") for slide in later.slides][1:] == ["ward-vs-home/responsibilities"]


def test_a_new_slide_comes_first_where_nothing_is_left_before_it() -> None:
    kinds = ("responsibilities", "comparison-table")
    file = without(pptx_of(before(kinds=kinds[1:])), 0)
    later = pptx_of(updated(saved(file), before(kinds=kinds)).data)
    assert [str(slide._element.cSld.get("name")).rpartition("/")[2] for slide in later.slides] == [*kinds, "last slide"]


def test_a_slide_of_which_its_title_alone_is_left_is_known_by_it() -> None:
    file = pptx_of(before())
    slide = table(file)
    for shape in list(slide.shapes):
        if shape != slide.shapes.title:
            shape._element.getparent().remove(shape._element)
    slide.shapes.title.name = "Titel 1"
    result = updated(saved(file), before())
    later = table(pptx_of(result.data))
    assert label_of(later.shapes.title._element) is not None
    assert len(later.shapes) == 1
    assert result.slides == ()


def test_a_deck_whose_comparison_is_gone_gets_what_is_new_of_another_one() -> None:
    file, other = pptx_of(before()), pptx_of(before(comparison="all-four", kinds=("comparison-table",)))
    slide = file.slides.add_slide(file.slide_layouts[2])
    slide._element.replace(slide._element.cSld, deepcopy(slide_of(other, "/comparison-table")._element.cSld))
    properties = decks.parts(saved(file))["docProps/custom.xml"]
    result = updated(saved(file), after(comparison="all-four", kinds=("comparison-table",)))
    assert NEW_ROW in texts(pptx_of(result.data).slides[4])
    assert ROW in texts(table(pptx_of(result.data)))
    assert [kept.reason for kept in result.kept] == ["slide"] * 4
    assert decks.parts(result.data)["docProps/custom.xml"] == properties


# --- parts of the file ---


def test_fonts_that_a_program_left_out_are_put_in_again_and_others_are_refreshed() -> None:
    options = Options("embed")
    file = pptx_of(before(options=options))
    listed = file.part._element.find(f"{P}embeddedFontLst")
    wanted = [entry.find(f"{P}font").get("typeface") for entry in listed]
    old = file.part.related_part(listed[0].find(f"{P}regular").get(f"{R}id"))
    old._blob = b"an older edition"
    listed.remove(listed[-1])
    result = updated(saved(file), after(options=options))
    assert fonts(result.data) == fonts(after(options=options))
    assert [*fonts(result.data)] == wanted
    listed.getparent().remove(listed)
    by_libreoffice(file)
    assert fonts(updated(saved(file), after(options=options)).data) == fonts(after(options=options))


def test_fonts_that_people_took_out_stay_out() -> None:
    options = Options("embed")
    file = pptx_of(before(options=options))
    presentation = file.part._element
    listed = presentation.find(f"{P}embeddedFontLst")
    for entry in listed.iter(f"{P}regular"):
        file.part.drop_rel(entry.get(f"{R}id"))
    presentation.remove(listed)
    del presentation.attrib["embedTrueTypeFonts"]
    result = updated(saved(file), after(options=options))
    later = pptx_of(result.data).part._element
    assert (later.find(f"{P}embeddedFontLst"), later.get("embedTrueTypeFonts")) == (None, None)
    assert not [name for name in decks.parts(result.data) if "fonts/" in name]
    assert NEW_ROW in texts(table(pptx_of(result.data)))


def fonts(data: bytes) -> dict[str, bytes]:
    """The fonts in a deck by their names."""
    file = pptx_of(data)
    assert file.part._element.get("embedTrueTypeFonts") == "1"
    entries = file.part._element.find(f"{P}embeddedFontLst")
    return {
        entry.find(f"{P}font").get("typeface"): file.part.related_part(entry.find(f"{P}regular").get(f"{R}id")).blob
        for entry in entries
    }


def test_the_style_of_tables_is_put_in_beside_those_of_people() -> None:
    options = Options("name", tables=True)
    found = dict(decks.parts(before(options=options)))
    other = b'<a:tblStyle styleId="{00000000-0000-0000-0000-000000000001}" styleName="Ours"/>'
    head, _, rest = found["ppt/tableStyles.xml"].partition(b"<a:tblStyle ")
    found["ppt/tableStyles.xml"] = head + other + rest[rest.rindex(b"</a:tblStyleLst>") :]
    later = decks.parts(updated(decks.packed(found), after(options=options)).data)["ppt/tableStyles.xml"]
    assert b'styleName="Ours"' in later
    assert f'styleId="{TABLE_STYLE}"'.encode() in later


def test_a_section_that_lists_no_slides_is_left_and_its_slides_are_in_the_one_before() -> None:
    file = pptx_of(before())
    sections = file.part._element.find(f".//{P14}sectionLst")
    moved = [one.get("id") for one in sections[1].iter(f"{P14}sldId")]
    before_it = [one.get("id") for one in sections[0].iter(f"{P14}sldId")]
    sections[1].remove(sections[1].find(f"{P14}sldIdLst"))
    later = pptx_of(updated(saved(file), after()).data).part._element.find(f".//{P14}sectionLst")
    assert [one.get("id") for one in later[0].iter(f"{P14}sldId")] == [*before_it, *moved]
    assert len(later) == len(sections)
    assert len(later[1].find(f"{P14}sldIdLst")) == 0


def test_the_properties_of_a_deck_that_somebody_signed_stay() -> None:
    file = pptx_of(before())
    file.core_properties.author, file.core_properties.revision = "Somebody", 17
    later = pptx_of(updated(saved(file), after()).data).core_properties
    assert (later.author, later.revision) == ("Somebody", 17)


def test_a_deck_that_calls_its_properties_as_libreoffice_does_has_them_once() -> None:
    result = updated(with_properties_of_libreoffice(before()), after())
    assert faults(result.data) == []
    assert result.data == updated(before(), after()).data


def test_notes_of_people_below_a_slide_that_they_copied_into_their_deck_stay() -> None:
    other, slide = copied_into_another()
    slide.notes_slide.notes_text_frame.text = "Say it slowly."
    result = updated(saved(other), after())
    later = pptx_of(result.data).slides[0]
    assert later.notes_slide.notes_text_frame.text == "Say it slowly."
    assert NEW_ROW in texts(later)
    assert result.kept == ()


def test_a_record_whose_labels_make_no_sense_is_as_none() -> None:
    whole = {"edition": 2, "choices": {}, "looks": {}, "slides": {"a/b": {"shapes": ["text ·?"], "held": {}}}}
    assert decode(base64.b64encode(zlib.compress(json.dumps(whole).encode())).decode()) is None


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [(24, b"\xff\xff\xff\x7f", "larger than a gigabyte"), (8, b"\x01\x00", "protected by a password")],
)
def test_a_file_whose_list_of_parts_says_that_it_cannot_be_read_is_refused(place: int, value: bytes, said: str) -> None:
    data = decks.packed({"[Content_Types].xml": b"<Types/>"})
    start = data.index(b"PK\x01\x02") + place
    with pytest.raises(UsageError, match=said):
        updated(data[:start] + value + data[start + len(value) :], after())


# --- the theme ---


def with_fonts(latin: str, other: str) -> bytes:
    """The deck, as a program has saved it whose placeholders have other names, with another font in its theme."""
    file = pptx_of(before())
    by_libreoffice(file)
    theme = file.slide_masters[0].part.part_related_by(RELATIONSHIP_TYPE.THEME)
    for tag in (b"majorFont", b"minorFont"):
        head, _, rest = theme.blob.partition(b"<a:%s>" % tag)
        font = f'<a:latin typeface="{latin}"/><a:ea typeface="{other}"/><a:cs typeface="{other}"/>'.encode()
        theme._blob = head + b"<a:%s>" % tag + font + rest[rest.index(b"</a:%s>" % tag) :]
    return saved(file)


def test_fonts_of_the_theme_that_people_chose_after_libreoffice_stay() -> None:
    data = with_fonts("Georgia", "")
    result = updated(data, after())
    look = look_of(pptx_of(result.data))
    assert (look["major"], look["minor"]) == ("Georgia", "Georgia")
    assert updated(result.data, after()).data == result.data


def test_the_fonts_that_libreoffice_leaves_in_a_theme_are_nobody_s() -> None:
    result = updated(with_fonts("Arial", "DejaVu Sans"), after())
    assert look_of(pptx_of(result.data)) == look_of(pptx_of(after()))
