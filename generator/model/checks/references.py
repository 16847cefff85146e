"""References to things that do not exist.

In: what all files refer to, also those that are wrong elsewhere, and the names that there are.
Out: problems.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.model.validation import closest
from generator.problems import Place, Problem, shorten

References = Mapping[tuple[str, str], tuple[tuple[int, int], ...]]
_FEW = 3  # places of one mistake in one file that are told one by one; of more, the first speaks for all
_LISTED = 12


def check(
    files: Iterable[tuple[str, References]], known: Mapping[str, Any], renamed: Mapping[tuple[str, str], str]
) -> Iterator[Problem]:
    """All findings. `files` are what each file refers to; `known`: what (as in `Names`) → a container of names, None
    where they cannot be told; `renamed`: what and former name → the name of today.
    """
    there: dict[tuple[str, str], bool] = {}
    fixes: dict[tuple[str, str], str] = {}  # what is wrong in one way in many files is looked up once
    for file, references in files:
        for key, places in references.items():
            what, name = key
            if key not in there:
                names = known.get(what)
                there[key] = names is None or name in names
            if there[key]:
                continue
            if key not in fixes:
                fixes[key] = _fix(what, name, list(known[what]), renamed.get(key))
            yield from _problems(what, name, [Place(file, *place) for place in places], fixes[key])


def _problems(what: str, name: str, places: Sequence[Place], fix: str) -> Iterator[Problem]:
    code = {"icon": "unknown-icon", "kind": "unknown-infographic"}.get(what, "dangling-reference")
    message = f'there is no {_SPOKEN.get(what, what)} "{shorten(name)}"'
    if len(places) > _FEW:
        message += f", which this file names in {len(places)} places"
        places = places[:1]
    for place in places:
        yield Problem(code, place, message, fix)


def _fix(what: str, name: str, names: Sequence[str], now: str | None) -> str:
    if now:
        return f'it is called "{now}" now'
    return _listed(name, names) or _usual(what, name, names) or closest(name, names) or _choice(what, name, names)


def _listed(name: str, names: Sequence[str]) -> str:
    """Several of them that something else than a comma parts."""
    parts = re.split(r"[^a-z0-9-]+", name)
    return f"part them by commas: {', '.join(parts)}" if len(parts) > 1 and {*parts} <= {*names} else ""


def _usual(what: str, name: str, names: Sequence[str]) -> str:
    """The icon of that name among those that are used here, rather than somebody's logo."""
    meant = f"material/{name}"
    return f'did you mean "{meant}"?' if what == "icon" and meant in names else ""


def _choice(what: str, name: str, names: Sequence[str]) -> str:
    if what == "icon" or (len(names) > _LISTED and what in _LOOK_UP):
        return _LOOK_UP[what]
    if names:
        return f"there {'is only' if len(names) == 1 else 'are'} {', '.join(names)}"
    return _TO_ADD.get(what, f"add the {what} first").format(shorten(name))


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
# Where the first of its kind goes.
_SECTION = 'write "{}:" into catalogue.yml, "{{}}:" below that, and "name:" with a text below that'
_TO_ADD = {
    "source": 'write "{}:" into sources.yml, and what it is below that',
    "skill": _SECTION.format("skills"),
    "metric": _SECTION.format("metrics"),
    "partner": _SECTION.format("partners"),
    "account": _SECTION.format("accounts"),
    "family": _SECTION.format("families"),
}
