"""The line of the content that a problem is about, with the spot underlined.

In: a problem and the lines of its file. Out: the shown line and the carets below it, equally far to the right in a
terminal: tabs and hidden characters are spelt out, wide characters count twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from generator.problems import Problem, decode, hidden, lines_of, named

ROOM = 100  # cells of a line that are shown
_BEFORE = 40  # of them left of the spot, where the line is longer
_ENDS = {"'": r"'(?:[^']|'')*'", '"': r'"(?:[^"\\]|\\.)*"'}
_PLAIN = r"(?:[^\s:#]|:(?!\s|$)|(?<!\s)#|\s+(?![\s#]|$))+"
_PLAIN_IN_BRACKETS = r"(?:[^\s:#,\[\]{}]|:(?!\s|$)|(?<!\s)#|\s+(?![\s#,\]}]|$))+"

Sources = Mapping[str, Sequence[str]]


def sources(problems: Iterable[Problem]) -> Sources:
    """The lines of every file that the problems name; none for what cannot be read."""
    return {file: _lines(Path(file)) for file in {problem.file for problem in problems if problem.line}}


def _lines(path: Path) -> list[str]:
    try:
        return lines_of(decode(path.read_bytes()))
    except OSError:
        return []


def excerpt(problem: Problem, source: Sources) -> tuple[str, str] | None:
    """The line and its carets; None where the problem concerns no line that can be shown."""
    lines = source.get(problem.file, ())
    if not 1 <= problem.line <= len(lines):
        return None
    line, start = lines[problem.line - 1], max(problem.column - 1, 0)
    end = start + max(problem.width or _span(line, start), 1)
    first, last, cells = _window(line, start)
    shown = "".join(_shown(char) for char in line[first:last])
    before = sum(map(cells, line[first:start])) + (first > 0)
    marked = max(sum(map(cells, line[start : min(end, last)])), 1)
    text = ("…" if first else "") + shown + ("…" if last < len(line) else "")
    return text.rstrip(), " " * before + "^" * marked


def _span(line: str, start: int) -> int:
    """How many characters the key or value at `start` has, as far as one line tells."""
    rest = line[start:]
    above = line[:start]
    bracketed = any(above.count(left) > above.count(right) for left, right in ("[]", "{}"))
    pattern = _ENDS.get(rest[:1]) or (_PLAIN_IN_BRACKETS if bracketed else _PLAIN)
    found = re.match(pattern, rest)
    return found.end() if found else 1


def _window(line: str, start: int) -> tuple[int, int, Callable[[str], int]]:
    """First and last character to show, and how many cells a character takes."""
    from rich.cells import cell_len  # only where there is something to tell

    def cells(char: str) -> int:
        return cell_len(_shown(char))

    first, last = 0, len(line)
    if sum(map(cells, line[: 4 * ROOM])) > ROOM:
        first = max(start - _BEFORE, 0) if start > _BEFORE else 0
        room, last = ROOM, first
        while last < len(line) and (room := room - cells(line[last])) >= 0:
            last += 1
    return first, max(last, min(start + 1, len(line))), cells


def _shown(char: str) -> str:
    if char == "\t":
        return "→   "
    return named(char) if hidden(char) else char
