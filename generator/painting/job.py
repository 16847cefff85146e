"""What painting takes: the one value that passes between layout and paint, across processes too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.brand import Weight
from generator.layout import Frame
from generator.painting.target import Target


@dataclass(frozen=True, slots=True)
class Job:
    """One frame to paint in one theme. `colours` by role name, `fonts` are files by weight."""

    picture: str
    title: str
    description: str
    frame: Frame
    colours: Mapping[str, str]
    fonts: Mapping[Weight, str]
    targets: tuple[Target, ...]
