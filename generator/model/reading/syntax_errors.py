"""What YAML's reader could not read, in an editor's words.

In: the reader's error and the lines of the file. Out: a problem at the place where a person would mend it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import yaml

from generator.problems import Place, Problem

_QUOTES = "put the text into quotes, or onto the next line after >-"


@dataclass(frozen=True, slots=True)
class _Failure:
    """Where the reader stopped and why; `start` is where the thing begins that it was reading."""

    file: str
    lines: Sequence[str]
    place: Place
    start: Place
    why: str

    @property
    def line(self) -> str:
        return self.lines[self.place.line - 1]

    @property
    def before(self) -> str:
        return self.line[: self.place.column - 1]

    @property
    def char(self) -> str:
        return self.line[self.place.column - 1 : self.place.column]


def explain(error: yaml.YAMLError, lines: Sequence[str], file: str) -> Problem:
    """The one problem that ended the reading."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Problem("yaml-syntax", Place(file), f"this is not valid YAML: {error}", "look for a stray sign")
    context, problem = getattr(error, "context", None) or "", getattr(error, "problem", None) or ""
    place = place_at(mark, lines, file)
    start = place_at(getattr(error, "context_mark", None) or mark, lines, file)
    failure = _Failure(file, lines, place, start, ", ".join(filter(None, (context, problem))))
    tab = re.match(r" *(\t+)", failure.line)
    if tab and "tab" not in failure.before.strip():
        return _indented_by(tab, Place(file, place.line))
    if re.search(r"\{%|%\}", failure.line):
        message = "this looks like an instruction of a template, which Visavis does not carry out"
        return Problem("template-placeholder", place, message, "write the text itself")
    tell = next((tell for words, tell in _CASES.items() if words in failure.why), _other)
    return tell(failure)


def more_tabs(first: Problem, lines: Sequence[str]) -> Iterator[Problem]:
    """The fields and entries below the first that are indented with a tab too, at which reading would end next."""
    for number, line in enumerate(lines[first.line :], first.line + 1):
        if found := re.match(r" *(\t+)\s*(?:- |-$|[\w-]+:(?:\s|$))", line):
            yield _indented_by(found, Place(first.file, number))


def _indented_by(tab: re.Match[str], place: Place) -> Problem:
    message = "the line is indented with a tab, which YAML does not allow"
    there = Place(place.file, place.line, tab.start(1) + 1)
    return Problem("tab", there, message, "indent with spaces, not with tabs", width=len(tab[1]))


def place_at(mark: Any, lines: Sequence[str], file: str) -> Place:
    """A mark as a place within the file; libyaml starts a line of its own for the end of one that ends without."""
    line, column = mark.line, mark.column
    if line >= len(lines):
        line = len(lines) - 1
        column = len(lines[line])
    return Place(file, line + 1, min(column, len(lines[line])) + 1)


def _syntax(place: Place, message: str, fix: str, width: int = 0) -> Problem:
    return Problem("yaml-syntax", place, message, fix, width=width)


def _colon(failure: _Failure) -> Problem:
    if re.search(r":\s+[“”„«‘]", failure.before):
        message = "the text has a colon followed by a space, and typographic quotes do not hold it together"
        return _syntax(failure.place, message, 'put straight quotes around it: "…"', 1)
    if re.search(r":\s", failure.before):
        return _syntax(failure.place, "the text has a colon followed by a space", _QUOTES, 1)
    if not re.fullmatch(r"\s*(- +)*[\w-]+", failure.before):
        message = "the text has a colon followed by a space, and began on a line above"
        fix = "write >- after the colon of its field, or put the whole text into quotes"
        return _syntax(failure.place, message, fix, 1)
    message = "the field is indented deeper than those above it, so it would be part of the text above"
    return _syntax(failure.place, message, "begin it at the column of the field above", 1)


def _bullet(failure: _Failure) -> Problem | None:
    """What was to be an entry of a list, and begins with another sign than a hyphen and a space."""
    found = re.match(r"\s*([–—•·*‣▪◦]|-(?=[^\s-]))", failure.lines[failure.start.line - 1])
    if not found:
        return None
    place = Place(failure.file, failure.start.line, found.start(1) + 1)
    if found[1] == "-":
        return _syntax(place, "there is no space after the hyphen of an entry", "put a space after it", 1)
    message = f'an entry of a list begins with a hyphen and a space, not with "{found[1]}"'
    return _syntax(place, message, 'write "- " in its place', 1)


def _no_colon(failure: _Failure) -> Problem:
    if bullet := _bullet(failure):
        return bullet
    if failure.lines[failure.start.line - 1].lstrip().startswith(("{", "[")):
        message = "a bracket cannot begin a line here, where a field or an entry is expected"
        return _syntax(failure.start, message, "write fields as name: text, one a line, without brackets and commas", 1)
    message = "the line is neither a field nor an entry of a list"
    fix = "write it as name: text, with a space after the colon, or indent it further to continue the text above"
    return _syntax(failure.start, message, fix)


