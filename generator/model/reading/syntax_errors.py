"""What YAML's reader could not read, in an editor's words.

In: the reader's error and the lines of the file. Out: a problem at the place where a person would mend it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import yaml

from generator.problems import Place, Problem

_QUOTES = "put the text into quotes, or onto the next line after >-"


@dataclass(frozen=True, slots=True)
class _Stop:
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
    place = place_of(mark, lines, file)
    start = place_of(getattr(error, "context_mark", None) or mark, lines, file)
    stop = _Stop(file, lines, place, start, ", ".join(filter(None, (context, problem))))
    tab = re.match(r" *(\t+)", stop.line)
    if tab and "tab" not in stop.before.strip():
        message = "the line is indented with a tab, which YAML does not allow"
        there = Place(file, place.line, tab.start(1) + 1)
        return Problem("tab", there, message, "indent with spaces, not with tabs", width=len(tab[1]))
    if re.search(r"\{%|%\}", stop.line):
        message = "this looks like an instruction of a template, which Visavis does not carry out"
        return Problem("template-placeholder", place, message, "write the text itself")
    tell = next((tell for words, tell in _CASES.items() if words in stop.why), _other)
    return tell(stop)


def place_of(mark: Any, lines: Sequence[str], file: str) -> Place:
    """A mark as a place within the file; libyaml starts a line of its own for the end of one that ends without."""
    line = min(mark.line, len(lines) - 1)
    column = mark.column if line == mark.line else len(lines[line])
    return Place(file, line + 1, min(column, len(lines[line])) + 1)


def _syntax(place: Place, message: str, fix: str, width: int = 0) -> Problem:
    return Problem("yaml-syntax", place, message, fix, width=width)


def _colon(stop: _Stop) -> Problem:
    if re.search(r":\s+[“”„«‘]", stop.before):
        message = "the text has a colon followed by a space, and typographic quotes do not hold it together"
        return _syntax(stop.place, message, 'put straight quotes around it: "…"', 1)
    if re.search(r":\s", stop.before):
        return _syntax(stop.place, "the text has a colon followed by a space", _QUOTES, 1)
    if not re.fullmatch(r"\s*(- +)*[\w-]+", stop.before):
        message = "the text has a colon followed by a space, and began on a line above"
        fix = "write >- after the colon of its field, or put the whole text into quotes"
        return _syntax(stop.place, message, fix, 1)
    message = "the field is indented deeper than those above it, so it would be part of the text above"
    return _syntax(stop.place, message, "begin it at the column of the field above", 1)


def _bullet(stop: _Stop) -> Problem | None:
    """What was to be an entry of a list, and begins with another sign than a hyphen and a space."""
    found = re.match(r"\s*([–—•·*‣▪◦]|-(?=[^\s-]))", stop.lines[stop.start.line - 1])
    if not found:
        return None
    place = Place(stop.file, stop.start.line, found.start(1) + 1)
    if found[1] == "-":
        return _syntax(place, "there is no space after the hyphen of an entry", "put a space after it", 1)
    message = f'an entry of a list begins with a hyphen and a space, not with "{found[1]}"'
    return _syntax(place, message, 'write "- " in its place', 1)


def _no_colon(stop: _Stop) -> Problem:
    if bullet := _bullet(stop):
        return bullet
    if stop.lines[stop.start.line - 1].lstrip().startswith(("{", "[")):
        message = "a bracket cannot begin a line here, where a field or an entry is expected"
        return _syntax(stop.start, message, "write fields as name: text, one a line, without brackets and commas", 1)
    message = "the line is neither a field nor an entry of a list"
    fix = "write it as name: text, with a space after the colon, or indent it further to continue the text above"
    return _syntax(stop.start, message, fix)


def _no_key(stop: _Stop) -> Problem:
    if stop.char == "," and re.search(r"[\]}]\s*$", stop.before):
        return _syntax(stop.place, "a comma stands after the closing bracket", "remove the comma", 1)
    if re.search(r"['\"\]}]\s*$", stop.before):
        fix = "put quotes around the whole text; in '…' a quote that belongs to the text is written twice"
        return _syntax(stop.place, "there is more after the closing quote or bracket", fix)
    message = "the line begins at another column than the fields it belongs to"
    return _syntax(stop.place, message, "indent it exactly as the field above that it follows")


def _bracket(stop: _Stop) -> Problem:
    sign = "]" if "']'" in stop.why else "}"
    message = "the bracket that opens here is not closed, or a comma between its entries is missing"
    return _syntax(stop.start, message, f'close it with "{sign}", or put a text with brackets into quotes', 1)


def _quote(stop: _Stop) -> Problem:
    message = "the quote that opens here is never closed"
    return _syntax(stop.start, message, "add the closing quote; in '…' a quote within the text is written twice", 1)


def _escape(stop: _Stop) -> Problem:
    message = "in double quotes a backslash begins a special sign, and there is none of this name"
    return _syntax(stop.place, message, "use single quotes, in which a backslash is a backslash", 1)


def _first_sign(stop: _Stop) -> Problem:
    char = stop.line[stop.start.column - 1 : stop.start.column] if stop.start.line == stop.place.line else stop.char
    return _syntax(stop.start, f'a text cannot begin with "{char}"', "put the text into quotes", 1)


def _entry(stop: _Stop) -> Problem:
    if bullet := _bullet(replace(stop, start=stop.place)):
        return bullet
    message = "the line is not an entry of the list above it"
    return _syntax(stop.place, message, "begin it with a hyphen at the column of the others, or end the list before it")


def _inline_list(stop: _Stop) -> Problem:
    message = "a list cannot begin on the line of its field"
    return _syntax(stop.place, message, "begin each entry on a line of its own, or put the text into quotes", 1)


def _outside(stop: _Stop) -> Problem:
    message = "the line does not belong to what stands above it"
    return _syntax(stop.place, message, 'begin all fields of the file at one column; remove a line "..." above')


def _block(stop: _Stop) -> Problem:
    message = "after > or | nothing may stand on the same line"
    return _syntax(stop.place, message, "begin the text on the next line, or put it into quotes")


def _nothing(stop: _Stop) -> Problem:
    if stop.place.line == len(stop.lines) and not stop.char:
        message = "the file ends before a bracket is closed"
        return _syntax(
            stop.place, message, "close it where its list or group ends, or put a text with brackets in quotes"
        )
    return _syntax(stop.place, "a value is missing here, or a bracket is too many", _QUOTES)


def _tag(stop: _Stop) -> Problem:
    return Problem("yaml-tag", stop.start, "a text that begins with ! is a tag", "put the text into quotes")


def _directive(stop: _Stop) -> Problem:
    return _syntax(stop.place, "a line that begins with % speaks to YAML's reader", "remove the line")


def _other(stop: _Stop) -> Problem:
    fix = "check indentation, colons and quotes here and on the line above"
    return _syntax(stop.place, f"this is not valid YAML: {stop.why}", fix)


# Words of libyaml's messages, the more special first.
_CASES: dict[str, Callable[[_Stop], Problem]] = {
    "quoted scalar, found unexpected": _quote,
    "escape": _escape,
    "hexdecimal": _escape,
    "mapping values are not allowed": _colon,
    "could not find expected ':'": _no_colon,
    "did not find expected key": _no_key,
    "did not find expected ','": _bracket,
    "cannot start any token": _first_sign,
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
