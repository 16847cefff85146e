"""How many entries a size shows, and the words that count them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.infographics.parts.shown import at_most, count, counted, first, more, unbroken
from generator.layout.sizes import SIZES
from generator.layout.text import words


@pytest.mark.parametrize(("most", "some"), [(None, 20), (30, 20), (20, 20), (7, 7), (1, 1), (0, 1)])
def test_a_size_shows_as_many_as_it_has_room_for_and_one_at_least(most: int | None, some: int) -> None:
    size = replace(SIZES["slide"], most=most)
    assert at_most(size, 20) == some
    assert first(size, range(20)) == range(some)
    assert first(size, range(20), 3) == range(min(some, 3))


def test_a_list_has_no_fewer_entries_than_make_sense() -> None:
    assert at_most(replace(SIZES["slide"], most=0), 20, least=2) == 2
    assert at_most(replace(SIZES["slide"], most=0), 1, least=2) == 1


def test_words_count_what_is_left_out_only() -> None:
    assert (count("abc", "abcde"), count("abc", "abc")) == (", 3 of 5", "")
    assert (counted("Skills", "abc", "abcde"), counted("Skills", "abc", "abc")) == ("Skills, 3 of 5", "Skills")
    assert (more("abc", "abcde"), more("abc", "abc")) == (("2 more",), ())


def test_a_count_stays_on_one_line_where_columns_are_narrow() -> None:
    whole = unbroken("Key Account Manager, 3 of 4", roles=3)
    assert [word.text for word in words(whole)] == [
        "Key",
        "Account",
        "Manager,",
        "3\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}4",
    ]
    assert unbroken("Key Account Manager, 3 of 4", roles=2) == "Key Account Manager, 3 of 4"
    assert unbroken("3 of 4 managers", roles=4) == "3 of 4 managers"
