"""Numbers as running text has them.

In: a text. Out: its numbers with their places, in words up to ninety-nine or in digits. "One" is no number: mostly it
is a pronoun.
"""

from __future__ import annotations

import re

_TO_TWENTY = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNITS = ("one", *_TO_TWENTY[:8])
_WORDS = {
    **{word: value for value, word in enumerate(_TO_TWENTY, 2)},
    **{ten: 10 * value for value, ten in enumerate(_TENS, 2)},
    **{f"{ten}-{unit}": 10 * value + one for value, ten in enumerate(_TENS, 2) for one, unit in enumerate(_UNITS, 1)},
}

# A number alone; not the tail of 1.5 or 24/7, and nothing that goes on as a word, a percentage or a fraction does.
NUMBER = (
    rf"(?<![\w.,/½¼¾-])(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))}|\d+)"
    r"(?![\w½¼¾%/]|-(?!\w+\s)|\s?%|[.,]\d)"
)


def value(number: str) -> int:
    """A number that was found, as a number."""
    return _WORDS[number.casefold()] if number.casefold() in _WORDS else int(number)


def listed(values: frozenset[int]) -> str:
    """Numbers as a message has them: 3 or 6."""
    return re.sub(r", (?=\d+$)", " or ", ", ".join(map(str, sorted(values))))
