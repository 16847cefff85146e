"""How wide columns are, so that the rows of a table are low together.

In: for each column its cells, each with the least width and the one on a single line. Out: widths.
"""

from __future__ import annotations

from collections.abc import Sequence

Cells = Sequence[tuple[float, float]]
_STEPS = 80
_SHARP = 6  # the higher, the more a row's height is that of its highest cell


def shared_out(columns: Sequence[Cells], room: float) -> list[float]:
    """No column is so narrow that a word is broken, or wider than its longest text, if there is room for that; together
    they are never wider than the room.
    """
    need = [max(least for least, _ in cells) for cells in columns]
    wish = [max(whole for _, whole in cells) for cells in columns]
    if sum(wish) <= room:
        return wish
    if sum(need) >= room:
        return [least * room / sum(need) for least in need]
    widths, step = list(need), (room - sum(need)) / _STEPS
    powers = [[_power(whole, width) for _, whole in cells] for cells, width in zip(columns, widths, strict=True)]
    for _ in range(_STEPS):
        totals = [sum(row) for row in zip(*powers, strict=True)]
        best, new = max(
            ((place, _wider(columns[place], width + step)) for place, width in enumerate(widths)),
            key=lambda one: _gain(totals, powers[one[0]], one[1]),
        )
        widths[best] += step
        powers[best] = new
    return widths


def _power(whole: float, width: float) -> float:
    return float(max(whole / width, 1.0) ** _SHARP)


def _wider(cells: Cells, width: float) -> list[float]:
    return [_power(whole, width) for _, whole in cells]


def _gain(totals: Sequence[float], before: Sequence[float], after: Sequence[float]) -> float:
    """How much lower all rows become."""
    root = 1 / _SHARP
    rows = zip(totals, before, after, strict=True)
    return float(sum(total**root - max(total - old + new, 1e-9) ** root for total, old, new in rows))
