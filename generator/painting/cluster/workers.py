"""Jobs shared among the workers of a cluster, and what becomes of those over which one dies.

In: jobs. Out: each job with its files, as soon as they are done. Few jobs are on their way at a time, since a worker
that dies takes all that it was given with it.
"""

from __future__ import annotations

import pickle
import time
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from generator import files
from generator.painting.cluster.agreement import agreed
from generator.painting.cluster.task import Font, Lacking, Task, Unlike, call
from generator.painting.cluster.versions import versions
from generator.painting.cluster.worker import paint
from generator.painting.job import Job
from generator.painting.keys import key
from generator.painting.painter import Painted
from generator.painting.threads import Threads
from generator.painting.worker_pool import killed
from generator.problems import OutputError

_A_WORKER = 2  # jobs on their way: one that it paints, one that it goes on with
_LOOK = 1.0  # seconds between two looks at the cluster
_WITHOUT = 60.0  # seconds without any worker, until nobody is waited for any more
_ANSWER = 30.0  # seconds that the scheduler has for an answer


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of a scheduler."""

    client: Any
    address: str
    store: str = ""

    def paint_each(self, jobs: Sequence[Job]) -> Generator[Painted, None, None]:
        """Every job as soon as it is done.

        OutputError: a worker differs from this machine or died twice over the same picture, or the cluster is gone.
        """
        if not jobs:
            return
        paths = sorted({path for job in jobs for path in job.fonts.values()})
        fonts = {path: Font(path, files.content_digest(Path(path)), rank) for rank, path in enumerate(paths)}
        store = self.store if agreed(self.client, tuple(fonts.values()), self.store) else ""
        left = dict(enumerate(jobs))
        stream = _Stream(self.client, self.address, fonts, store)
        try:
            yield from stream.painted(left, _A_WORKER)
            # What is left, workers died over, or over something beside it: each alone, the second time it is its own.
            yield from stream.painted(left, 0)
        finally:
            stream.end()
        if left:
            raise OutputError(killed(next(iter(left.values()))))


class _Stream:
    """Jobs on their way to the workers and back."""

    def __init__(self, client: Any, address: str, fonts: Mapping[str, Font], store: str) -> None:
        from distributed import as_completed

        self._client, self._address, self._fonts, self._store = client, address, fonts, store
        self._completed = as_completed(loop=client.loop, with_results=True, raise_errors=False)
        self._running: dict[Any, int] = {}
        self._threads = Threads(1)
        self._workers, self._looked, self._seen = 0, 0.0, time.monotonic()

    def painted(self, left: dict[int, Job], each: int) -> Iterator[Painted]:
        """All that is left, but for what a worker dies over; so many at a time for each worker, or one alone."""
        waiting = iter(tuple(left))
        while True:
            self._look()
            room = max(1, each * self._workers) - len(self._running)
            for index in islice(waiting, max(0, room)):
                self._begin(left[index], index)
            if not self._running:
                return
            future, result = self._next()
            index = self._running.pop(future)
            answer = self._answer(future, result)
            if isinstance(answer, Lacking):
                self._begin(left[index], index, answer.fonts)
            elif answer is not None:
                yield left.pop(index), answer

    def end(self) -> None:
        """Nothing of ours is painted there any more, but for what a worker has begun, which nobody waits for."""
        if self._running:
            cancel = partial(self._client.cancel, list(self._running), force=True)
            with suppress(Exception):  # it is gone, and what was running with it
                self._threads.submit(cancel).result(_ANSWER)
            self._running.clear()
            self._completed.clear()
        self._threads.end()

    def _begin(self, job: Job, index: int, lacking: Iterable[str] = ()) -> None:
        own = {weight: self._fonts[path] for weight, path in job.fonts.items()}
        fonts = {weight: _with_data(font) if font.digest in lacking else font for weight, font in own.items()}
        keys = {target: key(job, target) for target in job.targets} if self._store else {}
        data = call(paint, Task(job, fonts, versions(), keys, self._store))
        # A key of its own, so that nobody is given what another build has painted.
        future = self._client.submit(pickle.loads, data, pure=False)
        self._running[future] = index
        self._completed.add(future)

    def _next(self) -> tuple[Any, Any]:
        """The next future that is done, with its result. OutputError: nobody works any more."""
        while not self._completed.has_ready():
            with self._completed.thread_condition:
                self._completed.thread_condition.wait(_LOOK / 10)
            self._look()
        future, result = next(self._completed)
        return future, result

    def _answer(self, future: Any, result: Any) -> Any:
        """What a worker answered; None: it died. OutputError, and whatever else painting raises."""
        status = future.status
        future.release()  # whoever keeps an error would keep it too, and the scheduler its task
        if status == "error":
            from distributed import KilledWorker

            _, error, _ = result
            if isinstance(error, KilledWorker):
                return None
            raise error
        if status != "finished":
            raise self._gone()
        if isinstance(result, Unlike):
            raise OutputError(
                f"{self._address}: a worker that came later differs from this machine: {', '.join(result.differences)}"
            )
        return result

    def _look(self) -> None:
        """How many workers there are, now and then. OutputError: none for a while, or no scheduler."""
        now = time.monotonic()
        if now - self._looked < _LOOK:
            return
        self._looked = now
        if self._client.status != "running":
            raise self._gone()
        try:
            self._workers = len(self._threads.submit(self._client.nthreads).result(_ANSWER))
        except Exception:
            raise self._gone() from None
        if self._workers:
            self._seen = now
        elif now - self._seen > _WITHOUT:
            raise OutputError(f"{self._address}: the scheduler there has no workers any more")

    def _gone(self) -> OutputError:
        return OutputError(f"{self._address}: the scheduler there does not answer any more")


def _with_data(font: Font) -> Font:
    return replace(font, data=Path(font.path).read_bytes())
