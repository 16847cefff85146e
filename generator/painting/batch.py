"""Painting many frames: what is in the cache is not painted again, the rest is shared among all cores.

In: jobs. Out: the bytes of every target.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from generator.painting.cache import Cache, key
from generator.painting.job import Job
from generator.painting.surroundings import keep_in
from generator.painting.target import Target
from generator.painting.worker_pool import load_painting, paint_each, paint_here


def paint_all(
    jobs: Iterable[Job], cache: Cache, workers: int, on_painted: Callable[[int, int], None] | None = None
) -> dict[tuple[str, Target], bytes]:
    """The bytes of every target by (picture, target). `on_painted` hears (files done, files to paint).

    OutputError: a worker was killed twice over the same picture, memory is too little, or the cache cannot be written.
    """
    painted: dict[tuple[str, Target], bytes] = {}
    keys: dict[tuple[str, Target], str] = {}
    left: list[Job] = []
    for job in jobs:
        for target in job.targets:
            name = (job.picture, target)
            keys[name] = key(job, target)
            if (data := cache.get(keys[name])) is not None:
                painted[name] = data
        missing = tuple(target for target in job.targets if (job.picture, target) not in painted)
        if missing:
            left.append(replace(job, targets=missing))
    keep_in(cache.libraries)
    total = sum(len(job.targets) for job in left)
    done = 0
    for job, results in paint_each(left, workers):
        for target, data in results.items():
            cache.put(keys[job.picture, target], data)
            painted[job.picture, target] = data
        done += len(results)
        if on_painted:
            on_painted(done, total)
    return painted


def paint_one(job: Job, cache: Cache) -> dict[Target, bytes]:
    """The bytes of every target of the job, painted anew and not kept. OutputError: there is too little memory."""
    keep_in(cache.libraries)
    return paint_here(job)


def warm_up(cache: Cache) -> None:
    """Loads what painting needs: now, and not with the first picture."""
    keep_in(cache.libraries)
    load_painting()
