"""Contrast as WCAG 2.2 defines it, against published values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.contrast import luminance, ratio

colours = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.48),  # the well-known grey that just fails on white …
        ("#767676", "#FFFFFF", 4.54),  # … and the one that just passes
        ("#FF0000", "#FFFFFF", 4.00),
        ("#0000ff", "#ffffff", 8.59),
        ("#00FF00", "#000000", 15.30),
        ("#030303", "#000000", 1.02),  # the straight part of the curve
    ],
)
def test_known_values(one: str, other: str, expected: float) -> None:
    assert ratio(one, other) == pytest.approx(expected, abs=0.005)


@given(colours, colours)
def test_the_ratio_lies_between_1_and_21_either_way_round(one: str, other: str) -> None:
    assert 1.0 <= ratio(one, other) == ratio(other, one) <= 21.0


@given(colours)
def test_luminance_lies_between_black_and_white(colour: str) -> None:
    assert luminance("#000000") == 0 <= luminance(colour) <= luminance("#FFFFFF") == pytest.approx(1.0)
