"""What painting takes, put ready before there is anything to paint, so that what is wrong with it is told at once.

In: where painted files are kept, and who is to paint. Out: a cache and a painter, and their end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.painting.cache import Cache
from generator.painting.cluster import connected
from generator.painting.painter import Painter
from generator.painting.store import opened_store
from generator.painting.worker_pool import Processes

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Means:
    """Where painted files are kept, and who paints."""

    cache: Cache
    painter: Painter


def here(folder: Path, jobs: int = 1) -> Means:
    """This machine alone."""
    return Means(Cache(folder), Processes(jobs))


@contextmanager
def opened(
    folder: Path, jobs: int | None, *, store: str = "", scheduler: str = "", needed: bool = False, tell: Tell
) -> Iterator[Means]:
    """A cache in that folder and in the store of that address, if one is named; so many processes of this machine, or
    as many as are of use, or the workers of that scheduler. `needed`: what is painted has to be in the store at the
    end. `tell` hears, once, what is wrong with the store where that ends nothing.

    UsageError, OutputError.
    """
    with ExitStack() as stack:
        kept = opened_store(store, tell, needed=needed) if store else None
        if kept:
            stack.callback(kept.end)
        painter = stack.enter_context(connected(scheduler, store)) if scheduler else Processes(jobs)
        yield Means(Cache(folder, store=kept), painter)
        if kept:
            kept.close()
