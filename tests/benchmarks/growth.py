"""Two hundred pictures in one worker: whether the last ones cost what the first ones did.

Out: time for each picture and peak memory after many of them, by those after ten.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from race import fresh
from subject import SMALL, read, variant

COUNTS = (10, 50, 100, 200)
_WARM_UP = 3


def measure(rounds: int, say: Callable[[str], None]) -> dict[str, float]:
    """Ratios of time and of memory."""
    runs = [fresh(_paint_many, max(COUNTS)) for _ in range(rounds)]
    # The pictures are the same in every round: each one's least time is the one that nothing disturbed.
    seconds = [min(times) for times in zip(*(times for times, _ in runs), strict=True)]
    each = {count: sum(seconds[:count]) / count for count in COUNTS}
    peaks = [min(marks) for marks in zip(*(marks for _, marks in runs), strict=True)]
    first, last = COUNTS[0], COUNTS[-1]
    say("a picture, laid out and painted: " + ", ".join(f"{each[n] * 1000:.1f} ms of {n}" for n in COUNTS))
    say(f"peak memory: {peaks[first - 1] / 1024:.0f} MiB after {first}, {peaks[last - 1] / 1024:.0f} after {last}")
    ratios = {f"time-per-picture-{count}-vs-{first}": each[count] / each[first] for count in COUNTS[1:]}
    return ratios | {f"memory-of-a-worker-{last}-vs-{first}": peaks[last - 1] / peaks[first - 1]}


def _paint_many(count: int) -> tuple[list[float], list[int]]:
    """For each picture its seconds, and the process's peak of memory after it in KiB."""
    from generator.painting.paint import paint

    subject = read()
    times, peaks = [], []
    for number in range(-_WARM_UP, count):
        start = perf_counter()
        paint(subject.job(variant(subject.headline, number), SMALL))
        if number >= 0:
            times.append(perf_counter() - start)
            peaks.append(_peak())
    return times, peaks


def _peak() -> int:
    # Not getrusage: a spawned process inherits its parent's peak there.
    status = Path("/proc/self/status")
    if status.is_file():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
