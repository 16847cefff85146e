"""Careers read back: one straight track a role, steps in the order of the table, levels at one height."""

from __future__ import annotations

import pytest

from generator.infographics.kinds.career_paths import table
from generator.layout.frame import Block, Shape
from generator.layout.sizes import SIZES
from infographics.conftest import SUBJECTS, Shown, shown

FIXED = [size for size in SIZES if SIZES[size].height and not SIZES[size].brief]


def cards(picture: Shown) -> dict[str, list[Block]]:
    """For each role the cards of its steps, from the highest; a step's own title stands in it."""
    found: dict[str, list[Block]] = {}
    blocks = [item for item in picture.frame.items if isinstance(item, Block) and item.fill]
    for role, title, *_ in table(picture.view).rows:
        start = str(title).split()[0]
        for line in picture.frame.lines:
            held = [
                item for item in blocks if item.rect.holds(line.rect) and item.fill not in ("ground", "shared.tint")
            ]
            if held and line.text.startswith(start) and held[-1] not in found.setdefault(role, []):
                found[role].append(held[-1])
    return {role: sorted(set_, key=lambda item: item.rect.y) for role, set_ in found.items()}


@pytest.mark.parametrize("size", FIXED)
def test_steps_stand_one_above_the_other_and_levels_at_one_height(size: str) -> None:
    picture = shown("flagship", "career-paths", size)
    found = cards(picture)
    assert [len(steps) for steps in found.values()] == [4, 4]
    for steps in found.values():
        assert len({round(step.rect.x, 1) for step in steps}) == 1
    for one, other in zip(*found.values(), strict=True):
        assert one.rect.y == pytest.approx(other.rect.y, abs=0.01)
        assert one.rect.width == pytest.approx(other.rect.width, abs=0.01)


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
def test_rails_are_upright(subject: str, size: str) -> None:
    picture = shown(subject, "career-paths", size)
    solids = {compared.solid for compared in picture.view.roles}
    rails = [item for item in picture.frame.items if isinstance(item, Shape) and item.stroke in solids]
    assert rails
    assert all(rail.rect.width < 0.01 for rail in rails)
