"""YAML is read as it was typed, and whatever is wrong with it is a problem with a place, never an exception."""

from __future__ import annotations

import pytest
import yaml
from doses import examples
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.reading.reader import read_yaml
from generator.model.reading.tree import Tree
from generator.model.text import Text
from generator.problems import MAX_BYTES, MAX_DEPTH, MAX_PROBLEMS
from generator.problems.characters import split_lines
from generator.problems.decoding import decode_lossy
from generator.problems.errors import Place, Problem


def found(data: bytes | str) -> list[tuple[str, int, int]]:
    tree = read_yaml(data.encode() if isinstance(data, str) else data, "f.yml")
    return [(problem.code, problem.line, problem.column) for problem in tree.problems]


# --- text as typed ----------------------------------------------------------------------------------------------------

# Words of which other readers of YAML make flags, numbers, times or days.
WORDS = "no No yes on off true 12:30 60:30 1.10 010 0o17 0x1F 1e3 .5 .inf .nan 1_000 +1 -0 1. 2026-01-01 = <<"
LOOKALIKES = WORDS.split()


@pytest.mark.parametrize("typed", LOOKALIKES)
def test_text_stays_as_it_was_typed(typed: str) -> None:
    tree = read_yaml(f"value: {typed}\nlist: [{typed}]\n'{typed}': key\n".encode(), "f.yml")
    assert tree.problems == ()
    assert tree.value == {"value": typed, "list": [typed], typed: "key"}
    assert isinstance(tree.value["value"], Text)


def test_nothing_after_the_colon_is_nothing_and_quotes_are_an_empty_text() -> None:
    assert read_yaml(b"a:\nb: ''\nc: \"\"\n", "f.yml").value == {"a": None, "b": "", "c": ""}


def test_block_and_folded_texts_keep_what_yaml_says() -> None:
    tree = read_yaml(b"a: |\n  one\n\n  two\nb: >-\n  three\n  four\n", "f.yml")
    assert tree.value == {"a": "one\n\ntwo\n", "b": "three four"}


def test_a_byte_order_mark_is_not_part_of_the_first_key() -> None:
    assert read_yaml(b"\xef\xbb\xbfa: b\n", "f.yml").value == {"a": "b"}


