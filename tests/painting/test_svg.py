"""Path data of an SVG: what it says is the path, to a part of a unit, and no error adds up."""

from __future__ import annotations

import re

import pytest
from doses import examples
from hypothesis import given
from hypothesis import strategies as st

from generator.layout import Command
from generator.painting.svg import path_data

places = st.floats(-5000, 5000, allow_nan=False).map(lambda value: round(value, 4))
WIDTH = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}
paths = st.lists(
    st.sampled_from("LLQCZM").flatmap(
        lambda letter: st.tuples(st.just(letter), st.tuples(*[places] * WIDTH[letter])),
    ),
    max_size=12,
).map(lambda parts: [("M", (0.0, 0.0)), *parts])


def read(data: str) -> list[Command]:
    """Relative path data as absolute commands, by the grammar of SVG."""
    parts = re.findall(r"[mlhvqcz]|-?(?:\d+\.?\d*|\.\d+)", data)
    assert "".join(parts) == data.replace(" ", "")
    found: list[Command] = []
    x = y = x0 = y0 = 0.0
    at, letter = 0, ""
    while at < len(parts):
        if parts[at].isalpha():
            letter, at = parts[at], at + 1
        if letter == "z":
            x, y = x0, y0
            found.append(("Z", ()))
            continue
        count = {"h": 1, "v": 1, "m": 2, "l": 2, "q": 4, "c": 6}[letter]
        ways, at = [float(part) for part in parts[at : at + count]], at + count
        ways = {"h": [*ways, 0.0], "v": [0.0, *ways]}.get(letter, ways)
        values = tuple(way + (y if place % 2 else x) for place, way in enumerate(ways))
        x, y = values[-2:]
        if letter == "m":
            x0, y0 = x, y
        found.append((letter.upper().replace("H", "L").replace("V", "L"), values))
    return found


@pytest.mark.parametrize("parts", [1, 100])
@examples(2)
@given(path=paths)
def test_what_is_said_is_the_path(parts: int, path: list[Command]) -> None:
    found = read(path_data(path, parts))
    assert [letter for letter, _ in found] == [letter for letter, _ in path]
    for (_, got), (_, wanted) in zip(found, path, strict=True):
        assert got == pytest.approx(wanted, abs=0.5 / parts + 1e-6)


def test_path_data_is_short() -> None:
    rectangle = [("M", (10.0, 20.0)), ("L", (20.5, 20.0)), ("L", (20.5, 20.25)), ("L", (10.0, 20.25)), ("Z", ())]
    assert path_data(rectangle, 100) == "m10 20h10.5v.25h-10.5z"
    assert (
        path_data([("M", (0.0, 0.0)), ("L", (1.0, 2.0)), ("L", (3.0, 3.0)), ("L", (1.0, 5.0))], 1) == "m0 0l1 2 2 1-2 2"
    )
    assert path_data([("M", (0.0, 0.0)), ("L", (1.0, 1.0)), ("Z", ()), ("L", (2.0, 1.0))], 1) == "m0 0l1 1zl2 1"
