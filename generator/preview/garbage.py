"""When Python looks for garbage. In: nothing. Out: nothing; it is a matter of time only."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """Not now: what fonts, templates and MkDocs keep would be gone through again and again, a fifth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
