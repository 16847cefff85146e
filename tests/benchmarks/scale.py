"""`make bench-scale`: what more machines bring and what many comparisons cost, as ratios of one run, into scale.json.

Everything runs on this machine, which wants two cores that nobody else uses.
"""

from __future__ import annotations

import json
import sys

import cluster
import many
from machine import machine
from subject import HERE

_RESULTS = HERE / "scale.json"
_ROUNDS = 5
_COUNT = 100  # comparisons of the small catalogue
# By name: what is compared, how to read it, and what it has to reach.
RATIOS = {
    "one-dask-worker-vs-two": ("All slides, one Dask worker by two", "2 would be perfect; at least 1.7"),
    "two-dask-workers-vs-two-processes": ("All slides, two Dask workers by two processes", "at most 1.15"),
    "catalogue-first-ten-times-as-many": ("A catalogue built first, ten times as many comparisons", "at most 10.5"),
    "catalogue-sentence-ten-times-as-many": ("A sentence that changed, in ten times as many", "at most 1.5"),
    "catalogue-nothing-ten-times-as-many": ("Nothing to do, in ten times as many", "the less the better"),
    "catalogue-page-ten-times-as-many": ("The HTML of a page, in ten times as many", "at most 1.1"),
    "catalogue-memory": ("Memory of the largest process, in MB", "at most 1,000"),
}


def main() -> None:
    """Measure everything, in as many rounds as are asked for, but in two at least; the small catalogue has so many
    comparisons.
    """
    rounds = max(2, int(sys.argv[1])) if sys.argv[1:] else _ROUNDS
    count = int(sys.argv[2]) if sys.argv[2:] else _COUNT
    say("Workers of a cluster")
    ratios = cluster.measure(rounds, say)
    say("A catalogue")
    ratios |= many.measure(count, say)
    results = {
        "ratios": {name: round(value, 3) for name, value in ratios.items()},
        "machine": machine(),
        "rounds": rounds,
        "comparisons": count,
    }
    _RESULTS.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    print("\n".join(table(ratios)))


def table(ratios: dict[str, float]) -> list[str]:
    """What was measured, in Markdown."""
    rows = [f"| {RATIOS[name][0]} | {value:.2f} | {RATIOS[name][1]} |" for name, value in ratios.items()]
    return ["| What | Ratio | Reading |", "| --- | ---: | --- |", *rows]


def say(line: str) -> None:
    """Progress, and times of this run that nobody should compare with another's."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
