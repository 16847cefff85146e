"""Measuring and breaking: nothing is lost, nothing sticks out, no line more than needed."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from generator.brand.typography import Style, Weight
from generator.layout.text import Fonts, break_lines, join, words

PLAIN = Style(13.0)
BALANCED = Style(16.0, Weight.SEMIBOLD, 1.2, -0.012, balanced=True)
TRACKED = Style(9.6, Weight.SEMIBOLD, 1.2, 0.075)
STYLES = (PLAIN, BALANCED, TRACKED)

word = st.text("abcdefghijklmnopqrstuvwxyzABMNOWéßλД$&()'’.,;0123456789", min_size=1, max_size=12)
compound = st.tuples(word, st.sampled_from(["-", "–", "/", "…", "- ", " – "]), word).map("".join)
sentences = st.lists(word | compound, min_size=1, max_size=14).map(" ".join).filter(lambda text: "  " not in text)
widths = st.floats(20, 400)


def greedy(fonts: Fonts, text: str, style: Style, width: float) -> int:
    """How many lines first fit takes, which is the least there can be."""
    lines, line = 1, []
    for piece in words(text):
        if line and fonts.width(join([*line, piece]), style) > width + 1e-6:
            lines, line = lines + 1, [piece]
        else:
            line = [*line, piece]
    return lines


@given(sentences, st.sampled_from(STYLES), widths)
def test_the_lines_joined_are_the_text(fonts: Fonts, text: str, style: Style, width: float) -> None:
    rest = text
    for line in break_lines(fonts, text, style, width):
        assert line == line.strip()
        assert line
        assert rest.startswith(line)
        rest = rest.removeprefix(line).removeprefix(" ")
    assert rest == ""


@given(sentences, st.sampled_from(STYLES), widths)
@example("AAA BBB CCC", TRACKED, 46.0)
def test_no_line_is_wider_than_its_room(fonts: Fonts, text: str, style: Style, width: float) -> None:
    for line in break_lines(fonts, text, style, width):
        assert fonts.width(line, style) <= width + 0.01 or len(words(line)) == 1, line


@given(sentences, st.sampled_from(STYLES), widths)
def test_there_are_no_more_lines_than_needed(fonts: Fonts, text: str, style: Style, width: float) -> None:
    assert len(break_lines(fonts, text, style, width)) == greedy(fonts, text, style, width)


@given(sentences, st.sampled_from(STYLES))
def test_the_whole_width_takes_one_line_and_the_widest_word_is_enough(fonts: Fonts, text: str, style: Style) -> None:
    assert break_lines(fonts, text, style, fonts.width(text, style)) == (text,)
    narrow = max(fonts.width(piece.text, style) for piece in words(text))
    for line in break_lines(fonts, text, style, narrow):
        assert fonts.width(line, style) <= narrow + 0.01


@given(st.lists(st.text("abcdefghijklmnop", min_size=2, max_size=7), min_size=5, max_size=14).map(" ".join))
def test_no_short_word_is_left_alone_where_another_can_keep_it_company(fonts: Fonts, text: str) -> None:
    width = 150.0
    lines = break_lines(fonts, text, PLAIN, width)
    assume(len(lines) > 1)
    assert len(lines[-1].split()) > 1 or fonts.width(lines[-1], PLAIN) >= 0.3 * width, lines


def test_a_balanced_text_has_lines_of_much_the_same_length(fonts: Fonts) -> None:
    text = "Go deep with a few chains or go wide with many independent shops"
    width = fonts.width(text, BALANCED) * 0.8
    first, second = break_lines(fonts, text, BALANCED, width)
    assert abs(fonts.width(first, BALANCED) - fonts.width(second, BALANCED)) < 0.2 * width


@pytest.mark.parametrize(
    ("widest", "lines"),
    [
        ("Measured by accounts kept,", ["Measured by accounts kept,", "or by an area covered"]),
        ("or many small: an example", ["Few large accounts", "or many small: an example"]),
        ("marketing, the other", ["One works with", "marketing, the other", "with logistics"]),
        ("or one at each of many", ["Many contacts", "at one client,", "or one at each of many"]),
    ],
)
def test_lines_of_a_balanced_text_end_where_the_sentence_pauses(fonts: Fonts, widest: str, lines: list[str]) -> None:
    width = fonts.width(widest, BALANCED) * 1.05
    assert list(break_lines(fonts, " ".join(lines), BALANCED, width)) == lines


def test_an_abbreviation_may_end_a_line_as_any_word(fonts: Fonts) -> None:
    width = fonts.width("Appoint the first KAM", BALANCED) * 1.02
    assert break_lines(fonts, "Appoint the first KAM before shops", BALANCED, width) == (
        "Appoint the first",
        "KAM before shops",
    )


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("One grows clients, the other wins new ones", ("One grows clients,", "the other wins new ones")),
        ("Shared skills, mostly at different levels", ("Shared skills,", "mostly at different levels")),
        # Not at any price: one word above a full line is worse than a clause that runs over.
        ("Yes, a title of which the first clause is short", ("Yes, a title of which", "the first clause is short")),
    ],
)
def test_a_balanced_text_breaks_where_a_clause_ends(fonts: Fonts, text: str, lines: tuple[str, ...]) -> None:
    assert break_lines(fonts, text, BALANCED, fonts.width(max(lines, key=len), BALANCED) * 1.15) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Depth in a few strategic accounts", ("Depth in a few", "strategic accounts")),
        # Another word alone above is no better.
        ("Keep and extend", ("Keep and", "extend")),
        ("Cross-team coordination", ("Cross-team", "coordination")),
    ],
)
def test_a_last_word_has_company_where_the_line_above_can_spare_it(
    fonts: Fonts, text: str, lines: tuple[str, ...]
) -> None:
    assert break_lines(fonts, text, PLAIN, fonts.width(text, PLAIN) * 0.78) == lines


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("sell-in", ["sell-", "in"]),
        ("sell-in/sell-out", ["sell-", "in/", "sell-", "out"]),
        ("2024–2025", ["2024–", "2025"]),
        ("week—month", ["week—", "month"]),
        ("a - b", ["a", "-", "b"]),
        ("-5", ["-5"]),
        ("(-)x", ["(-)x"]),
        ("up-", ["up-"]),
        ("Straße", ["Straße"]),
    ],
)
def test_words_break_after_hyphens_dashes_and_slashes_inside_them(text: str, pieces: list[str]) -> None:
    assert [piece.text for piece in words(text)] == pieces
    assert join(words(text)) == text


def test_a_hyphenated_word_is_broken_without_a_space(fonts: Fonts) -> None:
    assert break_lines(fonts, "sell-through", PLAIN, 60.0) == ("sell-", "through")


def test_nothing_fits_into_no_room(fonts: Fonts) -> None:
    assert break_lines(fonts, "one two", PLAIN, 0.0) == ("one", "two")
    assert break_lines(fonts, "one two", PLAIN, -5.0) == ("one", "two")


@given(sentences, st.floats(-0.03, 0.1).filter(lambda value: abs(value) > 1e-3))
def test_tracked_letters_follow_each_other_up_to_the_width(fonts: Fonts, text: str, tracking: float) -> None:
    style = Style(10.0, Weight.SEMIBOLD, tracking=tracking)
    _, parts = fonts.line(text, style)
    starts = [x for _, x in parts]
    assert starts == sorted(set(starts))
    assert "".join(part for part, _ in parts) == text  # blanks too, for whoever copies or searches
    last, x = parts[-1]
    assert x + fonts.width(last, style) == pytest.approx(fonts.width(text, style), abs=0.002)


def test_a_letter_and_its_accent_stay_together(fonts: Fonts) -> None:
    assert [part for part, _ in fonts.line("Zoe\u0308", TRACKED)[1]] == ["Z", "o", "e\u0308"]


def test_text_without_tracking_is_drawn_in_one_piece(fonts: Fonts) -> None:
    assert fonts.line("AV fi →", PLAIN)[1] == (("AV fi →", 0.0),)


def test_width_grows_with_the_size(fonts: Fonts) -> None:
    assert fonts.width("Täglich", Style(20.0)) == pytest.approx(2 * fonts.width("Täglich", Style(10.0)))


def test_kerning_counts(fonts: Fonts) -> None:
    assert fonts.width("AV", PLAIN) < fonts.width("A", PLAIN) + fonts.width("V", PLAIN)


def test_missing_characters_are_found_each_once(fonts: Fonts) -> None:
    assert fonts.missing("Å → β Ж €", Weight.REGULAR) == ""
    assert fonts.missing("犬 🐕 犬", Weight.REGULAR) == "犬🐕"
    assert fonts.missing("a\u00a0b\tc", Weight.REGULAR) == ""
