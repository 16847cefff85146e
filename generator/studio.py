"""Painting many frames: what is in the cache is not painted again, the rest is shared among all cores.

In: jobs. Out: the bytes of every target. A cache entry carries its own hash, so a damaged one is a miss.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import multiprocessing
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import replace
from functools import cache
from pathlib import Path

from generator import files
from generator.job import Job
from generator.targets import Target


class Cache:
    """Painted files by what they were painted from."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> bytes | None:
        """The bytes, or None when they are not there or not whole."""
        try:
            entry = self._path(key).read_bytes()
        except OSError:
            return None
        data = entry[32:]
        return data if hashlib.sha256(data).digest() == entry[:32] else None

    def put(self, key: str, data: bytes) -> None:
        """Keeps the bytes."""
        files.write(self._path(key), hashlib.sha256(data).digest() + data)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def paint_all(
    jobs: Iterable[Job], cache: Cache, workers: int, on_painted: Callable[[int, int], None] | None = None
) -> dict[tuple[str, Target], bytes]:
    """The bytes of every target by (picture, target). `on_painted` hears (files done, files to paint)."""
    painted: dict[tuple[str, Target], bytes] = {}
    open_jobs = []
    for job in jobs:
        keys = {target: _key(job, target) for target in job.targets}
        found = {target: cache.get(key) for target, key in keys.items()}
        painted |= {(job.picture, target): data for target, data in found.items() if data is not None}
        missing = tuple(target for target, data in found.items() if data is None)
        if missing:
            open_jobs.append((replace(job, targets=missing), keys))
    total = sum(len(job.targets) for job, _ in open_jobs)
    done = 0
    for (job, keys), results in _paint(open_jobs, workers):
        for target, data in results.items():
            cache.put(keys[target], data)
            painted[job.picture, target] = data
        done += len(results)
        if on_painted:
            on_painted(done, total)
    return painted


_Open = tuple[Job, dict[Target, str]]


def _paint(open_jobs: list[_Open], workers: int) -> Iterable[tuple[_Open, dict[Target, bytes]]]:
    if not open_jobs:
        return
    if workers == 1 or len(open_jobs) == 1:
        for entry in open_jobs:
            yield entry, _work(entry[0])
        return
    # Spawned, not forked: a forked child would inherit locks and threads of whoever calls this.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(workers, len(open_jobs)), mp_context=context) as pool:
        futures = {pool.submit(_work, entry[0]): entry for entry in open_jobs}
        try:
            for future in as_completed(futures):
                yield futures[future], future.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _work(job: Job) -> dict[Target, bytes]:
    from generator.paint import paint  # matplotlib costs a second to import: only where something is painted

    return paint(job)


def _key(job: Job, target: Target) -> str:
    """Everything that decides the bytes of a file, hashed."""
    parts = (
        *_versions(),
        job.picture,
        job.title,
        job.description,
        job.frame.digest,
        repr(sorted(job.colours.items())),
        repr(target),
        *(_file_digest(font) for _, font in sorted(job.fonts.items())),
    )
    return files.digest((str(index), part.encode()) for index, part in enumerate(parts))


@cache
def _versions() -> tuple[str, ...]:
    own = (_file_digest(str(Path(__file__).with_name(name))) for name in ("paint.py", "ink.py", "png.py", "targets.py"))
    return (
        *own,
        *(importlib.metadata.version(name) for name in ("matplotlib", "pillow", "numpy", "fonttools", "zlib-ng")),
    )


@cache
def _file_digest(path: str) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()
