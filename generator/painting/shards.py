"""A share of all jobs for one of several machines, each of which finds it by itself.

In: all jobs, and which of how many shares is wanted. Out: its jobs. The same on every machine and in whatever order
the jobs come; every job is in exactly one share.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from generator.painting.job import Job
from generator.painting.keys import key

# What a vector file costs, in pixels of a drawing that take as long, and what a PNG costs by the drawing it is made of.
_VECTOR = 1_000_000
_ENCODING = 0.5
_ROOM = 1.03  # how much more than the mean a share may have before its jobs go to another one


@dataclass(frozen=True, slots=True)
class Shard:
    """Share `number`, from 1, of `count`."""

    number: int
    count: int

    def __str__(self) -> str:
        return f"{self.number}/{self.count}"


def shared(jobs: Iterable[Job], shard: Shard) -> list[Job]:
    """The jobs of this share.

    Costly jobs first, each goes to the share that its own key likes best of those that have room (rendezvous hashing
    with bounded loads): shares differ by a few percent, and where one picture changes most others stay where they were.
    """
    keyed = sorted(((cost(job), _key(job), job) for job in jobs), key=lambda one: (-one[0], one[1]))
    most = _ROOM * sum(each for each, _, _ in keyed) / shard.count
    loads = [0.0] * shard.count
    mine = []
    for each, name, job in keyed:
        liked = sorted(range(shard.count), key=lambda number: _liking(name, number))
        free = (number for number in liked if loads[number] + each <= most)
        number = next(free, min(liked, key=loads.__getitem__))
        loads[number] += each
        if number == shard.number - 1:
            mine.append(job)
    return mine


def cost(job: Job) -> float:
    """About how long painting it takes, in pixels."""
    pngs = [target for target in job.targets if target.format == "png"]
    drawn = {(target.drawn_pixels, target.transparent) for target in pngs}
    area = job.frame.width * job.frame.height
    squared = sum(pixels**2 for pixels, _ in drawn) + _ENCODING * sum(target.pixels**2 for target in pngs)
    return area * squared + _VECTOR * (len(job.targets) - len(pngs))


def _key(job: Job) -> str:
    return "".join(key(job, target) for target in job.targets)


def _liking(name: str, number: int) -> bytes:
    return hashlib.sha256(f"{number}:{name}".encode()).digest()
