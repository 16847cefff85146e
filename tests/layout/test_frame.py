"""Frames: values that move, compare and hash by what they hold."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st
from projects import BRAND, ROOT, env

from generator.brand.typography import Style
from generator.layout.frame import Block, Frame, Line, Rect, Shape, stacked
from generator.layout.leaves import Text
from generator.layout.text import Fonts

near = st.floats(-500, 500).map(lambda value: round(value, 3))
rects = st.builds(Rect, near, near, st.floats(0.5, 200), st.floats(0.5, 200))
(LINE,) = Text("word", Style(9.0), Fonts(BRAND), align="middle").layout(40.0, 20.0).lines


@given(rects, rects)
def test_meeting_is_mutual_and_what_holds_meets(one: Rect, other: Rect) -> None:
    assert one.meets(other) == other.meets(one)
    assert one.holds(one)
    assert not one.holds(other) or one.meets(other)
    assert not (one.holds(other) and other.holds(one)) or abs(one.width - other.width) < 0.05


@given(rects, near, near)
def test_moving_keeps_the_size_and_comes_back(rect: Rect, dx: float, dy: float) -> None:
    back = rect.moved(dx, dy).moved(-dx, -dy)
    assert (back.width, back.height) == (rect.width, rect.height)
    assert back.holds(rect, 0.01)


def test_neighbours_that_touch_do_not_meet() -> None:
    assert not Rect(0, 0, 10, 10).meets(Rect(10, 0, 10, 10))
    assert not Rect(0, 0, 10, 10).meets(Rect(0, 10, 10, 10))
    assert Rect(0, 0, 10, 10).meets(Rect(9, 9, 10, 10))


def test_a_child_s_items_move_with_it_room_and_all() -> None:
    shape = Shape(Rect(0, 0, 5, 5), (("M", (0.0, 0.0)), ("L", (5.0, 5.0))), stroke="ink")
    child = Frame(40, 20, (Block(Rect(0, 0, 40, 20), "card"), LINE, shape))
    block, line, moved = stacked([(child, 100.0, 50.0)], 300, 200).items
    assert block.rect == Rect(100, 50, 40, 20)
    assert isinstance(line, Line)
    assert (line.rect, line.room) == (LINE.rect.moved(100, 50), Rect(100, 50, 40, 20))
    assert isinstance(moved, Shape)
    assert moved.commands == shape.commands


def test_equal_layouts_are_equal_and_digest_alike_in_every_process() -> None:
    frame = Frame(40, 20, (LINE,))
    assert frame == Frame(40, 20, (LINE.moved(0, 0),))
    assert frame.digest == Frame(40, 20, (LINE,)).digest
    assert frame.digest != Frame(40, 20, (LINE.moved(0.001, 0),)).digest
    outer = stacked([(frame, 5.0, 5.0)], 50, 30)
    untouched = stacked([(Frame(40, 20, lambda: (LINE,)), 5.0, 5.0)], 50, 30)
    assert len(outer.items) == 1, "reading the items first changes nothing"
    assert outer.digest == untouched.digest != stacked([(frame, 5.0, 5.001)], 50, 30).digest
    code = (
        "import sys; sys.path.insert(0, 'tests'); from layout.test_frame import Frame, LINE\n"
        "print(Frame(40, 20, (LINE,)).digest)"
    )
    for seed in ("1", "2"):
        more = env({"PYTHONHASHSEED": seed})
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env=more, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == frame.digest
