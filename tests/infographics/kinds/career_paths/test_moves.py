"""Moves read back from the lines of the pictures: they join the cards that the data name, and cross nothing else."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import Any

import numpy
import pytest
from projects import BRAND

from generator.brand import Ramp
from generator.infographics.drawing import Drawing
from generator.infographics.kinds.career_paths import alt, describe, note, table
from generator.infographics.kinds.career_paths.moves import crossings, drawn
from generator.infographics.kinds.career_paths.routes import COLOUR
from generator.infographics.parts.sketch import Sketch
from generator.layout.frame import Block, Frame, Rect, Shape
from generator.layout.sizes import SIZES
from generator.layout.text import Fonts
from generator.model.view import View
from infographics.conftest import SUBJECTS, Shown, laid, shown, squeezed, view_of
from infographics.test_any_text import faults, words

WITH_MOVES = tuple(subject for subject in SUBJECTS if view_of(subject).career_moves)
SIDE_BY_SIDE = [
    (subject, size)
    for subject in WITH_MOVES
    for size in SIZES
    if not (len(view_of(subject).roles) > 2 and size in ("social", "phone"))
]
# How far from its card the tip of a line may stop, points.
_NEAR = 4.0

Point = tuple[float, float]


@dataclass(frozen=True)
class Drawn:
    """A line with its points in order and the tips of its heads."""

    points: tuple[Point, ...]
    tips: tuple[Point, Point]


def lines_of(frame: Frame, view: View) -> list[Drawn]:
    """The lines between cards; those of lists and legends stand beside a text and touch no card."""
    shapes = [item for item in frame.items if isinstance(item, Shape) and COLOUR in (item.fill, item.stroke)]
    found = []
    for line, *heads in (shapes[place : place + 3] for place in range(len(shapes))):
        if line.stroke == COLOUR and [head.fill for head in heads] == [COLOUR, COLOUR]:
            tips = [points(head)[0] for head in heads]
            found.append(Drawn(tuple(points(line)), (tips[0], tips[1])))
    every = cards(frame, view)
    return [line for line in found if all(near(tip, every) for tip in line.tips)]


def points(shape: Shape) -> list[Point]:
    """Where its parts begin and end."""
    return [
        (shape.rect.x + values[-2], shape.rect.y + values[-1]) for letter, values in shape.commands if letter != "Z"
    ]


def cards(frame: Frame, view: View) -> list[Rect]:
    """The cards of steps."""
    fills = {"card", *(compared.solid for compared in view.roles)}
    blocks = (item.rect for item in frame.items if isinstance(item, Block) and item.fill in fills)
    return [rect for rect in blocks if any(rect.holds(line.rect) for line in frame.lines)]


def near(tip: Point, every: list[Rect]) -> list[Rect]:
    """The cards whose side a tip touches."""
    x, y = tip
    return [rect for rect in every if rect.y < y < rect.bottom and min(abs(x - rect.x), abs(x - rect.right)) < _NEAR]


def title_of(card: Rect, frame: Frame) -> str:
    """What stands on a card."""
    return squeezed("".join(line.text for line in frame.lines if card.holds(line.rect)))


def joined(frame: Frame, view: View) -> Counter[tuple[str, ...]]:
    """The titles of the steps that lines join, as far as the data name them."""
    titles = {squeezed(step.title) for one in view.roles for step in (one.role.career.steps if one.role.career else ())}
    found: Counter[tuple[str, ...]] = Counter()
    for line in lines_of(frame, view):
        ends = []
        for tip in line.tips:
            (card,) = near(tip, cards(frame, view))
            held = title_of(card, frame)
            ends.append(max((title for title in titles if held.startswith(title)), key=len))
        found[tuple(sorted(ends))] += 1
    return found


def named(view: View) -> Counter[tuple[str, ...]]:
    """The same by the data."""
    moves = view.comparison.career_moves
    return Counter(tuple(sorted(squeezed(title) for title in move.between.values())) for move in moves)


@pytest.mark.parametrize(("subject", "size"), SIDE_BY_SIDE)
def test_lines_join_the_steps_that_the_data_name(subject: str, size: str) -> None:
    picture = shown(subject, "career-paths", size)
    if size == "social":
        assert joined(picture.frame, picture.view) == Counter({("keyaccountmanager", "territorymanager"): 1})
    else:
        assert joined(picture.frame, picture.view) == named(picture.view)


@pytest.mark.parametrize("size", ["social", "phone"])
@pytest.mark.parametrize("subject", [subject for subject in WITH_MOVES if subject != "flagship"])
def test_careers_below_each_other_are_joined_by_no_line(subject: str, size: str) -> None:
    picture = shown(subject, "career-paths", size)
    assert not joined(picture.frame, picture.view)
    told = alt(picture.view, picture.size) if size == "social" else picture.running
    wanted = ["none is drawn"] if size == "social" else [squeezed(move.text) for move in moves_without_short(picture)]
    assert all(text in told for text in wanted)


def moves_without_short(picture: Shown) -> list[object]:
    return [move for move in picture.view.comparison.career_moves if not move.short]


@pytest.mark.parametrize(("subject", "size"), SIDE_BY_SIDE)
def test_lines_run_between_cards_and_texts(subject: str, size: str) -> None:
    frame = shown(subject, "career-paths", size).frame
    view = view_of(subject)
    found = lines_of(frame, view)
    assert found
    solid = [*cards(frame, view), *(line.rect for line in frame.lines)]
    for line in found:
        for x, y in _stepped(line):
            inside = [
                rect for rect in solid if rect.x + 0.5 < x < rect.right - 0.5 and rect.y + 0.5 < y < rect.bottom - 0.5
            ]
            assert not inside, (x, y)


@pytest.mark.parametrize(("subject", "size"), SIDE_BY_SIDE)
def test_no_two_lines_run_along_the_same_way(subject: str, size: str) -> None:
    frame = shown(subject, "career-paths", size).frame
    for one, other in combinations(lines_of(frame, view_of(subject)), 2):
        apart = numpy.abs(stepped(one)[:, None] - stepped(other))
        shared = (apart.min(axis=1) < 1.0).sum()
        assert shared < 8, (one, other)  # crossing takes a few steps of half a point


def stepped(line: Drawn) -> Any:
    """Points along a line, half a point apart, as complex numbers."""
    return numpy.array([complex(*point) for point in _stepped(line)])


def _stepped(line: Drawn) -> Iterator[Point]:
    for (x0, y0), (x1, y1) in pairwise(line.points):
        steps = max(int(math.dist((x0, y0), (x1, y1)) * 2), 1)
        yield from ((x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps) for step in range(steps + 1))


@pytest.mark.parametrize("size", ["slide", "page"])
def test_words_on_a_move_stand_below_its_line(size: str) -> None:
    picture = shown("flagship", "career-paths", size)
    for move in picture.view.comparison.career_moves:
        assert move.short
        lines = [line for line in picture.frame.lines if line.paragraph == move.short]
        assert lines
        assert squeezed("".join(line.text for line in lines)) == squeezed(move.short)
        above = [
            line
            for line in lines_of(picture.frame, picture.view)
            if 0 < lines[0].rect.y - line.tips[0][1] < lines[0].size * 1.5
        ]
        assert len(above) == 1, move.short


def test_a_page_on_which_careers_have_no_room_beside_each_other_lists_each_move() -> None:
    for subject in WITH_MOVES:
        picture = shown(subject, "career-paths", "phone")
        for move in picture.view.comparison.career_moves:
            assert squeezed(move.short or move.text) in picture.running
            assert all(squeezed(title) in picture.running for title in move.between.values())


# --- words ------------------------------------------------------------------------------------------------------------


def test_the_table_and_the_description_hold_each_move_from_both_sides() -> None:
    for subject in WITH_MOVES:
        view = view_of(subject)
        rows = {(str(row[0]), str(row[1])): str(row[-1]) for row in table(view).rows}
        names = {compared.id: str(compared.role.name) for compared in view.roles}
        for move in view.comparison.career_moves:
            said = (move.short or move.text).rstrip(".")
            for role, title in move.between.items():
                (other,) = set(move.between) - {role}
                assert said in rows[names[role], title]
                assert move.between[other] in rows[names[role], title]
            assert any(move.text in paragraph for paragraph in describe(view))
        assert len(table(view).columns) == 6


def test_content_without_moves_has_no_column_for_them() -> None:
    view = view_of("two wards")
    assert not view.career_moves
    assert table(view).columns[-1] == "The path leans"
    assert not any("possible" in paragraph for paragraph in describe(view))


def foot(subject: str, size: str, most: int | None = None) -> str:
    """What stands at the foot of a picture that shows so many levels."""
    chosen = replace(SIZES[size], most=most)
    box = note(view_of(subject), Sketch(Fonts(BRAND), chosen, Ramp(chosen.foot / 0.82)))
    return " ".join(str(text.text) for text in box.texts()) if box else ""


def test_the_foot_says_what_a_line_stands_for_and_how_many_are_drawn() -> None:
    assert foot("flagship", "slide") == "Filled: the role itself Possible move, both ways"
    assert foot("flagship", "square") == "Filled: the role itself Possible move, both ways"
    assert foot("flagship", "square", 2) == "Filled: the role itself Possible move, both ways, 2 of 3"
    assert foot("flagship", "social") == "2 of 4 steps each Possible move, both ways, 1 of 3"
    assert "Possible" not in foot("flagship", "phone")
    assert "Possible" not in foot("two wards", "slide")


def test_steps_that_are_left_out_take_their_moves_along() -> None:
    view = view_of("flagship")
    size = replace(SIZES["square"], most=2)
    assert [crossing.move.title for crossing in drawn(view, size)] == [
        "Key Account Manager and Territory Manager",
        "Senior Key Account Manager and Regional Sales Manager",
    ]
    assert "Two of three possible moves between them, both ways: Key Account Manager and Territory" in alt(view, size)
    assert alt(view, SIZES["square"]) == ""
    assert "One of three possible moves between them" in alt(view, SIZES["social"])


def test_of_moves_whose_lines_turn_corners_the_first_few_are_drawn() -> None:
    view = view_of("four wards")
    each = view.comparison.career_moves[-1]
    one, other = (compared for compared in view.roles if compared.id in each.between)
    assert one.role.career
    assert other.role.career
    between = [
        {one.id: str(step.title), other.id: str(end.title)}
        for step in one.role.career.steps
        for end in other.role.career.steps
    ]
    moves = tuple(each.model_copy(update={"between": ends}) for ends in between)
    many = replace(view, comparison=view.comparison.model_copy(update={"career_moves": moves}))
    assert len(crossings(many, SIZES["slide"], 4)) == 6
    for name in SIZES:
        size, frame = laid(Drawing(many, words(many, "career-paths")), name)
        assert faults(frame, SIZES[name]) == []
        if size.height and not size.brief and name != "poster":
            running = squeezed("".join(line.text for line in frame.lines))
            assert "6of9" in running
            assert "Six of nine possible moves" in alt(many, size)
