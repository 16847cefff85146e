"""A deck that people have changed is brought up to date without losing what they did."""

from __future__ import annotations

import base64
import json
import re
import shutil
import zlib
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import decks
import pptx
import pytest
from decks import by_name, pptx_of, saved, slide_of, texts, updated
from lxml import etree
from pptx.dml.color import RGBColor
from pptx.util import Pt
from projects import replace, shared

from generator import deck
from generator.deck.options import Options
from generator.deck.updating.label import label_of
from generator.deck.updating.namespaces import A, P
from generator.deck.updating.record import Record, decode
from generator.problems import UsageError

ROOT = Path(__file__).parents[2]
TABLE = "ward-vs-home/comparison-table"
ROW = "Acutely ill, for a few days"
NEW_ROW = "Very ill, for some days"


def content(root: Path) -> Path:
    shutil.copytree(ROOT / "tests" / "wards", root, dirs_exist_ok=True)
    shutil.copytree(ROOT / "content" / "brand" / "fonts", root / "brand" / "fonts")
    return root


def changed(root: Path) -> Path:
    """The content with one text changed, one row less and one more."""
    content(root)
    replace(root / "roles" / "ward-nurse.yml", ROW, NEW_ROW)
    replace(root / "roles" / "ward-nurse.yml", "One ward in a hospital", "One ward, one house")
    return root


@cache
def before(**options: Any) -> bytes:
    return decks.made(shared("wards-before", content), **options)


@cache
def after(**options: Any) -> bytes:
    return decks.made(shared("wards-after", changed), **options)


def text_shape(slide: Any, said: str) -> Any:
    """The shape, as python-pptx has it, in which that stands."""
    found = (one for one in decks.every(slide.shapes) if one.has_text_frame)
    return next(one for one in found if one.text_frame.text.replace("\v", " ") == said)


def table(file: Any) -> Any:
    return slide_of(file, "/comparison-table")


def copied_into_another() -> tuple[Any, Any]:
    """A deck that is not ours with a copy of our table, without the number that only our layout has; and that slide."""
    other = pptx.Presentation()
    slide = other.slides.add_slide(other.slide_layouts[5])
    slide._element.replace(slide._element.cSld, deepcopy(table(pptx_of(before()))._element.cSld))
    gone = by_name(slide, "/sldNum")
    gone.getparent().remove(gone)
    return other, slide


@pytest.mark.parametrize("options", [{}, {"nested": True}, {"options": Options("name", build=True, tables=True)}])
def test_a_deck_that_nobody_changed_becomes_the_new_one(options: dict[str, Any]) -> None:
    assert updated(before(**options), before(**options)).data == before(**options)
    result = updated(before(**options), after(**options))
    assert result.data == after(**options)
    assert (result.refreshed > 0, result.kept) == (True, ())


def test_the_same_deck_is_updated_to_the_same_bytes() -> None:
    file = pptx_of(before())
    text_shape(table(file), ROW).left += Pt(3)
    edited = saved(file)
    assert updated(edited, after()).data == updated(edited, after()).data


def test_a_changed_text_stays_and_is_told_with_what_the_content_says() -> None:
    file = pptx_of(before())
    text_shape(table(file), ROW).text_frame.paragraphs[0].runs[0].text = "Ill"
    result = updated(saved(file), after())
    said = texts(table(pptx_of(result.data)))
    assert "Ill" in said
    assert NEW_ROW not in said
    assert "One ward, one house" in said
    (kept,) = result.kept
    assert (kept.slide, kept.reason, kept.wanted) == (2, "text", NEW_ROW)


def test_a_text_that_people_changed_is_told_once_and_kept_for_ever() -> None:
    file = pptx_of(before())
    text_shape(table(file), ROW).text_frame.paragraphs[0].runs[0].text = "Ill"
    once = updated(saved(file), after())
    twice = updated(once.data, after())
    assert twice.data == once.data
    assert [(kept.reason, kept.wanted) for kept in twice.kept] == [("text", "")]
    assert "Ill" in texts(table(pptx_of(updated(twice.data, before()).data)))


def test_a_text_that_people_corrected_as_the_content_did_is_ours_again() -> None:
    file = pptx_of(before())
    text_shape(table(file), ROW).text_frame.paragraphs[0].runs[0].text = NEW_ROW
    result = updated(saved(file), after())
    assert result.kept == ()
    assert result.data == after()


