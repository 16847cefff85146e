"""Lines between boxes: where they start and end is where the boxes lie."""

from __future__ import annotations

from collections.abc import Mapping

from projects import BRAND

from generator.brand.typography import Style
from generator.infographics.parts.marks import line
from generator.layout.boxes import Pad, Row, Stack
from generator.layout.connectors import Connected, Named
from generator.layout.frame import Item, Line, Rect, Shape, Spot
from generator.layout.leaves import Text
from generator.layout.text import Fonts

FONTS = Fonts(BRAND)


def word(text: str) -> Text:
    return Text(text, Style(10.0), FONTS)


def test_a_line_learns_where_boxes_lie_and_stays_behind_them() -> None:
    seen: dict[str, Rect] = {}

    def draw(spots: Mapping[str, Rect]) -> tuple[Item, ...]:
        seen.update(spots)
        one, other = spots["one"], spots["other"]
        return (line(one.x, one.y, other.x, other.y, colour="ink", width=1.0),)

    inside = Stack((Named("one", word("one")), Pad(Named("other", word("other")), (4.0, 0.0, 0.0, 30.0))), gap=20.0)
    frame = Connected(inside, draw).layout(200.0)
    by_text = {item.text: item.rect for item in frame.items if isinstance(item, Line)}
    assert seen["one"].holds(by_text["one"])
    assert seen["other"].holds(by_text["other"])
    assert seen["other"].x == 30.0
    assert isinstance(frame.items[0], Shape)
    assert not any(isinstance(item, Spot) for item in frame.items)


def test_lines_are_invisible_to_layout() -> None:
    plain = Row((word("one"), word("other")), gap=5.0)
    wired = Connected(Row((Named("a", word("one")), Named("b", word("other"))), gap=5.0), lambda spots: ())
    assert wired.widths() == plain.widths()
    assert wired.layout(150.0) == plain.layout(150.0)
    assert [text.text for text in wired.texts()] == ["one", "other"]


def test_each_connected_box_sees_only_its_own_names() -> None:
    seen: list[set[str]] = []

    def draw(spots: Mapping[str, Rect]) -> tuple[Item, ...]:
        seen.append(set(spots))
        return ()

    inner = Connected(Named("inner", word("one")), draw)
    assert Connected(Stack((inner, Named("outer", word("two")))), draw).layout(100.0).items
    assert {"inner"} in seen
    assert {"outer"} in seen
    assert {"inner", "outer"} not in seen
