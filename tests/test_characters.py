"""Hidden characters are spelt out, and lines are counted as editors count them."""

from __future__ import annotations

import pytest

from generator.problems.characters import line_and_column, split_lines, visible
from generator.problems.decoding import decode_lossy


@pytest.mark.parametrize(
    "char", ["\0", "\x1b", "\x7f", "\x85", "\xad", "\u200b", "\u202e", "\u2028", "\ufeff", "\U000e0041"]
)
def test_what_cannot_be_seen_is_named(char: str) -> None:
    assert visible(f"a{char}b") == f"a<U+{ord(char):04X}>b"


@pytest.mark.parametrize("text", ["", "plain", "é 犬 👍 – “quoted”", "a\u00a0b"])
def test_what_can_be_seen_stays(text: str) -> None:
    assert visible(text) == text


def test_lines_end_as_in_an_editor() -> None:
    assert split_lines("a\nb\r\nc\rd\u2028e\x85f") == ["a", "b", "c", "d\u2028e\x85f"]
    assert line_and_column("a\r\nbc", 4) == (2, 2)
    assert line_and_column("", 0) == (1, 1)


def test_bytes_are_shown_whatever_they_are() -> None:
    assert decode_lossy(b"\xef\xbb\xbfa") == "a"
    assert decode_lossy(b"a\xff") == "a\ufffd"
    assert decode_lossy("é".encode("utf-16")) == "é"
    assert decode_lossy(b"\xff\xfea") == "\ufffd"