def test_a_moved_text_stays_where_it_is_and_says_what_the_content_says() -> None:
    file = pptx_of(before())
    shape = text_shape(table(file), ROW)
    shape.left, shape.top = Pt(700), Pt(20)
    result = updated(saved(file), after())
    moved = text_shape(table(pptx_of(result.data)), NEW_ROW)
    assert (moved.left, moved.top, moved.width) == (Pt(700), Pt(20), shape.width)
    assert [kept.reason for kept in result.kept] == ["place"]


def test_a_recoloured_text_keeps_its_colour_and_gets_its_new_words() -> None:
    file = pptx_of(before())
    text_shape(table(file), ROW).text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(255, 0, 0)
    shape = text_shape(table(pptx_of(updated(saved(file), after()).data)), NEW_ROW)
    assert [run.font.color.rgb for run in shape.text_frame.paragraphs[0].runs] == [RGBColor(255, 0, 0)]


def test_what_is_set_in_two_looks_keeps_its_words_and_the_content_s_are_told() -> None:
    file = pptx_of(before())
    paragraph = text_shape(table(file), ROW).text_frame.paragraphs[0]
    paragraph.add_run().text = ""
    first = paragraph.runs[0]
    first.text, words = "Acutely ill,", " for a few days"
    second = deepcopy(first._r)
    first._r.addnext(second)
    paragraph.runs[1].text, paragraph.runs[1].font.italic = words, True
    result = updated(saved(file), after())
    assert ROW in texts(table(pptx_of(result.data)))
    assert [(kept.reason, kept.wanted) for kept in result.kept] == [("look", NEW_ROW)]


def test_what_is_deleted_stays_deleted() -> None:
    file = pptx_of(before())
    gone = text_shape(table(file), ROW)._element
    gone.getparent().remove(gone)
    result = updated(saved(file), after())
    assert {ROW, NEW_ROW}.isdisjoint(texts(table(pptx_of(result.data))))
    assert result.deleted == 1
    assert updated(result.data, after()).data == result.data


def test_a_deleted_slide_stays_deleted_and_a_new_picture_is_added_where_it_belongs() -> None:
    kinds = ("comparison-table", "role-profiles", "responsibilities")
    file = pptx_of(before())
    ids = file.slides._sldIdLst
    file.part.drop_rel(ids[2].rId)
    ids.remove(ids[2])
    result = updated(saved(file), before(kinds=kinds))
    names = [slide._element.cSld.get("name") for slide in pptx_of(result.data).slides]
    assert names == [
        "ward-vs-home/first slide",
        TABLE,
        "ward-vs-home/role-profiles",
        "ward-vs-home/last slide",
    ]
    assert len(result.slides) == 1
    assert result.deleted == 1
    added, made = (slide_of(pptx_of(data), "/role-profiles") for data in (result.data, before(kinds=kinds)))
    assert decks.written(added._element) == decks.written(made._element)
    assert added.notes_slide.notes_text_frame.text == made.notes_slide.notes_text_frame.text
    assert updated(result.data, before(kinds=kinds)).data == result.data


def test_a_slide_whose_picture_is_gone_stays_and_is_told() -> None:
    result = updated(before(), before(kinds=("comparison-table",)))
    assert len(pptx_of(result.data).slides) == 4
    assert [(kept.slide, kept.reason) for kept in result.kept] == [(3, "slide")]


def test_slides_of_people_and_their_order_stay() -> None:
    file = pptx_of(before())
    own = file.slides.add_slide(file.slide_layouts[0])
    own.shapes.title.text = "Our own"
    ids = file.slides._sldIdLst
    entry = ids[-1]
    ids.remove(entry)
    ids.insert(0, entry)
    second = ids[1]
    ids.remove(second)
    ids.append(second)
    result = pptx_of(updated(saved(file), after()).data)
    assert [slide.slide_id for slide in result.slides] == [slide.slide_id for slide in file.slides]
    assert result.slides[0].shapes.title.text == "Our own"
    assert NEW_ROW in texts(table(result))


