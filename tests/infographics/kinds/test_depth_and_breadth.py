"""The scales read back: marks stand where the data table says, sorted by gap, and one step apart can be told apart."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise

import pytest

from generator.infographics.drawing import Drawing
from generator.infographics.kinds.depth_and_breadth import KIND, alt, table
from generator.infographics.kinds.depth_and_breadth import shown as scales_of
from generator.infographics.parts.dot_scale import by_gap
from generator.layout.frame import Block
from generator.layout.sizes import SIZES
from infographics.conftest import SUBJECTS, Shown, laid, shown, squeezed, view_of
from infographics.test_any_text import listing, words

ROUND = 4  # corners


def marks(picture: Shown) -> list[list[tuple[float, float]]]:
    """For each rail the place of each role's mark in steps from 0 to 10, and its width in steps."""
    items = picture.frame.items
    solids = [compared.solid for compared in picture.view.roles]
    blocks = [item for item in items if isinstance(item, Block)]
    rails = [block for block in blocks if block.fill == "line" and 2 < block.rect.height < block.rect.width / 8]
    found = []
    for rail in rails:
        near = [
            block
            for block in blocks
            if block.radii == (block.rect.width / 2,) * ROUND
            and abs(block.rect.middle - rail.rect.middle) < 1.6 * block.rect.height
            and rail.rect.x - 0.01 <= block.rect.x <= rail.rect.right
        ]
        row = []
        for solid in solids:
            mark = max((block for block in near if block.fill == solid), key=partial(_nearest, rail))
            step = (rail.rect.width - mark.rect.width) / 10
            row.append(((mark.rect.x - rail.rect.x) / step, mark.rect.width / step))
        found.append(row)
    return found


def _nearest(rail: Block, block: Block) -> tuple[float, float]:
    """The whole mark, not a ring within it; and that on the rail, not one of equal size on the next."""
    return round(block.rect.width, 1), -abs(block.rect.middle - rail.rect.middle)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_marks_stand_where_the_table_says(subject: str, size: str) -> None:
    picture = shown(subject, "depth-and-breadth", size)
    wanted = [[int(value) for value in row[3::2]] for row in table(picture.view).rows]
    found = marks(picture)
    assert len(found) == (1 if picture.size.brief else len(wanted))
    for row, values in zip(found, wanted, strict=False):
        assert [place for place, _ in row] == pytest.approx(values, abs=0.02)
        assert max(wide for _, wide in row) < 1.0


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_poster_of_the_table_has_the_same_marks(subject: str) -> None:
    poster = shown(subject, "comparison-table", "poster")
    wanted = [[int(value) for value in row[3::2]] for row in table(poster.view).rows]
    found = marks(poster)
    assert len(found) == len(wanted)
    for row, values in zip(found, wanted, strict=True):
        assert [place for place, _ in row] == pytest.approx(values, abs=0.02)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_widest_gap_comes_first(subject: str) -> None:
    picture = shown(subject, "depth-and-breadth", "page")
    gaps = [max(values) - min(values) for row in marks(picture) for values in [[place for place, _ in row]]]
    assert gaps == pytest.approx(sorted(gaps, reverse=True), abs=0.05)
    tops = {line.text: line.rect.y for line in picture.frame.lines}
    names = [str(scale.name) for scale in by_gap(picture.view)]
    assert [tops[name] for name in names] == sorted(tops[name] for name in names)


@pytest.mark.parametrize("subject", ["flagship", "three wards", "four wards"])
@pytest.mark.parametrize("size", ["slide", "classic", "square", "portrait", "poster"])
def test_of_twenty_scales_a_fixed_page_has_those_with_the_widest_gaps_and_says_so(subject: str, size: str) -> None:
    view = listing(20, subject)
    fixed, picture = laid(Drawing(view, words(view, KIND)), size)
    scales = scales_of(view, fixed)
    assert scales == by_gap(view)[: len(scales)]
    running = squeezed("".join(line.text for line in picture.lines))
    assert squeezed(f"{len(scales)} of the 20 scales, those with the widest gaps") in running
    assert alt(view, fixed).startswith(f"{len(scales)} of 20 scales. {scales[0].name}, from ")


@pytest.mark.parametrize("size", ["slide", "classic", "square", "portrait"])
def test_names_and_ends_stand_on_one_line_each_so_that_rows_are_alike(size: str) -> None:
    picture = shown("flagship", KIND, size)
    scales = by_gap(picture.view)
    for said in (text for scale in scales for text in (scale.name, scale.low, scale.high)):
        assert [line.text for line in picture.frame.lines if line.paragraph == said] == [said]
    names = [line for scale in scales for line in picture.frame.lines if line.paragraph == scale.name]
    steps = [below.rect.y - above.rect.y for above, below in pairwise(names)]
    assert max(steps) - min(steps) < 0.1


@pytest.mark.parametrize("size", ["slide", "classic"])
def test_a_rail_between_its_ends_is_as_wide_as_they_leave_it(size: str) -> None:
    picture = shown("flagship", KIND, size)
    lines = {line.paragraph: line.rect for line in picture.frame.lines}
    scales = by_gap(picture.view)
    rails = [item.rect for item in picture.frame.items if isinstance(item, Block) and item.fill == "line"]
    rails = [rect for rect in rails if rect.height > 2]
    assert len({rect.x for rect in rails}) == len({rect.width for rect in rails}) == 1
    assert rails[0].width >= 0.24 * picture.size.inner
    left, right = max(lines[one.low].right for one in scales), min(lines[one.high].x for one in scales)
    assert rails[0].x - left == pytest.approx(right - rails[0].right, abs=0.1)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_card_for_feeds_says_of_how_many_scales_it_shows_one(subject: str) -> None:
    picture = shown(subject, KIND, "social")
    count = len(picture.view.comparison.scales)
    assert count > 1
    assert f"1of{count}scales" in picture.running


@pytest.mark.parametrize("size", ["slide", "social", "square", "phone"])
@pytest.mark.parametrize("subject", ["three wards", "four wards"])
def test_roles_of_one_value_stand_above_each_other_whole(subject: str, size: str) -> None:
    view = view_of(subject)
    scale = view.comparison.scales[0]
    alike = {id: position.model_copy(update={"value": 5}) for id, position in scale.positions.items()}
    scales = (scale.model_copy(update={"positions": alike}),)
    view = replace(view, comparison=view.comparison.model_copy(update={"scales": scales}))
    _, frame = laid(Drawing(view, words(view, KIND)), size)
    blocks = [item for item in frame.items if isinstance(item, Block)]
    (rail,) = (each.rect for each in blocks if each.fill == "line" and 2 < each.rect.height < each.rect.width / 8)
    middle = rail.x + rail.width / 2
    on_it = [each for each in blocks if abs(each.rect.x + each.rect.width / 2 - middle) < 0.1 and each.rect != rail]
    near = sorted(
        (
            max((each.rect for each in on_it if each.fill == compared.solid), key=lambda rect: rect.width)
            for compared in view.roles
        ),
        key=lambda rect: rect.y,
    )
    assert all(below.y >= above.bottom - 0.01 for above, below in pairwise(near))
    assert sum(rect.middle for rect in near) / len(near) == pytest.approx(rail.middle, abs=0.05)
