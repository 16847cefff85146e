"""What people do to single shapes with other programs stays, and the rest of their slide is brought up to date."""

from __future__ import annotations

import io
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import decks
import pytest
from decks import by_name, pptx_of, saved, slide_of, texts, updated
from lxml import etree
from PIL import Image
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Pt
from projects import shared

from deck.test_update import NEW_ROW, ROW, after, before, changed, content, table, text_shape
from generator import deck as writing
from generator.deck.deck import Painted
from generator.deck.options import Options
from generator.deck.shapes.elements import DECORATION
from generator.deck.updating.namespaces import A, P, R, about, frame

_CREATED = "{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"


def add(parent: Any, written: str) -> Any:
    """An element, written with the usual prefixes, at the end of another one."""
    spaces = f'xmlns:a="{A[1:-1]}" xmlns:p="{P[1:-1]}" xmlns:r="{R[1:-1]}"'
    element = etree.fromstring(f"<x {spaces}>{written}</x>")[0]
    parent.append(element)
    return element


def graded(shape: Any) -> None:
    properties = shape.find(f"{P}spPr")
    properties.remove(properties.find(f"{A}noFill"))
    add(properties, '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="112233"/></a:gs></a:gsLst></a:gradFill>')


def uncoloured(shape: Any) -> None:
    fill = shape.find(f"{P}spPr/{A}solidFill")
    fill.remove(fill[0])


def leading_on(shape: Any) -> None:
    add(about(shape), '<a:hlinkClick r:id="" action="ppaction://hlinkshowjump?jump=nextslide"/>')


@pytest.mark.parametrize(
    ("end", "edit"), [("Patients/text 2", graded), ("panel 3", uncoloured), ("panel 3", leading_on)]
)
@pytest.mark.parametrize("rounded", [False, True])
def test_a_shape_that_is_filled_or_linked_in_a_way_that_visavis_never_does_stays(
    end: str, edit: Callable[[Any], None], rounded: bool
) -> None:
    file = pptx_of(before())
    edit(by_name(table(file), f"comparison-table/{end}"))
    if rounded:  # as LibreOffice names places of layouts
        about(by_name(table(file), "/sldNum")).set("name", "PlaceHolder 2")
    wanted = decks.written(by_name(table(file), f"comparison-table/{end}"))
    result = updated(saved(file), after())
    later = table(pptx_of(result.data))
    assert decks.written(by_name(later, f"comparison-table/{end}")) == wanted
    assert NEW_ROW in texts(later)
    assert [(kept.name, kept.reason) for kept in result.kept] == [(end, "look")]


def test_a_text_that_a_spelling_checker_cut_in_two_is_nobody_s_change() -> None:
    file = pptx_of(before())
    slide = table(file)
    slide.shapes.add_textbox(Pt(5), Pt(5), Pt(50), Pt(20))
    first = text_shape(slide, ROW).text_frame.paragraphs[0].runs[0]
    second = deepcopy(first._r)
    first._r.addnext(second)
    first.text, second.find(f"{A}t").text = ROW[:7], ROW[7:]
    second.find(f"{A}rPr").set("err", "1")
    result = updated(saved(file), after())
    assert NEW_ROW in texts(table(pptx_of(result.data)))
    assert result.kept == ()


def test_what_an_add_in_has_put_into_a_shape_stays() -> None:
    file = pptx_of(before())
    slide = table(file)
    tags = Part(PackURI("/ppt/tags/tag1.xml"), "application/xml", slide.part.package, b"<p:tagLst/>")
    number = slide.part.relate_to(tags, RELATIONSHIP_TYPE.TAGS)
    properties = text_shape(slide, ROW)._element.find(f"./*/{P}nvPr")
    add(properties, f'<p:custDataLst><p:tags r:id="{number}"/></p:custDataLst>')
    later = table(pptx_of(updated(saved(file), after()).data))
    found = text_shape(later, NEW_ROW)._element.find(f"./*/{P}nvPr/{P}custDataLst/{P}tags").get(f"{R}id")
    assert later.part.related_part(found).blob == tags.blob


def test_a_group_is_still_known_by_what_other_programs_know_it_by() -> None:
    file = pptx_of(before(nested=True))
    named = about(by_name(table(file), "/Outer"))
    add(named, f'<a:extLst><a:ext uri="{_CREATED}"/></a:extLst>')
    text_shape(table(file), ROW).left += Pt(3)
    later = about(by_name(table(pptx_of(updated(saved(file), after(nested=True)).data)), "/Outer"))
    assert [one.get("uri") for one in later.iter(f"{A}ext")] == [_CREATED]


def test_a_group_that_has_words_now_is_no_decoration_any_more() -> None:
    file = pptx_of(before())
    text_shape(table(file), ROW).left += Pt(3)
    group = about(text_shape(table(file), "Patients")._element.getparent())
    add(group, f'<a:extLst><a:ext uri="{DECORATION}"/></a:extLst>')
    later = text_shape(table(pptx_of(updated(saved(file), after()).data)), "Patients")._element.getparent()
    assert about(later).get("descr")
    assert about(later).find(f".//{A}ext") is None


