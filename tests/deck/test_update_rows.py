"""A slide that people have changed gets the rows that are new, and loses those that are gone, without losing theirs."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import decks
import pytest
from decks import all_shapes, by_name, pptx_of, saved, slide_of, texts, updated
from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Pt
from projects import replace, shared

from deck.test_update import before, content, table, text_shape
from generator.deck.updating.label import Label, label_of
from generator.deck.updating.namespaces import GROUP, A, P, R, about, frame
from generator.deck.updating.pairs import pairs
from generator.deck.updating.signature import Signature, digest

GONE = ("Shifts, nights included", "Rhythm", "Daytime rounds by car")
ROW = "  - {id: rhythm, name: Rhythm, icon: material/clock-outline, question: When?}\n"


def shortened(root: Path) -> Path:
    """The content with one row less."""
    content(root)
    replace(root / "comparisons" / "ward-vs-home.yml", ROW, "")
    return root


@cache
def fewer(**options: Any) -> bytes:
    return decks.made(shared("wards-fewer", shortened), **options)


def edited(data: bytes) -> Any:
    """The deck with a text box of somebody's on the slide, so that the slide is no longer made anew as a whole."""
    file = pptx_of(data)
    table(file).shapes.add_textbox(Pt(5), Pt(5), Pt(50), Pt(20)).text_frame.text = "Our own"
    return file


def names(slide: Any) -> list[str]:
    return [label.name for shape in all_shapes(slide) if (label := label_of(shape)) is not None]


def test_a_row_that_is_gone_goes_with_its_group_and_nothing_else_does() -> None:
    result = updated(saved(edited(before())), fewer())
    later, made = table(pptx_of(result.data)), table(pptx_of(fewer()))
    assert names(later) == names(made)
    assert texts(later) == [*texts(made), "Our own"]
    assert (result.removed, result.added, result.deleted, result.kept) == (4, 0, 0, ())


def test_a_text_that_people_changed_stays_when_its_row_is_gone_and_is_told() -> None:
    file = edited(before())
    text_shape(table(file), GONE[0]).text_frame.paragraphs[0].runs[0].text = "Shifts of ours"
    result = updated(saved(file), fewer())
    later = table(pptx_of(result.data))
    assert "Shifts of ours" in texts(later)
    assert not {*GONE} & {*texts(later)}
    assert [(kept.slide, kept.reason, kept.name) for kept in result.kept] == [(2, "gone", "Rhythm/text")]
    group = text_shape(later, "Shifts of ours")._element.getparent()
    assert (group.tag, about(group).get("name")) == (GROUP, "ward-vs-home/comparison-table/Rhythm (kept)")
    again = updated(result.data, fewer())
    assert (again.data, again.kept) == (result.data, ())


def test_a_row_that_is_new_stands_where_it_is_made() -> None:
    result = updated(saved(edited(fewer())), before())
    later, made = table(pptx_of(result.data)), table(pptx_of(before()))
    assert texts(later) == [*texts(made), "Our own"]
    assert names(later) == names(made)
    numbers = [about(shape).get("id") for shape in all_shapes(later)]
    assert len(numbers) == len({*numbers})
    assert (result.removed, result.added, result.deleted) == (0, 5, 0)
    assert updated(result.data, before()).data == result.data


def test_a_row_that_is_new_comes_first_where_nothing_is_left_before_it() -> None:
    file = edited(fewer())
    tree = table(file)._element.cSld.spTree
    following = text_shape(table(file), "Skills")._element.getparent()
    for shape in list(tree)[2 : tree.index(following)]:
        tree.remove(shape)
    later = table(pptx_of(updated(saved(file), before()).data))
    assert texts(later)[:4] == [*GONE, "A sharp eye · Passing on"]


def test_a_changed_row_beside_one_that_is_gone_is_still_known() -> None:
    file = pptx_of(before())
    moved = text_shape(table(file), "One ward in a hospital")
    moved.left += Pt(7)
    result = updated(saved(file), decks.made(shared("wards-fewer-and-changed", shortened_and_changed)))
    later = table(pptx_of(result.data))
    assert text_shape(later, "One ward, one house").left == moved.left
    assert "One ward in a hospital" not in texts(later)
    assert [(kept.name, kept.reason) for kept in result.kept] == [("Place/text", "place")]


def shortened_and_changed(root: Path) -> Path:
    """A row less, and another text in the row before it."""
    shortened(root)
    replace(root / "roles" / "ward-nurse.yml", "One ward in a hospital", "One ward, one house")
    return root


