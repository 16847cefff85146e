"""The profiles, read back from their frames: whose line and facts stand on which card, and what else is said."""

from __future__ import annotations

import math

import pytest

from generator.infographics.kinds.role_profiles import alt, table
from generator.layout.frame import Line, Rect
from generator.layout.sizes import SIZES
from infographics.conftest import SUBJECTS, Shown, squeezed
from infographics.conftest import shown as picture_of

KIND = "role-profiles"
FULL = [name for name, size in SIZES.items() if not size.brief]


def run_of(picture: Shown, text: str) -> list[list[Line]]:
    """The lines that say a text, one after the other: for every place where it stands."""
    lines, wanted, found = list(picture.frame.lines), squeezed(text), []
    for start in range(len(lines)):
        for end in range(start + 1, len(lines) + 1):
            said = squeezed("".join(line.text for line in lines[start:end]).replace("·", ""))
            if said == wanted:
                found.append(lines[start:end])
            if not wanted.startswith(said):
                break
    assert found, (picture.name, text)
    return found


def place(picture: Shown, head: Rect, text: str) -> tuple[float, float]:
    """Where a text of the role with that head stands: other roles may say the same farther away."""
    starts = [lines[0].rect for lines in run_of(picture, text.replace("; ", ""))]
    nearest = min(starts, key=lambda rect: math.hypot(rect.x - head.x, rect.y - head.y))
    return nearest.x, nearest.y


@pytest.mark.parametrize("size", FULL)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_each_role_has_its_line_and_three_facts_in_one_place(subject: str, size: str) -> None:
    """Facts of a role stand below each other; those of roles beside each other on common lines."""
    picture = picture_of(subject, KIND, size)
    line, *facts = table(picture.view).rows[:4]
    names = [compared.role.name for compared in picture.view.roles]
    heads = [run_of(picture, name)[0][0].rect for name in names]
    told = [[place(picture, head, row[index]) for row in facts] for index, head in enumerate(heads, 1)]
    for tagline, head, fact in zip(line[1:], heads, told, strict=True):
        assert place(picture, head, tagline)[1] > head.y
        assert len({round(x, 3) for x, _ in fact}) == 1
        assert [y for _, y in fact] == sorted({y for _, y in fact})
    beside = len({head.x for head in heads}) == len(heads)
    if beside:
        assert all(len({round(fact[row][1], 3) for fact in told}) == 1 for row in range(len(facts)))
    else:
        assert [fact[0][1] for fact in told] == sorted(fact[0][1] for fact in told) or len(names) > 3


@pytest.mark.parametrize("size", [name for name in FULL if SIZES[name].height and not SIZES[name].full])
def test_no_row_of_the_comparison_table_is_repeated(size: str) -> None:
    picture = picture_of("flagship", KIND, size)
    rows = [entry for one in picture.view.comparison.dimensions for cell in picture.view.cells(one) for entry in cell]
    assert [entry for entry in rows if squeezed(entry) in picture.running] == []


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_card_for_feeds_has_each_role_s_line_and_says_so(subject: str) -> None:
    picture = picture_of(subject, KIND, "social")
    own = alt(picture.view, picture.size)
    for one in picture.view.roles:
        assert squeezed(one.role.tagline) in picture.running
        assert f"{one.role.name}: {one.role.tagline}" in own
        assert squeezed(one.role.fit.title) not in picture.running


def test_other_sizes_show_what_the_picture_s_own_text_speaks_of() -> None:
    assert {alt(picture_of("flagship", KIND, size).view, SIZES[size]) for size in FULL} == {""}
