"""Boxes: as wide as asked, as high as given, everything inside, or Overflow."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import BRAND

from generator.brand.typography import Style, Weight
from generator.layout.box import Box, Widths
from generator.layout.boxes import Fixed, Grid, Layers, Listing, Pad, Row, Stack, centred, levelled, split
from generator.layout.frame import Block, Frame, Rect
from generator.layout.leaves import Canvas, Icon, Rule, Space, Text
from generator.layout.text import Fonts
from generator.problems.errors import Overflow

PLAIN = Style(10.0)


@cache
def brand() -> Fonts:
    return Fonts(BRAND)


def text(words: str, style: Style = PLAIN, align: str = "start") -> Text:
    return Text(words, style, brand(), align=align)  # type: ignore[arg-type]


def dot(width: float, height: float) -> tuple[Block, ...]:
    return (Block(Rect(0.0, 0.0, width, height), fill="ink"),)


def block(width: float, height: float) -> Box:
    """A box of a fixed size that shows where it stands."""
    return Fixed(Canvas(dot, height, width), width)


def tops(frame: Frame) -> list[float]:
    return [item.rect.y for item in frame.items]


def lefts(frame: Frame) -> list[float]:
    return [item.rect.x for item in frame.items]


# --- any composition --------------------------------------------------------------------------------------------------

sizes = st.floats(0, 12).map(lambda value: round(value, 2))
styles = st.sampled_from(
    [PLAIN, Style(14.0, Weight.SEMIBOLD, tracking=-0.02), Style(7.0, Weight.SEMIBOLD, tracking=0.05)]
)
texts = st.builds(
    text,
    st.lists(st.text("abcdefgimowßÅ-", min_size=1, max_size=8), min_size=1, max_size=6).map(" ".join),
    styles,
    st.sampled_from(["start", "middle", "end"]),
)
leaves = (
    texts
    | st.builds(Listing, st.lists(texts, min_size=1, max_size=3))
    | st.builds(Space, sizes, sizes)
    | st.builds(Rule)
    | st.builds(Icon, st.just("material/handshake"), st.sampled_from([8.0, 15.0]))
    | st.builds(Canvas, st.just(dot), sizes, sizes)
)
valigns = st.sampled_from(["start", "middle", "end"])


@st.composite
def rows(draw: st.DrawFn, children: st.SearchStrategy[Box]) -> Row:
    cells = draw(st.lists(children, min_size=1, max_size=3))
    shares = draw(st.none() | st.just([float(index + 1) for index in range(len(cells))]))
    stretch = None if shares else draw(st.none() | st.just(len(cells) - 1))
    valign = draw(st.sampled_from(["start", "middle", "end", "fill"]))
    return Row(cells, draw(sizes), shares, valign, draw(valigns), stretch)


@st.composite
def grids(draw: st.DrawFn, children: st.SearchStrategy[Box]) -> Grid:
    columns = draw(st.integers(1, 3))
    cells = draw(st.lists(st.lists(children, min_size=columns, max_size=columns), min_size=1, max_size=3))
    rule = draw(st.none() | st.builds(Rule))
    return Grid(cells, [1.0] * columns, draw(sizes), draw(sizes), rule)


@st.composite
def stacks(draw: st.DrawFn, children: st.SearchStrategy[Box]) -> Stack:
    boxes = draw(st.lists(children, min_size=1, max_size=3))
    grow = frozenset(draw(st.sets(st.integers(0, len(boxes) - 1))))
    return Stack(boxes, draw(sizes), draw(valigns), draw(st.booleans()), grow)


def nested(children: st.SearchStrategy[Box]) -> st.SearchStrategy[Box]:
    insets = st.tuples(sizes, sizes, sizes, sizes)
    return (
        rows(children)
        | grids(children)
        | stacks(children)
        | st.builds(Pad, children, insets, st.none() | st.just("card"), valign=valigns)
        | st.builds(lambda back, front: Layers((Pad(Space(), fill=back), front)), st.just("card"), children)
    )


trees = st.recursive(leaves, nested, max_leaves=6)


def check(box: Box, width: float, height: float | None) -> None:
    """Either Overflow, or a frame of exactly that size with everything inside and no two texts in one place."""
    try:
        frame = box.layout(width, height)
    except Overflow:
        return
    assert frame.width == pytest.approx(width, abs=0.002)
    assert height is None or frame.height == pytest.approx(height, abs=0.002)
    page = Rect(0.0, 0.0, frame.width, frame.height)
    for item in frame.items:
        assert page.holds(item.rect, 0.05), item
    for line in frame.lines:
        assert line.room.holds(line.rect, 0.02)
    for one, other in itertools.combinations(frame.lines, 2):
        assert not one.rect.meets(other.rect, 0.02)


@given(trees, st.floats(1, 500))
def test_all_is_inside_or_there_is_an_overflow(box: Box, width: float) -> None:
    wished = box.widths()
    assert wished.min <= wished.max + 0.01
    if width >= wished.min:
        check(box, width, None)
        box.layout(width)
    elif any(True for _ in box.texts()):
        check(box, width, None)


@given(trees, st.floats(0, 60), st.sampled_from([-30.0, -8.0, -1.0, 0.0, 3.0, 70.0]))
def test_a_given_height_is_filled_exactly_or_there_is_an_overflow(box: Box, more: float, spare: float) -> None:
    width = box.widths().min + more
    height = box.layout(width).height + spare
    check(box, width, height)
    if spare >= 0:
        box.layout(width, height)


@given(trees)
def test_the_smallest_width_is_enough_and_the_largest_wraps_nothing(box: Box) -> None:
    wished = box.widths()
    check(box, wished.min, None)
    box.layout(wished.min)
    wide = box.layout(wished.max)
    assert wide.height <= box.layout(wished.min).height + 0.01


@given(trees)
def test_texts_come_in_the_order_they_were_given_and_all_are_shown(box: Box) -> None:
    def squeezed(words: str) -> str:
        return words.replace(" ", "").replace("·", "")

    shown = squeezed("".join(line.text for line in box.layout(box.widths().max).lines))
    assert sorted(shown) == sorted("".join(squeezed(part.text) for part in box.texts()))


@pytest.mark.parametrize(
    "box",
    [
        text("one two"),
        Listing([text("one"), text("two")]),
        Icon("material/handshake", 20.0),
        Canvas(dot, 20.0),
        Rule(thickness=2.0),
        Pad(text("one"), (4.0,) * 4),
        Stack((text("one"), text("two"))),
        Row((text("one"), text("two"))),
        Grid([(text("one"), text("two"))], (1.0, 1.0)),
        Layers((text("one"), text("two"))),
        Fixed(text("one"), 50.0),
    ],
    ids=lambda box: type(box).__name__,
)
def test_a_box_in_too_low_a_room_overflows(box: Box) -> None:
    height = box.layout(100.0).height
    box.layout(100.0, height)
    with pytest.raises(Overflow) as caught:
        box.layout(100.0, height - 1)
    assert caught.value.need > caught.value.room


# --- one by one -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("align", "x"), [("start", 0.0), ("middle", 0.5), ("end", 1.0)])
def test_text_stands_where_its_alignment_says(align: str, x: float) -> None:
    (line,) = text("short", align=align).layout(100.0).lines
    assert line.rect.x == pytest.approx((100 - line.rect.width) * x, abs=0.002)


def test_lines_of_a_text_are_one_leading_apart() -> None:
    lines = list(text("one two three four five six", Style(10.0, leading=1.6)).layout(45.0).lines)
    steps = {round(b.rect.y - a.rect.y, 3) for a, b in itertools.pairwise(lines)}
    assert steps == {16.0}


def test_tight_leading_never_lets_lines_touch() -> None:
    first, second = text("AÅ jg", Style(10.0, leading=0.5)).layout(22.0).lines
    assert not first.rect.meets(second.rect)


def test_capitals_are_measured_as_capitals() -> None:
    small, large = text("straße", PLAIN), text("straße", Style(10.0, upper=True))
    assert large.widths().min > small.widths().min
    assert [line.text for line in large.layout(100.0).lines] == ["STRASSE"]


def test_an_overflow_names_the_text_that_is_to_blame() -> None:
    row = Row((text("a"), Pad(text("immeasurably long"))), shares=(1.0, 1.0))
    with pytest.raises(Overflow) as caught:
        row.layout(60.0)
    assert caught.value.text == "immeasurably long"
    with pytest.raises(Overflow) as caught:
        Stack((text("short"), text("the longer one"))).layout(100.0, 10.0)
    assert caught.value.text == "the longer one"


def test_a_listing_breaks_between_its_entries() -> None:
    listing = Listing([text("one"), text("two"), text("three")])
    assert [line.text for line in listing.layout(200.0).lines] == ["one · two · three"]
    assert [line.text for line in listing.layout(60.0).lines] == ["one · two ·", "three"]
    assert [line.text for line in listing.layout(35.0).lines] == ["one ·", "two ·", "three"]


def test_a_stacked_listing_has_a_line_each_whatever_its_width() -> None:
    listing = Listing([text("one"), text("two")], stacked=True)
    assert [line.text for line in listing.layout(200.0).lines] == ["one", "two"]


def test_every_cell_is_measured() -> None:
    narrow, wide = text("i"), text("immeasurable")
    for cells in ([(narrow, wide), (narrow, narrow)], [(narrow, narrow), (narrow, wide)]):
        grid = Grid(cells, (1.0, 1.0))
        assert grid.widths().min == pytest.approx(2 * wide.widths().min)
        with pytest.raises(Overflow):
            grid.layout(2 * wide.widths().min - 1)


def test_cells_of_a_grid_line_up_and_share_a_height() -> None:
    grid = Grid([(block(10, 5), block(10, 30)), (block(10, 8), block(10, 2))], (1.0, 2.0), 6.0, 4.0)
    frame = grid.layout(96.0)
    assert lefts(frame) == [0.0, 36.0, 0.0, 36.0]
    assert tops(frame) == [0.0, 0.0, 34.0, 34.0]
    assert frame.height == 42.0


def test_rules_stand_between_the_rows_only() -> None:
    grid = Grid([(block(10, 5),)] * 3, (1.0,), row_gap=2.0, rule=Rule("line", 1.0))
    rules = [item for item in grid.layout(50.0).items if item.rect.width == 50.0]
    assert len(rules) == 2


def test_a_grid_gives_spare_height_to_its_lowest_rows() -> None:
    grid = Grid([(centred(block(10, 10)),), (centred(block(10, 40)),)], (1.0,))
    frame = grid.layout(50.0, 70.0)
    assert tops(frame) == [10.0, 30.0]


@pytest.mark.parametrize(("valign", "y"), [("start", 0.0), ("middle", 10.0), ("end", 20.0), ("fill", 0.0)])
def test_a_row_places_its_boxes_in_its_height(valign: str, y: float) -> None:
    frame = Row((block(10, 30), block(10, 10)), 5.0, valign=valign).layout(50.0)  # type: ignore[arg-type]
    assert tops(frame) == [0.0, y]
    assert lefts(frame) == [0.0, 15.0]


def test_a_row_s_stretch_takes_what_is_left() -> None:
    assert Row((block(10, 1), text("a b"), block(10, 1)), 5.0, stretch=1).columns(200.0) == [10.0, 170.0, 10.0]


@pytest.mark.parametrize(("align", "x"), [("start", 0.0), ("middle", 20.0), ("end", 40.0)])
def test_a_row_s_align_places_what_is_used(align: str, x: float) -> None:
    assert lefts(Row((block(10, 5),), align=align).layout(50.0)) == [x]  # type: ignore[arg-type]


def test_spare_height_of_a_stack_goes_where_it_is_told() -> None:
    boxes = (block(10, 10), block(10, 10), block(10, 10))
    assert tops(Stack(boxes, 5.0).layout(10.0, 60.0)) == [0.0, 15.0, 30.0]
    assert tops(Stack(boxes, 5.0, "middle").layout(10.0, 60.0)) == [10.0, 25.0, 40.0]
    assert tops(Stack(boxes, 5.0, "end").layout(10.0, 60.0)) == [20.0, 35.0, 50.0]
    assert tops(Stack(boxes, 5.0, spread=True).layout(10.0, 60.0)) == [0.0, 25.0, 50.0]
    grown = Stack(boxes, 5.0, grow=frozenset({1})).layout(10.0, 60.0)
    assert [item.rect.height for item in grown.items] == [10.0, 30.0, 10.0]


def test_a_pad_keeps_its_insets_and_draws_its_panel_first() -> None:
    def side(width: float, height: float) -> tuple[Block, ...]:
        return (Block(Rect(0.0, 0.0, 2.0, height), fill="ink"),)

    frame = Pad(block(10, 10), (1.0, 2.0, 3.0, 4.0), "card", edge=side).layout(30.0)
    panel, mark, inside = (item.rect for item in frame.items)
    assert panel == Rect(0.0, 0.0, 30.0, 14.0)
    assert mark.height == 14.0
    assert (inside.x, inside.y) == (4.0, 1.0)


def test_layers_get_the_same_room() -> None:
    frame = Layers((Pad(Space(), fill="card"), block(10, 30))).layout(40.0)
    assert frame.items[0].rect == Rect(0.0, 0.0, 40.0, 30.0)


# --- dividing room ----------------------------------------------------------------------------------------------------

asked = st.lists(st.tuples(st.floats(0, 80), st.floats(0, 80)), min_size=1, max_size=6).map(
    lambda pairs: [Widths(min(pair), max(pair)) for pair in pairs]
)


@given(asked, st.floats(0, 600))
def test_a_split_gives_each_between_its_least_and_its_wish(wanted: list[Widths], room: float) -> None:
    need, wish = sum(w.min for w in wanted), sum(w.max for w in wanted)
    if need > room + 0.01:
        with pytest.raises(Overflow):
            split(room, wanted)
        return
    given_ = split(room, wanted)
    assert sum(given_) == pytest.approx(min(max(room, need), wish), abs=0.02)
    for part, w in zip(given_, wanted, strict=True):
        assert w.min - 0.01 <= part <= w.max + 0.01


@given(st.lists(st.floats(1, 100), min_size=1, max_size=8), st.floats(0, 300))
def test_levelling_keeps_the_sum_and_raises_the_lowest_to_one_level(heights: Sequence[float], spare: float) -> None:
    level = levelled(heights, spare)
    assert sum(level) == pytest.approx(sum(heights) + spare)
    raised = [after for before, after in zip(heights, level, strict=True) if after > before + 1e-9]
    assert all(after >= before for before, after in zip(heights, level, strict=True))
    assert len({round(value, 6) for value in raised}) <= 1
    assert not raised or max(raised) <= min(level) + 1e-6
