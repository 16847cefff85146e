"""How long a store is waited for.

In: how its answers came, and a clock. Out: whether it is worth asking again, and why not, in words, once.
"""

from __future__ import annotations

from collections.abc import Callable

_IN_A_ROW = 3
# Painting a file takes about an eighth of a second of one core: what gives fewer than one in a second is of no use.
_SECONDS = 30.0
_A_SECOND = 1.0


class Trust:
    """In one direction: what is read, or what is written. It ends for good."""

    def __init__(self, tell: Callable[[str], None], *, patient: bool = False) -> None:
        self._tell, self._patient = tell, patient
        self._failed, self._answered, self._waited = 0, 0, 0.0
        self.lost = False

    def answered(self, seconds: float) -> None:
        """After being waited for so long."""
        self._failed = 0
        self._answered += 1
        self._wait(seconds)

    def failed(self, why: str, seconds: float = 0.0) -> None:
        """After being waited for so long."""
        self._failed += 1
        if self._failed >= _IN_A_ROW:
            self.lost = True
        self._tell(why)
        self._wait(seconds)

    def _wait(self, seconds: float) -> None:
        self._waited += seconds
        if not self._patient and self._waited > _SECONDS and self._answered < self._waited * _A_SECOND:
            if not self.lost:
                self._tell(f"{self._answered} files in {self._waited:.0f} seconds")
            self.lost = True
