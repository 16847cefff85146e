"""Alternative texts that give nothing to those who do not see the picture.

In: a comparison. Out: warnings.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.lint.texts import words
from generator.model.schema import Comparison, Infographic
from generator.problems import Problem, Severity, counted

_OPENINGS = ("picture of", "image of", "graphic of", "infographic of", "photo of", "illustration of")
_MIN_NEW_WORDS = 3  # that an alternative text adds to a title


def check(comparison: Comparison) -> Iterator[Problem]:
    """A finding for each picture whose text says nothing."""
    for picture in comparison.infographics:
        reason = _weakness(picture)
        if reason:
            fix = "say in one or two sentences what a reader sees in the picture"
            yield Problem("weak-alt", picture.alt.place, reason, fix, Severity.WARNING)


def _weakness(picture: Infographic) -> str:
    """Why an alternative text gives nothing to those who do not see the picture; "" where it does."""
    alt = words(picture.alt)
    if len(set(alt)) < _MIN_NEW_WORDS:
        return f"the alternative text has {counted(len(set(alt)), 'word')}, too few to say what the picture shows"
    for name in ("title", "eyebrow"):
        heading = words(getattr(picture, name))
        if len([word for word in alt if word not in heading]) < _MIN_NEW_WORDS:
            return f"the alternative text repeats the {name}, which stands beside the picture"
    start = next((start for start in _OPENINGS if picture.alt.casefold().startswith((start, f"a {start}"))), "")
    return f'"{start}" says nothing: screen readers announce a picture by themselves' if start else ""
