"""The pictures of all slides, painted by workers of a Dask cluster on this machine and by processes of our own.

Out: how many times faster two workers are than one, and what the way to them costs: two workers by two processes. Each
time is that of new workers, which have matplotlib still to load; starting a cluster is in nobody's time, starting our
processes is in theirs, as in every build.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from distributed import LocalCluster
from race import race, ratio, spread
from subject import read

from generator.painting import Cache, Job, opened, paint_all


def measure(rounds: int, say: Callable[[str], None]) -> dict[str, float]:
    """The two ratios."""
    jobs = list(read().everything("slide"))
    contenders = {
        "one worker": partial(_by_workers, jobs, 1),
        "two workers": partial(_by_workers, jobs, 2),
        "two processes": partial(_by_processes, jobs, 2),
    }
    times = race(contenders, rounds)
    say(", ".join(f"{name}: {min(found):.1f} s" for name, found in times.items()))
    say(f"one worker by two: {spread(times, 'one worker', 'two workers')}")
    say(f"two workers by two processes: {spread(times, 'two workers', 'two processes')}")
    return {
        "one-dask-worker-vs-two": ratio(times, "one worker", "two workers"),
        "two-dask-workers-vs-two-processes": ratio(times, "two workers", "two processes"),
    }


def _by_workers(jobs: list[Job], count: int) -> float:
    with (
        LocalCluster(n_workers=count, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0") as there,
        tempfile.TemporaryDirectory() as folder,
        opened(Path(folder, "painted"), 1, scheduler=there.scheduler_address, tell=print) as means,
    ):
        start = perf_counter()
        paint_all(jobs, means.cache, means.painter)
        return perf_counter() - start


def _by_processes(jobs: list[Job], count: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        start = perf_counter()
        paint_all(jobs, Cache(Path(folder, "painted")), count)
        return perf_counter() - start
