"""Two versions of a text that git's merge left beside each other.

In: the lines of a file. Out: a problem for each place where somebody has to choose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.problems import Place, Problem

_MARK = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: |$)")  # git writes them at the start of a line, whatever the file


def check(lines: Sequence[str], file: str) -> Iterator[Problem]:
    """Every conflict at its first mark; a mark that was left over is one too."""
    within = False
    for number, line in enumerate(lines, 1):
        found = _MARK.match(line)
        if not found:
            continue
        if not within or found[1].startswith("<"):
            message = "a merge left two versions of the text here, for somebody to choose from"
            fix = (
                "keep one of the two, or what is right of both, and remove the lines with <<<<<<<, ======= and >>>>>>>"
            )
            yield Problem("merge-conflict", Place(file, number, 1), message, fix, width=len(line))
        within = not found[1].startswith(">")
