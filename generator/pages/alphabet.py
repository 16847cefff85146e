"""The order of names in lists. In: names. Out: what they are sorted by, and the letter that they stand under."""

from __future__ import annotations

import unicodedata


def plain(name: str) -> str:
    """What a name is sorted by: a letter with an accent stands among those without."""
    return unicodedata.normalize("NFKD", name).casefold()


def letter_of(name: str) -> str:
    """The capital under which a name is looked up, without its accent; else the sign that it begins with."""
    return plain(name)[0].upper()
