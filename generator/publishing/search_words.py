"""The words of a text as generator/frontend/search.js reads them, so that an index made here answers as one made there.

In: HTML of an entry of the search index. Out: its words, and what forms of a word have in common. The lists of common
words and of kinds stand in search.js alone and are read from it; tests/publishing/test_split_index.py holds both
against each other.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from generator.frontend import SEARCH

_TAG = re.compile(r"<[^>]*>")
_SIGN = re.compile(r"&(#?\w+);", re.ASCII)
_NUMBER = re.compile(r"#(?:x([0-9a-f]+)|([0-9]+))", re.IGNORECASE)
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "nbsp": " "}
_LAST = 0x10FFFF
_GENITIVE = re.compile(r"['’]s?(?![^\W\d_])")
_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"^(.{4,}?)(ation|ating|ated?|ator|ion|ment|ing|ed|ly)$")
_LISTED = re.compile(r'"([a-z ]+)",')


def _common() -> frozenset[str]:
    listed = SEARCH.partition("const COMMON")[2].partition(".join")[0]
    return frozenset(word for line in _LISTED.findall(listed) for word in line.split())


def _kinds() -> dict[str, float]:
    listed = SEARCH.partition("const KINDS = {")[2].partition("}")[0]
    return {name: float(worth) for name, worth in re.findall(r"(\w+): ([\d.]+)", listed)}


COMMON = _common()
KINDS = _kinds()


def plain(html: str) -> str:
    """Without tags, with signs for their names."""
    return _SIGN.sub(_sign, _TAG.sub(" ", html))


def _sign(found: re.Match[str]) -> str:
    number = _NUMBER.match(found[1])
    if number is None:
        return _NAMED.get(found[1], found[0])
    code = int(number[1], 16) if number[1] else int(number[2])
    return chr(code) if code <= _LAST else found[0]


def words_of(text: str) -> list[str]:
    """Letters and digits, folded: without marks and in small letters."""
    if not text.isascii():
        text = "".join(sign for sign in unicodedata.normalize("NFKD", text) if unicodedata.category(sign)[0] != "M")
    return _WORD.findall(_GENITIVE.sub("", text.lower()))


@cache
def stem(word: str) -> str:
    """What forms of a word have in common: travels, travelling; negotiate, negotiation."""
    if len(word) < 4:
        return word
    base = re.sub(r"ie$", "y", re.sub(r"([^su])s$", r"\1", word))
    cut = re.sub(r"([bdglmnprt])\1$", r"\1", _ENDING.sub(r"\1", base))
    return re.sub(r"(...)y$", r"\1i", re.sub(r"(...)e$", r"\1", cut))
