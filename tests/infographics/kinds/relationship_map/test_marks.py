"""Outlines and discs, counted and measured in the finished picture: they agree with the data table in every size."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from generator.infographics.kinds.relationship_map.description import table
from generator.layout import SIZES, Block, Rect
from generator.model import Compared
from infographics.conftest import SUBJECTS, Shown, squeezed
from infographics.conftest import shown as drawn

KIND = "relationship-map"
EVERY = pytest.mark.parametrize(("subject", "size"), [(subject, size) for subject in SUBJECTS for size in SIZES])


def outlines(picture: Shown, compared: Compared) -> list[Rect]:
    blocks = [item for item in picture.frame.items if isinstance(item, Block)]
    return [block.rect for block in blocks if block.fill == compared.tint and block.stroke == compared.solid]


def discs(picture: Shown, compared: Compared) -> list[Rect]:
    """The beads of a dotted edge are much smaller."""
    rects = [item.rect for item in picture.frame.items if isinstance(item, Block) and item.fill == compared.solid]
    return [rect for rect in rects if rect.width == rect.height > 8]


@EVERY
def test_there_is_a_disc_for_each_contact_and_an_outline_for_each_customer(subject: str, size: str) -> None:
    picture = drawn(subject, KIND, size)
    for compared in picture.view.roles:
        rows = [row for row in table(picture.view).rows if row[0] == compared.role.name]
        own = rows[0][2] == "Each contact another"
        assert len(outlines(picture, compared)) == (len(rows) if own else 1)
        held = [
            sum(outline.holds(disc) for disc in discs(picture, compared)) for outline in outlines(picture, compared)
        ]
        assert held == ([1] * len(rows) if own else [len(rows)])


@EVERY
def test_discs_are_alike_and_so_are_the_outlines_of_one_role(subject: str, size: str) -> None:
    picture = drawn(subject, KIND, size)
    every = [disc for compared in picture.view.roles for disc in discs(picture, compared)]
    assert max(disc.width for disc in every) - min(disc.width for disc in every) < 0.01
    for compared in picture.view.roles:
        for sides in zip(*((one.width, one.height) for one in outlines(picture, compared)), strict=True):
            assert max(sides) - min(sides) < 0.01


@EVERY
def test_names_keep_clear_of_the_next_disc_and_of_the_edge_of_their_outline(subject: str, size: str) -> None:
    picture = drawn(subject, KIND, size)
    for compared in picture.view.roles:
        contacts = {row[3] for row in table(picture.view).rows if row[0] == compared.role.name}
        lines = [line for line in picture.frame.lines if line.paragraph in contacts]
        for outline in outlines(picture, compared):
            inside = [line for line in lines if outline.holds(line.rect)]
            assert all(line.rect.right <= outline.right - 0.15 * line.size for line in inside)
            for line, disc in product(inside, discs(picture, compared)):
                level = disc.y < line.rect.bottom and line.rect.y < disc.bottom
                if level and line.rect.right <= disc.x:
                    assert disc.x - line.rect.right >= 0.3 * line.size, (picture.name, line.text)


@pytest.mark.parametrize("size", ["slide", "classic", "page", "phone"])
def test_what_stands_in_an_outline_of_its_own_stands_half_way_down(size: str) -> None:
    """Together with what stands at its sides: of a row whose names have one line and two, the discs are level."""
    picture = drawn("flagship", KIND, size)
    compared = picture.view.roles[1]
    rows: dict[float, list[Rect]] = {}
    for outline in outlines(picture, compared):
        rows.setdefault(outline.y, []).append(outline)
    for top, row in rows.items():
        held = [disc for disc in discs(picture, compared) if any(one.holds(disc) for one in row)]
        lines = [line.rect for line in picture.frame.lines if any(one.holds(line.rect) for one in row)]
        assert len({round(disc.y, 1) for disc in held}) == 1
        above, below = held[0].y - top, row[0].bottom - max(line.bottom for line in lines)
        assert above == pytest.approx(below, abs=2.5), (size, above, below)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_on_a_card_for_feeds_discs_in_one_outline_stand_in_its_middle(subject: str) -> None:
    picture = drawn(subject, KIND, "social")
    for compared in picture.view.roles:
        (first, *more), held = outlines(picture, compared), discs(picture, compared)
        if more:
            continue
        left = min(disc.x for disc in held) - first.x
        right = first.right - max(disc.right for disc in held)
        assert left == pytest.approx(right, abs=0.12 * first.width)


@EVERY
def test_contacts_stand_at_equal_distances_in_the_order_of_the_table(subject: str, size: str) -> None:
    picture = drawn(subject, KIND, size)
    for compared in picture.view.roles:
        found = discs(picture, compared)
        assert found == sorted(found, key=lambda disc: (round(disc.middle), disc.x))
        rows = [row[3] for row in table(picture.view).rows if row[0] == compared.role.name]
        if not picture.size.brief:
            places = [picture.running.find(squeezed(name)) for name in rows]
            assert -1 not in places
        steps = {round(right.x - left.x, 1) for left, right in pairwise(found) if right.x > left.x}
        assert max(steps, default=0.0) - min(steps, default=0.0) < 0.2


def test_no_line_or_weight_is_drawn() -> None:
    for size in SIZES:
        shapes = [item for item in drawn("flagship", KIND, size).frame.items if hasattr(item, "dash")]
        assert all(shape.icon for shape in shapes), size
