"""Figures that no reader could trace.

In: a part of the content with its texts. Out: warnings. Metrics, terms and occupations name their own sources. A
comparison names its sources as a whole, which tells nobody where one figure comes from; words such as "most" or "a few"
need none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model.reading.tree import Path
from generator.model.schema import Catalogue, Part
from generator.model.text import Text
from generator.problems import Problem, Severity

# Shares, sums of money and numbers of two digits or more; not the 24/7 and B2B of everyday speech.
_FIGURE = re.compile(
    r"""[€$£]\s?\d[\d.,]*
      | (?<![\w.,/-])\d[\d.,]*\s?(?:%|percent\b|per\ cent\b)
      | (?<![\w.,/-])\d{2,}(?:[.,]\d+)*(?![\w/-])""",
    re.VERBOSE,
)

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
# Times of the day and days, which somebody sets and nobody counted.
_TIME = re.compile(
    rf"""(?<![\w.,/-])(?:
        \d{{1,2}}(?:(?:\s?[-–]\s?|\ to\ |\ and\ |\ or\ )\d{{1,2}})?(?:[:.]\d\d)?\s?(?:[ap]m\b|[ap]\.\s?m\.|o['’]clock)
      | \d{{1,2}}:\d\d(?::\d\d)?
      | \d{{4}}-\d\d-\d\d
      | \d{{1,2}}\.\d{{1,2}}\.\d{{4}}
      | \d{{1,2}}(?:st|nd|rd|th)?\ (?:of\ )?{_MONTH}(?:,?\ \d{{4}})?
      | {_MONTH}\ \d{{1,2}}(?:st|nd|rd|th)?(?:,\ \d{{4}})?
      | {_MONTH}\ \d{{4}}
    )(?!\w)""",
    re.VERBOSE,
)


def check(part: Part, texts: Iterable[tuple[Path, Text]]) -> Iterator[Problem]:
    """A finding for each figure in a role, a comparison or the catalogue that has no source beside it."""
    for text in (text for path, text in texts if not _sourced(part, path)):
        for found in _FIGURE.finditer(_TIME.sub(" ", text)):
            message = f'nobody can look up where "{found[0].rstrip(".,")}" comes from'
            fix = "say it in words, or put it into a metric or a term, which name their sources"
            yield Problem("unsourced-figure", text.place, message, fix, Severity.WARNING)


def _sourced(part: Part, path: Path) -> bool:
    """Whether sources are named beside it: by the metrics of the catalogue, and by occupations."""
    return path[0] == "metrics" if isinstance(part, Catalogue) else "occupations" in path
