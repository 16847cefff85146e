"""How wide columns are, so that the rows of a table are low together.

In: for each column its cells, each with the least width and the one on a single line. Out: widths.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

Cells = tuple[tuple[float, float], ...]
_STEPS = 80
_SHARP = 6  # the higher, the more a row's height is that of its highest cell
_ROOT = 1 / _SHARP


@lru_cache(maxsize=256)  # the decks of all themes have the same tables
def shared_out(columns: tuple[Cells, ...], room: float) -> tuple[float, ...]:
    """No column is so narrow that a word is broken, or wider than its longest text, if there is room for that; together
    they are never wider than the room.
    """
    need = [max(least for least, _ in cells) for cells in columns]
    wish = [max(whole for _, whole in cells) for cells in columns]
    if sum(wish) <= room:
        return tuple(wish)
    if sum(need) >= room:
        return tuple(least * room / sum(need) for least in need)
    widths, step = list(need), (room - sum(need)) / _STEPS
    powers = [_powers(cells, width) for cells, width in zip(columns, widths, strict=True)]
    wider = [_powers(cells, width + step) for cells, width in zip(columns, widths, strict=True)]
    for _ in range(_STEPS):
        totals = [sum(row) for row in zip(*powers, strict=True)]
        heights = [total**_ROOT for total in totals]
        gains = [_gain(totals, heights, old, new) for old, new in zip(powers, wider, strict=True)]
        best = gains.index(max(gains))
        widths[best] += step
        powers[best] = wider[best]
        wider[best] = _powers(columns[best], widths[best] + step)
    return tuple(widths)


def _powers(cells: Cells, width: float) -> list[float]:
    return [(whole / width) ** _SHARP if whole > width else 1.0 for _, whole in cells]


def _gain(totals: Sequence[float], heights: Sequence[float], before: Sequence[float], after: Sequence[float]) -> float:
    """How much lower all rows become."""
    rows = zip(totals, heights, before, after, strict=True)
    return float(sum(height - max(total - old + new, 1e-9) ** _ROOT for total, height, old, new in rows))
