"""The line of the content that a problem is about, with the spot underlined.

In: a problem and the lines of its file. Out: the shown line and the carets below it, equally far to the right in a
terminal: tabs and hidden characters are spelt out, wide characters count twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from generator.problems import Problem, code_point, decode_lossy, is_hidden, split_lines

MAX_CELLS = 100  # of a terminal's row, in which a line is shown
_BEFORE = 40  # characters left of the spot, where the line is longer
_QUOTED = {"'": r"'(?:[^']|'')*'", '"': r'"(?:[^"\\]|\\.)*"'}
_PLAIN = r"(?:[^\s:#]|:(?!\s|$)|(?<!\s)#|\s+(?![\s#]|$))+"
_PLAIN_IN_BRACKETS = r"(?:[^\s:#,\[\]{}]|:(?!\s|$)|(?<!\s)#|\s+(?![\s#,\]}]|$))+"

SourceLines = Mapping[str, Sequence[str]]


def source_lines(problems: Iterable[Problem]) -> SourceLines:
    """The lines of every file that the problems name; none for what cannot be read."""
    return {file: _lines(Path(file)) for file in {problem.file for problem in problems if problem.line}}


def _lines(path: Path) -> list[str]:
    try:
        return split_lines(decode_lossy(path.read_bytes()))
    except OSError:
        return []


def excerpt(problem: Problem, source: SourceLines) -> tuple[str, str] | None:
    """The line and its carets; None where the problem concerns no line that can be shown."""
    lines = source.get(problem.file, ())
    if not 1 <= problem.line <= len(lines):
        return None
    line, start = lines[problem.line - 1], max(problem.column - 1, 0)
    end = start + max(problem.width or _span(line, start), 1)
    first, last = _window(line, start)
    before = _cells(line[first:start]) + (first > 0)
    marked = max(_cells(line[start : min(end, last)]), 1)
    text = ("…" if first else "") + "".join(map(_shown, line[first:last])) + ("…" if last < len(line) else "")
    return text.rstrip(), " " * before + "^" * marked


def _span(line: str, start: int) -> int:
    """How many characters the key or value at `start` has, as far as one line tells."""
    above, rest = line[:start], line[start:]
    in_brackets = any(above.count(left) > above.count(right) for left, right in ("[]", "{}"))
    pattern = _QUOTED.get(rest[:1]) or (_PLAIN_IN_BRACKETS if in_brackets else _PLAIN)
    found = re.match(pattern, rest)
    return found.end() if found else 1


def _window(line: str, start: int) -> tuple[int, int]:
    """First and last character to show."""
    if _cells(line[: 4 * MAX_CELLS]) <= MAX_CELLS:
        return 0, len(line)
    first = last = max(start - _BEFORE, 0)
    room = MAX_CELLS
    while last < len(line) and (room := room - _cells(line[last])) >= 0:
        last += 1
    return first, max(last, min(start + 1, len(line)))


def _cells(text: str) -> int:
    """How many cells of a terminal the text takes as it is shown."""
    from rich.cells import cell_len  # only where there is something to tell

    return sum(cell_len(_shown(char)) for char in text)


def _shown(char: str) -> str:
    if char == "\t":
        return "→   "
    return code_point(char) if is_hidden(char) else char
