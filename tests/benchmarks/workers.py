"""All pictures from an empty cache, painted by one process and by two.

Out: how many times faster two are. Each time begins in a new process, as a build does: matplotlib is not yet loaded.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from race import fresh, least, race, spread
from subject import read

from generator.painting import Cache, paint_all


def measure(rounds: int, say: Callable[[str], None]) -> dict[str, float]:
    """The speed-up."""
    times = race({"one": partial(fresh, _paint, 1), "two": partial(fresh, _paint, 2)}, rounds)
    say(f"one process: {min(times['one']):.1f} s, two: {min(times['two']):.1f} s")
    say(f"one by two: {spread(times, 'one', 'two')}")
    return {"two-workers-vs-one": least(times, "one", "two")}


def _paint(workers: int) -> float:
    jobs = list(read().everything("slide", "square"))
    with tempfile.TemporaryDirectory() as folder:
        start = perf_counter()
        paint_all(jobs, Cache(Path(folder, "painted")), workers)
        return perf_counter() - start