def test_a_shape_copied_from_the_slide_of_another_picture_stays_as_it_is() -> None:
    file = pptx_of(before())
    other = text_shape(slide_of(file, "/responsibilities"), "Hand over completely")
    copy = deepcopy(other._element)
    about(copy).set("id", "9000")
    table(file).shapes._spTree.append(copy)
    result = updated(saved(file), fewer())
    assert texts(table(pptx_of(result.data))) == [*texts(table(pptx_of(fewer()))), "Hand over completely"]
    assert (result.removed, result.kept) == (4, ())


def test_a_text_that_has_changed_behind_one_that_is_gone_is_still_known() -> None:
    file = pptx_of(before())
    moved = text_shape(file.slides[0], "The tests of Visavis, 3 February 2026")
    moved.left += Pt(7)
    result = updated(saved(file), decks.made(shared("wards-untitled", untitled)))
    later = pptx_of(result.data).slides[0]
    assert text_shape(later, "The wards, 3 February 2026").left == moved.left
    assert "Many in one place, or one in many places" not in texts(later)
    assert [kept.reason for kept in result.kept] == ["place"]


def untitled(root: Path) -> Path:
    """The content without a text of the first slide, and with another one for its last."""
    content(root)
    replace(
        root / "comparisons" / "ward-vs-home.yml",
        "title: Many in one place, or one in many places\n",
        "title: Ward Nurse vs Home Nurse\n",
    )
    replace(root / "site.yml", "author: The tests of Visavis", "author: The wards")
    return root


def renamed(root: Path) -> Path:
    """The content with another name for a row, and another text in it."""
    content(root)
    replace(root / "comparisons" / "ward-vs-home.yml", "name: Rhythm", "name: Hours")
    replace(root / "roles" / "home-nurse.yml", "Daytime rounds by car", "Rounds by car")
    return root


@cache
def other_name() -> bytes:
    return decks.made(shared("wards-renamed", renamed))


