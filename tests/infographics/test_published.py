"""Which files of a picture are published: the forms that sets can name are those that sizes have."""

from __future__ import annotations

from typing import get_args

import pytest

from generator.infographics import drawings, published_themes
from generator.infographics.published import has_deck, has_single_slides, published_sizes, published_targets, target
from generator.layout import SIZES
from generator.model import SETS, PictureSet, SizeName, View, views
from generator.painting import Target, targets
from infographics.conftest import view_of

EVERYTHING = {size: get_args(get_args(PictureSet.model_fields[size].annotation)[0]) for size in get_args(SizeName)}


def with_set(view: View, wanted: PictureSet, themes: tuple[str, ...] = ("light", "dark")) -> View:
    pictures = view.model.site.pictures.model_copy(update={"sets": {"own": wanted}, "set": "own", "themes": themes})
    site = view.model.site.model_copy(update={"pictures": pictures})
    return next(one for one in views(view.model.model_copy(update={"site": site})) if one.id == view.id)


@pytest.mark.parametrize("size", SIZES)
def test_forms_of_sets_are_the_files_of_sizes(size: str) -> None:
    named = {target(size, "light", form) for form in EVERYTHING[size] if form != "pptx"}
    assert named == set(targets((size,), ("light",)))


def test_a_catalogue_has_what_pages_show_a_card_a_slide_and_the_deck() -> None:
    own = with_set(view_of("flagship"), SETS["catalogue"])
    drawing = drawings((own,))[0]
    assert published_sizes(drawing) == ("page", "phone", "slide", "social")
    assert set(published_targets(drawing, published_sizes(drawing))) == {
        Target("page", "light", "svg"),
        Target("phone", "light", "svg"),
        Target("social", "light", "png"),
        Target("slide", "light", "png", 2),
    }
    assert (has_deck(own), has_single_slides(own)) == (True, False)


def test_a_set_of_your_own_has_its_themes() -> None:
    own = with_set(view_of("flagship"), PictureSet(page=("svg",), slide=("pptx",), themes=("dark",)))
    assert published_themes(own) == ("dark",)
    assert (has_deck(own), has_single_slides(own)) == (False, True)


def test_without_themes_a_set_has_the_sites_first() -> None:
    assert published_themes(with_set(view_of("flagship"), SETS["catalogue"], ("dark", "light"))) == ("dark",)
