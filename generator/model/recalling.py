"""What was worked out of files before, by what the files hold.

In: a kind of result, the files that it was made of, and how it is made. Out: the result. Here it is made each time; who
keeps results from one run to the next says so in `kept.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Origin:
    """A file by the name that problems carry, with a digest of its bytes; "" where there is none."""

    file: str
    digest: str = ""


class Recall(Protocol):
    """Asks for a result of that kind, which those files and words decide."""

    def __call__(self, kind: str, origins: Sequence[Origin], words: Sequence[str], make: Callable[[], T]) -> T: ...


def make_anew(kind: str, origins: Sequence[Origin], words: Sequence[str], make: Callable[[], T]) -> T:
    """Without anything that was kept."""
    return make()
