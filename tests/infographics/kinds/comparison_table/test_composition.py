"""The table, read back from its frames: which rows, in which order, which answer on which side, set in one way."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.infographics.drawing import Drawing
from generator.infographics.kinds.comparison_table.composition import both_edges
from generator.infographics.kinds.comparison_table.description import table
from generator.infographics.kinds.comparison_table.poster import icon_entry
from generator.infographics.kinds.comparison_table.rows import alt, counted, shown
from generator.infographics.parts.sketch import Sketch
from generator.layout.frame import Block, Line, Shape
from generator.layout.sizes import SIZES
from infographics.conftest import SUBJECTS, Shown, laid, squeezed
from infographics.conftest import shown as picture_of
from infographics.test_any_text import words
from infographics.test_more_roles import of

KIND = "comparison-table"


def test_two_sides_stand_at_the_left_and_at_the_right() -> None:
    left, right = both_edges(("solid", "a"), ("solid", "b"), 3.0)(100.0, 50.0)
    assert (left.rect.x, right.rect.right) == (0.0, 100.0)
    assert (left.fill, right.fill) == ("a", "b")  # type: ignore[union-attr]


def test_a_point_s_text_stands_beside_its_icon(sketch: Sketch) -> None:
    frame = icon_entry(sketch, "material/check", sketch.text("A point", "label"), "teal.solid").layout(200.0)
    (icon,) = [item for item in frame.items if isinstance(item, Shape)]
    (line,) = frame.lines
    assert icon.rect.right < line.rect.x


def run_of(picture: Shown, text: str, after: float = 0.0) -> list[Line]:
    """The lines that say a text, the first below `after`."""
    lines = [line for line in picture.frame.lines if line.rect.bottom > after]
    wanted = squeezed(text)
    for start in range(len(lines)):
        for end in range(start + 1, len(lines) + 1):
            found = squeezed("".join(line.text for line in lines[start:end]).replace("·", ""))
            if found == wanted:
                return lines[start:end]
            if not wanted.startswith(found):
                break
    raise AssertionError((picture.name, text))


def said(cell: Sequence[str], picture: Shown) -> list[Line]:
    """The lines of an answer."""
    return run_of(picture, "".join(cell))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_rows_stand_in_the_order_of_the_data_and_answers_in_that_of_the_roles(subject: str, size: str) -> None:
    picture = picture_of(subject, KIND, size)
    view, told, below = picture.view, {row[0]: row[1:] for row in table(picture.view).rows}, 0.0
    for dimension in shown(view, picture.size):
        cells = view.cells(dimension)
        assert tuple("; ".join(cell) for cell in cells) == told[dimension.name]
        answers = [said(cell, picture) for cell in cells]
        tops = [min(line.rect.y for line in lines) for lines in answers]
        lefts = [lines[0].room.x for lines in answers]
        assert min(tops) > below
        # In columns, or in rows of one or two.
        rows = [(round(top), left) for top, left in zip(tops, lefts, strict=True)]
        assert lefts == sorted({*lefts}) or rows == sorted({*rows})
        below = max(min(line.rect.y for line in lines) for lines in answers)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_all_lists_of_a_table_are_set_in_one_way(subject: str, size: str) -> None:
    picture = picture_of(subject, KIND, size)
    view = picture.view
    lists = [cell for one in shown(view, picture.size) for cell in view.cells(one) if len(cell) > 1]
    dotted = {any(line.text.endswith("·") or " · " in line.text for line in said(cell, picture)) for cell in lists}
    assert len(dotted) < 2


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_size_with_fewer_rows_says_how_many_and_has_a_text_of_its_own(subject: str, size: str) -> None:
    picture = picture_of(subject, KIND, size)
    view, every = picture.view, picture.view.comparison.dimensions
    rows = shown(view, picture.size)
    whole = rows == every
    assert rows == every[: len(rows)]
    assert (counted(view, picture.size) == "") == whole
    own = alt(view, picture.size)
    assert (own == "") == whole
    if not whole:
        assert squeezed(counted(view, picture.size)) in picture.running
        assert all((one.name in own) == (one in rows) for one in every)
        assert all(entry in own for one in rows for cell in view.cells(one) for entry in cell)


def test_rows_are_counted_in_words() -> None:
    picture = picture_of("flagship", KIND, "square")
    assert counted(picture.view, picture.size) == "Three of seven rows"


@pytest.mark.parametrize("size", [name for name, size in SIZES.items() if not size.brief])
def test_what_is_shared_is_the_last_row_in_the_type_of_the_others(size: str) -> None:
    """On the poster it is a panel of its own."""
    picture = picture_of("flagship", KIND, size)
    first, *_ = said(picture.view.cells(picture.view.comparison.dimensions[0])[0], picture)
    shared = run_of(picture, picture.view.comparison.shared.short)
    assert shared[0].rect.y > first.rect.y
    assert shared[0].size == pytest.approx(first.size)


@pytest.mark.parametrize("size", SIZES)
def test_only_roles_have_areas_in_strong_colours(size: str) -> None:
    """An area in ink, or in what is shared, would be the loudest of a dark picture."""
    areas = [item for item in picture_of("flagship", KIND, size).frame.items if isinstance(item, Block)]
    assert not {item.fill for item in areas if item.rect.width > 20 < item.rect.height} & {"ink", "shared.solid"}


def title_lines(picture: Shown, index: int) -> list[Line]:
    """The lines of a role's name in the head of its column."""
    one = picture.view.roles[index]
    return [line for line in picture.frame.lines if line.paragraph == one.role.name and line.colour == one.on]


