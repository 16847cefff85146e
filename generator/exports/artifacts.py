"""Everything that one build publishes beside its pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.frontend import policy
from generator.infographics import Picture
from generator.model import Model

# The browser's tab, at an address that never changes.
ICON = "assets/favicon.svg"


@dataclass(frozen=True, slots=True)
class Artifacts:
    """Everything that one build publishes.

    `brand` holds the files of content/brand by path below it; `painted` the bytes of every picture file by its path;
    `sheets` a PNG of all slides at a glance by theme; `icons` the logo as PNG by its side in pixels; `decks` the
    PowerPoint files by their path; `kept` the pictures of changes, as they were, by the names of their files; `policy`
    is what pages may load; `own_search` says whether ours can take the place of the theme's.
    """

    model: Model
    pictures: tuple[Picture, ...]
    brand: Mapping[str, bytes]
    painted: Mapping[str, bytes]
    sheets: Mapping[str, bytes] = field(default_factory=dict)
    icons: Mapping[int, bytes] = field(default_factory=dict)
    decks: Mapping[str, bytes] = field(default_factory=dict)
    kept: Mapping[str, bytes] = field(default_factory=dict)
    policy: str = field(default_factory=policy)
    own_search: bool = True
