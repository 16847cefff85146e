"""Careers read back: one straight track a role, steps in the order of the table, levels at one height."""

from __future__ import annotations

import pytest

from generator.infographics.kinds.career_paths.description import table
from generator.layout.frame import Block, Shape
from generator.layout.sizes import SIZES
from infographics.conftest import SUBJECTS, Shown, shown, squeezed

FIXED = [size for size in SIZES if SIZES[size].height and not SIZES[size].brief]


def columns(picture: Shown) -> list[list[str]]:
    """What stands on the cards of each column, from the lowest up."""
    fills = {"card", *(compared.solid for compared in picture.view.roles)}
    blocks = [item for item in picture.frame.items if isinstance(item, Block) and item.fill in fills]
    found: dict[float, dict[float, str]] = {}
    for block in blocks:
        held = "".join(line.text for line in picture.frame.lines if block.rect.holds(line.rect))
        if held:
            found.setdefault(round(block.rect.x), {})[-block.rect.y] = "".join(held.split())
    return [[column[y] for y in sorted(column)] for _, column in sorted(found.items())]


@pytest.mark.parametrize("size", FIXED)
def test_steps_stand_in_one_column_a_role_in_the_order_of_the_table(size: str) -> None:
    picture = shown("flagship", "career-paths", size)
    wanted: dict[str, list[str]] = {}
    for role, title, *_ in table(picture.view).rows:
        wanted.setdefault(role, []).append("".join(str(title).split()))
    assert [
        all(held.startswith(title) for held, title in zip(column, titles, strict=True))
        for column, titles in zip(columns(picture), wanted.values(), strict=True)
    ] == [True, True]


@pytest.mark.parametrize("size", FIXED)
def test_what_is_on_one_level_stands_at_one_height(size: str) -> None:
    picture = shown("flagship", "career-paths", size)
    solids = {compared.solid for compared in picture.view.roles}
    own = [
        item.rect
        for item in picture.frame.items
        if isinstance(item, Block) and item.fill in solids and item.rect.width > 0.15 * picture.size.inner
    ]
    assert len(own) == 2
    assert own[0].y == own[1].y
    assert (own[0].width, own[0].height) == pytest.approx((own[1].width, own[1].height))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_only_the_roles_own_step_is_filled(subject: str, size: str) -> None:
    picture = shown(subject, "career-paths", size)
    for compared in picture.view.roles:
        wide = [
            item
            for item in picture.frame.items
            if isinstance(item, Block) and item.fill == compared.solid and item.rect.width > 0.15 * picture.size.inner
        ]
        own = sum(step.stage == "now" for step in compared.role.career.steps)
        assert len(wide) == own, (subject, compared.id)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_rails_are_upright_and_level_where_careers_are_lines(subject: str, size: str) -> None:
    picture = shown(subject, "career-paths", size)
    solids = {compared.solid for compared in picture.view.roles}
    rails = [item for item in picture.frame.items if isinstance(item, Shape) and item.stroke in solids]
    assert rails
    level = picture.size.brief and len(picture.view.roles) > 2
    assert all((rail.rect.height if level else rail.rect.width) < 0.01 for rail in rails)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_base_says_what_the_roles_have_in_common_below_its_name(subject: str, size: str) -> None:
    picture = shown(subject, "career-paths", size)
    bases = [item.rect for item in picture.frame.items if isinstance(item, Block) and item.fill == "shared.tint"]
    assert (squeezed(picture.view.shared_title) in picture.running) == bool(bases)
    for base in bases:
        told = squeezed("".join(line.text for line in picture.frame.lines if base.holds(line.rect)))
        assert told == squeezed(picture.view.shared_title + picture.view.comparison.shared.short)


@pytest.mark.parametrize("size", [name for name in SIZES if not SIZES[name].brief])
@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_foot_says_what_a_filled_step_is(subject: str, size: str) -> None:
    assert "filled:theroleitself" in shown(subject, "career-paths", size).running
