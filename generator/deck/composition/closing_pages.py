"""The last slide of a deck as many as its entries need.

In: a title and entries. Out: titles and entries, a slide each.
"""

from __future__ import annotations

from collections.abc import Iterator

_MOST = 7  # entries of two lines that one slide has room for


def pages_of(title: str, entries: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """(title, entries) of each slide; no two titles are the same."""
    pages = [entries[start : start + _MOST] for start in range(0, len(entries), _MOST)]
    for number, page in enumerate(pages, 1):
        count = f" ({number} of {len(pages)})" if len(pages) > 1 else ""
        yield f"{title}{count}", page
