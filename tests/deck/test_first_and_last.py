"""The first and the last slides of a deck."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator import deck as decks
from generator import infographics
from generator.deck.composition.closing import closing
from generator.deck.composition.cover import cover
from generator.layout import SIZES, Block, Frame, Shape, Spot
from generator.model import View, views
from generator.model.loading import load

from .decks import EMU, brand, flagship, made, opened

SIZE = SIZES["slide"]


@pytest.fixture
def compared(wards: Path) -> dict[int, View]:
    """Comparisons by how many roles they have."""
    return {len(view.roles): view for view in views(load(wards, kinds=infographics.sections()))}


def titled(view: View, title: str) -> View:
    return replace(view, comparison=view.comparison.model_copy(update={"title": title}))


@pytest.mark.parametrize("count", [2, 3, 4])
def test_the_first_slide_shows_each_role_with_a_mark_of_its_own(count: int, compared: dict[int, View]) -> None:
    view = compared[count]
    frame = cover(view, brand(), SIZE)
    texts = [line.paragraph for line in frame.lines]
    for one in view.roles:
        assert one.role.name in texts
    scales = min(len(view.comparison.scales), 5)
    for one in view.roles:
        marks = [item for item in _marks(frame) if one.solid in (item.fill, item.stroke)]
        assert len({(round(item.rect.x), round(item.rect.y)) for item in marks}) >= scales + 1
    assert view.comparison.industry in texts
    assert any(str(view.model.site.updated.year) in text for text in texts)


def _marks(frame: Frame) -> list[Block | Shape]:
    return [item for item in frame.items if isinstance(item, Block | Shape)]


@pytest.mark.parametrize("size", ["slide", "classic"])
@pytest.mark.parametrize("count", [2, 3, 4])
def test_nothing_leaves_the_first_slide_and_texts_stand_apart(count: int, size: str, compared: dict[int, View]) -> None:
    frame = cover(compared[count], brand(), SIZES[size])
    lines = list(frame.lines)
    for item in frame.items:
        if not isinstance(item, Spot):
            assert item.rect.x >= 0
            assert item.rect.y >= 0
            assert item.rect.right <= frame.width
            assert item.rect.bottom <= frame.height
    for place, line in enumerate(lines):
        assert not any(line.rect.meets(other.rect, slack=4) for other in lines[place + 1 :]), line.text


def test_marks_at_the_same_place_are_all_seen() -> None:
    view = flagship()
    scale = view.comparison.scales[0]
    same = {one: position.model_copy(update={"value": 0}) for one, position in scale.positions.items()}
    comparison = view.comparison.model_copy(update={"scales": (scale.model_copy(update={"positions": same}),)})
    frame = cover(replace(view, comparison=comparison), brand(), SIZE)
    marks = [item.rect for item in _marks(frame) if item.rect.x > SIZE.width / 2 and item.rect.width < 20]
    assert len(marks) == 2
    assert not marks[0].meets(marks[1])


@pytest.mark.parametrize(
    "title",
    ["Go deep with a few, or go wide with many", "One serves clients, the other serves an area", "Short", "word " * 40],
)
def test_no_word_of_the_title_is_left_alone(title: str) -> None:
    lines = [line for line in cover(titled(flagship(), title.strip()), brand(), SIZE).lines if line.purpose == "title"]
    assert len(lines) == 1 or len(lines[-1].text.split()) > 1
    assert lines[-1].rect.bottom < SIZE.width * 9 / 16


@pytest.mark.parametrize("text", ["many words " * 60, "W" * 90])
@pytest.mark.parametrize("size", ["slide", "classic"])
def test_any_text_has_room(text: str, size: str) -> None:
    """On the first slide and on the last ones, down to a size that nobody would choose."""
    view, text = titled(flagship(), text.strip()), text.strip()
    roles = tuple(replace(one, role=one.role.model_copy(update={"name": text})) for one in view.roles)
    sources = {
        name: one.model_copy(update={"title": text, "publisher": text}) for name, one in view.model.sources.items()
    }
    model = view.model.model_copy(update={"sources": sources})
    comparison = view.comparison.model_copy(update={"industry": text, "name": text})
    view = replace(view, roles=roles, model=model, comparison=comparison)
    for frame in (
        cover(view, brand(), SIZES[size]),
        *(page.frame for page in closing(view, brand(), SIZES[size])),
    ):
        for line in frame.lines:
            assert line.rect.x >= 0
            assert line.rect.y >= 0
            assert line.rect.right <= frame.width
            assert line.rect.bottom <= frame.height, line.text


def test_the_title_is_that_of_no_picture() -> None:
    titles = [slide.shapes.title.text_frame.text for slide in opened(made(decks.Options(fonts="name"))).slides]
    assert len(set(titles)) == len(titles)


def test_a_comparison_without_scales_has_a_first_slide() -> None:
    view = flagship()
    bare = replace(view, comparison=view.comparison.model_copy(update={"scales": ()}))
    texts = [line.paragraph for line in cover(bare, brand(), SIZE).lines]
    assert "Where they differ most" not in texts
    assert all(one.role.name in texts for one in view.roles)


# --- last slides ------------------------------------------------------------------------------------------------------


def many(count: int) -> View:
    """The flagship with so many sources."""
    view = flagship()
    one = view.model.sources["brief"]
    sources = {
        f"s{number}": one.model_copy(
            update={"title": f"Work {number} on trade", "publisher": "House", "url": f"https://house.example/{number}"}
        )
        for number in range(count)
    }
    pictures = tuple(one.model_copy(update={"sources": tuple(sources)}) for one in view.comparison.infographics)
    comparison = view.comparison.model_copy(update={"infographics": pictures, "sources": tuple(sources)})
    return replace(view, comparison=comparison, model=view.model.model_copy(update={"sources": sources}))


@pytest.mark.parametrize(("count", "several"), [(1, False), (3, False), (9, True), (40, True)])
def test_sources_go_on_to_further_slides(count: int, several: bool) -> None:
    pages = closing(many(count), brand(), SIZE)
    assert (len(pages) > 1) is several
    assert len({page.title for page in pages}) == len(pages)
    texts = [line.paragraph for page in pages for line in page.frame.lines]
    for number in range(count):
        assert texts.count(f"Work {number} on trade") == 1
    for page in pages:
        assert all(line.rect.bottom <= SIZE.width * 9 / 16 - SIZE.margin / 2 for line in page.frame.lines)
        assert len([line for line in page.frame.lines if line.purpose != "title"]) > 2


def test_addresses_are_links() -> None:
    (page,) = closing(many(3), brand(), SIZE)
    assert ("house.example/2", "https://house.example/2") in page.links
    slides = list(opened(made(decks.Options(fonts="name"))).slides)
    found = dict(link for slide in slides for link in _links(slide))
    site = flagship().model.site
    assert site.url in found.values()
    assert site.licence_url in found.values()


def _links(slide: Any) -> list[tuple[str, str]]:
    return [
        (run.text, run.hyperlink.address)
        for shape in slide.shapes
        for one in (shape.shapes if shape.shape_type == 6 else [shape])
        if one.has_text_frame
        for paragraph in one.text_frame.paragraphs
        for run in paragraph.runs
        if run.hyperlink.address
    ]


def test_an_address_too_long_for_its_column_is_shown_by_its_host() -> None:
    view = many(1)
    long = f"https://house.example/{'a' * 90}"
    sources = {name: one.model_copy(update={"url": long}) for name, one in view.model.sources.items()}
    view = replace(view, model=view.model.model_copy(update={"sources": sources}))
    (page,) = closing(view, brand(), SIZE)
    assert ("house.example", long) in page.links
    assert EMU > 0
