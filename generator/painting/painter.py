"""Who paints: the processes of this machine, or those of many.

In: jobs. Out: each job with what became of its files, as soon as they are done.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.painting.job import Job
from generator.painting.target import Target


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that whoever painted it has put into the store: its hash (SHA-256)."""

    digest: str


Painted = tuple[Job, Mapping[Target, "bytes | Stored"]]


class Painter(Protocol):
    """Paints every job, in any order. The same bytes, whoever does it."""

    def paint_each(self, jobs: Sequence[Job]) -> Generator[Painted, None, None]:
        """Every job as soon as it is done.

        OutputError: who painted was killed twice over the same picture, there is too little memory, or nobody paints
        any more.
        """
