"""What a picture is made of, by name: cards, rows, nodes that an editor can move and a program can read out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.layout.frame import Item, Line, Spot
from infographics.conftest import Shown

Pictures = tuple[Shown, ...]
# Groups within groups, at most.
_DEEP = 2


def within(picture: Shown) -> Iterator[tuple[Item, tuple[str, ...]]]:
    """Every item with the names of the groups that it lies in; those of groups are checked on the way."""
    names: list[str] = []
    for item in picture.frame.items:
        edge = item.edge if isinstance(item, Spot) else ""
        if isinstance(item, Spot) and edge == "begin":
            names.append(item.name)
        elif isinstance(item, Spot) and edge == "end":
            assert names.pop() == item.name, picture.name
        yield item, tuple(names)
    assert not names, picture.name


def test_every_line_of_the_body_lies_in_a_group(pictures: Pictures) -> None:
    lines = [
        (picture.name, item.text, names)
        for picture in pictures
        for item, names in within(picture)
        if isinstance(item, Line) and not item.purpose
    ]
    assert lines
    assert [line for line in lines if not line[2]] == []


def test_groups_have_names_and_are_at_most_two_deep(pictures: Pictures) -> None:
    for picture in pictures:
        for _, names in within(picture):
            assert all(name.strip() for name in names), picture.name
            assert len(names) <= _DEEP, (picture.name, names)


def test_no_two_groups_side_by_side_have_one_name(pictures: Pictures) -> None:
    for picture in pictures:
        begun = [names for item, names in within(picture) if isinstance(item, Spot) and item.edge == "begin"]
        assert len(begun) == len(set(begun)), (picture.name, sorted(begun))


def test_a_group_s_marks_hold_all_that_lies_between_them(pictures: Pictures) -> None:
    """But for the ends of lines and the widths of strokes."""
    for picture in pictures:
        rects = {}
        for item, names in within(picture):
            if isinstance(item, Spot) and item.edge == "begin":
                rects[names] = item.rect
            elif isinstance(item, Line):
                assert all(rects[names[:deep]].holds(item.rect) for deep in range(1, len(names) + 1)), item.text


def test_each_role_is_named_by_a_group(pictures: Pictures) -> None:
    for picture in pictures:
        found = {name for _, names in within(picture) for name in names}
        if any(str(compared.role.name) in found for compared in picture.view.roles):
            assert {str(compared.role.name) for compared in picture.view.roles} <= found, picture.name
