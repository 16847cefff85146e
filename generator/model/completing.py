"""What a file leaves out and others decide: what tells roles apart, and the comparison of the home page.

In: the parts of the content, some of which may be missing. Out: the same, with what was left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, MutableMapping
from typing import Any

from generator.model.schema import LONGEST, SHORTEST, Comparison, Palette, Role, Site
from generator.model.text import Placed, Text


def completed(parts: Mapping[str, Any]) -> dict[str, Any]:
    """By field of `Model`. What is written stays as it is, whatever it is."""
    roles, comparisons, palette = parts["roles"], parts["comparisons"], parts.get("palette")
    roles = _with_abbreviations(roles)
    if palette:
        roles, comparisons = _with_hues(roles, comparisons, palette)
    found = {**parts, "roles": roles, "comparisons": _with_families(comparisons, roles)}
    if "site" in parts:
        found["site"] = _with_home(parts["site"], comparisons)
    return found


def _with_abbreviations(roles: Mapping[str, Role]) -> dict[str, Role]:
    taken = {str(role.abbreviation) for role in roles.values() if "abbreviation" in role.model_fields_set}
    found, numbers = {}, dict[str, int]()
    for id, role in roles.items():
        if "abbreviation" not in role.model_fields_set:
            letters = "".join(sign for sign in role.name.upper() if sign.isalnum()) or "R"
            short = abbreviation(str(role.abbreviation), letters, taken, numbers)
            taken.add(short)
            role = role.model_copy(update={"abbreviation": Text(short, role.name.place)})
        found[id] = role
    return found


def abbreviation(
    initials: str, letters: str, taken: Collection[str], numbers: MutableMapping[str, int] | None = None
) -> str:
    """One that no other role has, of a name's initials or its letters. `numbers` are those that come after letters
    next, so that of a thousand names that begin alike the last is not tried with each number.
    """
    return next(
        each for each in _abbreviations(initials, letters, {} if numbers is None else numbers) if each not in taken
    )


def _abbreviations(initials: str, letters: str, numbers: MutableMapping[str, int]) -> Iterator[str]:
    """Initials, the first letters, and letters with a number. One letter is enough where a name has no more."""
    if len(initials) >= SHORTEST or initials == letters:
        yield initials
    yield from (letters[:size] for size in range(SHORTEST, LONGEST + 1) if len(letters) >= size)
    start = letters[:2]
    while True:
        number = numbers.setdefault(start, 2)
        numbers[start] += 1
        yield f"{start}{number}"


def _with_hues(
    roles: Mapping[str, Role], comparisons: Mapping[str, Comparison], palette: Palette
) -> tuple[dict[str, Role], dict[str, Comparison]]:
    """The first hue of the palette that no role wears; if there is none, one that none of those wears beside it. Where
    there are more roles than can be told apart so, a comparison gives those that look alike hues of its own.
    """
    found = dict(roles)
    written = {id for id, role in roles.items() if "hue" in role.model_fields_set}
    worn = {id: str(role.hue) for id, role in roles.items() if "hue" in role.model_fields_set}
    every, beside = set(worn.values()), dict[str, set[str]]()
    for comparison in comparisons.values():
        for name in comparison.roles:
            beside.setdefault(name, set()).update(comparison.roles)
    for id, role in roles.items():
        if id not in worn:
            worn[id] = _free(palette, {worn[other] for other in beside.get(id, ()) if other in worn}, every)
            every.add(worn[id])
            found[id] = role.model_copy(update={"hue": Placed(worn[id], role.name.place)})
    return found, {id: _told_apart(one, worn, written, palette) for id, one in comparisons.items()}


def _told_apart(
    comparison: Comparison, worn: Mapping[str, str], written: Collection[str], palette: Palette
) -> Comparison:
    """A role keeps its hue unless it was not written and another wears it: then it gets one that no other wears."""
    own = {role: str(comparison.hues.get(role, worn.get(role, ""))) for role in comparison.roles}
    fixed = {role for role in comparison.roles if role in written or role in comparison.hues}
    given: dict[str, str] = {}
    for role in sorted(comparison.roles, key=lambda role: role not in fixed):
        others = set(given.values())
        given[role] = own[role] if role in fixed or own[role] not in others else _free(palette, others, own.values())
    changed = {role: hue for role, hue in given.items() if hue != own[role]}
    return comparison.model_copy(update={"hues": {**comparison.hues, **changed}}) if changed else comparison


def _free(palette: Palette, beside: Collection[str], worn: Collection[str]) -> str:
    markers = {palette.hues[hue].marker for hue in beside if hue in palette.hues}
    apart = [hue for hue, swatch in palette.hues.items() if hue not in beside and swatch.marker not in markers]
    return next((hue for hue in apart if hue not in worn), next(iter(apart or palette.hues)))


def _with_families(comparisons: Mapping[str, Comparison], roles: Mapping[str, Role]) -> dict[str, Comparison]:
    """A comparison belongs to the family of all its roles."""
    found = dict(comparisons)
    for id, comparison in comparisons.items():
        if "family" not in comparison.model_fields_set:
            families = {roles[role].family for role in comparison.roles if role in roles}
            if len(families) == 1 and (family := families.pop()):
                found[id] = comparison.model_copy(update={"family": family})
    return found


def _with_home(site: Site, comparisons: Mapping[str, Comparison]) -> Site:
    """The first published comparison; where all are drafts, the first."""
    if "home" in site.model_fields_set or not comparisons:
        return site
    order = sorted(comparisons, key=lambda id: (comparisons[id].status == "draft", id))
    return site.model_copy(update={"home": order[0]})
