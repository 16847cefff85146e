"""What YAML would take from a text without a word is told, and what is meant as YAML is left alone."""

from __future__ import annotations

import pytest

from generator.model.reading.reader import read_yaml
from generator.model.reading.tree import Tree
from generator.problems import MAX_PROBLEMS
from generator.problems.errors import Severity

FIELDS = ("title", "text", "icon")


def tree(text: str) -> Tree:
    return read_yaml(text.encode(), "f.yml", FIELDS)


def found(text: str) -> list[tuple[str, int, int, int]]:
    return [(problem.code, problem.line, problem.column, problem.width) for problem in tree(text).problems]


# --- text after # -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: We are #1 here\n", [("text-cut", 1, 11, 7)]),
        ("a:  one\n  two   #3\nb: c\n", [("text-cut", 2, 9, 2)]),
        ("- Ask #sales\n- b\n", [("text-cut", 1, 7, 6)]),
        ("a: #1 choice\n", [("text-cut", 1, 4, 9)]),
        ("a: b\t#c\n", [("text-cut", 1, 6, 2)]),
    ],
)
def test_text_that_yaml_takes_for_a_note_is_an_error(text: str, expected: list[tuple[str, int, int, int]]) -> None:
    assert found(text) == expected
    assert tree(text).problems[0].severity is Severity.ERROR


def test_a_note_one_space_after_a_text_is_doubtful() -> None:
    (problem,) = tree("a: Go deep # or wide\n").problems
    assert (problem.code, problem.severity) == ("text-cut", Severity.WARNING)
    assert "or wide" in problem.message
    assert "two spaces" in problem.fix


@pytest.mark.parametrize(
    "text",
    [
        "a: b  # a note\n",
        "a: b   #\n",
        "a: b  ## loud\n",
        "a: 'We are #1'\n",
        "a: >-\n  We are #1\n",
        "a: C#\n",
        "a: b#c\n",
        "a: # a note\n  b: c\n",
        "a: # a note\n  - b\n",
        "# a note\na: b\n",
        "a: [b, c] # a note\n",
    ],
)
def test_notes_that_are_meant_and_signs_that_are_kept_are_fine(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("typed", ["~", "null", "NULL"])
def test_a_word_for_nothing_is_doubtful_unless_it_is_quoted(typed: str) -> None:
    (problem,) = tree(f"a: {typed}\n").problems
    assert (problem.code, problem.severity, problem.column) == ("null-text", Severity.WARNING, 4)
    assert tree(f"a: {typed}\n").value == {"a": typed}
    assert found(f"a: '{typed}'\n") == []


# --- lines that run on ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n  - b\n    - c\nd: e\n", [("swallowed-line", 3, 5, 3)]),
        ("a: b\n  icon:c\n", [("swallowed-line", 2, 3, 6)]),
        ("title: b\ntext: >-\n  One.\n  icon: c\n", [("swallowed-line", 4, 3, 5)]),
        ("text: |\n  icon: c\n", [("swallowed-line", 2, 3, 5)]),
        ("- text: |\n    One.\n\n    - title: c\n", [("swallowed-line", 4, 7, 6)]),
    ],
)
def test_a_line_that_is_lost_in_the_text_above_is_named(text: str, expected: list[tuple[str, int, int, int]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a: one\n  two - three\n",
        "a: see\n  https://example.org/\n",
        "text: >-\n  They give him a\n  title: none had one before.\n",
        "text: >-\n  One.\n  Also: two.\n  other: three\n",
        "text: 'One.\n  icon: c'\n",
    ],
)
def test_lines_that_are_meant_as_text_are_fine(text: str) -> None:
    assert found(text) == []


# --- characters -------------------------------------------------------------------------------------------------------

CONTROLS = "\0\x01\x07\x08\x0b\x0c\x1b\x7f\x80\x85\x9f\u2028\u2029\ufffe\uffff"
HIDDEN = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u202a\u202e\u2060\u2066\u2069\u3164\ufeff\U000e0041"


@pytest.mark.parametrize("char", CONTROLS)
def test_every_control_character_is_named_and_the_rest_is_read(char: str) -> None:
    assert found(f"a: b{char}c\nd: e{char}\na: f\n") == [
        ("control-character", 1, 5, 1),
        ("control-character", 2, 5, 1),
        ("duplicate-key", 3, 1, 0),
    ]


