"""Drafts: roles and comparisons that are checked and shown in the preview, and not published.

In: the parts of the content, or a model. Out: problems, and the model without its drafts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.schema import Change, Comparison, Model, Role
from generator.model.text import place_of
from generator.problems import Place, Problem


def check(parts: Mapping[str, Any]) -> Iterator[Problem]:
    """What is published and names a draft."""
    roles: Mapping[str, Role] = parts["roles"]
    comparisons: Mapping[str, Comparison] = parts["comparisons"]
    for comparison in comparisons.values():
        for name in comparison.roles if comparison.status == "published" else ():
            if name in roles and roles[name].status == "draft":
                message = f'the role "{name}" is a draft, and this comparison is not'
                fix = 'write "status: draft" here too, or remove it from the role'
                yield Problem("draft-named", place_of(name), message, fix)
    home: str = parts["site"].home if "site" in parts else ""
    if home in comparisons and comparisons[home].status == "draft" and _published(comparisons):
        fix = f"name one that is published: {', '.join(sorted(_published(comparisons)))}"
        yield Problem("draft-named", place_of(home), f'the comparison "{home}" is a draft', fix)


def _published(comparisons: Mapping[str, Comparison]) -> list[str]:
    return [id for id, comparison in comparisons.items() if comparison.status == "published"]


@dataclass(frozen=True, slots=True)
class Published:
    """A model without drafts, how many there were, and the files that they are in."""

    model: Model
    drafts: int
    files: frozenset[str]


def nothing_published(model: Model) -> Problem | None:
    """Where every comparison is a draft there is no site."""
    if _published(model.comparisons):
        return None
    place = min((comparison.name.place for comparison in model.comparisons.values()), key=_order)
    fix = 'remove "status: draft" from one; visavis serve shows drafts as well'
    return Problem("nothing-published", place, "every comparison is a draft, so there is nothing to publish", fix)


def _order(place: Place) -> tuple[str, int]:
    return place.file, place.line


def published(model: Model) -> Published:
    """The model without drafts, and without what changes say of their pictures."""
    parts: list[Role | Comparison] = [*model.roles.values(), *model.comparisons.values()]
    hidden = [part for part in parts if part.status == "draft"]
    if not hidden:
        return Published(model, 0, frozenset())
    comparisons = {id: part for id, part in model.comparisons.items() if part.status == "published"}
    own = {
        "roles": {id: role for id, role in model.roles.items() if role.status == "published"},
        "comparisons": comparisons,
        "changes": {id: _without(change, comparisons) for id, change in model.changes.items()},
    }
    files = frozenset(part.name.place.file for part in hidden)
    return Published(model.model_copy(update=own), len(hidden), files)


def _without(change: Change, comparisons: Mapping[str, Comparison]) -> Change:
    kept = tuple(each for each in change.pictures if each.comparison is None or each.comparison in comparisons)
    return change if kept == change.pictures else change.model_copy(update={"pictures": kept})
