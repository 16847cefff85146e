"""Painting many frames: what is in the cache is not painted again, the rest is shared among all cores.

In: jobs. Out: the bytes of every target. A cache entry carries its own hash, so a damaged one is a miss.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import cache
from multiprocessing.process import BaseProcess
from pathlib import Path

from generator import files
from generator.errors import OutputError
from generator.job import Job
from generator.signals import held
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
        data = entry[_SEAL:]
        return data if entry[:_SEAL] == _seal(key, data) else None

    def put(self, key: str, data: bytes) -> None:
        """Keeps the bytes. OutputError: there is no room for them."""
        files.write(self._path(key), _seal(key, data) + data)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


_SEAL = 32


def _seal(key: str, data: bytes) -> bytes:
    """What an entry begins with; another key's entry in this one's place is as wrong as a flipped bit."""
    return hashlib.sha256(key.encode() + data).digest()


def paint_all(
    jobs: Iterable[Job], cache: Cache, workers: int, on_painted: Callable[[int, int], None] | None = None
) -> dict[tuple[str, Target], bytes]:
    """The bytes of every target by (picture, target). `on_painted` hears (files done, files to paint).

    OutputError: a worker was killed twice over the same picture, or the cache cannot be written.
    """
    painted: dict[tuple[str, Target], bytes] = {}
    open_jobs = []
    for job in jobs:
        keys = {target: key(job, target) for target in job.targets}
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
    left = dict(enumerate(open_jobs))
    others = multiprocessing.active_children()
    try:
        with crew(min(workers, len(open_jobs))) as pool:
            with held():  # a worker starts with the task that needs it
                futures = {pool.submit(_work, entry[0]): index for index, entry in left.items()}
            try:
                for future in as_completed(futures):
                    results = future.result()
                    yield left.pop(futures[future]), results
            except BaseException:
                dismiss(pool, others)
                raise
    except BrokenProcessPool:
        # Somebody, most likely a machine short of memory, killed a worker, and all its colleagues stopped with it.
        yield from _one_by_one(left)


def _one_by_one(left: dict[int, _Open]) -> Iterator[tuple[_Open, dict[Target, bytes]]]:
    """One worker and one job at a time: a worker that is killed can be put down to its picture, the second time."""
    suspect = None
    while left:
        with crew(1) as pool:
            for index, entry in list(left.items()):
                try:
                    with held():
                        future = pool.submit(_work, entry[0])
                    results = future.result()
                except BrokenProcessPool as error:
                    if index == suspect:
                        raise OutputError(_killed(entry[0])) from error
                    suspect = index
                    break
                yield left.pop(index), results


def _killed(job: Job) -> str:
    names = ", ".join(target.file_name(job.picture) for target in job.targets)
    return f"{names}: the process that painted this was killed, twice; is the machine out of memory?"


def crew(workers: int) -> ProcessPoolExecutor:
    """Processes that paint, each started with the task that needs it, and within `held`: Ctrl-C goes to all of a
    terminal, and this process decides and ends them. A handler in a worker would come too late for one that starts.
    """
    # Spawned, not forked: a forked child would inherit locks and threads of whoever calls this.
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=_follow)


def dismiss(pool: ProcessPoolExecutor, others: Iterable[BaseProcess] = ()) -> None:
    """Ends all children but those others at once: nobody waits for what they are at."""
    for process in multiprocessing.active_children():
        if process not in others:
            process.terminate()
    pool.shutdown(cancel_futures=True)  # until its thread has noticed: at Python's end it would meet closed pipes


def _follow() -> None:
    """Ends this process as soon as its parent has: a killed one tells nobody that no more work will come."""
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _work(job: Job) -> dict[Target, bytes]:
    from generator.paint import paint  # matplotlib costs a second to import: only where something is painted

    return paint(job, threads=0)


def key(job: Job, target: Target) -> str:
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
        *(importlib.metadata.version(name) for name in ("matplotlib", "pillow", "numpy", "fonttools", "deflate")),
    )


@cache
def _file_digest(path: str) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()