@pytest.mark.parametrize("empty", ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n"])
def test_a_file_without_content_has_no_value_and_no_problem(empty: str) -> None:
    tree = read_yaml(empty.encode(), "f.yml")
    assert (tree.value, tree.problems) == (None, ())


# --- places -----------------------------------------------------------------------------------------------------------


def test_every_key_and_value_has_its_place() -> None:
    tree = read_yaml("ä: ü\nlist:\n  - x\n  - {ß: y}\n".encode(), "f.yml")
    assert tree.place(("ä",)) == Place("f.yml", 1, 4)
    assert tree.place(("ä",), key=True) == Place("f.yml", 1, 1)
    assert tree.place(("list", 0)) == Place("f.yml", 3, 5)
    assert tree.place(("list", 1, "ß"), key=True) == Place("f.yml", 4, 6)
    assert tree.place(("list", 1, "ß")) == Place("f.yml", 4, 9)
    assert tree.value["list"][1]["ß"].place == Place("f.yml", 4, 9)


def test_what_is_not_there_is_placed_at_the_nearest_thing_around_it() -> None:
    tree = read_yaml(b"a:\n  b: c\n", "f.yml")
    assert tree.place(("a", "x", 0, "y")) == Place("f.yml", 2, 3)
    assert Tree("f.yml").place(("a",)) == Place("f.yml")


def test_lines_are_counted_the_same_with_windows_line_ends() -> None:
    assert found("a: b\r\na: c\r\n") == [("duplicate-key", 2, 1)]


# --- what is refused --------------------------------------------------------------------------------------------------


def test_a_key_that_stands_twice_is_named_with_both_lines() -> None:
    tree = read_yaml(b"a: 1\nb: {x: 1}\na:\n  deep: [1, {2: 3}]\nb: again\n", "f.yml")
    assert [str(problem) for problem in tree.problems] == [
        'f.yml:3:1: error[duplicate-key] "a" stands here a second time; the first is on line 1; remove one of the two',
        'f.yml:5:1: error[duplicate-key] "b" stands here a second time; the first is on line 2; remove one of the two',
    ]
    assert tree.value == {"a": "1", "b": {"x": "1"}}


def test_an_entry_whose_hyphen_is_missing_is_told_once() -> None:
    (problem,) = read_yaml(
        b"a:\n  - t: 1\n    u: 2\n    t: 3\n    u: 4\n    t: 5\n  - t: 6\n    u: 7\n", "f.yml"
    ).problems
    assert (problem.code, problem.line) == ("duplicate-key", 4)
    assert problem.fix.endswith("put a hyphen and a space before it")
    (other,) = read_yaml(b"- t: 1\n  u: 2\n  u: 3\n", "f.yml").problems
    assert other.fix == "remove one of the two"


def test_the_same_key_in_another_mapping_is_no_duplicate() -> None:
    assert found("a: {x: 1}\nb: {x: 1}\nc:\n  - x: 1\n  - x: 1\n") == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("a: b\n---\nc: d\n", [("second-document", 2, 1)]),
        ("a: &x b\nc: *x\n", [("yaml-alias", 1, 4), ("yaml-alias", 2, 4)]),
        ("&x a: b\n", [("yaml-alias", 1, 1)]),
        ("a: !!int 1\nb: !python/object:os.system {}\n", [("yaml-tag", 1, 4), ("yaml-tag", 2, 4)]),
        ("!!str a: b\n", [("yaml-tag", 1, 1)]),
        ("? [a, b]\n: c\nd: e\n", [("yaml-key", 1, 3)]),
        ("a: {{ x }}\n", [("template-placeholder", 1, 4)]),
        ("{{ x }}: a\n", [("template-placeholder", 1, 1)]),
        ("{% if x %}\na: b\n{% endif %}\n", [("template-placeholder", 1, 2)]),
        ("a:\n  <<: {b: c}\n  d: e\n", [("yaml-merge", 2, 3)]),
        ("a: [\n", [("yaml-syntax", 2, 1)]),
        ("a: 'b\nc: d\n", [("yaml-syntax", 1, 4)]),
        ('a: "b', [("yaml-syntax", 1, 4)]),
        ("a: b: c\n", [("yaml-syntax", 1, 5)]),
        ("a:\n\tb: c\n", [("tab", 2, 1)]),
        ("a: b\n \t c: d\n", [("tab", 2, 2)]),
        ("a: b\n  c: d\n", [("yaml-syntax", 2, 4)]),
        ("a: @b\n", [("yaml-syntax", 1, 4)]),
        ("a: b\x07c\n", [("control-character", 1, 5)]),
        ("a: b\x00c\n", [("control-character", 1, 5)]),
        ("ä: ü\nb: é\x07\n", [("control-character", 2, 5)]),
        (b"a: caf\xe9\n", [("wrong-encoding", 1, 7)]),
        ("ä: ü\nb: é".encode() + b"\xff\n", [("wrong-encoding", 2, 5)]),
        ("a: b\n".encode("utf-16"), [("wrong-encoding", 1, 1)]),
        ("a: b\n".encode("utf-16-be"), [("wrong-encoding", 1, 1)]),
        ("a: b\n".encode("utf-16-le"), [("wrong-encoding", 1, 1)]),
        ("a: b\n".encode("utf-32"), [("wrong-encoding", 1, 1)]),
    ],
)
def test_what_is_wrong_with_the_syntax_is_named_where_it_is(
    typed: str | bytes, expected: list[tuple[str, int, int]]
) -> None:
    assert found(typed) == expected


def test_a_tab_is_named_as_the_cause() -> None:
    (problem,) = read_yaml(b"a:\n\tb: c\n", "f.yml").problems
    assert (problem.code, problem.fix) == ("tab", "indent with spaces, not with tabs")


