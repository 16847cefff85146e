"""Pictures that changes name: the kept file of each is there, and so is the picture.

In: the changes, the comparisons, the site, and what lies in content/changes/. Out: problems.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from generator.model.schema import Change, Comparison
from generator.model.text import place_of
from generator.problems import Place, Problem

FOLDER = "changes"
# A picture for phones, at two pixels a point, takes half of that.
MAX_BYTES = 200_000


def check(
    parts: Mapping[str, Any], kept: Mapping[str, int], label: str, *, kinds: Collection[str]
) -> Iterator[Problem]:
    """All findings. `kept` are the names of the files with their bytes; `label` is the folder as problems name it;
    that a picture is of none of `kinds` is told elsewhere.
    """
    changes: Mapping[str, Change] = parts.get("changes", {})
    named = set()
    for picture in (picture for change in changes.values() for picture in change.pictures):
        named.add(str(picture.before))
        place = place_of(picture.before)
        if picture.before not in kept:
            fix = "keep the picture there with visavis render, or correct the name"
            yield Problem("missing-file", place, f'there is no file "{label}/{picture.before}"', fix)
        elif kept[picture.before] > MAX_BYTES:
            message = f'"{label}/{picture.before}" is larger than {MAX_BYTES // 1000} kB'
            yield Problem("kept-picture-too-large", place, message, "render it with --size phone")
        comparison = _comparison(parts, picture.comparison)
        if comparison and picture.kind in kinds and picture.kind not in {each.kind for each in comparison.infographics}:
            message = f'the comparison has no infographic "{picture.kind}" with which to show what is there now'
            yield Problem("dangling-reference", place_of(picture.kind), message, "remove this picture of the change")
    if "changes" in parts or not kept:  # where the list is broken nobody knows what it names
        for name in sorted(kept.keys() - named):
            message = "no change names this file, so it would not be shown"
            fix = 'name it as "before" of a picture in changes.yml, or remove it'
            yield Problem("unknown-file", Place(f"{label}/{name}"), message, fix)


def _comparison(parts: Mapping[str, Any], id: str | None) -> Comparison | None:
    """The comparison of that id, or the home page's; None where it is missing or broken, which is told elsewhere."""
    home = parts["site"].home if "site" in parts else None
    found: Comparison | None = parts["comparisons"].get(id or home)
    return found
