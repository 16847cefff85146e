"""A deck on a company's template is brought up to date on the layouts that it has, whatever people did to them."""

from __future__ import annotations

from functools import cache
from typing import Any

import decks
import pytest
from deck_edits import EDITS
from decks import pptx_of, saved, slide_of, texts
from pptx.util import Pt
from projects import shared

from deck import decks as templates
from deck.test_random_edits import check_untouched, edit, rearrange
from deck.test_update import NEW_ROW, ROW, changed, content, text_shape
from generator import deck
from generator.deck import Options
from generator.deck.report import Updated

CHANGES = {
    "4:3": None,
    "16:9": templates.wide,
    "German": templates.german,
    "no titles": templates.without_titles,
    "huge": templates.huge,
}
KINDS = ("comparison-table", "role-profiles", "responsibilities")


@cache
def before(change: str, *, theme: bool = False, tables: bool = False) -> bytes:
    template = templates.template(CHANGES[change], theme=theme)
    options = Options("name", tables=tables, template=template)
    return decks.made(shared("wards-before", content), options=options)


def brought(edited: bytes, **options: Any) -> Updated:
    """The deck as `deck update` makes it of a content that has changed: with itself as its template."""

    def make(comparison: str, theme: str, chosen: Options) -> bytes:
        assert chosen.template is not None
        assert chosen.template.data == edited
        return decks.made(shared("wards-after", changed), comparison=comparison, theme=theme, options=chosen, **options)

    return deck.update(edited, "deck.pptx", make)


def layouts(file: Any) -> list[tuple[str, bytes]]:
    return [
        (layout.name, decks.written(layout._element))
        for master in file.slide_masters
        for layout in master.slide_layouts
    ]


@pytest.mark.parametrize(
    ("change", "theme"),
    [
        ("4:3", False),
        ("16:9", True),
        ("German", True),
        ("no titles", False),
        *(
            pytest.param(*rest, marks=pytest.mark.endurance)
            for rest in (("4:3", True), ("16:9", False), ("German", False), ("no titles", True))
        ),
    ],
)
def test_layouts_and_edits_stay_and_what_is_new_arrives(change: str, theme: bool) -> None:
    file = pptx_of(before(change, theme=theme))
    moved, rewritten = table(file), text_shape(table(file), "One ward in a hospital")
    shape = text_shape(moved, ROW)
    shape.left += Pt(20)
    rewritten.text_frame.paragraphs[0].runs[0].text = "Our ward"
    result = brought(saved(file), kinds=KINDS)
    later = pptx_of(result.data)
    assert layouts(later) == layouts(file)
    assert [part for name, part in decks.parts(result.data).items() if "theme" in name] == [
        part for name, part in decks.parts(saved(file)).items() if "theme" in name
    ]
    assert [slide.slide_layout.name for slide in later.slides] == [
        file.slides[place].slide_layout.name for place in (0, 1, 1, 2, 3)
    ]
    assert text_shape(table(later), NEW_ROW).left == shape.left
    assert "Our ward" in texts(table(later))
    assert [kept.reason for kept in result.kept] == ["place", "text"]
    assert len(result.slides) == 1
    assert "One ward, one house" not in texts(table(later))
    assert "Ward Nurse" in texts(slide_of(later, "/role-profiles"))
    assert brought(result.data, kinds=KINDS).data == result.data


def table(file: Any) -> Any:
    return slide_of(file, "/comparison-table")


def test_a_deck_that_nobody_changed_is_that_of_the_new_content() -> None:
    result = brought(before("16:9", tables=True))
    options = Options("name", tables=True, template=templates.template(templates.wide))
    made = decks.made(shared("wards-after", changed), options=options)
    assert result.kept == ()
    assert decks.parts(result.data) == decks.parts(made)


def test_a_deck_on_a_template_without_table_styles_is_that_of_the_new_content() -> None:
    template = templates.template(templates.without_table_styles)
    options = Options("name", tables=True, template=template)
    result = brought(decks.made(shared("wards-before", content), options=options))
    made = decks.made(shared("wards-after", changed), options=options)
    assert result.kept == ()
    assert decks.parts(result.data) == decks.parts(made)


@pytest.mark.parametrize("seed", range(3))
def test_no_edit_is_lost(seed: int) -> None:
    file = pptx_of(before("16:9"))
    rearrange(file, ("as they are", "one more", "other order")[seed])
    checks, touched = edit(
        file, [((7 * seed + 3 * step) % len(EDITS), step % 2, 17 * step, 100 + step) for step in range(6)]
    )
    edited = saved(file)
    result = brought(edited)
    later = pptx_of(result.data)
    for number, check in checks:
        check(later.slides.get(number))
    fresh = decks.made(
        shared("wards-after", changed),
        options=Options("name", template=templates.template(templates.wide)),
    )
    check_untouched(later, pptx_of(fresh), touched)
    assert layouts(later) == layouts(file)


def test_on_the_largest_slides_an_untouched_deck_is_brought_up_to_date_and_what_people_moved_stays() -> None:
    made = before("huge")
    assert brought(made).kept == ()
    file = pptx_of(made)
    moved = text_shape(slide_of(file, "/comparison-table"), "Home visits · Self-reliance")
    assert moved.left > Pt(2000)
    moved.left += Pt(40)
    result = brought(saved(file))
    assert [kept.reason for kept in result.kept] == ["place"]
    later = slide_of(pptx_of(result.data), "/comparison-table")
    assert text_shape(later, "Home visits · Self-reliance").left == moved.left