@pytest.mark.parametrize("size", ["slide", "classic", "page", "poster"])
@pytest.mark.parametrize("subject", ["flagship", "two wards"])
def test_names_of_dimensions_keep_clear_of_the_marks_beside_them(subject: str, size: str) -> None:
    picture = picture_of(subject, KIND, size)
    names = {str(one.name) for one in shown(picture.view, picture.size)}
    lines = [line for line in picture.frame.lines if line.paragraph in names and line.colour == "muted"]
    solid = {one.solid for one in picture.view.roles}
    blocks = [item for item in picture.frame.items if isinstance(item, Block) and item.fill in solid]
    marks = [block for block in blocks if block.rect.width < 0.02 * picture.size.width]
    assert {line.paragraph for line in lines} == names
    for line in lines:
        beside = [mark for mark in marks if mark.rect.y < line.rect.bottom and mark.rect.bottom > line.rect.y]
        assert beside
        for mark in beside:
            apart = max(line.rect.x - mark.rect.right, mark.rect.x - line.rect.right)
            assert apart >= 0.15 * line.size, (picture.name, line.text)


@pytest.mark.parametrize("size", ["slide", "classic", "page", "poster"])
def test_the_names_at_the_head_of_two_columns_are_set_alike_on_one_line(size: str) -> None:
    picture = picture_of("flagship", KIND, size)
    heads = [title_lines(picture, index) for index in (0, 1)]
    assert [len(lines) for lines in heads] == [1, 1]
    assert len({lines[0].size for lines in heads}) == 1


def test_captions_on_a_poster_stand_on_one_line_before_their_words() -> None:
    picture = picture_of("flagship", KIND, "poster")
    words = picture.view.words
    for caption in (words.fit_short, words.career):
        lines = [line for line in picture.frame.lines if line.paragraph == caption]
        assert [line.text for line in lines] == [caption] * 2


def test_a_poster_without_room_for_all_rows_sets_those_it_has_no_larger() -> None:
    view = of(4)
    drawing = Drawing(view, words(view, KIND))
    size, frame = laid(drawing, "poster")
    rows = shown(view, size)
    assert len(rows) < len(view.comparison.dimensions)
    cells = {entry for row in rows for cell in view.cells(row) for entry in cell}
    sizes = {line.size for line in frame.lines if line.paragraph in cells}
    assert len(sizes) == 1
    assert max(sizes) < SIZES["poster"].body
