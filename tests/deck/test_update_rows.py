"""A slide that people have changed gets the rows that are new, and loses those that are gone, without losing theirs."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import decks
from decks import all_shapes, pptx_of, saved, slide_of, texts, updated
from pptx.util import Pt
from projects import replace, shared

from deck.test_update import before, content, table, text_shape
from generator.deck.updating.label import label_of
from generator.deck.updating.namespaces import GROUP, about

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
