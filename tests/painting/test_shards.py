"""Shares of all jobs: nothing twice, nothing left out, none much larger than another."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache

import pytest
from small_jobs import small

from generator.layout.frame import Frame
from generator.painting.job import Job
from generator.painting.shards import Shard, cost, shared
from generator.painting.target import targets

COUNTS = (1, 2, 3, 7, 20)


@cache
def jobs() -> tuple[Job, ...]:
    """In the sizes and themes that are published: PNGs, SVGs and PDFs, small and large."""
    base = small("one")
    grouped = [(size, theme) for size in ("page", "slide", "square", "phone") for theme in ("light", "dark")]
    return tuple(
        replace(
            base,
            picture=f"{name}-{size}",
            frame=Frame(300.0 + 90 * name, 540.0),
            targets=(*targets((size,), (theme,)),),
        )
        for name in range(16)
        for size, theme in grouped
    )


def of(count: int, every: tuple[Job, ...]) -> list[list[Job]]:
    return [shared(every, Shard(number, count)) for number in range(1, count + 1)]


def names(found: list[Job]) -> set[tuple[str, str]]:
    return {(job.picture, job.targets[0].theme) for job in found}


@pytest.mark.parametrize("count", COUNTS)
def test_every_job_is_in_exactly_one_share(count: int) -> None:
    listed = [name for share in of(count, jobs()) for name in names(share)]
    assert len(listed) == len(set(listed)) == len(jobs())


def test_the_order_of_the_jobs_does_not_matter() -> None:
    mixed = list(jobs())
    random.Random(7).shuffle(mixed)
    assert [names(share) for share in of(5, jobs())] == [names(share) for share in of(5, tuple(mixed))]


@pytest.mark.parametrize("count", [2, 7, 12])
def test_shares_take_about_the_same_time(count: int) -> None:
    loads = [sum(map(cost, share)) for share in of(count, jobs())]
    assert max(loads) <= 1.1 * sum(loads) / count


def test_a_changed_picture_leaves_most_others_where_they_were() -> None:
    first, *rest = jobs()
    before, after = of(8, jobs()), of(8, (replace(first, title="Another"), *rest))
    moved = sum(len(names(one) - names(other)) for one, other in zip(before, after, strict=True))
    assert moved <= len(jobs()) / 5


def test_more_shares_than_jobs_leave_some_with_nothing() -> None:
    shares = of(20, jobs()[:3])
    assert sorted(map(len, shares)) == [0] * 17 + [1] * 3


def test_a_job_costs_by_what_is_drawn() -> None:
    large, little = small("one", height=300.0), small("one", height=30.0)
    assert cost(large) > cost(little)
    assert cost(replace(large, targets=large.targets[:1])) < cost(large)
