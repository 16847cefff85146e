"""How many entries a size shows, and the words that count them."""

from __future__ import annotations

import pytest

from generator.infographics.parts.shown import Limits, count, counted, first, more, most
from generator.layout.sizes import SIZES
from infographics.conftest import view_of

LIMITS: Limits = {"slide": {2: 4, 3: (3, 5)}}


@pytest.mark.parametrize(
    ("subject", "size", "entries", "some"),
    [
        ("two wards", "slide", 4, 4),
        ("two wards", "slide", 5, 4),
        ("three wards", "slide", 5, 5),
        ("three wards", "slide", 6, 3),
        ("four wards", "slide", 20, 20),
        ("two wards", "page", 20, 20),
    ],
)
def test_a_size_shows_as_many_as_it_has_room_for(subject: str, size: str, entries: int, some: int) -> None:
    view = view_of(subject)
    assert most(LIMITS, view, SIZES[size], entries) == some
    assert first(LIMITS, view, SIZES[size], range(entries)) == range(some)


def test_words_count_what_is_left_out_only() -> None:
    assert (count("abc", "abcde"), count("abc", "abc")) == (", 3 of 5", "")
    assert (counted("Skills", "abc", "abcde"), counted("Skills", "abc", "abc")) == ("Skills, 3 of 5", "Skills")
    assert (more("abc", "abcde"), more("abc", "abc")) == (("2 more",), ())
