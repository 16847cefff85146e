"""A week of five days in quarters of a day: nobody judges a week by the minute.

In: percentages of a week. Out: whole quarters that make five days, and their words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

WEEK = 20
_WHOLE = 100
_FRACTIONS = ("", "¼", "½", "¾")
_DAY = len(_FRACTIONS)


@dataclass(frozen=True, slots=True)
class Time:
    """Quarters of a day, to the nearest; `some` tells a time that is too short for one from none."""

    quarters: int
    some: bool


def rounded(shares: Mapping[str, int]) -> Mapping[str, Time]:
    """Each share in quarters of a day, by the method of the largest remainder; the first of equals is rounded up."""
    return _rounded(tuple(shares.items()))


@lru_cache(maxsize=64)  # each activity of each role asks, in every size that is tried
def _rounded(named: tuple[tuple[str, int], ...]) -> Mapping[str, Time]:
    shares = dict(named)
    whole = {name: percent * WEEK // _WHOLE for name, percent in shares.items()}
    by_remainder = sorted(shares, key=lambda name: -(shares[name] * WEEK % _WHOLE))
    up = by_remainder[: WEEK - sum(whole.values())]
    return {name: Time(count + (name in up), shares[name] > 0) for name, count in whole.items()}


def number(time: Time) -> str:
    """As a number of days: 1½."""
    if not time.quarters:
        return "<¼" if time.some else "0"
    days, rest = divmod(time.quarters, _DAY)
    return f"{days or ''}{_FRACTIONS[rest]}"


def days(time: Time) -> str:
    """As days: 1½ days."""
    if time.some and not time.quarters:
        return "under ¼ day"
    return f"{number(time)} {'day' if 0 < time.quarters <= _DAY else 'days'}"
