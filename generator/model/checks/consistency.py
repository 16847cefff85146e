"""Every check that takes more than one type to make, one after another.

In: the parts of the content that fit their types; some may be missing, since every problem is told in
one run. Out: problems.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from generator.model.checks import career_moves, charts, palette, symmetry, uniqueness, usage
from generator.model.schema import Role
from generator.problems import Problem


def check(
    parts: Mapping[str, Any], *, roles_named: Collection[str], comparisons_whole: bool, kinds: Mapping[str, str]
) -> Iterator[Problem]:
    """All findings on `parts` (field of `Model` → value).

    `roles_named` are the ids of all roles, those of broken files too; without `comparisons_whole` some comparison
    is missing from `parts`, and what no comparison asks for cannot be told. `kinds` are infographics with the section
    of a comparison that each draws.
    """
    roles: Mapping[str, Role] = parts["roles"]
    named = frozenset(roles_named)
    for comparison in parts["comparisons"].values():
        compared = {role: roles[role] for role in comparison.roles if role in roles}
        yield from uniqueness.unique_ids(comparison)
        yield from usage.drawn_sections(comparison, kinds)
        yield from usage.drawn_of_roles(comparison, compared, kinds)
        yield from usage.shown_guide(comparison, kinds)
        yield from charts.check(comparison)
        yield from career_moves.check(comparison, compared, named)
        if named.issuperset(comparison.roles):
            yield from symmetry.complete(comparison, named)
            yield from usage.topic_infographics(comparison)
        yield from symmetry.statements(comparison, compared)
        yield from uniqueness.stored_once(comparison, compared)
        yield from uniqueness.distinct_signs(comparison, compared, parts.get("palette"))
    if comparisons_whole:
        yield from usage.unused_statements(roles, parts["comparisons"])
    if "palette" in parts:
        yield from palette.check(parts["palette"])
    if "catalogue" in parts:
        yield from uniqueness.unique_names(parts["catalogue"])
