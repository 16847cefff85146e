"""Processes that paint, and what becomes of them when one is killed or everything is to end.

In: jobs, and how many processes may work. Out: each job with the bytes of its files, as soon as
they are done.
"""

from __future__ import annotations

import errno
import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.process import BaseProcess

from generator.painting.job import Job
from generator.painting.surroundings import load_matplotlib
from generator.painting.target import Target
from generator.problems import OutputError
from generator.signals import defer_interrupts

_TOO_LITTLE = (
    "there is too little memory to paint; a process that does takes up to 400 MB: paint with fewer of them (--jobs 1), "
    "end other programs, or give the machine more"
)

Painted = tuple[Job, dict[Target, bytes]]


def paint_each(jobs: Sequence[Job], workers: int) -> Iterator[Painted]:
    """Every job as soon as it is done.

    OutputError: a worker was killed twice over the same picture, or there is too little memory.
    """
    try:
        yield from _each(jobs, workers)
    except Exception as error:
        if not _lacks_memory(error):
            raise
        raise OutputError(_TOO_LITTLE) from None


def _each(jobs: Sequence[Job], workers: int) -> Iterator[Painted]:
    if workers == 1 or len(jobs) <= 1:
        yield from _all_here(jobs)
        return
    left = dict(enumerate(jobs))
    others = multiprocessing.active_children()
    try:
        pool, futures = _start(left, min(workers, len(jobs)), others)
    except (OSError, RuntimeError):  # no semaphores, files, processes or threads for it: one process needs none
        yield from _all_here(jobs)
        return
    try:
        with pool:
            try:
                for future in as_completed(futures):
                    results = future.result()
                    yield left.pop(futures[future]), results
            except BaseException:
                terminate(pool, others)
                raise
    except BrokenProcessPool:
        # Somebody, most likely a machine short of memory, killed a worker, and all its colleagues stopped with it.
        yield from _one_by_one(left)


def _all_here(jobs: Sequence[Job]) -> Iterator[Painted]:
    with _garbage_collected():
        for job in jobs:
            yield job, paint_here(job)


@contextmanager
def _garbage_collected() -> Iterator[None]:
    """Python looks for garbage, also where a short command has switched that off: drawings are cycles.

    What was there before, all content and layouts, is never looked at: it stays, and there is much of it.
    """
    switched_on = gc.isenabled()
    gc.freeze()
    gc.enable()
    try:
        yield
    finally:
        gc.unfreeze()
        if not switched_on:
            gc.disable()


def _start(
    jobs: Mapping[int, Job], workers: int, others: Iterable[BaseProcess]
) -> tuple[ProcessPoolExecutor, dict[Future[dict[Target, bytes]], int]]:
    """Processes at work, and which job each of their results is of. OSError, RuntimeError: the system has none."""
    pool = process_pool(workers)
    try:
        with defer_interrupts():  # a worker starts with the task that needs it
            return pool, {pool.submit(paint_here, job): index for index, job in jobs.items()}
    except BaseException:
        terminate(pool, others)
        raise


def _one_by_one(left: dict[int, Job]) -> Iterator[Painted]:
    """One worker and one job at a time: a worker that is killed can be put down to its picture, the second time."""
    suspect = None
    while left:
        with process_pool(1) as pool:
            for index, job in list(left.items()):
                try:
                    with defer_interrupts():
                        future = pool.submit(paint_here, job)
                    results = future.result()
                except BrokenProcessPool as error:
                    if index == suspect:
                        raise OutputError(_killed(job)) from error
                    suspect = index
                    break
                yield left.pop(index), results


def _killed(job: Job) -> str:
    return f"{_names(job)}: the process that painted this was killed, twice; is the machine out of memory?"


def _names(job: Job) -> str:
    return ", ".join(target.file_name(job.picture) for target in job.targets)


def process_pool(workers: int) -> ProcessPoolExecutor:
    """Processes that paint. Each is started with the task that needs it, and must be within `defer_interrupts`: Ctrl-C
    goes to all processes of a terminal, and this one decides and ends the others. A handler in a worker would come too
    late for one that starts.
    """
    # Spawned, not forked: a forked child would inherit locks and threads of whoever calls this.
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=_end_with_parent)


def terminate(pool: ProcessPoolExecutor, others: Iterable[BaseProcess] = ()) -> None:
    """Ends all children but those others at once: nobody waits for what they are at."""
    for process in multiprocessing.active_children():
        if process not in others:
            process.terminate()
    pool.shutdown(cancel_futures=True)  # until its thread has noticed: at Python's end it would meet closed pipes


def _end_with_parent() -> None:
    """Ends this process as soon as its parent has: a killed one tells nobody that no more work will come."""
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def paint_here(job: Job) -> dict[Target, bytes]:
    """The bytes of every target of the job, painted in this process. OutputError: there is too little memory."""
    try:
        return load_painting()(job, threads=0)
    except Exception as error:
        if not _lacks_memory(error):
            raise
        raise OutputError(f"{_names(job)}: {_TOO_LITTLE}") from None


def _lacks_memory(error: BaseException) -> bool:
    """Also where a library says it in its own way: a module that cannot be mapped, a thread that cannot start."""
    if isinstance(error, OSError):
        return error.errno == errno.ENOMEM
    return isinstance(error, MemoryError) or (
        isinstance(error, ImportError | RuntimeError)
        and any(words in str(error) for words in ("Cannot allocate memory", "failed to map", "can't start new thread"))
    )


def load_painting() -> Callable[..., dict[Target, bytes]]:
    """`paint`, and with it matplotlib, which takes a second: only where something is painted."""
    load_matplotlib()
    from generator.painting.paint import paint

    return paint
