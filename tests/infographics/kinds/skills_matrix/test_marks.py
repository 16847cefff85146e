"""The marks of the matrix, read back from the pictures: where the table has a level, drawn as the key says."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from generator.infographics.kinds import skills_matrix as kind
from generator.infographics.kinds.skills_matrix.groups import groups
from generator.infographics.kinds.skills_matrix.shown import telling
from generator.layout.frame import Block, Line
from generator.layout.sizes import SIZES
from generator.model import LEVELS, View
from infographics.conftest import SUBJECTS, Shown, shown, squeezed, view_of

EVERY = [(subject, size) for subject in SUBJECTS for size in SIZES]
Look = tuple[bool, float]  # whether it is filled, and how wide it is, its line included


def look(block: Block) -> Look:
    return (block.fill is not None, round(block.rect.width + block.stroke_width, 1))


def is_circle(item: object) -> bool:
    return isinstance(item, Block) and item.rect.width == item.rect.height == pytest.approx(2 * item.radii[0], abs=0.01)


def key(picture: Shown) -> dict[Look, str]:
    """What the key says of each look."""
    items = picture.frame.items
    return {
        look(mark): text.text.lower()
        for mark, text in itertools.pairwise(items)
        if isinstance(mark, Block)
        and is_circle(mark)
        and "muted" in (mark.fill, mark.stroke)
        and isinstance(text, Line)
    }


def drawn(picture: Shown) -> list[tuple[str, dict[str, str], list[Block]]]:
    """All that is read before marks, the level by role that they say, and the marks themselves, row by row."""
    levels, hues = key(picture), {compared.solid: compared.id for compared in picture.view.roles}
    rows: list[tuple[str, dict[str, str], list[Block]]] = []
    text, open_row = "", False
    for item in picture.frame.items:
        if isinstance(item, Line):
            text, open_row = ("" if open_row else text) + item.text, False
        if isinstance(item, Block) and is_circle(item) and look(item) in levels:
            role = hues.get(item.fill or item.stroke or "")
            if role is None:
                continue
            if not open_row:
                rows.append((squeezed(text), {}, []))
            rows[-1][1][role] = levels[look(item)]
            rows[-1][2].append(item)
            open_row = True
    return rows


def wanted(view: View, size: str) -> list[tuple[str, ...]]:
    """The rows of the table that a size shows."""
    names = [entry.skill.name for entry in telling(view, SIZES["social"])]
    return [row for row in kind.table(view).rows if not SIZES[size].brief or row[0] in names]


@pytest.mark.parametrize(("subject", "size"), EVERY)
def test_marks_say_what_the_table_says(subject: str, size: str) -> None:
    picture = shown(subject, kind.KIND, size)
    ids = [compared.id for compared in picture.view.roles]
    table = {
        squeezed(row[0]): {role: level for role, level in zip(ids, row[2:-1], strict=True) if level}
        for row in wanted(picture.view, size)
    }
    found = drawn(picture)
    assert len(found) == len(table)
    for name, levels in table.items():
        assert [said for text, said, _ in found if name in text] == [levels], name


@pytest.mark.parametrize(("subject", "size"), EVERY)
def test_marks_of_a_skill_stand_on_one_line_and_those_of_a_role_below_each_other(subject: str, size: str) -> None:
    picture = shown(subject, kind.KIND, size)
    rows = [marks for _, _, marks in drawn(picture)]
    for marks in rows:
        assert len({round(mark.rect.middle, 1) for mark in marks}) == 1
        middles = [mark.rect.x + mark.rect.width / 2 for mark in marks]
        assert middles == sorted(middles)
    for compared in picture.view.roles:
        columns = {
            round(mark.rect.x + mark.rect.width / 2, 1)
            for marks in rows
            for mark in marks
            if compared.solid in (mark.fill, mark.stroke)
        }
        assert len(columns) <= 2  # one where a panel has all roles, one where it has the role alone


@pytest.mark.parametrize(("subject", "size"), EVERY)
def test_the_key_has_the_levels_that_occur(subject: str, size: str) -> None:
    picture = shown(subject, kind.KIND, size)
    used = {level for row in wanted(picture.view, size) for level in row[2:-1] if level}
    assert sorted(key(picture).values(), key=LEVELS.index) == sorted(used, key=LEVELS.index)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_shared_skills_go_from_what_the_first_role_needs_more_to_what_the_last_does(subject: str) -> None:
    view = view_of(subject)
    (shared,) = (group for group in groups(view) if group.roles == view.roles)
    leads = [entry.lead(view) for entry in shared.skills]
    assert leads == sorted(leads, reverse=True)
    assert sum(len(group.skills) for group in groups(view)) == len(
        {entry.skill for compared in view.roles for entry in compared.role.skills}
        | {entry.skill for entry in view.comparison.shared.skills}
    )


def test_a_skill_that_both_roles_list_as_their_own_is_one_that_both_need() -> None:
    view = view_of("flagship")
    first, second = view.roles
    listed = (*second.role.skills, first.role.skills[0])
    twice = replace(second, role=second.role.model_copy(update={"skills": listed}))
    both = groups(replace(view, roles=(first, twice)))
    assert [len(group.skills) for group in groups(view)] == [6, 6, 6]
    assert [len(group.skills) for group in both] == [5, 7, 6]


def test_the_title_is_true() -> None:
    """Shared skills, mostly at different levels."""
    view = view_of("flagship")
    (shared,) = (group for group in groups(view) if group.roles == view.roles)
    apart = [entry for entry in shared.skills if entry.spread]
    assert len(apart) > len(shared.skills) / 2
    assert all(entry in apart for entry in telling(view, SIZES["social"]))


def test_a_brief_picture_says_which_skills_it_has() -> None:
    view = view_of("flagship")
    assert kind.alt(view, SIZES["slide"]) == ""
    said = kind.alt(view, SIZES["social"])
    assert said.startswith("Marks for 4 of 18 skills, those that both roles need at the most different levels.")
    assert "Product knowledge: Key Account Manager strong, Territory Manager expert" in said
    assert "Negotiation" not in said


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_card_for_feeds_says_how_many_skills_it_shows(subject: str) -> None:
    picture = shown(subject, kind.KIND, "social")
    shared = next(group for group in groups(picture.view) if group.roles == picture.view.roles)
    some, every = len(telling(picture.view, picture.size)), len(shared.skills)
    assert (squeezed(f"{some} of {every} shared skills") in picture.running) == (some < every)


@pytest.mark.parametrize("subject", ["three wards", "four wards"])
@pytest.mark.parametrize("size", ["slide", "classic", "square", "portrait"])
def test_marks_stand_near_the_names_that_they_belong_to(subject: str, size: str) -> None:
    """The first column no further away from the longest name than the columns are from each other."""
    picture = shown(subject, kind.KIND, size)
    marks = [mark for _, _, row in drawn(picture) for mark in row]
    columns = sorted({round(mark.rect.x + mark.rect.width / 2, 1) for mark in marks})
    apart = columns[1] - columns[0]
    names = {squeezed(str(entry.skill.name)) for group in groups(picture.view) for entry in group.skills}
    ends = [line.rect.right for line in picture.frame.lines if squeezed(line.text) in names]
    assert columns[0] - max(ends) < 1.6 * apart
