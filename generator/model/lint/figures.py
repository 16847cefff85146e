"""Figures that no reader could trace.

In: the model. Out: warnings. Metrics, terms and occupations name their own sources. A comparison names its sources as a
whole, which tells nobody where one figure comes from; words such as "most" or "a few" need none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.lint.texts import texts
from generator.model.schema import Model
from generator.model.text import Text
from generator.problems import Problem, Severity

# Shares, sums of money and numbers of two digits or more; not the 24/7 and B2B of everyday speech.
_FIGURE = re.compile(
    r"""[€$£]\s?\d[\d.,]*
      | (?<![\w.,/-])\d[\d.,]*\s?(?:%|percent\b|per\ cent\b)
      | (?<![\w.,/-])\d{2,}(?:[.,]\d+)*(?![\w/-])""",
    re.VERBOSE,
)
_SOURCED = ("occupations", "metrics")


def check(model: Model) -> Iterator[Problem]:
    """A finding for each figure in a text of roles, comparisons and the catalogue that has no source beside it."""
    for text in _unsourced(model):
        for found in _FIGURE.finditer(text):
            message = f'nobody can look up where "{found[0].rstrip(".,")}" comes from'
            fix = "say it in words, or put it into a metric or a term, which name their sources"
            yield Problem("unsourced-figure", text.place, message, fix, Severity.WARNING)


def _unsourced(model: Model) -> Iterator[Text]:
    for path, text in texts(model.catalogue):
        if path[0] not in _SOURCED:
            yield text
    for part in (model.roles, model.comparisons):
        for path, text in texts(part):
            if "occupations" not in path:
                yield text