def test_a_slide_copied_into_a_deck_of_others_is_brought_up_to_date_there() -> None:
    other, _ = copied_into_another()
    result = updated(saved(other), after())
    file = pptx_of(result.data)
    assert len(file.slides) == 1
    assert NEW_ROW in texts(file.slides[0])
    assert "/sldNum" not in "".join(shape.name for shape in file.slides[0].shapes)
    assert updated(result.data, before()).refreshed > 0


def test_a_shape_copied_to_a_slide_of_people_is_brought_up_to_date_and_nothing_is_added() -> None:
    file = pptx_of(before())
    own = file.slides.add_slide(file.slide_layouts[3])
    own.shapes._spTree.append(deepcopy(text_shape(table(file), ROW)._element))
    result = pptx_of(updated(saved(file), after()).data)
    assert texts(result.slides[4]) == [NEW_ROW]


def test_a_slide_that_stands_twice_is_brought_up_to_date_twice() -> None:
    file = pptx_of(before())
    twin = file.slides.add_slide(file.slide_layouts[2])
    twin._element.replace(twin._element.cSld, deepcopy(table(file)._element.cSld))
    result = pptx_of(updated(saved(file), after()).data)
    assert NEW_ROW in texts(result.slides[1])
    assert NEW_ROW in texts(result.slides[4])


def test_notes_that_people_wrote_stay_and_others_are_refreshed() -> None:
    file = pptx_of(before())
    table(file).notes_slide.notes_text_frame.text += "\nSay it slowly."
    replaced = updated(saved(file), after(theme="dark"))
    assert table(pptx_of(replaced.data)).notes_slide.notes_text_frame.text.endswith("Say it slowly.")
    assert [kept.reason for kept in replaced.kept] == ["notes"]


def test_a_moved_group_stays_where_it_is_with_new_words() -> None:
    file = pptx_of(before(nested=True))
    group = next(one for one in table(file).shapes if one.name.partition(" ·")[0].endswith("/Outer"))
    group.left += Pt(30)
    result = updated(saved(file), after(nested=True))
    moved = next(one for one in table(pptx_of(result.data)).shapes if one.name.partition(" ·")[0].endswith("/Outer"))
    fresh = next(
        one for one in table(pptx_of(after(nested=True))).shapes if one.name.partition(" ·")[0].endswith("/Outer")
    )
    assert (moved.left, moved.top, moved.width) == (fresh.left + Pt(30), fresh.top, fresh.width)
    assert [kept.reason for kept in result.kept] == ["place"]


def test_a_moved_group_whose_parts_say_themselves_where_they_are_stays_where_it_is() -> None:
    """As LibreOffice writes it."""
    file = pptx_of(before(nested=True))
    group = by_name(table(file), "/Outer")
    for place in group.iter(f"{A}off", f"{A}chOff"):
        place.set("x", str(int(place.get("x")) + Pt(30)))
    wanted = [dict(place.attrib) for place in group.find(f"{P}grpSpPr/{A}xfrm")]
    result = updated(saved(file), after(nested=True))
    moved = by_name(table(pptx_of(result.data)), "/Outer")
    assert [dict(place.attrib) for place in moved.find(f"{P}grpSpPr/{A}xfrm")] == wanted
    assert {kept.reason for kept in result.kept} == {"place"}


def test_a_group_that_people_took_apart_stays_so() -> None:
    file = pptx_of(before(nested=True))
    tree = table(file)._element.cSld.spTree
    group = by_name(table(file), "/Outer")
    for shape in list(group)[2:]:
        tree.append(shape)
    tree.remove(group)
    result = table(pptx_of(updated(saved(file), after(nested=True)).data))
    names = [label.name for shape in decks.all_shapes(result) if (label := label_of(shape)) is not None]
    assert not any(name.endswith("/Outer") for name in names)
    assert any("/Outer/" in name for name in names)
    assert len(names) == len(set(names))


def test_a_theme_that_people_recoloured_stays() -> None:
    file = pptx_of(before())
    theme = file.slide_masters[0].part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    )
    start = b'<a:accent1><a:srgbClr val="'
    colour = theme.blob.split(start)[1][:6]
    theme._blob = theme.blob.replace(start + colour, start + b"123456")
    edited = saved(file)
    result = updated(edited, after(theme="dark"))
    assert decks.parts(result.data)["ppt/theme/theme1.xml"] == decks.parts(edited)["ppt/theme/theme1.xml"]
    assert [kept.reason for kept in result.kept] == ["theme"]
    assert b'dk1><a:srgbClr val="' in decks.parts(updated(before(), after(theme="dark")).data)["ppt/theme/theme1.xml"]


