"""Interrupts (Ctrl-C), deferred where they would be lost or come too soon.

In: nothing. Out: a context; an interrupt within it arrives at its end.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def defer_interrupts() -> Iterator[None]:
    """No interrupt meanwhile, nor ever in processes that start here: they inherit what is blocked."""
    received: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        received.append(number)

    # Other threads may take the signal, whose handler then runs in the main one all the same.
    handler = signal.signal(signal.SIGINT, note) if threading.current_thread() is threading.main_thread() else None
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        if handler is not None:
            signal.signal(signal.SIGINT, handler)
        if received:
            signal.raise_signal(signal.SIGINT)
