"""The shown line: the carets stand below what is meant, whatever characters are in the line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from generator.problems.characters import visible
from generator.problems.errors import Place, Problem
from generator.reporting.excerpt import MAX_CELLS, excerpt, source_lines


def shown(line: str, column: int, width: int = 0) -> tuple[str, str]:
    found = excerpt(Problem("x", Place("f.yml", 1, column), "", width=width), {"f.yml": [line]})
    assert found
    return found


@pytest.mark.parametrize(
    ("line", "column", "meant"),
    [
        ("titel: Depth", 1, "titel"),
        ("  title: Go deep, or wide", 10, "Go deep, or wide"),
        ("home: kam   # a note", 7, "kam"),
        ("roles: [one, two words, three]", 14, "two words"),
        ("{value: 12, rationale: x}", 9, "12"),
        ("{value: 12, rationale: x}", 13, "rationale"),
        ("url: https://example.org/#a", 6, "https://example.org/#a"),
        ("title: \"a: 'b' # c\" ", 8, "\"a: 'b' # c\""),
        ("title: 'don''t'", 8, "'don''t'"),
        ("title: 'never closed", 8, "'"),
        ("- [a, b]", 3, "[a, b]"),
        ("x:", 3, ""),
        ("", 1, ""),
    ],
)
def test_the_key_or_value_at_the_place_is_underlined(line: str, column: int, meant: str) -> None:
    text, carets = shown(line, column)
    assert text == line.rstrip()
    assert carets == " " * (column - 1) + "^" * max(len(meant), 1)
    assert line[column - 1 :].startswith(meant)


def test_tabs_hidden_and_wide_characters_are_shown_and_counted() -> None:
    assert shown("\ta: 犬 b\u200bc", 8, width=1) == ("→   a: 犬 b<U+200B>c", " " * 11 + "^" * 8)
    assert shown("e\u0301: x", 5) == ("e\u0301: x", "   ^")


def test_a_long_line_is_shown_around_the_place() -> None:
    text, carets = shown("x" * 500 + "SPOT" + "y" * 500, 501, width=4)
    assert text.startswith("…x")
    assert text.endswith("y…")
    assert cell_len(text) <= MAX_CELLS + 2
    assert text[carets.index("^") : carets.index("^") + 4] == "SPOT"
    assert carets.count("^") == 4


def test_without_a_line_there_is_nothing_to_show(tmp_path: Path) -> None:
    whole = Problem("x", Place("f.yml"), "")
    beyond = Problem("x", Place("f.yml", 9, 1), "")
    assert excerpt(whole, {"f.yml": ["a"]}) is None
    assert excerpt(beyond, {"f.yml": ["a"]}) is None
    assert source_lines([Problem("x", Place(str(tmp_path / "none.yml"), 1, 1), "")]) == {str(tmp_path / "none.yml"): []}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_in_another_encoding_is_shown_too(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "f.yml"
    file.write_bytes("é: b\r\nc: d".encode(encoding))
    assert source_lines([Problem("x", Place(str(file), 1, 1), "")])[str(file)] == ["é: b", "c: d"]


pieces = st.text(st.characters(exclude_characters="\r\n"), max_size=6)


@given(pieces, st.text(st.characters(exclude_characters="\r\n"), min_size=1, max_size=3))
def test_carets_stand_below_what_is_meant(before: str, meant: str) -> None:
    text, carets = shown(f"{before}{meant}.", len(before) + 1, width=len(meant))
    spelt = [visible(part).replace("<U+0009>", "→   ") for part in (before, meant)]
    assert text == "".join(spelt) + "."
    assert carets == " " * cell_len(spelt[0]) + "^" * max(cell_len(spelt[1]), 1)
