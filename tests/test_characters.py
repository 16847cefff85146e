"""Hidden characters are spelt out, and lines are counted as editors count them."""

from __future__ import annotations

import pytest

from generator.problems.characters import decode, lines_of, place_in, visible


@pytest.mark.parametrize(
    "char", ["\0", "\x1b", "\x7f", "\x85", "\xad", "\u200b", "\u202e", "\u2028", "\ufeff", "\U000e0041"]
)
def test_what_cannot_be_seen_is_named(char: str) -> None:
    assert visible(f"a{char}b") == f"a<U+{ord(char):04X}>b"


@pytest.mark.parametrize("text", ["", "plain", "é 犬 👍 – “quoted”", "a\u00a0b"])
def test_what_can_be_seen_stays(text: str) -> None:
    assert visible(text) == text


def test_lines_end_as_in_an_editor() -> None:
    assert lines_of("a\nb\r\nc\rd\u2028e\x85f") == ["a", "b", "c", "d\u2028e\x85f"]
    assert place_in("a\r\nbc", 4) == (2, 2)
    assert place_in("", 0) == (1, 1)


def test_bytes_are_shown_whatever_they_are() -> None:
    assert decode(b"\xef\xbb\xbfa") == "a"
    assert decode(b"a\xff") == "a\ufffd"
    assert decode("é".encode("utf-16")) == "é"
    assert decode(b"\xff\xfea") == "\ufffd"
