"""Fitting: the largest type that has room, never below the legible size."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.brand.typography import Ramp
from generator.layout.box import Box
from generator.layout.boxes import Stack
from generator.layout.fit import STEP, fit, most_that_fits, steps
from generator.layout.frame import Block, Rect
from generator.layout.leaves import Canvas, Text
from generator.layout.text import Fonts
from generator.problems.errors import Overflow

sizes = st.tuples(st.floats(3, 14), st.floats(5, 40)).filter(lambda pair: pair[0] < pair[1] * 0.74)


@given(sizes)
def test_the_ladder_goes_down_in_even_steps_to_the_legible_size(pair: tuple[float, float]) -> None:
    legible, largest = pair
    ladder = steps(largest, legible)
    assert ladder[0] == pytest.approx(largest, abs=1e-4)
    assert Ramp(ladder[-1]).smallest == pytest.approx(legible, abs=1e-3)
    assert all(STEP - 0.001 <= low / high < 1 for high, low in itertools.pairwise(ladder[:-1]))
    assert ladder[-2] >= ladder[-1]


def test_a_ladder_of_one_size() -> None:
    assert set(steps(10.0, 20.0)) == {10.0}
    assert set(steps(10.0, 7.4)) == {10.0}


@given(sizes, st.floats(10, 400))
def test_the_largest_step_that_fits_is_taken(pair: tuple[float, float], room: float) -> None:
    legible, largest = pair

    def compose(ramp: Ramp) -> Box:
        return Canvas(lambda *_: (Block(Rect(0.0, 0.0, ramp.body, 1.0), "ink"),), height=ramp.body * 10)

    fitting = [step for step in steps(largest, legible) if step * 10 <= room + 0.01]
    if not fitting:
        with pytest.raises(Overflow) as caught:
            fit(compose, 100.0, room, largest=largest, legible=legible)
        assert caught.value.need == pytest.approx(steps(largest, legible)[-1] * 10)
        return
    (found,) = fit(compose, 100.0, room, largest=largest, legible=legible).items
    assert found.rect.width == fitting[0]


def test_the_overflow_names_the_text_that_is_too_long(fonts: Fonts) -> None:
    def compose(ramp: Ramp) -> Box:
        return Stack([Text(words, ramp.style("body"), fonts) for words in ("short", "much too long for here")])

    with pytest.raises(Overflow) as caught:
        fit(compose, 40.0, 20.0, largest=20.0, legible=7.0)
    assert caught.value.text == "much too long for here"
    with pytest.raises(Overflow) as caught:
        fit(compose, 10.0, None, largest=20.0, legible=7.0)
    assert caught.value.text == "short"


def test_without_a_height_only_width_makes_the_type_smaller(fonts: Fonts) -> None:
    def compose(ramp: Ramp) -> Box:
        return Text("one two three four " * 20 + "five", ramp.style("body"), fonts)

    (size,) = {line.size for line in fit(compose, 100.0, None, largest=15.0, legible=7.0).lines}
    assert size == 15.0
    (size,) = {line.size for line in fit(compose, 30.0, None, largest=15.0, legible=5.0).lines}
    assert size < 15.0


def test_a_filled_page_is_as_high_as_asked(fonts: Fonts) -> None:
    frame = fit(lambda ramp: Text("words", ramp.style("body"), fonts), 100.0, 70.0, largest=12.0, legible=7.0)
    assert (frame.width, frame.height) == (100.0, 70.0)


@given(st.integers(0, 300))
def test_the_largest_number_that_fits_is_found_in_few_attempts(most: int) -> None:
    tried = []

    def attempt(number: int) -> None:
        tried.append(number)
        if number > most:
            raise Overflow(need=number, room=most, text=str(number), axis="height")

    number, overflow = most_that_fits(attempt)
    assert number == most
    assert overflow
    assert overflow.need == most + 1
    assert len(tried) == len(set(tried)) <= 2 * (most + 1).bit_length() + 2


def test_where_any_number_fits_all_do() -> None:
    assert most_that_fits(lambda number: None) == (1024, None)


def test_where_not_even_the_least_fits_the_overflow_is_that_of_the_least() -> None:
    def attempt(number: int) -> None:
        raise Overflow(need=number + 1, room=0, text="", axis="height")

    with pytest.raises(Overflow) as caught:
        most_that_fits(attempt)
    assert caught.value.need == 1