def test_a_group_that_says_no_place_is_left_so() -> None:
    file = pptx_of(before(nested=True))
    group = by_name(table(file), "/Outer")
    frame(group).getparent().remove(frame(group))
    result = updated(saved(file), after(nested=True))
    later = table(pptx_of(result.data))
    assert frame(by_name(later, "/Outer")) is None
    assert NEW_ROW in texts(later)
    assert [(kept.name, kept.reason) for kept in result.kept] == [("Outer", "place")]


def test_a_text_without_any_look_of_its_own_gets_its_new_words_so() -> None:
    file = pptx_of(before())
    (run,) = text_shape(table(file), ROW).text_frame.paragraphs[0].runs
    run._r.remove(run._r.find(f"{A}rPr"))
    (later,) = text_shape(table(pptx_of(updated(saved(file), after()).data)), NEW_ROW).text_frame.paragraphs[0].runs
    assert later._r.find(f"{A}rPr") is None


@pytest.mark.parametrize(("row", "column", "kept"), [(0, 1, ()), (1, 0, ()), (1, 1, ("look",))])
def test_a_cell_is_as_bold_as_the_style_of_its_table_says_after_libreoffice(
    row: int, column: int, kept: tuple[str, ...]
) -> None:
    options = Options("arial", tables=True)
    file = pptx_of(before(options=options))
    for run in grid(file).cell(row, column).text_frame.paragraphs[0].runs:
        assert run.font.bold == (row == 0 or column == 0)
        run.font.bold = True if kept else None
    about(by_name(slide_of(file, "/comparison-table, table 1"), "/sldNum")).set("name", "PlaceHolder 2")
    assert tuple(one.reason for one in updated(saved(file), after(options=options)).kept) == kept


def pictured(folder: str, made: Callable[[Path], object], colour: str) -> bytes:
    """A deck whose pictures are painted, in that colour."""
    stream = io.BytesIO()
    Image.new("RGB", (16, 9), colour).save(stream, "PNG")
    painted = Painted(f'<svg xmlns="http://www.w3.org/2000/svg" fill="{colour}"/>'.encode(), stream.getvalue())
    write = writing.write

    def with_pictures(deck: Any, *rest: Any) -> bytes:
        return write(replace(deck, slides=tuple(replace(slide, painted=painted) for slide in deck.slides)), *rest)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing, "write", with_pictures)
        return decks.made(shared(folder, made), options=Options("name", pictures=True))


def test_a_painted_picture_is_replaced_in_both_its_forms_and_kept_once() -> None:
    old, new = pictured("wards-before", content, "red"), pictured("wards-after", changed, "blue")
    file = pptx_of(old)
    table(file).shapes.add_textbox(Pt(5), Pt(5), Pt(50), Pt(20)).text_frame.text = "Our own"
    result = updated(saved(file), new)
    images = {name: data for name, data in decks.parts(result.data).items() if name.startswith("ppt/media/")}
    wanted = {name: data for name, data in decks.parts(new).items() if name.startswith("ppt/media/")}
    assert sorted(images.values()) == sorted({*wanted.values()})
    later = table(pptx_of(result.data))
    (picture,) = [shape for shape in later.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    assert picture.image.blob in wanted.values()
    assert "Our own" in texts(later)
    assert updated(result.data, new).data == result.data


@pytest.mark.parametrize("rounded", [False, True])
@pytest.mark.parametrize("written", ['<a:srcRect l="10000" r="10000"/>', "<a:blip><a:grayscl/></a:blip>"])
def test_a_picture_that_people_cut_or_recoloured_stays_so(written: str, rounded: bool) -> None:
    file = pptx_of(pictured("wards-before", content, "red"))
    (picture,) = [shape for shape in table(file).shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    filling = picture._element.find(f"{P}blipFill")
    made = add(filling, written)
    if len(made):
        filling.find(f"{A}blip").insert(0, made[0])
        filling.remove(made)
    else:
        filling.find(f"{A}blip").addnext(made)
    wanted = etree.tostring(filling)
    if rounded:  # as LibreOffice names places of layouts
        about(by_name(table(file), "/sldNum")).set("name", "PlaceHolder 2")
    result = updated(saved(file), pictured("wards-after", changed, "red"))
    (later,) = [shape for shape in table(pptx_of(result.data)).shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    assert etree.tostring(later._element.find(f"{P}blipFill")) == wanted
    assert [kept.reason for kept in result.kept] == ["look"]


def test_a_cell_that_people_set_like_the_one_beside_it_stays() -> None:
    options = Options("arial", tables=True)
    file = pptx_of(before(options=options))
    first, second = grid(file).cell(1, 0), grid(file).cell(1, 1)
    assert (bold(first), bold(second)) == (True, False)
    second.text_frame.paragraphs[0].runs[0].font.bold = True
    result = updated(saved(file), after(options=options))
    assert bold(grid(pptx_of(result.data)).cell(1, 1))
    assert [kept.reason for kept in result.kept] == ["look"]


def grid(file: Any) -> Any:
    """The table of the first picture."""
    shapes = slide_of(file, "/comparison-table, table 1").shapes
    return next(shape for shape in shapes if shape.has_table).table


def bold(cell: Any) -> bool:
    return bool(cell.text_frame.paragraphs[0].runs[0].font.bold)
