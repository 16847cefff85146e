"""Interrupts (Ctrl-C), deferred where they would be lost or come too soon, and kept from processes that help this one.

In: nothing. Out: a context; an interrupt within it arrives at its end.

Where signals can be blocked, processes inherit that, and never hear one. Windows knows no such thing: there a process
ignores them as soon as it can, and one that Ctrl-C meets before is replaced like one that was killed.
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
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if _can_block() else None
    try:
        yield
    finally:
        if blocked is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        if handler is not None:
            signal.signal(signal.SIGINT, handler)
        if received:
            signal.raise_signal(signal.SIGINT)


def shield_children() -> None:
    """Processes that this thread starts inherit what is blocked in it; a handler in them would come too late."""
    if _can_block():
        from multiprocessing import resource_tracker

        resource_tracker.ensure_running()  # or the first process that is started would start it, and unblock interrupts
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def ignore_interrupts() -> None:
    """In a process that was started so: what it could not inherit."""
    if not _can_block():
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _can_block() -> bool:
    return hasattr(signal, "pthread_sigmask")
