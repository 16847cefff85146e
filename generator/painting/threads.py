"""Threads that may be left hanging: for calls of libraries that may never return.

In: calls. Out: futures. Those of `concurrent.futures` are waited for when the program ends; these are not.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


class Threads:
    """At most so many at a time, each started when it is needed."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._started = 0
        self._calls: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()

    def submit(self, call: Callable[[], T]) -> Future[T]:
        future: Future[T] = Future()

        def run() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                future.set_result(call())
            except BaseException as error:
                future.set_exception(error)

        self._calls.put(run)
        if self._started < self.most:
            self._started += 1
            threading.Thread(target=self._serve, daemon=True).start()
        return future

    def end(self) -> None:
        """Nobody waits for those that hang."""
        for _ in range(self._started):
            self._calls.put(None)

    def _serve(self) -> None:
        while (call := self._calls.get()) is not None:
            call()
