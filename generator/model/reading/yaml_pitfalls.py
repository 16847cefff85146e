"""What YAML's rules take from a text, or add to it, without a word.

In: an event of YAML's reader and the lines of the file. Out: problems.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from generator.model.reading import hidden_characters
from generator.model.reading.syntax_errors import place_at
from generator.problems import Place, Problem, Severity, shorten

_HASH = re.compile(r"(\s+)(#.*)")
_COMMENT = re.compile(r"#(?:[#\s]|$)")  # what follows # where a note is meant
_SENTENCE_END = re.compile(r"(^|[.!?…)\"'”’])\s*$")


def check_text(event: Any, lines: Sequence[str], file: str, fields: frozenset[str]) -> Iterator[Problem]:
    """All findings on a value that is a text. `fields` are names that the file's fields can have."""
    if event.style in ("|", ">"):
        yield from _fields_within(event, lines, file, fields)
    elif event.style:
        yield from check_escapes(event, lines, file)
    else:
        yield from _null(event, lines, file)
        yield from _unquoted_hash(event, lines, file)
        yield from _continued_lines(event, lines, file)


def check_escapes(event: Any, lines: Sequence[str], file: str) -> Iterator[Problem]:
    """Characters that nobody sees, typed as escapes in double quotes."""
    char = hidden_characters.escaped(event.value, "\n".join(_lines(event, lines))) if event.style == '"' else ""
    if char:
        place = place_at(event.start_mark, lines, file)
        message = f"an escape in this text makes {hidden_characters.unicode_name(char)}"
        yield Problem("hidden-character", place, message, "remove the backslash and the sign or number after it")


def unusable_key(event: Any, lines: Sequence[str], file: str) -> Problem:
    """A field whose name is not a word: most often the placeholder of a template."""
    line, start = event.start_mark.line, event.start_mark.column
    found = re.match(r"\{\{.*?(\}\}|$)", lines[line][max(start - 1, 0) :])
    if not found:
        fix = "write a plain word before the colon; put a text that begins with { or [ into quotes"
        return Problem("yaml-key", Place(file, line + 1, start + 1), "a field's name must be a plain word", fix)
    message = f'"{shorten(found[0])}" is a placeholder of a template, which Visavis does not fill in'
    fix = "write the text itself; if the braces belong to it, put it into quotes"
    return Problem("template-placeholder", Place(file, line + 1, max(start, 1)), message, fix, width=len(found[0]))


def _null(event: Any, lines: Sequence[str], file: str) -> Iterator[Problem]:
    """Words by which other readers of YAML understand nothing at all; here they are text."""
    if event.value in ("~", "null", "Null", "NULL"):
        message = f'"{event.value}" is text here and would be shown'
        fix = "leave the field out if nothing is meant; put it into quotes if the word is"
        yield Problem("null-text", place_at(event.start_mark, lines, file), message, fix, Severity.WARNING)


def _unquoted_hash(event: Any, lines: Sequence[str], file: str) -> Iterator[Problem]:
    """` #` ends a text. Two spaces before it and one after say that a note is meant."""
    line, start = event.end_mark.line, event.end_mark.column
    found = _HASH.match(lines[line], start) if line < len(lines) and "#" in lines[line] else None
    if not found:
        return
    note = bool(_COMMENT.match(found[2]))
    if note and (len(found[1]) > 1 or not event.value):
        return
    lost = found[2].rstrip()
    message = f'the text ends before "#"; YAML takes "{shorten(lost)}" for a note, and it would not be shown'
    fix = "put the whole text into quotes; if it is a note, put two spaces before # and one after it"
    place = Place(file, line + 1, start + len(found[1]) + 1)
    yield Problem("text-cut", place, message, fix, Severity.WARNING if note else Severity.ERROR, len(lost))


def _continued_lines(event: Any, lines: Sequence[str], file: str) -> Iterator[Problem]:
    """Lines that look like entries or fields and yet run on from the text above."""
    if event.start_mark.line == event.end_mark.line:
        return
    for number, line in enumerate(_lines(event, lines)[1:], event.start_mark.line + 2):
        found = re.match(r"\s*(- .*|[a-z][a-z_-]*:[^\s/].*)", line)
        if found:
            message = f'"{shorten(found[1])}" runs on from the text above'
            fix = "begin it at the column of the entry or field above, with a space after its hyphen or colon"
            yield Problem("swallowed-line", Place(file, number, found.start(1) + 1), message, fix, width=len(found[1]))


def _fields_within(event: Any, lines: Sequence[str], file: str, fields: frozenset[str]) -> Iterator[Problem]:
    """Fields that are indented as far as the text of > or | above them; within a sentence it is just a word."""
    first = event.start_mark.line + 2
    for number, (above, line) in enumerate(pairwise(_lines(event, lines)), first):
        found = re.match(r"\s*(?:- )?([a-z_]+):(?:\s|$)", line)
        if found and found[1] in fields and (number == first or _SENTENCE_END.search(above)):
            message = f'"{found[1]}:" is part of the text above, since it is indented as far'
            fix = "begin it at the column of the field above; if it is part of the text, put another word before it"
            place = Place(file, number, found.start(1) + 1)
            yield Problem("swallowed-line", place, message, fix, Severity.WARNING, len(found[1]) + 1)


def _lines(event: Any, lines: Sequence[str]) -> Sequence[str]:
    """The lines on which a scalar stands, whole."""
    return lines[event.start_mark.line : event.end_mark.line + (event.end_mark.column > 0)]