def unrecorded(data: bytes) -> bytes:
    """The deck without what it remembers, as slides that were copied into another one."""
    file = pptx_of(data)
    package = file.part.package
    for number, relation in list(package._rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES:
            package._rels.pop(number)
    return saved(file)


@pytest.mark.parametrize("recorded", [True, False])
def test_a_row_with_another_name_is_the_same_row(recorded: bool) -> None:
    data = saved(edited(before()))
    result = updated(data if recorded else unrecorded(data), other_name())
    later, made = table(pptx_of(result.data)), table(pptx_of(other_name()))
    assert texts(later) == [*texts(made), "Our own"]
    assert names(later) == names(made)
    assert (result.removed, result.added, result.deleted, result.kept) == (0, 0, 0, ())


def test_a_text_that_was_moved_and_one_that_was_rewritten_stand_once_in_a_row_with_another_name() -> None:
    file = pptx_of(before())
    moved = text_shape(table(file), GONE[2])
    moved.left += Pt(9)
    text_shape(table(file), GONE[0]).text_frame.paragraphs[0].runs[0].text = "Shifts of ours"
    result = updated(saved(file), other_name())
    later = table(pptx_of(result.data))
    wanted = ["Shifts of ours" if said == GONE[0] else said for said in texts(table(pptx_of(other_name())))]
    assert texts(later) == wanted
    assert text_shape(later, "Rounds by car").left == moved.left
    assert [(kept.name, kept.reason) for kept in result.kept] == [("Hours/text", "text"), ("Hours/text 3", "place")]
    assert updated(result.data, other_name()).data == result.data


def test_a_row_that_people_deleted_does_not_come_back_with_another_name() -> None:
    file = pptx_of(before())
    group = by_name(table(file), "/Rhythm")
    group.getparent().remove(group)
    result = updated(saved(file), other_name())
    assert not {"Hours", GONE[0], "Rounds by car"} & {*texts(table(pptx_of(result.data)))}
    assert (result.deleted, result.added) == (4, 0)
    assert updated(result.data, other_name()).data == result.data


def linked(group: Any) -> None:
    etree.SubElement(
        about(group), f"{A}hlinkClick", {f"{R}id": "", "action": "ppaction://hlinkshowjump?jump=nextslide"}
    )


def described(group: Any) -> None:
    about(group).set("descr", "Our words")


def hidden(group: Any) -> None:
    about(group).set("hidden", "1")


def shadowed(group: Any) -> None:
    etree.SubElement(etree.SubElement(group.find(f"{P}grpSpPr"), f"{A}effectLst"), f"{A}glow", {"rad": "63500"})


def locked(group: Any) -> None:
    etree.SubElement(group.find(f"./*/{P}cNvGrpSpPr"), f"{A}grpSpLocks", {"noUngrp": "1"})


def turned(group: Any) -> None:
    frame(group).set("rot", "900000")


LOOKS = [linked, described, hidden, shadowed, locked]


@pytest.mark.parametrize("change", LOOKS)
def test_what_people_did_to_the_group_of_a_row_stays_when_it_has_another_name(change: Callable[[Any], None]) -> None:
    file = pptx_of(before())
    change(by_name(table(file), "/Rhythm"))
    wanted = of_group(by_name(table(file), "/Rhythm"))
    result = updated(saved(file), other_name())
    later = table(pptx_of(result.data))
    assert of_group(by_name(later, "/Hours")) == wanted
    assert texts(later) == texts(table(pptx_of(other_name())))
    assert [kept.name for kept in result.kept] == ["Hours"]
    assert updated(result.data, other_name()).data == result.data


def test_a_group_that_people_turned_stays_so_and_says_what_the_content_calls_it_now() -> None:
    file = pptx_of(before())
    turned(by_name(table(file), "/Rhythm"))
    result = updated(saved(file), other_name())
    group = by_name(table(pptx_of(result.data)), "/Hours")
    assert frame(group).get("rot") == "900000"
    assert about(group).get("descr") == "Shifts, nights included · Hours · Rounds by car"
    assert [(kept.name, kept.reason) for kept in result.kept] == [("Hours", "place")]
    assert updated(result.data, other_name()).data == result.data


@pytest.mark.parametrize("change", [*LOOKS, turned])
def test_a_row_that_is_gone_stays_as_a_whole_where_people_changed_its_group(change: Callable[[Any], None]) -> None:
    file = pptx_of(before())
    change(by_name(table(file), "/Rhythm"))
    result = updated(saved(file), fewer())
    later = table(pptx_of(result.data))
    assert {*GONE} <= {*texts(later)}
    group = text_shape(later, GONE[0])._element.getparent()
    assert (len(group), about(group).get("name")) == (5, "ward-vs-home/comparison-table/Rhythm (kept)")
    assert [(kept.name, kept.reason) for kept in result.kept] == [("Rhythm", "gone")]
    again = updated(result.data, fewer())
    assert (again.data, again.kept) == (result.data, ())


def of_group(group: Any) -> tuple[object, ...]:
    """What people may have done to it: its words, links and locks, and how it looks."""
    said = {name: value for name, value in about(group).items() if name not in ("id", "name")}
    inside = [one.tag for one in (*about(group), *group.iterfind(f"./*/{P}cNvGrpSpPr/*"), *group.find(f"{P}grpSpPr"))]
    return said, inside


def test_a_shape_copied_from_another_picture_stays_on_a_slide_of_which_nothing_is_remembered() -> None:
    file = pptx_of(before())
    copy = deepcopy(text_shape(slide_of(file, "/responsibilities"), "Hand over completely")._element)
    about(copy).set("id", "9000")
    table(file).shapes._spTree.append(copy)
    result = updated(unrecorded(saved(file)), before())
    assert texts(table(pptx_of(result.data))) == [*texts(table(pptx_of(before()))), "Hand over completely"]
    assert (result.removed, result.kept) == (0, ())


def test_the_first_of_like_names_that_goes_takes_no_other_one_with_it() -> None:
    was = [label(name, said) for name, said in (("Step 1", ""), ("Step 1/text", "a"), ("Step 1/text 2", "b"))]
    was += [label(name, said) for name, said in (("Step 2", ""), ("Step 2/text", "c"), ("Step 2/text 2", "d"))]
    now = [label(name, said) for name, said in (("Step 1", ""), ("Step 1/text", "c"), ("Step 1/text 2", "d"))]
    assert pairs(was, now) == {3: 0, 4: 1, 5: 2}


def test_rows_that_change_places_and_names_are_known_by_their_texts() -> None:
    def rows(*said: tuple[str, str, str]) -> list[Label]:
        return [
            label(*one)
            for name, *both in said
            for one in ((name, ""), (f"{name}/text", both[0]), (f"{name}/text 2", both[1]))
        ]

    was = rows(("One", "a", "b"), ("Two", "c", "d"), ("Three", "e", "f"))
    assert pairs(was, rows(("Two", "c", "d"), ("Three", "e", "f"), ("Four", "a", "b"))) == {
        0: 6,
        1: 7,
        2: 8,
        3: 0,
        4: 1,
        5: 2,
        6: 3,
        7: 4,
        8: 5,
    }


def label(name: str, said: str) -> Label:
    return Label(f"comparison/kind/{name}", Signature(digest(said), "0000", "0000", (0.0,) * 5))
