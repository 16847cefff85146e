"""`make bench`: measure, write results.json, show the figures on the page about performance.

Ratios of one run only: milliseconds of one machine say little about another, or about the same one an hour later.
"""

from __future__ import annotations

import json
import sys

import coding
import growth
import headline
import preview
import slides
import whole
import workers
from machine import machine
from report import figures, page
from subject import HERE, ROOT, read

_PAGE = ROOT / "docs" / "contributing" / "performance.md"
_RESULTS = HERE / "results.json"
# Sets of the headline picture take a second a round, decks some; whole builds and two hundred pictures take many.
_ROUNDS, _SHORT_ROUNDS, _LONG_ROUNDS = 24, 8, 3


def main() -> None:
    """Measure everything."""
    say("The headline picture")
    ratios, sizes = headline.measure(read(), _ROUNDS, say)
    say("All pictures from nothing")
    ratios |= whole.measure(say)
    say("The same pixels, coded")
    ratios |= coding.measure(read(), say)
    say("Two workers and one")
    ratios |= workers.measure(_LONG_ROUNDS, say)
    say("Many pictures")
    ratios |= growth.measure(_LONG_ROUNDS, say)
    say("The deck of all slides")
    of_decks, files = slides.measure(_SHORT_ROUNDS, say)
    ratios, sizes = ratios | of_decks, sizes | files
    say("A saved change in the preview")
    ratios |= preview.measure(_ROUNDS, say)
    results = {
        "ratios": {name: round(value, 3) for name, value in ratios.items()},
        "sizes": sizes,
        "machine": machine(),
        "rounds": _ROUNDS,
    }
    _RESULTS.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    _PAGE.write_text(page(_PAGE.read_text(encoding="utf-8"), results), encoding="utf-8")
    print(figures(results))


def say(line: str) -> None:
    """Progress, and times of this run that nobody should compare with another's."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