def test_every_line_that_is_indented_with_a_tab_is_told_at_once() -> None:
    lines = ["a:", "\tb: c", "", "d:", "\t- e", "  \tf: g", "  h: |", "\twords that go on", "\t\t", "i:\tj", "\t-"]
    assert [
        (each.code, each.line, each.column, each.width) for each in read_yaml("\n".join(lines).encode(), "f").problems
    ] == [
        ("tab", 2, 1, 1),
        ("tab", 5, 1, 1),
        ("tab", 6, 3, 1),
        ("tab", 11, 1, 1),
    ]
    many = read_yaml(b"a:\n" + b"\tb: c\n" * 200, "f").problems
    assert [each.code for each in many] == ["tab"] * MAX_PROBLEMS + ["more-problems"]


def test_a_key_that_a_template_would_write_gets_advice() -> None:
    (problem,) = read_yaml(b"title: {{ name }}\n", "f.yml").problems
    assert "quotes" in problem.fix


@pytest.mark.parametrize("deep", ["[" * 5000, "[" * 40 + "]" * 40, "{a: " * 400 + "}" * 400, "- " * 400 + "x"])
def test_deep_nesting_ends_in_a_problem(deep: str) -> None:
    ((code, line, _),) = found(deep)
    assert (code, line) == ("too-deep", 1)


def test_depth_is_allowed_up_to_the_limit() -> None:
    assert found("[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH) == []
    assert found("[" * (MAX_DEPTH + 1) + "x" + "]" * (MAX_DEPTH + 1)) == [("too-deep", 1, MAX_DEPTH + 1)]


def test_a_file_that_is_too_large_is_not_parsed() -> None:
    assert found(b"a: " + b"x" * MAX_BYTES) == [("file-too-large", 0, 0)]


def test_problems_before_a_syntax_error_are_told_too() -> None:
    assert found("a: 1\na: 2\nb: *x\nc: [\n") == [
        ("duplicate-key", 2, 1),
        ("yaml-alias", 3, 4),
        ("yaml-syntax", 5, 1),
    ]


# --- properties -------------------------------------------------------------------------------------------------------

# Every character that can be seen; the line ends that YAML folds are not part of the question, nor are the letters that
# begin a garbled one.
characters = st.characters(
    codec="utf-8",
    exclude_categories=["Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp"],
    exclude_characters="\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufffdÂÃÄÅÆÇÈÉâ",
)
scalars = st.text(characters, min_size=1, max_size=20) | st.sampled_from(LOOKALIKES)
documents = st.dictionaries(
    scalars,
    st.recursive(
        scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(scalars, inner, max_size=4), max_leaves=12
    ),
    min_size=1,
    max_size=5,
)


@given(documents)
def test_what_is_dumped_is_read_back(document: dict[str, object]) -> None:
    text = yaml.safe_dump(document, allow_unicode=True, default_style='"')
    # PyYAML tags what it quotes only where its own reader would guess a type; Visavis guesses none.
    tree = read_yaml(text.encode(), "f.yml")
    assert (tree.problems, tree.value) == ((), document)


@given(documents)
def test_every_value_stands_where_its_place_says(document: dict[str, object]) -> None:
    lines = yaml.safe_dump(document, allow_unicode=True, default_style='"', width=10_000).splitlines()
    tree = read_yaml("\n".join(lines).encode(), "f.yml")
    for path, place in tree.keys.items():
        assert lines[place.line - 1][place.column - 1 :].startswith(('"', "? ")), path


def within(problem: Problem, text: str) -> bool:
    """Whether the place is a character of the text, or the end of one of its lines."""
    lines = split_lines(text)
    if not problem.line:
        return problem.column == 0
    return problem.line <= len(lines) and 1 <= problem.column <= len(lines[problem.line - 1]) + 1


@given(st.binary(max_size=300))
@example(b"\xff")
@example(b"a\x00b: c")
def test_random_bytes_are_read_or_told_as_problems_within_the_file(data: bytes) -> None:
    tree = read_yaml(data, "f.yml")
    for problem in tree.problems:
        assert problem.file == "f.yml"
        assert problem.message
        assert problem.fix
        assert within(problem, decode_lossy(data)), problem


@examples(10)
@example("a: [\n")
@given(st.text(st.sampled_from("ab:-?[]{},&*!|>'\"%@`# \n\t~\r\\\x85é"), max_size=60))
def test_random_punctuation_is_never_an_exception_and_places_lie_within_the_text(text: str) -> None:
    for problem in read_yaml(text.encode(), "f.yml").problems:
        assert within(problem, text), problem
