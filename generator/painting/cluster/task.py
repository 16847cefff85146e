"""What passes between this machine and a worker.

In: a job. Out: a `Task`, and what a worker may answer. As bytes, which only a worker opens: the scheduler need not have
Visavis, and a picture that ends whoever opens it ends no scheduler.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.brand import Weight
from generator.painting.job import Job
from generator.painting.target import Target


@dataclass(frozen=True, slots=True)
class Font:
    """A font by where this machine has it and by its content. `data` is there for who lacks it.

    `rank` is its place among the paths of all fonts: matplotlib puts the fonts of a PDF in the order of their paths.
    """

    path: str
    digest: str
    rank: int
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A job; `versions` as a worker must have them, `keys` and the address of a `store` that it is to fill, if any."""

    job: Job
    fonts: Mapping[Weight, Font]
    versions: Mapping[str, str]
    keys: Mapping[Target, str]
    store: str


@dataclass(frozen=True, slots=True)
class Lacking:
    """A worker has not these fonts, by their digests."""

    fonts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Unlike:
    """A worker would paint something else; in words."""

    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What a worker is asked before anything is painted: which of the fonts it has, and whether it finds the token in
    the store.
    """

    fonts: tuple[Font, ...]
    store: str
    token: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A worker's versions, the paths at which it has other fonts, and whether it reaches the store."""

    versions: Mapping[str, str]
    other_fonts: tuple[str, ...]
    reaches_store: bool


def call(function: Callable[..., Any], argument: object) -> bytes:
    """A call as bytes: `pickle.loads` makes it and returns what it returns."""
    return pickle.dumps(_Call(function, argument))


class _Call:
    def __init__(self, function: Callable[..., Any], argument: object) -> None:
        self._function, self._argument = function, argument

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[object]]:
        return self._function, (self._argument,)
