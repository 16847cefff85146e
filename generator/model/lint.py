"""What is not wrong and yet deserves a second look: wording, balance, repetition, pictures' alternative texts, reviews.

In: the parts of the content that fit their types. Out: warnings.

Two things are not looked for, since they cannot be told for certain. Whether a number has a source: sources are named
by comparisons, metrics and terms as wholes, never by the sentence with the number. Whether a term of the trade is
missing from the glossary: any word could be one; only abbreviations show that they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from generator.errors import Problem, Severity
from generator.model import echoes, sides, wording
from generator.model.reading import Tree
from generator.model.schema import Comparison, Infographic, Part, Role
from generator.model.text import Text

_HEADINGS = ("title", "name", "alt")  # a picture may well have the comparison's title
_READ = ("roles", "comparisons", "catalogue", "glossary")  # the parts with prose
_PICTURE_OF = ("picture of", "image of", "graphic of", "infographic of", "photo of", "illustration of")
_FEW = 2  # words that an alternative text adds to a title it repeats


def check(parts: Mapping[str, Any], *, whole: bool) -> Iterator[Problem]:
    """All findings on `parts` (field of `Model` → value). Unless they are `whole`, something may be missing."""
    roles: Mapping[str, Role] = parts.get("roles", {})
    for comparison in parts.get("comparisons", {}).values():
        compared = {name: roles[name] for name in comparison.roles if name in roles}
        yield from sides.check(comparison, compared, whole=whole)
        common = [parts[name] for name in ("catalogue", "glossary") if name in parts]
        yield from echoes.check(_facts([*compared.values(), comparison, *common]))
        yield from _alternatives(comparison)
    prose = [(path, text) for name in _READ for path, text in sides.texts(parts.get(name, {}))]
    known = {str(role.abbreviation) for role in roles.values()}
    known |= wording.abbreviations(" ".join(text for _, text in sides.texts(parts.get("glossary", {}))))
    # A classification's codes and the role's own abbreviation are no prose.
    spoken = (text for path, text in prose if "occupations" not in path and path[-1] != "abbreviation")
    yield from wording.check(spoken, known)


def overdue(trees: Iterable[tuple[Tree, Any]], parts: Mapping[str, Any], today: date) -> Iterator[Problem]:
    """Roles and comparisons that somebody should have read again by now."""
    dated: dict[str, date] = {
        part.name.place.file: part.review
        for name in ("roles", "comparisons")
        for part in parts.get(name, {}).values()
        if part.review
    }
    for tree, _ in trees:
        day = dated.get(tree.file)
        if day and day < today:
            message = f"this was to be read again by {day:%d %B %Y}"
            fix = "read the file again, mend what is out of date, and set a new day"
            yield Problem("review-due", tree.place(("review",)), message, fix, Severity.WARNING)


def _facts(parts: Iterable[Part | Mapping[str, Part]]) -> Iterator[Text]:
    return (text for part in parts for path, text in sides.texts(part) if path[-1] not in _HEADINGS)


def _alternatives(comparison: Comparison) -> Iterator[Problem]:
    for picture in comparison.infographics:
        reason = _weak(picture)
        if reason:
            fix = "say in one or two sentences what a reader sees in the picture"
            yield Problem("weak-alt", picture.alt.place, reason, fix, Severity.WARNING)


def _weak(picture: Infographic) -> str:
    """Why an alternative text gives nothing to those who do not see the picture; "" where it does."""
    alt = sides.words(picture.alt)
    for name in ("title", "eyebrow"):
        heading = sides.words(getattr(picture, name))
        if len([word for word in alt if word not in heading]) <= _FEW:
            return f"the alternative text repeats the {name}, which stands beside the picture"
    start = next((words for words in _PICTURE_OF if picture.alt.casefold().startswith((words, f"a {words}"))), "")
    return f'"{start}" says nothing: screen readers announce a picture by themselves' if start else ""