def _no_key(failure: _Failure) -> Problem:
    if failure.char == "," and re.search(r"[\]}]\s*$", failure.before):
        return _syntax(failure.place, "a comma stands after the closing bracket", "remove the comma", 1)
    if opening := _unclosed(failure):
        return _quote(replace(failure, start=opening))
    if re.search(r"['\"\]}]\s*$", failure.before):
        fix = "put quotes around the whole text; in '…' a quote that belongs to the text is written twice"
        return _syntax(failure.place, "there is more after the closing quote or bracket", fix)
    message = "the line begins at another column than the fields it belongs to"
    return _syntax(failure.place, message, "indent it exactly as the field above that it follows")


def _unclosed(failure: _Failure) -> Place | None:
    """Where a quoted text begins that runs past fields or notes to the next quote: it was to end on its own line."""
    ended = re.search(r"(['\"])\s*$", failure.before)
    if not ended:
        return None
    for number in range(failure.place.line - 1, 0, -1):
        line = failure.lines[number - 1]
        opened = re.match(rf"\s*(?:- +)?(?:[\w-]+:\s+)?{ended[1]}(?=[^{ended[1]}]*$)", line)
        if opened:
            between = failure.lines[number : failure.place.line]
            runs = any(re.match(r"\s*(#|(- +)?[\w-]+:(\s|$))", each) for each in between)
            return Place(failure.file, number, opened.end()) if runs else None
    return None


def _bracket(failure: _Failure) -> Problem:
    sign = "]" if "']'" in failure.why else "}"
    message = "the bracket that opens here is not closed, or a comma between its entries is missing"
    return _syntax(failure.start, message, f'close it with "{sign}", or put a text with brackets into quotes', 1)


def _quote(failure: _Failure) -> Problem:
    message = "the quote that opens here is never closed"
    return _syntax(failure.start, message, "add the closing quote; in '…' a quote within the text is written twice", 1)


def _escape(failure: _Failure) -> Problem:
    message = "in double quotes a backslash begins a special sign, and there is none of this name"
    return _syntax(failure.place, message, "use single quotes, in which a backslash is a backslash", 1)


def _first_sign(failure: _Failure) -> Problem:
    char = (
        failure.line[failure.start.column - 1 : failure.start.column]
        if failure.start.line == failure.place.line
        else failure.char
    )
    return _syntax(failure.start, f'a text cannot begin with "{char}"', "put the text into quotes", 1)


def _entry(failure: _Failure) -> Problem:
    if bullet := _bullet(replace(failure, start=failure.place)):
        return bullet
    message = "the line is not an entry of the list above it"
    return _syntax(
        failure.place, message, "begin it with a hyphen at the column of the others, or end the list before it"
    )


def _inline_list(failure: _Failure) -> Problem:
    message = "a list cannot begin on the line of its field"
    return _syntax(failure.place, message, "begin each entry on a line of its own, or put the text into quotes", 1)


def _outside(failure: _Failure) -> Problem:
    message = "the line does not belong to what stands above it"
    return _syntax(failure.place, message, 'begin all fields of the file at one column; remove a line "..." above')


def _block(failure: _Failure) -> Problem:
    message = "after > or | nothing may stand on the same line"
    return _syntax(failure.place, message, "begin the text on the next line, or put it into quotes")


def _nothing(failure: _Failure) -> Problem:
    if failure.place.line == len(failure.lines) and not failure.char:
        message = "the file ends before a bracket is closed"
        return _syntax(
            failure.place, message, "close it where its list or group ends, or put a text with brackets in quotes"
        )
    return _syntax(failure.place, "a value is missing here, or a bracket is too many", _QUOTES)


def _tag(failure: _Failure) -> Problem:
    return Problem("yaml-tag", failure.start, "a text that begins with ! is a tag", "put the text into quotes")


def _directive(failure: _Failure) -> Problem:
    return _syntax(failure.place, "a line that begins with % speaks to YAML's reader", "remove the line")


def _other(failure: _Failure) -> Problem:
    fix = "check indentation, colons and quotes here and on the line above"
    return _syntax(failure.place, f"this is not valid YAML: {failure.why}", fix)


# Words of libyaml's messages, the more special first.
_CASES: dict[str, Callable[[_Failure], Problem]] = {
    "quoted scalar, found unexpected": _quote,
    "escape": _escape,
    "hexdecimal": _escape,
    "mapping values are not allowed": _colon,
    "could not find expected ':'": _no_colon,
    "did not find expected key": _no_key,
    "did not find expected ','": _bracket,
    "cannot start any token": _first_sign,
    "mapping keys are not allowed": _first_sign,
    "alphabetic or numeric": _first_sign,
    "'-' indicator": _entry,
    "sequence entries are not allowed": _inline_list,
    "<document start>": _outside,
    "scanning a block scalar": _block,
    "expected node content": _nothing,
    "tag": _tag,
    "directive": _directive,
    "incompatible YAML": _directive,
}
