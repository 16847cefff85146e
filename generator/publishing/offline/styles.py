"""Style sheets as they are without a server: a browser fetches no mask from another file there, as it does pictures.

In: the text of a style sheet, and what reads a file by its address there. Out: the sheet, with its masks in it.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable

_MASK = re.compile(r"""(mask(?:-image)?\s*:[^;{}]*?url\(\s*["']?)([^"')#:]+\.svg)(?=["'\s)])""")


def with_masks(sheet: str, read: Callable[[str], bytes | None]) -> str:
    """A mask that `read` does not know stays an address."""

    def put(found: re.Match[str]) -> str:
        data = read(found[2])
        return found[0] if data is None else f"{found[1]}data:image/svg+xml;base64,{base64.b64encode(data).decode()}"

    return _MASK.sub(put, sheet)