@pytest.mark.parametrize("char", HIDDEN)
def test_characters_that_nobody_sees_are_named(char: str) -> None:
    assert found(f"a: b{char}c\n") == [("hidden-character", 1, 5, 1)]


def test_a_hidden_character_has_a_name() -> None:
    (problem,) = tree("a: b\u200bc\n").problems
    assert problem.message == "the zero width space (U+200B) stands here and cannot be seen"
    (problem,) = tree("a: b\u202ec\n").problems
    assert "turns the direction" in problem.message


@pytest.mark.parametrize("escape", ["\\e", "\\0", "\\x07", "\\u200b", "\\N", "\\L", "\\U000E0041", "\\u202E"])
def test_an_escape_is_no_way_around(escape: str) -> None:
    assert found(f'a: "b{escape}c"\n') == [("hidden-character", 1, 4, 0)]
    assert found(f'"b{escape}c": a\n') == [("hidden-character", 1, 1, 0)]


@pytest.mark.parametrize(
    "text", ['a: "b\\nc\\td\\u00e9\\"\\_"\n', "a: \U0001f468\u200d\U0001f469\n", "a: caf\u00e9\u00a0\u2013\n"]
)
def test_escapes_and_characters_that_can_be_seen_are_fine(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\n\u00a0 b: c\n", (2, 1)),
        ("a:\u00a0b\n", (1, 3)),
        ("a:\n  -\u2003b\n", (2, 4)),
        ("a: \u3000b\n", (1, 4)),
    ],
)
def test_a_space_that_yaml_does_not_know_is_named(text: str, place: tuple[int, int]) -> None:
    assert ("odd-space", *place, 1) in found(text)


@pytest.mark.parametrize(("typed", "meant"), [("caf\u00c3\u00a9", "\u00e9"), ("it\u00e2\u20ac\u2122s", "\u2019")])
def test_text_that_a_conversion_garbled_is_named_with_what_it_was(typed: str, meant: str) -> None:
    (problem,) = tree(f"a: {typed}\n").problems
    assert problem.code == "garbled-text"
    assert f'"{meant}"' in problem.message


def test_a_character_that_was_lost_is_named() -> None:
    assert found("a: caf\ufffd\n") == [("garbled-text", 1, 7, 1)]


@pytest.mark.parametrize(
    "text", ["na\u00efve", "\u00c3\u00c9", "\u201c\u2026\u201d", "\u72ac\u732b", "\u20ac\u00a0\u2013"]
)
def test_foreign_letters_are_not_taken_for_garbled_ones(text: str) -> None:
    assert found(f"a: {text}\n") == []


# --- bombs ------------------------------------------------------------------------------------------------------------


def test_a_bomb_is_refused_as_it_is_met() -> None:
    rows = ["a: &a [x, x, x, x]"] + [
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]" for n in range(9)
    ]
    bomb = read_yaml("\n".join(rows).encode(), "f.yml")
    assert {problem.code for problem in bomb.problems} == {"yaml-alias"}
    assert len(bomb.problems) < MAX_PROBLEMS


def test_a_cycle_is_refused() -> None:
    assert [code for code, *_ in found("a: &a [*a]\nb: &b {c: *b}\n")] == ["yaml-alias"] * 4


def test_a_file_full_of_mistakes_is_read_no_further_than_helps() -> None:
    many = tree("a: [" + "*a, " * 100_000 + "]\n")
    assert len(many.problems) == MAX_PROBLEMS + 1
    assert many.problems[-1].code == "more-problems"
    assert many.value is None


def test_a_field_that_only_follows_from_an_odd_space_is_not_told() -> None:
    assert [code for code, *_ in found("a: b\n\u00a0\u00a0c: d\n  e: f\n")] == ["odd-space"]
    assert [code for code, *_ in found("- \u00a0a\n- b\n- c: d: e\n")] == ["odd-space", "yaml-syntax"]


# --- what a merge leaves ----------------------------------------------------------------------------------------------

