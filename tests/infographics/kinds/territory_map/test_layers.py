"""The map read back: what is filled, bounded and marked is what the data table says, in every size."""

from __future__ import annotations

from collections import Counter

import pytest
from projects import ROOT

from generator.infographics.kinds.territory_map.description import WHOLE, calls_met, meetings, table
from generator.infographics.kinds.territory_map.hex_grid import hex_grid
from generator.layout.frame import Block, Shape
from generator.layout.sizes import SIZES
from generator.model.loading import load
from generator.model.view import View
from infographics.conftest import SUBJECTS, Shown, shown, squeezed

ROUND = 4  # corners


@pytest.fixture(params=SUBJECTS)
def pictures(request: pytest.FixtureRequest) -> list[Shown]:
    return [shown(str(request.param), "territory-map", size) for size in SIZES]


def cells_of(shape: Shape) -> int:
    return sum(letter == "M" for letter, _ in shape.commands)


def areas(picture: Shown) -> dict[str, int]:
    """How many cells are filled in each colour."""
    marks = [item for item in picture.frame.items if isinstance(item, Shape) and not item.icon and not item.stroke]
    return {str(item.fill): cells_of(item) for item in marks if item.fill}


def expected_areas(view: View) -> dict[str, int]:
    """The same by the data table: a colour for whoever covers an area alone, one for several, one for nobody."""
    drawn = view.comparison.map
    assert drawn
    letters = {str(area.name): letter for letter, area in drawn.areas.items()}
    found: Counter[str] = Counter()
    for name, _, *cells in table(view).rows[1:-1]:
        holders = [compared for compared, cell in zip(view.roles, cells, strict=True) if WHOLE in cell.split("; ")]
        fill = "line" if not holders else holders[0].tint if len(holders) == 1 else "shared.tint"
        found[fill] += len(hex_grid(tuple(drawn.rows)).of(letters[name]))
    return dict(found)


def test_areas_are_filled_as_the_table_says(pictures: list[Shown]) -> None:
    for picture in pictures:
        assert areas(picture) == expected_areas(picture.view), picture.name


def discs(picture: Shown) -> list[Block]:
    """Round blocks that are as wide as high: customers, and the rings around those that roles share."""
    blocks = [item for item in picture.frame.items if isinstance(item, Block)]
    return [
        item for item in blocks if item.rect.width == item.rect.height and item.radii == (item.rect.width / 2,) * ROUND
    ]


def test_every_call_is_one_disc_and_all_are_equal(pictures: list[Shown]) -> None:
    for picture in pictures:
        view = picture.view
        assert view.comparison.map
        fills = {
            compared.id: compared.solid if compared.swatch.marker == "solid" else compared.tint
            for compared in view.roles
        }
        wanted = Counter(fills[role] for role, reach in view.comparison.map.reach.items() for _ in reach.calls)
        found = [disc for disc in discs(picture) if disc.fill in wanted]
        assert Counter(str(disc.fill) for disc in found) == wanted, picture.name
        assert len({round(disc.rect.width, 2) for disc in found}) <= 1, picture.name
        rings = [disc for disc in discs(picture) if disc.fill == "shared.solid"]
        assert len(rings) == len(calls_met(view)), picture.name


def test_the_card_on_where_roles_meet_is_there_where_they_do(pictures: list[Shown]) -> None:
    for picture in pictures:
        cards = [item for item in picture.frame.items if isinstance(item, Block) and item.fill == "shared.tint"]
        panels = [item for item in cards if item.rect.width > picture.frame.width * 0.3]
        if not picture.size.brief:
            assert bool(panels) == any(meetings(picture.view)), picture.name


def test_the_flagship_says_who_calls_on_the_chain_store() -> None:
    view = shown("flagship", "territory-map", "slide").view
    assert [(compared.id, index) for compared, index in calls_met(view)] == [("key-account-manager", 4)]
    for size in SIZES.values():
        if not size.brief and size.name != "poster":
            assert "theKAMagreesterms".casefold() in shown("flagship", "territory-map", size.name).running


def test_the_titles_number_of_regions_is_that_of_the_map() -> None:
    """ "One role covers a region, the other crosses all four"."""
    view = load(ROOT / "content").comparisons["kam-vs-tm"]
    assert view.map
    region = {letter: area.region or area.name for letter, area in view.map.areas.items()}
    assert len(set(region.values())) == 4
    assert len({region[letter] for letter in view.map.reach["territory-manager"].covers}) == 1
    assert len({region[call.area] for call in view.map.reach["key-account-manager"].calls}) == 4


def test_no_card_has_only_a_name_beside_cards_that_say_more() -> None:
    for size in ("slide", "classic"):
        picture = shown("flagship", "territory-map", size)
        assert squeezed("One region, three segments") in picture.running


def test_above_cards_with_names_alone_the_map_has_most_of_the_room() -> None:
    picture = shown("flagship", "territory-map", "portrait")
    land = [item.rect for item in picture.frame.items if isinstance(item, Shape) and item.fill in ("line", "tm.tint")]
    cards = [item.rect.y for item in picture.frame.items if isinstance(item, Block) and item.fill == "card"]
    tops = [top for top in cards if top > max(rect.bottom for rect in land)]
    assert len(set(tops)) == 1, "the roles' names stand beside each other"
    high = max(rect.bottom for rect in land) - min(rect.y for rect in land)
    assert high > 0.36 * picture.size.height
