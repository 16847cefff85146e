"""Pictures that changed, as they were before and as they were or are after it.

In: the model, its pictures and the other files of the site. Out: frozen values for the page "What changed".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.exports import kept_path
from generator.infographics import Picture
from generator.model import ChangedPicture, Model
from generator.pages.picture_files import narrow
from generator.pages.slides import png_size


@dataclass(frozen=True, slots=True)
class Still:
    """One of the two: what stands above it, its file, its size in pixels and its alternative text."""

    label: str
    path: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class ChangedView:
    """A picture of today and how it looked on both sides of a change."""

    picture: Picture
    before: Still
    after: Still


def changed_views(
    model: Model, pictures: Sequence[Picture], files: Mapping[str, bytes]
) -> dict[str, tuple[ChangedView, ...]]:
    """By the ids of the changes. What came after a change is what the next one of that picture kept, or what is there
    now: a later picture must not pass for what this change made. `files` are those of the site.
    """
    today = {(picture.comparison, picture.kind): picture for picture in pictures}
    later: dict[tuple[str, str], Still] = {}
    found: dict[str, tuple[ChangedView, ...]] = {}
    for id, change in model.newest_changes:
        views = []
        for changed in change.pictures:
            key = (changed.comparison or model.site.home, changed.kind)
            if key not in today or kept_path(changed.before) not in files:  # pages of a part of the site
                continue
            before = _kept(changed, files)
            after = replace(later[key], label="After") if key in later else _now(today[key])
            views.append(ChangedView(today[key], before, after))
            later[key] = before
        found[id] = tuple(views)
    return found


def _kept(changed: ChangedPicture, files: Mapping[str, bytes]) -> Still:
    path = kept_path(changed.before)
    return Still("Before", path, *png_size(files[path]), changed.alt)


def _now(picture: Picture) -> Still:
    file = narrow(picture)
    return Still("Now", file.path, file.width, file.height, picture.alt_of(file))
