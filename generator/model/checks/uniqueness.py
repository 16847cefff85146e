"""What must not be there twice: ids, names, facts, and the signs that tell roles apart.

In: a comparison with its roles, or the catalogue. Out: problems.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.model.schema import NEXT_HUE, Catalogue, Comparison, Palette, Role
from generator.model.text import place_of
from generator.problems import Problem


def unique_ids(comparison: Comparison) -> Iterator[Problem]:
    """Whatever a comparison lists, it lists once."""
    own = {
        "dimension": [part.id for part in comparison.dimensions],
        "topic": [part.id for part in comparison.topics],
        "scale": [part.id for part in comparison.scales],
        "question": [part.id for part in (comparison.guide.questions if comparison.guide else ())],
    }
    for what, listed in own.items():
        yield from _repeated(what, listed, "keep one of them or give it another id")
    named = {
        "infographic": [part.kind for part in comparison.infographics],
        "shared skill": [part.skill for part in comparison.shared.skills],
        "role": comparison.roles,
    }
    for what, others in named.items():
        yield from _repeated(what, others, "keep one of them")


def stored_once(comparison: Comparison, compared: Mapping[str, Role]) -> Iterator[Problem]:
    """What a role lists, it lists once, and what all roles share is not in a role's own list."""
    shared = {skill.skill for skill in comparison.shared.skills}
    for role in compared.values():
        for skill in role.skills:
            if skill.skill in shared:
                message = f'the skill "{skill.skill}" is also listed as one that all roles share'
                yield Problem("stored-twice", place_of(skill.skill), message, "keep it in one of the two places")
        groups = {
            "skill": [entry.skill for entry in role.skills],
            "metric": [entry.metric for entry in role.metrics],
            "partner": [entry.partner for entry in role.partners],
            "account": [entry.account for entry in role.accounts],
        }
        for what, named in groups.items():
            yield from _repeated(what, named, "keep one of them")


def _repeated(what: str, listed: Sequence[str], fix: str) -> Iterator[Problem]:
    if len(set(listed)) == len(listed):
        return
    counts = Counter(listed)
    for id in listed:
        if counts[id] > 1:
            yield Problem("duplicate-id", place_of(id), f'the {what} "{id}" is listed {counts[id]} times', fix)


_ANOTHER = "give one of them another {}{}"


def distinct_signs(comparison: Comparison, compared: Mapping[str, Role], palette: Palette | None) -> Iterator[Problem]:
    """Two roles side by side differ in hue, marker and abbreviation; hues that a palette gives, once there is one."""
    seen: dict[tuple[str, str], str] = {}
    for name, role in compared.items():
        hue = comparison.hues.get(name, role.hue)
        signs = [("abbreviation", str(role.abbreviation))]
        if hue != NEXT_HUE:
            signs.append(("hue", str(hue)))
        if palette and hue in palette.hues:
            signs.append(("marker", palette.hues[hue].marker))
        for sign in signs:
            other = seen.setdefault(sign, name)
            if other != name:
                message = f'"{name}" has the same {sign[0]} as "{other}" ({sign[1]})'
                where = role.abbreviation if sign[0] == "abbreviation" else hue
                more = "" if sign[0] == "abbreviation" else ', or one for this comparison below its "hues:"'
                yield Problem("look-alike", place_of(where), message, _ANOTHER.format(sign[0], more))


def unique_names(catalogue: Catalogue) -> Iterator[Problem]:
    """Two entries of one section have two names."""
    for _, section in catalogue:
        counts = Counter(entry.name.casefold() for entry in section.values())
        for entry in section.values():
            if counts[entry.name.casefold()] > 1:
                message = f'"{entry.name}" is the name of two entries'
                yield Problem("stored-twice", entry.name.place, message, "keep one of them")
