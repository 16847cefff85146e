"""Characters that cannot be seen, and what a line is.

In: text. Out: lines as an editor's program counts them, and text in which nothing is hidden.
"""

from __future__ import annotations

import re
import unicodedata

# What an editor's program takes for the end of a line. YAML 1.1 ends lines at U+0085, U+2028 and U+2029 too; these are
# refused in content, so that all count alike.
_LINE_END = re.compile(r"\r\n|\r|\n")
_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff]")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def split_lines(text: str) -> list[str]:
    """The lines without their ends; at least one."""
    return _LINE_END.split(text)


def line_and_column(text: str, position: int) -> tuple[int, int]:
    """Line and column, from 1, of the character at `position`."""
    before = split_lines(text[:position])
    return len(before), len(before[-1]) + 1


def is_hidden(char: str) -> bool:
    """Whether a terminal or an editor would not show the character, or would be steered by it."""
    return unicodedata.category(char) in _HIDDEN


def one_line(text: str) -> str:
    """The text as a page shows it: line ends count as spaces, control characters become U+FFFD."""
    return _CONTROLS.sub("\ufffd", _BREAKS.sub(" ", text)).strip(" ")


def visible(text: str) -> str:
    """The text with every hidden character spelt as <U+200B>."""
    return text if text.isprintable() else "".join(code_point(char) if is_hidden(char) else char for char in text)


def visible_line(text: str) -> str:
    """The text on one line, with every hidden character spelt out; any run of white space is one space."""
    return visible(" ".join(text.split()))


def code_point(char: str) -> str:
    """A character by its number: <U+200B>."""
    return f"<U+{ord(char):04X}>"


def counted(number: int, what: str) -> str:
    """A number of things that English gives an s: `1 point`, `2 points`."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def shorten(value: object, limit: int = 60) -> str:
    """A text as a message quotes it."""
    text = str(value)
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
