"""Fair timing on a machine that others use too.

In: contenders, each of which does its work once and says how many seconds that took. Out: all their times.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from statistics import median, quantiles
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
Times = dict[str, list[float]]


def race(contenders: Mapping[str, Callable[[], float]], rounds: int, *, warm_up: int = 0) -> Times:
    """Every contender once a round, each round begun by another, so that a busy minute hits all of them."""
    times: Times = {name: [] for name in contenders}
    names = list(contenders)
    for index in range(-warm_up, rounds):
        for name in names[index % len(names) :] + names[: index % len(names)]:
            seconds = contenders[name]()
            if index >= 0:
                times[name].append(seconds)
    return times


def ratio(times: Times, one: str, other: str) -> float:
    """The middle one of the rounds' ratios, for short works and many rounds.

    On a busy machine least times are less steady: contenders of one round have the same neighbours, their best rounds
    have not.
    """
    return median(_ratios(times, one, other))


def least(times: Times, one: str, other: str) -> float:
    """One's least time by the other's, for works so long that there are few rounds: disturbances only make slower."""
    return min(times[one]) / min(times[other])


def spread(times: Times, one: str, other: str) -> str:
    """How much the rounds disagree: the range of the middle half of their ratios."""
    low, middle, high = quantiles(_ratios(times, one, other), n=4, method="inclusive")
    return f"{middle:.3f}, half of the rounds between {low:.3f} and {high:.3f}"


def _ratios(times: Times, one: str, other: str) -> list[float]:
    return [a / b for a, b in zip(times[one], times[other], strict=True)]


def fresh(work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
    """What `work` returns in a new process, which begins as a build's worker does."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *arguments, **named).result()
