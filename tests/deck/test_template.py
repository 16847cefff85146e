"""Decks on a company's template."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import pptx
import pytest
from lxml import etree
from pptx.util import Inches, Pt

from generator import deck as decks
from generator.deck.templates.base import opened as base_of
from generator.layout import Block, Frame, Rect, Spot

from .decks import (
    EMU,
    brand,
    changed,
    deck_of,
    flagship,
    german,
    made,
    opened,
    outside,
    tall,
    template,
    wide,
    with_properties_of_libreoffice,
    without_title_only,
    without_titles,
)
from .packages import faults

CHANGES = {
    "4:3": None,
    "16:9": wide,
    "16:10": tall,
    "german": german,
    "without Title Only": without_title_only,
    "without titles": without_titles,
}
NAMED = re.compile("[^/]+/[^/]+(/.+)?")


def on(change: Any = None, **options: Any) -> bytes:
    return made(decks.Options(template=template(change), fonts="name", **options))


@pytest.mark.parametrize("change", CHANGES)
def test_a_deck_on_any_template_is_whole(change: str) -> None:
    data = on(CHANGES[change], tables=True)
    assert faults(data) == []
    assert outside(data) == []
    titles = [slide.shapes.title.text_frame.text for slide in opened(data).slides]
    assert len(set(titles)) == len(titles)
    assert all(titles)


def test_the_same_template_gives_the_same_bytes() -> None:
    assert on(wide) == on(wide)


def test_a_template_of_the_other_ending_serves_too() -> None:
    given = template(wide)
    kind = b"presentationml.presentation.main"
    potx = changed(given.data, lambda _, part: part.replace(kind, b"presentationml.template.main"))
    assert kind not in zipfile.ZipFile(io.BytesIO(potx)).read("[Content_Types].xml")
    deck = made(decks.Options(template=decks.Template("house.potx", potx), fonts="name"))
    assert deck == made(decks.Options(template=given, fonts="name"))


def test_a_template_that_calls_its_properties_as_libreoffice_does_has_them_once() -> None:
    given = template(wide)
    saved = decks.Template("house.potx", with_properties_of_libreoffice(given.data))
    data = made(decks.Options(template=saved, fonts="name"))
    assert faults(data) == []
    assert data == made(decks.Options(template=given, fonts="name"))


@pytest.mark.parametrize(
    ("change", "first", "picture"),
    [
        (None, "Title Slide", "Title Only"),
        (german, "Titelfolie", "Nur Titel"),
        (without_title_only, "Title Slide", "Title and Content"),
        (without_titles, "Title Only", "Title Only"),
    ],
)
def test_layouts_are_found(change: Any, first: str, picture: str) -> None:
    slides = list(opened(on(change)).slides)
    assert [slide.slide_layout.name for slide in slides] == [first, *[picture] * (len(slides) - 1)]


def called(shape: Any) -> str:
    """Its name without what it was when it was written."""
    return str(shape.name).partition(" ·")[0]


def test_groups_within_groups_stand_in_the_room_too() -> None:
    given = template(wide)
    deck = deck_of(flagship(), "light", brand(), decks.Options())
    frame = deck.slides[0].frame
    rect = Rect(40.0, 120.0, 200.0, 80.0)
    marks = (Block(rect, "card"), Block(replace(rect, x=300.0), "card"), Block(replace(rect, x=600.0), "line"))
    inner = (Spot(rect, "Inner", "begin"), *marks[:2], Spot(rect, "Inner", "end"))
    outer = (Spot(rect, "Outer", "begin"), *inner, marks[2], Spot(rect, "Outer", "end"))
    grouped = replace(deck.slides[0], frame=Frame(frame.width, frame.height, (*frame.items, *outer)))
    data = decks.write(
        replace(deck, slides=(grouped,)), brand(), decks.Options(template=given, fonts="name", build=True)
    )
    assert faults(data) == []
    slide = opened(data).slides[1]
    (group,) = [shape for shape in slide.shapes if called(shape).endswith("/Outer")]
    within = group.shapes[0]
    assert called(within) == f"{called(group)}/Inner"
    assert [shape.width for shape in within.shapes] == [group.shapes[1].width] * 2
    room = base_of(given).picture.room
    assert room
    assert room.holds(Rect(*(side / EMU for side in (group.left, group.top, group.width, group.height))), slack=0.1)


def test_what_a_template_lacks_is_told() -> None:
    assert decks.surveyed(template()).notes == ()
    (note,) = decks.surveyed(template(without_title_only)).notes
    assert note == 'it has no layout "Title Only"; "Title and Content" is used instead'
    assert any("no place for a title" in note for note in decks.surveyed(template(without_titles)).notes)


def test_a_layout_of_that_type_serves_whatever_its_name() -> None:
    def renamed(file: Any) -> None:
        for layout in file.slide_layouts:
            layout._element.cSld.set("name", f"House {layout._element.get('type')}")

    slides = list(opened(on(renamed)).slides)
    assert [slide.slide_layout.name for slide in slides[:2]] == ["House title", "House titleOnly"]


def test_titles_stand_where_the_template_has_them_in_its_own_look() -> None:
    for slide in opened(on()).slides:
        title = slide.shapes.title
        assert not title._element.xpath("./p:spPr/a:xfrm")
        assert not title._element.xpath(".//a:rPr/a:solidFill | .//a:rPr/a:latin | .//a:rPr/@sz")


def test_a_title_too_long_for_its_place_is_set_smaller() -> None:
    def low(file: Any) -> None:
        for place in (file.slide_master.placeholders[0], file.slide_layouts[5].placeholders[0]):
            place.left, place.top, place.width, place.height = Inches(1), Inches(0.3), Inches(5), Inches(0.6)

    scales = opened(on(low)).slides[1].shapes.title._element.xpath(".//a:normAutofit/@fontScale")
    assert len(scales) == 1
    assert 40_000 <= int(scales[0]) < 80_000


@pytest.mark.parametrize("change", [None, wide, tall, german, without_title_only])
def test_pictures_keep_clear_of_title_and_foot(change: Any) -> None:
    place = base_of(template(change)).picture
    taken = [
        one
        for one in place.layout.placeholders
        if one._element.xpath('.//p:ph[@type="title" or @type="ftr" or @type="sldNum" or @type="dt"]')
    ]
    assert len(taken) == 4
    for slide in list(opened(on(change)).slides)[1:-1]:
        for shape in slide.shapes:
            if shape.is_placeholder:
                continue
            box = (shape.left, shape.top, shape.left + shape.width, shape.top + shape.height)
            for one in taken:
                apart = box[0] >= one.left + one.width or box[2] <= one.left
                # Boxes of text are a little larger than their lines.
                near = box[1] >= one.top + one.height - 3 * EMU or box[3] <= one.top + 3 * EMU
                assert apart or near, (shape.name, one.name)


def test_pictures_keep_clear_of_a_logo() -> None:
    def with_logo(file: Any) -> None:
        file.slide_master.shapes._spTree.append(_mark(Inches(9), Inches(5.5), Inches(0.8), Inches(0.8)))

    room = base_of(template(with_logo)).picture.room
    assert room
    assert room.right <= 9 * 72 or room.bottom <= 5.5 * 72


def _mark(left: int, top: int, width: int, height: int) -> Any:
    file = pptx.Presentation()
    slide = file.slides.add_slide(file.slide_layouts[6])
    return slide.shapes.add_shape(1, left, top, width, height)._element


def test_the_shape_of_pictures_is_kept() -> None:
    frame = deck_of(flagship(), "light", brand(), decks.Options()).slides[0].frame
    panel = max((one.rect for one in frame.items[1:] if hasattr(one, "radii")), key=lambda rect: rect.width)
    own, given = (
        [shape for shape in opened(data).slides[1].shapes if called(shape).endswith("/panel")]
        for data in (made(decks.Options()), on(wide))
    )
    ratios = {round(one.width / other.width, 2) for one, other in zip(own, given, strict=True) if other.width > EMU}
    assert panel.width > 100
    assert len(ratios) == 1
    heights = {round(one.height / other.height, 1) for one, other in zip(own, given, strict=True) if other.height > 9}
    assert {round(next(iter(ratios)), 1)} == heights


def test_example_slides_are_gone_and_everything_else_stays() -> None:
    def furnished(file: Any) -> None:
        section = (
            '<p:extLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
            '<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
            'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="Charts" '
            'id="{6E1E0F4C-9A4B-4C59-8D2D-0B3C4C1B7A11}"><p14:sldIdLst><p14:sldId id="256"/></p14:sldIdLst>'
            "</p14:section></p14:sectionLst></p:ext></p:extLst>"
        )
        file.part._element.append(etree.fromstring(section))
        font = pptx.opc.package.Part(
            pptx.opc.packuri.PackURI("/ppt/fonts/font1.fntdata"), "application/x-fontdata", file.part.package, b"font"
        )
        relation = file.part.relate_to(font, f"{OFFICE}/font")
        listed = (
            f'<p:embeddedFontLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
            f'xmlns:r="{OFFICE}"><p:embeddedFont><p:font typeface="House"/><p:regular r:id="{relation}"/>'
            "</p:embeddedFont></p:embeddedFontLst>"
        )
        file.part._element.find("{*}notesSz").addnext(etree.fromstring(listed))

    data = made(decks.Options(template=template(furnished)))
    assert faults(data) == []
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert b"Example" not in b"".join(archive.read(name) for name in archive.namelist())
    assert len(opened(data).slide_layouts) == 11
    root = etree.fromstring(archive.read("ppt/presentation.xml"))
    assert [font.get("typeface") for font in root.iter("{*}font")] == [
        "House",
        "Inter",
        "Inter SemiBold",
        "Inter ExtraBold",
    ]
    assert archive.read("ppt/fonts/font1.fntdata") == b"font"
    sections = {one.get("name"): [int(id.get("id")) for id in one.iter("{*}sldId")] for one in root.iter("{*}section")}
    assert sections["Charts"] == []
    assert sorted(id for ids in sections.values() for id in ids) == sorted(
        slide.slide_id for slide in opened(data).slides
    )


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_a_master_of_notes_is_made_where_there_is_none() -> None:
    data = made(decks.Options(template=decks.Template("bare.pptx", _bare()), fonts="name"))
    assert faults(data) == []
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("ppt/presentation.xml"))
    assert root.find("{*}notesMasterIdLst/{*}notesMasterId") is not None
    assert opened(data).slides[1].notes_slide.notes_text_frame.text


def test_notes_are_kept_where_the_sheet_of_notes_has_no_place_for_them() -> None:
    def spare(file: Any) -> None:
        for place in list(file.notes_master.placeholders):
            place._element.getparent().remove(place._element)

    data = on(spare)
    assert faults(data) == []
    assert len(opened(data).slides[1].notes_slide.notes_text_frame.text) > 100


def _bare() -> bytes:
    out = io.BytesIO()
    pptx.Presentation().save(out)
    return out.getvalue()


def test_a_deck_brings_its_colours_and_fonts() -> None:
    slide = opened(on()).slides[1]
    fills = slide.shapes._spTree.xpath(".//p:sp[not(.//p:ph)]//a:solidFill/*")
    assert {one.tag.rpartition("}")[2] for one in fills} == {"srgbClr"}
    teal = flagship().model.palette.hues["teal"].light.solid.lstrip("#").upper()
    assert teal in {one.get("val") for one in fills}
    faces = set(slide.shapes._spTree.xpath(".//p:sp[not(.//p:ph)]//a:latin/@typeface"))
    assert faces <= {"Inter", "Inter SemiBold", "Inter ExtraBold"}
    assert "Inter SemiBold" in faces


def test_a_deck_takes_on_the_colours_and_fonts_of_its_template() -> None:
    given = template(theme=True)
    options = decks.Options(template=given, tables=True)
    data = made(options)
    for slide in list(opened(data).slides)[1:]:
        shapes = slide.shapes._spTree
        assert not shapes.xpath(".//a:srgbClr")
        assert {one[:2] for one in shapes.xpath(".//a:latin/@typeface")} <= {"+m"}
    theme = zipfile.ZipFile(io.BytesIO(given.data)).read("ppt/theme/theme1.xml")
    assert zipfile.ZipFile(io.BytesIO(data)).read("ppt/theme/theme1.xml") == theme
    assert decks.named_fonts(brand(), options) == ()
    assert not any(name.startswith("ppt/fonts/") for name in zipfile.ZipFile(io.BytesIO(data)).namelist())


@pytest.mark.parametrize(("slot", "theme"), [("tx2", "dark"), ("bg1", "light")])
def test_the_theme_is_that_which_can_be_read(slot: str, theme: str) -> None:
    def painted(file: Any) -> None:
        fill = file.slide_master.background.fill
        fill.solid()
        solid = file.slide_master._element.xpath("./p:cSld/p:bg//a:solidFill")[0]
        solid.clear()
        etree.SubElement(solid, "{http://schemas.openxmlformats.org/drawingml/2006/main}schemeClr", val=slot)

    assert decks.surveyed(template(painted)).theme == theme


DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.mark.parametrize(
    ("ground", "theme"),
    [
        ('<a:srgbClr val="101418"/>', "dark"),
        ('<a:sysClr val="windowText" lastClr="000000"/>', "dark"),
        ('<a:srgbClr val="101418"><a:lumMod val="20000"/><a:lumOff val="80000"/></a:srgbClr>', "light"),
        ('<a:hslClr hue="0" sat="0%" lum="0%"/>', ""),
        ('<a:schemeClr val="nowhere"/>', ""),
        ("", ""),
    ],
)
def test_a_ground_is_dark_by_its_colour_however_it_is_written(ground: str, theme: str) -> None:
    def painted(file: Any) -> None:
        file.slide_master.background.fill.solid()
        solid = file.slide_master._element.xpath("./p:cSld/p:bg//a:solidFill")[0]
        solid[:] = etree.fromstring(f'<a xmlns:a="{DRAWING[1:-1]}">{ground}</a>')

    assert decks.surveyed(template(painted)).theme == theme


def test_a_template_without_any_ground_is_white() -> None:
    def bare(file: Any) -> None:
        for ground in file.slide_master._element.xpath("./p:cSld/p:bg"):
            ground.getparent().remove(ground)

    assert decks.surveyed(template(bare)).theme == "light"


def test_what_leads_to_example_slides_is_gone_with_them() -> None:
    def leading(file: Any) -> None:
        layout, example = file.slide_layouts[6], file.slides[0]
        shape = layout.placeholders[0]._element
        number = layout.part.relate_to(example.part, f"{OFFICE}/slide")
        link = etree.SubElement(shape.xpath("./p:nvSpPr/p:cNvPr")[0], f"{DRAWING}hlinkClick")
        link.set(f"{{{OFFICE}}}id", number)
        shows = '<p:custShowLst xmlns:p="{0}"><p:custShow name="Short" id="0"><p:sldLst/></p:custShow></p:custShowLst>'
        names = "http://schemas.openxmlformats.org/presentationml/2006/main"
        file.part._element.find("{*}notesSz").addnext(etree.fromstring(shows.format(names)))

    data = on(leading)
    assert faults(data) == []
    archive = zipfile.ZipFile(io.BytesIO(data))
    layouts = b"".join(archive.read(name) for name in archive.namelist() if "slideLayouts/" in name)
    assert b"hlinkClick" not in layouts
    assert b"slides/slide" not in layouts
    assert b"custShow" not in archive.read("ppt/presentation.xml")


def test_a_layout_without_a_place_for_numbers_is_told() -> None:
    def unnumbered(file: Any) -> None:
        for layout in file.slide_layouts:
            for place in layout._element.xpath('.//p:sp[.//p:ph[@type="sldNum"]]'):
                place.getparent().remove(place)

    (note,) = decks.surveyed(template(unnumbered)).notes
    assert note == 'layout "Title Only" has no place for a slide number; slides have none'


def with_bars(count: int, *, hidden: bool = False) -> Any:
    """A master with so many bars across its slides, which its layouts may hide."""

    def change(file: Any) -> None:
        for row in range(count):
            bar = _mark(0, Inches(1.6 + 1.3 * row), Inches(10), Inches(0.4))
            file.slide_master.shapes._spTree.append(bar)
        for layout in file.slide_layouts if hidden else ():
            layout._element.set("showMasterSp", "0")

    return base_of(template(change)).picture.room


def test_decoration_that_leaves_too_little_is_drawn_over() -> None:
    assert with_bars(4) == with_bars(0)


def test_decoration_that_a_layout_hides_takes_no_room() -> None:
    assert with_bars(1, hidden=True) == with_bars(0) != with_bars(1)


def test_a_narrow_template_gets_pictures_of_its_shape() -> None:
    assert decks.surveyed(template()).size.name == "classic"
    assert decks.surveyed(template(wide)).size.name == "slide"


def test_a_footer_that_says_something_is_on_every_slide() -> None:
    def signed(file: Any) -> None:
        for layout in file.slide_layouts:
            for place in layout.placeholders:
                if place._element.xpath('.//p:ph[@type="ftr"]'):
                    place.text_frame.text = "House, confidential"

    for slide in opened(on(signed)).slides:
        assert "House, confidential" in [shape.text_frame.text for shape in slide.placeholders]
    assert Pt(1) == EMU


def test_what_is_read_out_is_no_decoration() -> None:
    for slide in opened(on(wide, tables=True)).slides:
        for shape in slide.shapes:
            silent = shape._element.xpath('.//*[local-name()="decorative"]') and not shape._element.xpath("./p:grpSpPr")
            assert not (silent and shape.has_text_frame and shape.text_frame.text), shape.name
