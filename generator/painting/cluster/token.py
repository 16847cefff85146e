"""Whether two machines see the same store.

In: its address. Out: a token that one of them leaves there, and whether the other finds it.
"""

from __future__ import annotations

import secrets
from functools import partial

from generator.painting.seal import opened, sealed
from generator.painting.store import Home
from generator.painting.threads import Threads

_KEY = "0" * 63 + "1"  # of no picture; each build writes it anew
_SECONDS = 20.0


def leave(address: str) -> str:
    """Leaves a token there; "" where that cannot be done."""
    token = secrets.token_hex(16)
    try:
        Threads(1).submit(partial(Home(address).write, _KEY, sealed(_KEY, token.encode()))).result(_SECONDS)
    except Exception:  # whatever it is, files come back without the store
        return ""
    return token


def finds(address: str, token: str) -> bool:
    """Whether that token is there."""
    try:
        entry = Threads(1).submit(partial(Home(address).read, _KEY)).result(_SECONDS)
    except Exception:
        return False
    return bool(token) and entry is not None and opened(_KEY, entry) == token.encode()