def test_animations_of_people_stay_and_name_no_shape_that_is_gone() -> None:
    options = Options("name", build=True)
    file = pptx_of(before(options=options))
    slide = table(file)
    timing = slide._element.find("{*}timing")
    first = timing.find(".//{*}childTnLst/{*}par/{*}cTn[@fill='hold']/..")
    first.getparent().remove(first)
    clicks = len(timing.findall(".//{*}spTgt"))
    result = table(pptx_of(updated(saved(file), after(options=options)).data))
    there = {one.get("id") for one in result._element.iter("{*}cNvPr")}
    targets = [one.get("spid") for one in result._element.iter("{*}spTgt")]
    assert set(targets) <= there
    assert len(targets) == clicks


@pytest.mark.parametrize("choice", [{"fonts": "arial"}, {"fonts": "name", "flow": True}])
def test_the_options_that_made_the_deck_are_remembered(choice: dict[str, Any]) -> None:
    asked = []

    def make(comparison: str, theme: str, options: Options) -> bytes:
        asked.append((comparison, theme, options))
        return before(options=Options(**choice), theme="dark")

    deck.update(before(options=Options(**choice), theme="dark"), "x.pptx", make)
    assert asked == [("ward-vs-home", "dark", Options(**choice))]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_deck_of_which_people_recoloured_half_is_made_anew_in_its_theme(theme: str) -> None:
    found = dict(decks.parts(before(theme=theme)))
    name = "ppt/theme/theme1.xml"
    for slot in ("accent1", "accent2", "accent3", "accent4", "accent5", "hlink"):
        recoloured = rb"\g<1>808080"
        found[name] = re.sub(rf'(<a:{slot}><a:srgbClr val=")[0-9A-F]{{6}}'.encode(), recoloured, found[name])
    asked = []

    def make(comparison: str, theme: str, options: Options) -> bytes:
        asked.append(theme)
        return after(theme=theme)

    deck.update(decks.packed(found), "x.pptx", make)
    assert asked == [theme]


def test_a_record_of_the_first_edition_is_understood() -> None:
    whole = {"edition": 1, "choices": {"theme": "dark", "flow": True}, "look": {"dk1": "000000"}, "slides": {}}
    said = base64.b64encode(zlib.compress(json.dumps(whole).encode())).decode()
    assert decode(said) == Record({"flow": True}, {"dark": {"dk1": "000000"}})


def test_a_record_that_says_numbers_for_colours_is_one_of_texts() -> None:
    whole = {"edition": 2, "choices": {}, "looks": {"dark": {"dk1": 0, "lt1": None}}, "slides": {}}
    said = base64.b64encode(zlib.compress(json.dumps(whole).encode())).decode()
    assert decode(said) == Record({}, {"dark": {"dk1": "0", "lt1": "None"}})


