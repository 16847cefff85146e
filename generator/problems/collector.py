"""The problems of one file while it is read, and how many of them are told.

In: problems as they are met. Out: a list of them, which ends with a note where there are more than help anybody.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.problems.errors import Problem

MAX_PROBLEMS = 100
MAX_DEPTH = 32  # how deep the parts of a file may be nested


class StopReading(Exception):
    """What follows in the file cannot be read, or has so many problems that more of them help nobody."""


class Collector:
    """Collects problems until there are too many."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(self, problem: Problem) -> None:
        """Note a problem. StopReading: there are too many."""
        if len(self.problems) == MAX_PROBLEMS:
            message = f"the file has more problems; {MAX_PROBLEMS} are told"
            fix = "mend these first and check again"
            self.problems.append(Problem("more-problems", problem.place, message, fix))
            raise StopReading
        self.problems.append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Note several problems. StopReading: there are too many."""
        for problem in problems:
            self.add(problem)
