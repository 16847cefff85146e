"""Names of shapes: unique on a slide, the same in every deck of a comparison.

In: the groups that a shape lies in, and what it is. Out: such as `comparison/kind/Row/text 2`.
"""

from __future__ import annotations

from collections import Counter

from generator.deck.xml import possible


class Names:
    """The names that one slide has used."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._used: Counter[str] = Counter()

    def group(self, inside: str, name: str) -> str:
        """A group's name, with a number where it is not the first of that name."""
        return self._unique(f"{inside or self._address}/{' '.join(possible(name).replace('/', ' ').split())}")

    def shape(self, inside: str, what: str) -> str:
        """A shape's name; all but the first of a kind within a group have a number."""
        return self._unique(f"{inside or self._address}/{what}")

    def _unique(self, name: str) -> str:
        self._used[name] += 1
        return name if self._used[name] == 1 else self._unique(f"{name} {self._used[name]}")
