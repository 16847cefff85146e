"""References to things that do not exist.

In: what all files refer to, also those that are wrong elsewhere, and the names that there are.
Out: problems.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.model.introspection import Reference
from generator.model.validation import closest
from generator.problems import Problem, shorten

_FEW = 3  # places of one mistake in one file that are told one by one; of more, the first speaks for all
_LISTED = 12


def check(
    files: Iterable[Iterable[Reference]], known: Mapping[str, Any], renamed: Mapping[tuple[str, str], str]
) -> Iterator[Problem]:
    """All findings. `known`: what (as in `Names`) → a container of names, None where they cannot be told; `renamed`:
    what and former name → the name of today.
    """
    told: dict[tuple[str, str], str] = {}  # what is wrong in one way in many files is looked up once
    there: dict[tuple[str, str], bool] = {}
    for file in files:
        missing: dict[tuple[str, str], list[Reference]] = {}
        for reference in file:
            key = reference.what, reference.name
            if key not in there:
                names = known.get(reference.what)
                there[key] = names is None or reference.name in names
            if not there[key]:
                missing.setdefault((reference.what, reference.name), []).append(reference)
        for (what, name), references in missing.items():
            if (what, name) not in told:
                told[what, name] = _fix(what, name, list(known[what]), renamed.get((what, name)))
            yield from _problems(references, told[what, name])


def _problems(references: Sequence[Reference], fix: str) -> Iterator[Problem]:
    what, name = references[0].what, references[0].name
    code = {"icon": "unknown-icon", "kind": "unknown-infographic"}.get(what, "dangling-reference")
    message = f'there is no {_SPOKEN.get(what, what)} "{shorten(name)}"'
    if len(references) > _FEW:
        message += f", which this file names in {len(references)} places"
        references = references[:1]
    for reference in references:
        yield Problem(code, reference.place, message, fix)


def _fix(what: str, name: str, names: Sequence[str], now: str | None) -> str:
    if now:
        return f'it is called "{now}" now'
    return _usual(what, name, names) or closest(name, names) or _choice(what, names)


def _usual(what: str, name: str, names: Sequence[str]) -> str:
    """The icon of that name among those that are used here, rather than somebody's logo."""
    meant = f"material/{name}"
    return f'did you mean "{meant}"?' if what == "icon" and meant in names else ""


def _choice(what: str, names: Sequence[str]) -> str:
    if what == "icon" or (len(names) > _LISTED and what in _LOOK_UP):
        return _LOOK_UP[what]
    return f"there {'is only' if len(names) == 1 else 'are'} {', '.join(names)}" if names else f"add the {what} first"


_SPOKEN = {"kind": "kind of infographic", "set": "set of pictures"}
_LOOK_UP = {
    "icon": "see the icons of Material for MkDocs",
    "role": "see the files of roles/",
    "comparison": "see the files of comparisons/",
    "source": "see sources.yml",
    "hue": "see hues in brand/palette.yml",
    "skill": "see skills in catalogue.yml",
    "metric": "see metrics in catalogue.yml",
    "partner": "see partners in catalogue.yml",
    "account": "see accounts in catalogue.yml",
    "family": "see families in catalogue.yml",
    "set": "see pictures, sets in site.yml",
}
