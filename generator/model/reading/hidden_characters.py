"""Characters that change a text without being seen.

In: the text of a file. Out: problems, and the text as YAML's reader takes it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.problems import Place, Problem, line_and_column, split_lines

# What YAML allows nowhere, and its three line ends that no editor shows as one.
_CONTROL = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
)
# Joiners make one sign of two in an emoji and in scripts whose letters join; between Latin letters they do nothing.
_JOINER = "(?<![^\\x00-\u024f])[\u200c\u200d]|[\u200c\u200d](?![^\\x00-\u024f])"
_UNSEEN = re.compile(f"(?P<control>[{_CONTROL}])|(?P<turning>[{_TURNING}])|[{_INVISIBLE}]|{_JOINER}")
_UNREADABLE = re.compile(f"[{_CONTROL}\ufeff]")
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Where YAML reads structure, only a plain space is one: before a field or an entry, and after its colon or hyphen.
_ODD_SPACE = re.compile(f"^ *(?:- *)?(?:[\\w-]+: *|- *)?([{_SPACES}]+)")
# Letters and signs that such a conversion usually breaks; anything else may be just what somebody typed.
_BREAKABLE = re.compile("[\u00a0-\u024f\u2010-\u2044\u20ac\u2122]+")
_FOREIGN = re.compile("[^\\x00-\\x7f]{2,}")


def check(text: str, file: str) -> Iterator[Problem]:
    """Every character that cannot be seen or was broken on the way, at its place."""
    for found in _UNSEEN.finditer(text):
        yield _unseen(found, Place(file, *line_and_column(text, found.start())))
    for number, line in enumerate(split_lines(text), 1):
        if line.isascii():
            continue
        yield from _odd_space(line, Place(file, number))
        yield from _garbled(line, Place(file, number))


def readable(text: str) -> str:
    """The text, equally long, with a space for each character that YAML's reader would stop at."""
    return _UNREADABLE.sub(" ", text)


def escaped(value: str, typed: str) -> str:
    """The first unseen character of a value that was typed as an escape; "" without one."""
    return next((found[0] for found in _UNSEEN.finditer(value) if found[0] not in typed), "")


def unicode_name(char: str) -> str:
    """What the Unicode standard calls a character, for the ear: `the zero width space (U+200B)`."""
    name = unicodedata.name(char, "control character").lower()
    return f"the {name} (U+{ord(char):04X})"


def _unseen(found: re.Match[str], place: Place) -> Problem:
    char = unicode_name(found[0])
    fix = "delete it, or type the word again"
    if found["control"]:
        return Problem("control-character", place, f"{char} cannot be part of a text", fix, width=1)
    if found["turning"]:
        message = f"{char} turns the direction of writing, so that a text reads otherwise than it is stored"
        return Problem("hidden-character", place, message, fix, width=1)
    return Problem("hidden-character", place, f"{char} stands here and cannot be seen", fix, width=1)


def _odd_space(line: str, place: Place) -> Iterator[Problem]:
    found = _ODD_SPACE.match(line)
    if found:
        message = f"{unicode_name(found[1][0])} stands where YAML knows only the plain space"
        fix = "replace it by a plain space, or delete it"
        yield Problem("odd-space", _at(place, found.start(1)), message, fix, width=len(found[1]))


def _garbled(line: str, place: Place) -> Iterator[Problem]:
    for found in re.finditer("\ufffd+", line):
        message = "a character was lost here when the file was saved or converted"
        fix = "type it again; the mark \ufffd stands for what was lost"
        yield Problem("garbled-text", _at(place, found.start()), message, fix, width=len(found[0]))
    for found in _FOREIGN.finditer(line):
        meant = _before_conversion(found[0])
        if meant:
            message = f'"{found[0]}" is "{meant}" after a conversion that went wrong'
            fix = f'write "{meant}"; if there are many, restore the file and save it as UTF-8'
            yield Problem("garbled-text", _at(place, found.start()), message, fix, width=len(found[0]))


def _before_conversion(run: str) -> str:
    """What UTF-8 read as Windows-1252 was before; "" where that cannot be."""
    try:
        meant = run.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""
    return meant if _BREAKABLE.fullmatch(meant) else ""


def _at(place: Place, start: int) -> Place:
    return Place(place.file, place.line, start + 1)
