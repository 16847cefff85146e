"""Percentages as quarter days: five days in all, none further off than a quarter, one wording for each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.infographics.kinds.week_in_the_role.quarter_days import WEEK, Time, days, number, rounded

weeks = st.lists(st.integers(0, 100), max_size=8).map(
    lambda cuts: {
        str(place): high - low
        for place, (low, high) in enumerate(zip([0, *sorted(cuts)], [*sorted(cuts), 100], strict=True))
    }
)


@given(weeks)
def test_a_week_stays_five_days_and_no_share_moves_by_a_quarter(shares: dict[str, int]) -> None:
    times = rounded(shares)
    assert sum(time.quarters for time in times.values()) == WEEK
    for name, percent in shares.items():
        assert abs(times[name].quarters - percent * WEEK / 100) < 1
        assert times[name].some == (percent > 0)


def test_shares_of_whole_quarters_are_kept_and_the_largest_remainder_is_rounded_up() -> None:
    assert [time.quarters for time in rounded({"a": 25, "b": 75}).values()] == [5, 15]
    assert [time.quarters for time in rounded({"a": 33, "b": 33, "c": 34}).values()] == [7, 6, 7]


@pytest.mark.parametrize(
    ("time", "short", "long"),
    [
        (Time(0, some=False), "0", "0 days"),
        (Time(0, some=True), "<¼", "under ¼ day"),
        (Time(1, some=True), "¼", "¼ day"),
        (Time(4, some=True), "1", "1 day"),
        (Time(6, some=True), "1½", "1½ days"),
        (Time(20, some=True), "5", "5 days"),
    ],
)
def test_a_time_is_written_as_days(time: Time, short: str, long: str) -> None:
    assert (number(time), days(time)) == (short, long)