def test_a_deck_of_strangers_is_refused() -> None:
    with pytest.raises(UsageError, match="has no slide of a comparison"):
        updated(saved(pptx.Presentation()), after())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is no PowerPoint presentation"),
        (b"PK\x03\x04", "is no PowerPoint presentation"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (bytes.fromhex("D0CF11E0A1B11AE1"), "97–2003"),
        (decks.packed({"[Content_Types].xml": b"<Types/>"}), "is no PowerPoint presentation"),
        (decks.packed({"mimetype": b"application/vnd.oasis.opendocument.presentation"}), "is no PowerPoint"),
    ],
)
def test_a_file_that_is_no_deck_is_refused_in_clear_words(data: bytes, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        updated(data, after())


def test_a_deck_with_macros_is_refused() -> None:
    found = dict(decks.parts(before()))
    types = found["[Content_Types].xml"]
    found["[Content_Types].xml"] = types.replace(
        b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
    )
    with pytest.raises(UsageError, match="has macros"):
        updated(decks.packed(found), after())


def test_a_broken_deck_is_refused_and_a_broken_record_is_as_none() -> None:
    found = dict(decks.parts(before()))
    record = found["docProps/custom.xml"]
    for name in ("ppt/presentation.xml", "ppt/slides/slide2.xml", "_rels/.rels"):
        for data in (b"", b"<a/>", found[name][:-20]):
            with pytest.raises(UsageError, match="broken"):
                updated(decks.packed(found | {name: data}), after())
    broken = found | {"docProps/custom.xml": record.replace(b"<vt:lpwstr>e", b"<vt:lpwstr>f")}
    assert NEW_ROW in texts(table(pptx_of(updated(decks.packed(broken), after()).data)))


def test_shapes_without_text_are_told_apart_by_colour_and_line() -> None:
    file = pptx_of(before())
    panel = next(one for one in table(file).shapes if "/panel" in one.name)
    panel.fill.solid()
    panel.fill.fore_color.rgb = RGBColor(1, 2, 3)
    result = updated(saved(file), after())
    found = [one for one in table(pptx_of(result.data)).shapes if one.shape_id == panel.shape_id]
    assert [one.fill.fore_color.rgb for one in found] == [RGBColor(1, 2, 3)]
    assert [kept.reason for kept in result.kept] == ["look"]
    assert found[0]._element.find(f".//{A}srgbClr") is not None


def test_what_is_no_shape_and_what_other_programs_know_shapes_by_stays() -> None:
    file = pptx_of(before())
    slide, shape = table(file), text_shape(table(file), ROW)
    slide.shapes._spTree.append(
        etree.fromstring(
            '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"/>'
        )
    )
    named = shape._element.nvSpPr.cNvPr
    extensions = etree.SubElement(named, f"{A}extLst")
    etree.SubElement(extensions, f"{A}ext", {"uri": "{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"})
    later = table(pptx_of(updated(saved(file), after()).data))
    assert later._element.find(".//{*}AlternateContent") is not None
    refreshed = text_shape(later, NEW_ROW)._element.nvSpPr.cNvPr
    assert [one.get("uri") for one in refreshed.iter(f"{A}ext")] == ["{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"]


def test_a_locked_shape_stays_as_it_is() -> None:
    file = pptx_of(before())
    locks = etree.SubElement(text_shape(table(file), ROW)._element.nvSpPr.cNvSpPr, f"{A}spLocks")
    locks.set("noMove", "1")
    result = updated(saved(file), after())
    assert text_shape(table(pptx_of(result.data)), NEW_ROW)._element.find(f".//{A}spLocks").get("noMove") == "1"


def test_the_width_of_a_column_stays_as_people_set_it() -> None:
    options = Options("name", tables=True)
    file = pptx_of(before(options=options))
    grid = next(shape for shape in slide_of(file, "/comparison-table, table 1").shapes if shape.has_table)
    grid.table.columns[0].width += Pt(9)
    wanted = grid.table.columns[0].width
    result = updated(saved(file), after(options=options))
    later = slide_of(pptx_of(result.data), "/comparison-table, table 1")
    assert next(shape for shape in later.shapes if shape.has_table).table.columns[0].width == wanted
    assert [kept.reason for kept in result.kept] == ["look"]


def test_a_size_of_text_that_is_a_little_different_stays() -> None:
    file = pptx_of(before())
    run = text_shape(table(file), ROW).text_frame.paragraphs[0].runs[0]
    run.font.size += Pt(0.04)
    later = text_shape(table(pptx_of(updated(saved(file), after()).data)), NEW_ROW)
    assert later.text_frame.paragraphs[0].runs[0].font.size == run.font.size


def test_a_shape_that_was_signed_in_another_way_counts_as_changed() -> None:
    found = dict(decks.parts(before()))
    for name in [name for name in found if name.startswith("ppt/slides/slide")]:
        found[name] = re.sub(rb"(?<= \xc2\xb7)\w{13}", lambda digits: digits[0][::-1], found[name])
    file = pptx_of(decks.packed(found))
    text_shape(table(file), ROW).text_frame.paragraphs[0].runs[0].text = "Ill"
    said = [texts(slide) for slide in file.slides]
    result = updated(saved(file), after())
    assert [texts(slide) for slide in pptx_of(result.data).slides] == said
