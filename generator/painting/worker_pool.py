"""Jobs shared among processes, and what becomes of those over which one is killed.

In: jobs, and how many processes may work. Out: each job with the bytes of its files, as soon as
they are done.
"""

from __future__ import annotations

import errno
import gc
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from generator.painting.job import Job
from generator.painting.painter import Painted
from generator.painting.process_pool import Killed, NoProcess, ProcessPool
from generator.painting.surroundings import load_matplotlib
from generator.painting.target import Target
from generator.problems import OutputError
from generator.system import cores

_TOO_LITTLE = (
    "there is too little memory to paint; a process that does takes up to 400 MB: paint in one alone (--jobs 1) where "
    "there are more, end other programs, or give the machine more"
)


# Files that are painted in the time in which a process begins to.
_WORTH_A_PROCESS = 20


@dataclass(frozen=True, slots=True)
class Processes:
    """At most so many processes of this machine; one is this process itself. Without a number as many as are of use."""

    workers: int | None

    def paint_each(self, jobs: Sequence[Job]) -> Generator[Painted, None, None]:
        """Every job as soon as it is done.

        OutputError: a worker was killed twice over the same picture, or there is too little memory.
        """
        try:
            yield from _each(jobs, self.workers or _of_use(jobs))
        except Exception as error:
            if not _lacks_memory(error):
                raise
            raise OutputError(_TOO_LITTLE) from None


def _of_use(jobs: Sequence[Job]) -> int:
    return max(1, min(cores(), sum(len(job.targets) for job in jobs) // _WORTH_A_PROCESS))


def _each(jobs: Sequence[Job], workers: int) -> Iterator[Painted]:
    if workers == 1 or len(jobs) <= 1:
        yield from _all_here(jobs)
        return
    left = dict(enumerate(jobs))
    pool = ProcessPool(min(workers, len(jobs)))
    try:
        yield from _shared(pool, left)
        # Somebody, most likely a machine short of memory, killed those who painted the rest.
        yield from _one_by_one(pool, left)
    except NoProcess:
        pool.terminate()
        yield from _all_here(list(left.values()))
    finally:
        pool.terminate()


def _shared(pool: ProcessPool, left: dict[int, Job]) -> Iterator[Painted]:
    """All that is left, but for what a process was killed over."""
    futures = {pool.submit(partial(paint_here, job)): index for index, job in left.items()}
    for future in as_completed(futures):
        try:
            results = future.result()
        except Killed:
            continue
        yield left.pop(futures[future]), results


def _one_by_one(pool: ProcessPool, left: dict[int, Job]) -> Iterator[Painted]:
    """One job at a time, with all memory to itself: the second time a process is killed it is for its picture."""
    for index, job in list(left.items()):
        try:
            results = pool.submit(partial(paint_here, job)).result()
        except Killed:
            raise OutputError(killed(job)) from None
        del left[index]
        yield job, results


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


def killed(job: Job) -> str:
    """That whoever painted this died of it."""
    return f"{_names(job)}: the process that painted this was killed, twice; is the machine out of memory?"


def _names(job: Job) -> str:
    return ", ".join(target.file_name(job.picture) for target in job.targets)


def paint_here(job: Job) -> dict[Target, bytes]:
    """The bytes of every target of the job, painted in this process. OutputError: there is too little memory."""
    try:
        return load_painting()(job, beside=False)
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
