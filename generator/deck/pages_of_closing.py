"""The last slide of a deck as many as its entries need.

In: a `Closing`. Out: titles and entries, a slide each.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.deck.deck import Closing

_MOST = 7  # entries of two lines that one slide has room for


def pages_of(closing: Closing) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """(title, entries) of each slide; no two titles are the same."""
    entries = closing.entries
    pages = [entries[start : start + _MOST] for start in range(0, len(entries), _MOST)]
    for number, page in enumerate(pages, 1):
        count = f" ({number} of {len(pages)})" if len(pages) > 1 else ""
        yield f"{closing.title}{count}", page
