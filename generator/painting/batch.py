"""Painting many frames: what is in the cache is not painted again, the rest is shared among processes.

In: jobs. Out: the bytes of every target.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace

from generator.painting.cache import Cache
from generator.painting.job import Job
from generator.painting.kept_files import KeptFiles, Name
from generator.painting.keys import key
from generator.painting.painter import Painted, Painter, Stored
from generator.painting.surroundings import keep_in
from generator.painting.target import Target
from generator.painting.worker_pool import Processes, load_painting, paint_here

OnPainted = Callable[[int, int], None]


def paint_all(
    jobs: Iterable[Job], cache: Cache, painter: Painter | int, on_painted: OnPainted | None = None
) -> Mapping[Name, bytes]:
    """The bytes of every target by (picture, target), which stay in the cache until they are asked for. A number is one
    of processes. `on_painted` hears (files done, files to paint).

    OutputError: a worker was killed twice over the same picture, memory is too little, or the cache cannot be written.
    """
    wanted = list(jobs)
    keys = _keys(wanted)
    cache.fetch(keys.values())
    left = list(_rest(wanted, {name for name, one in keys.items() if cache.has(one)}))
    by = Processes(painter) if isinstance(painter, int) else painter
    told: dict[Name, str] = {}
    for job, results in _each(left, cache, by, keys, on_painted):
        told |= {(job.picture, target): data.digest for target, data in results.items() if isinstance(data, Stored)}
    cache.fetch(keys[name] for name in told)
    return KeptFiles(wanted, keys, cache, told)


@dataclass(frozen=True, slots=True)
class Share:
    """How many files there were to see to, and how many of them were painted."""

    files: int
    painted: int


def paint_share(jobs: Iterable[Job], cache: Cache, painter: Painter, on_painted: OnPainted | None = None) -> Share:
    """Sees to it that the cache has every target; none of them stays in memory. OutputError: as in `paint_all`."""
    wanted = list(jobs)
    keys = _keys(wanted)
    lacking = cache.lacking(keys.values())
    left = list(_rest(wanted, {name for name, one in keys.items() if one not in lacking}))
    count = sum(len(results) for _, results in _each(left, cache, painter, keys, on_painted))
    return Share(len(keys), count)


def _keys(jobs: Iterable[Job]) -> dict[Name, str]:
    return {(job.picture, target): key(job, target) for job in jobs for target in job.targets}


def _rest(jobs: Iterable[Job], done: Collection[Name]) -> Iterator[Job]:
    """What is left of the jobs."""
    for job in jobs:
        missing = tuple(target for target in job.targets if (job.picture, target) not in done)
        if missing:
            yield replace(job, targets=missing)


def _each(
    jobs: list[Job], cache: Cache, painter: Painter, keys: Mapping[Name, str], on_painted: OnPainted | None
) -> Generator[Painted, None, None]:
    """Paints them all, and keeps what was not put into the store by whoever painted it."""
    keep_in(cache.libraries)
    total, done = sum(len(job.targets) for job in jobs), 0
    with closing(painter.paint_each(jobs)) as each:
        for job, results in each:
            for target, data in results.items():
                if not isinstance(data, Stored):
                    cache.put(keys[job.picture, target], data)
            done += len(results)
            if on_painted:
                on_painted(done, total)
            yield job, results


def paint_one(job: Job, cache: Cache) -> dict[Target, bytes]:
    """The bytes of every target of the job, painted anew and not kept. OutputError: there is too little memory."""
    keep_in(cache.libraries)
    return paint_here(job)


def warm_up(cache: Cache) -> None:
    """Loads what painting needs: now, and not with the first picture."""
    keep_in(cache.libraries)
    load_painting()
