"""Groups: what lies between their two marks, and how the parts of one are put together."""

from __future__ import annotations

from collections.abc import Iterable

from generator.layout.boxes import Grid, Row, Stack
from generator.layout.connectors import Connected, Named
from generator.layout.frame import Block, Item, Rect, Spot
from generator.layout.group import Gathered, Group
from generator.layout.leaves import Canvas, Rule


def mark(fill: str) -> Canvas:
    """An area 10 points high."""
    return Canvas(lambda width, height: (Block(Rect(0.0, 0.0, width, height), fill),), height=10.0)


def told(items: Iterable[Item]) -> list[str]:
    """Groups in brackets, areas by their colours."""
    words = []
    for item in items:
        if isinstance(item, Spot):
            words.append({"begin": f"{item.name}[", "end": "]", "": item.name}[item.edge])
        elif isinstance(item, Block):
            words.append(item.fill or "")
    return words


def columns() -> Gathered:
    """Two columns of two rows each, with a rule between the rows."""
    rows = [[Group(name, Group(f"{name}{line}", mark(f"{name}{line}"))) for name in "ab"] for line in (1, 2)]
    return Gathered(Grid(rows, (1.0, 1.0), rule=Rule("rule")))


def test_a_group_s_items_lie_between_its_marks() -> None:
    frame = Stack((Group("a", mark("one")), mark("two"))).layout(50.0)
    assert told(frame.items) == ["a[", "one", "]", "two"]
    assert {item.rect for item in frame.items if isinstance(item, Spot)} == {Rect(0.0, 0.0, 50.0, 10.0)}


def test_each_row_of_a_grid_can_be_a_group() -> None:
    frame = Grid([[mark("one")], [mark("two")]], (1.0,), names=("a", "b")).layout(50.0)
    assert told(frame.items) == ["a[", "one", "]", "b[", "two", "]"]


def test_groups_of_one_name_become_one_and_keep_their_order_and_what_is_in_them() -> None:
    frame = columns().layout(100.0)
    assert told(frame.items) == ["a[", "a1[", "a1", "]", "a2[", "a2", "]", "]", *told(frame.items)[8:16], "rule"]
    assert told(frame.items)[8:16] == ["b[", "b1[", "b1", "]", "b2[", "b2", "]", "]"]
    outer = [item.rect for item in frame.items if isinstance(item, Spot) and item.name == "b"]
    assert outer == [Rect(50.0, 0.0, 50.0, 20.0)] * 2


def test_nothing_is_moved_by_being_gathered() -> None:
    box = columns()
    plain, gathered = ([i for i in b.layout(100.0).items if not isinstance(i, Spot)] for b in (box.child, box))
    assert sorted(map(repr, plain)) == sorted(map(repr, gathered))
    assert plain != gathered
    assert box.layout(100.0).digest != box.child.layout(100.0).digest


def test_lines_do_not_lead_to_groups() -> None:
    box = Connected(Row((Group("a", Named("node", mark("one"))),)), lambda spots: tuple(_drawn(spots)))
    assert told(box.layout(50.0).items) == ["node", "a[", "one", "]"]


def _drawn(spots: Iterable[str]) -> list[Block]:
    return [Block(Rect(0.0, 0.0, 1.0, 1.0), name) for name in spots]
