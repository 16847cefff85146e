"""The circles read back: as many, and as large, as the data table says, on one scale for all roles, in every size."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from generator.infographics.kinds.account_portfolio.description import table
from generator.layout.frame import Block, Line, Shape
from generator.layout.sizes import SIZES
from infographics.conftest import SUBJECTS, Shown, shown, view_of

ROUND = 4  # corners


@pytest.fixture(params=SUBJECTS)
def pictures(request: pytest.FixtureRequest) -> list[Shown]:
    return [shown(str(request.param), "account-portfolio", size) for size in SIZES]


def areas(picture: Shown) -> dict[str, list[float]]:
    """For each role the squares of the outer diameters of its circles."""
    found: dict[str, list[float]] = {str(compared.role.name): [] for compared in picture.view.roles}
    for item in picture.frame.items:
        if isinstance(item, Block) and item.radii == (item.rect.width / 2,) * ROUND:
            for compared in picture.view.roles:
                if item.fill == (compared.solid if compared.swatch.marker == "solid" else compared.tint):
                    found[str(compared.role.name)].append((item.rect.width + item.stroke_width) ** 2)
    return found


def test_circles_have_the_areas_of_the_table_on_one_scale(pictures: list[Shown]) -> None:
    for picture in pictures:
        wanted: dict[str, Counter[int]] = {}
        for role, _, _, count, size, _ in table(picture.view).rows:
            wanted.setdefault(role, Counter())[int(size)] += int(count)
        found = areas(picture)
        units = [
            area / size
            for role, sizes in wanted.items()
            for area, size in zip(sorted(found[role]), sorted(sizes.elements()), strict=True)
        ]
        assert max(units) == pytest.approx(min(units), rel=0.02), picture.name


def test_nothing_is_counted_or_added_up(pictures: list[Shown]) -> None:
    for picture in pictures:
        body = [line.text for line in picture.frame.lines if picture.size.margin * 2 < line.rect.y]
        assert not [text for text in body if text.strip().isdigit() or text in ("=", "≈", "<", ">")], picture.name


def test_the_flagships_headlines_and_title_are_borne_out() -> None:
    """A handful of large accounts, dozens of small ones, and an example that says that it is one."""
    view = view_of("flagship")
    assert view.comparison.portfolio
    few, many = (view.comparison.portfolio.roles[compared.id].groups for compared in view.roles)
    assert sum(group.count for group in few) <= 5
    assert sum(group.count for group in many) >= 24
    assert min(group.size for group in few) > max(group.size for group in many)
    assert "example" in shown("flagship", "account-portfolio", "slide").drawing.infographic.title


def test_names_stand_in_the_circles_or_beside_them(pictures: list[Shown]) -> None:
    for picture in pictures:
        portfolio = picture.view.comparison.portfolio
        assert portfolio
        for said in portfolio.roles.values():
            for group in said.groups:
                name = str(picture.view.model.catalogue.accounts[group.account].name)
                upright = bool(picture.size.height) and picture.size.width <= (picture.size.height or 0.0)
                if not picture.size.brief and not (upright and len(portfolio.roles) > 2):
                    assert "".join(name.split()).casefold() in picture.running, (picture.name, name)


def legends(picture: Shown) -> dict[str, list[Line]]:
    """For each role the lines of the names beside or below its circles."""
    names = {str(account.name) for account in picture.view.model.catalogue.accounts.values()}
    lines = [line for line in picture.frame.lines if line.paragraph in names and line.colour == "ink"]
    heads = {str(one.role.name): one.solid for one in picture.view.roles}
    icons = [item for item in picture.frame.items if isinstance(item, Shape) and item.icon]
    found: dict[str, list[Line]] = {}
    for line in lines:
        beside = [icon for icon in icons if icon.rect.right <= line.rect.x and icon.rect.bottom > line.rect.y]
        mark = max((icon for icon in beside if icon.rect.y < line.rect.bottom), key=lambda icon: icon.rect.right)
        role = next(name for name, solid in heads.items() if solid == mark.fill)
        found.setdefault(role, []).append(line)
    return found


@pytest.mark.parametrize("size", ["slide", "classic", "square", "portrait", "page", "phone"])
def test_names_beside_circles_stand_on_one_line_each(size: str) -> None:
    found = legends(shown("flagship", "account-portfolio", size))
    assert found
    assert all(line.text == line.paragraph for lines in found.values() for line in lines)


@pytest.mark.parametrize("size", ["slide", "classic"])
@pytest.mark.parametrize("subject", ["three wards", "two wards"])
def test_names_of_roles_with_more_and_fewer_of_them_stand_at_the_same_distances(subject: str, size: str) -> None:
    steps = set()
    for lines in legends(shown(subject, "account-portfolio", size)).values():
        tops = [line.rect.y for line in lines if line.text.split()[0] == line.paragraph.split()[0]]
        steps |= {round(below - above, 1) for above, below in pairwise(tops) if below > above}
    assert max(steps) - min(steps) < 0.2


@pytest.mark.parametrize("size", ["slide", "classic", "square", "portrait"])
def test_every_icon_that_is_explained_stands_in_circles(size: str) -> None:
    picture = shown("flagship", "account-portfolio", size)
    icons = Counter(item.icon for item in picture.frame.items if isinstance(item, Shape) and item.icon)
    portfolio = picture.view.comparison.portfolio
    assert portfolio
    for said in portfolio.roles.values():
        for group in said.groups:
            assert icons[picture.view.model.catalogue.accounts[group.account].icon] == group.count + 1


@pytest.mark.parametrize(("size", "share"), [("slide", 0.22), ("classic", 0.2), ("square", 0.24), ("portrait", 0.35)])
def test_circles_take_much_of_the_page(size: str, share: float) -> None:
    """The widest cluster of them, of the width of the page."""
    picture = shown("flagship", "account-portfolio", size)
    fills = {one.solid if one.swatch.marker == "solid" else one.tint: one for one in picture.view.roles}
    for fill in fills:
        discs = [
            item.rect
            for item in picture.frame.items
            if isinstance(item, Block) and item.fill == fill and item.radii == (item.rect.width / 2,) * ROUND
        ]
        across = max(disc.right for disc in discs) - min(disc.x for disc in discs)
        assert across >= share * picture.size.inner, (picture.name, across / picture.size.inner)