MARKS = "<<<<<<< HEAD\n{}=======\n{}>>>>>>> branch\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (MARKS.format("a: b\n", "a: c\n"), [1]),
        ("a: >-\n  b\n" + MARKS.format("  c\n", "  d\n") + "e: f: g\n", [3]),
        (MARKS.format("a: b\n||||||| base\na: x\n", "a: c\n") + "d: e\n" + MARKS.format("", "f: g\n"), [1, 9]),
        ("a: b\n=======\n", [2]),
        ("a: b\r\n>>>>>>> branch\r\n", [2]),
    ],
)
def test_a_conflict_is_told_and_nothing_that_follows_from_it(text: str, lines: list[int]) -> None:
    assert [(code, line, column) for code, line, column, _ in found(text)] == [
        ("merge-conflict", line, 1) for line in lines
    ]


@pytest.mark.parametrize("text", ["a: >-\n  =======\n", "a: '<<<<<<< HEAD'\n", "# =======\na: b\n", "a: b =======\n"])
def test_such_signs_within_a_text_are_no_conflict(text: str) -> None:
    assert found(text) == []


# --- syntax in plain words --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place", "words", "fix"),
    [
        ("a: b: c\n", (1, 5), "colon followed by a space", "quotes"),
        ("a: “b: c”\n", (1, 6), "typographic quotes", "straight quotes"),
        ("a: b\n  c: d\n", (2, 4), "indented deeper", "column"),
        ("a: b\nc:d\ne: f\n", (2, 1), "neither a field nor an entry", "space after the colon"),
        ("a:\n  b and\n  c of: d\n", (3, 7), "began on a line above", ">-"),
        ("a:\n  - b\n  -c\n", (3, 3), "no space after the hyphen", "space"),
        ("a:\n  - b: c\n    d: e\n  – b: f\n", (4, 3), 'not with "–"', "in its place"),
        ("a:\n  - b: c\n    d: e\n  • f\ng: h\n", (4, 3), 'not with "•"', "in its place"),
        ("a: b\n{\n  c: d\n}\n", (2, 1), "bracket cannot begin", "without brackets"),
        ("a: [b, c,],\n", (1, 11), "comma stands after", "remove the comma"),
        ('a: "b" c\n', (1, 8), "after the closing quote", "whole text"),
        ("a: 'don't'\n", (1, 9), "after the closing quote", "twice"),
        ("a:\n  - b\n - c\n", (3, 2), "another column", "indent"),
        ("a: [b, c\nd: e\n", (1, 4), "not closed", '"]"'),
        ("a: {b: c\nd: e\n", (1, 4), "not closed", '"}"'),
        ("a: 'b\nc: d\n", (1, 4), "never closed", "closing quote"),
        ('a: "b\nc: d\n# e "f" g\n', (1, 4), "never closed", "closing quote"),
        ('- a: "b\n  c: "d"\n', (1, 6), "never closed", "closing quote"),
        ('a: "b\n  c" d\n', (2, 6), "after the closing quote", "whole text"),
        ("a: ? b\n", (1, 4), 'begin with "?"', "quotes"),
        ('a: "b\\qc"\n', (1, 6), "backslash", "single quotes"),
        ("a: @b\n", (1, 4), 'begin with "@"', "quotes"),
        ("a: `b\n", (1, 4), 'begin with "`"', "quotes"),
        ("a: *\n", (1, 4), 'begin with "*"', "quotes"),
        ("- a\nb: c\n", (2, 1), "not an entry", "hyphen"),
        ("a: - b\n", (1, 4), "line of its field", "line of its own"),
        (" a: b\nc: d\n", (2, 1), "does not belong", "one column"),
        ("a: |x\n  b\n", (1, 5), "nothing may stand", "next line"),
        ("a: ]\n", (1, 4), "missing here", "quotes"),
        ("a: [\n", (2, 1), "before a bracket is closed", "close it"),
        ("%YAML 3.0\n---\na: b\n", (1, 1), "begins with %", "remove"),
    ],
)
def test_a_syntax_error_is_told_in_an_editors_words(text: str, place: tuple[int, int], words: str, fix: str) -> None:
    (problem,) = tree(text).problems
    assert (problem.code, problem.line, problem.column) == ("yaml-syntax", *place)
    assert words in problem.message
    assert fix in problem.fix
