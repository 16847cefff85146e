"""Processes that work for this one, each at the end of a pipe of its own.

In: work, which is a function that can be pickled. Out: a future of what it returns or raises. A process that dies
breaks its own pipe and nobody else's, so that it is noticed at once, also where it dies with half an answer said, and
is replaced for the next work. `concurrent.futures` has one pipe for the answers of all, which then waits for ever.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from generator.problems import OutputError
from generator.system import ignore_interrupts, shield_children

T = TypeVar("T")
_GONE = (EOFError, OSError)


class Killed(Exception):
    """The process that was at this work is gone; nobody knows how far it was."""


class NoProcess(OutputError):
    """The system has no process, file or memory for one."""


class ProcessPool:
    """At most so many processes, each started with the first work that no other is free for.

    Ctrl-C goes to all processes of a terminal; here this one alone hears it, and ends the others.
    """

    def __init__(self, workers: int) -> None:
        # Spawned, not forked: a forked child would inherit locks and threads of whoever calls this.
        self._context = multiprocessing.get_context("spawn")
        self._threads = ThreadPoolExecutor(workers, "worker")  # each waits for one process
        self._own = threading.local()
        self._lock = threading.Lock()
        self._workers: set[_Worker] = set()
        self._ended = False

    def submit(self, work: Callable[[], T]) -> Future[T]:
        """The future fails with `Killed`, `NoProcess`, or what the work raises."""
        return self._threads.submit(self._run, work)

    def _run(self, work: Callable[[], T]) -> T:
        worker = self._worker()
        question = pickle.dumps(work)
        try:
            said = worker.ask(question)
        except _GONE:
            self._forget(worker)
            raise Killed from None
        answer: T
        answer, error = pickle.loads(said)
        if error is not None:
            raise error
        return answer

    def _worker(self) -> _Worker:
        """That of this thread."""
        with self._lock:
            if self._ended:
                raise Killed
            worker: _Worker | None = getattr(self._own, "worker", None)
            if worker not in self._workers:
                try:
                    shield_children()
                    worker = self._own.worker = _Worker(self._context)
                except (OSError, RuntimeError) as error:
                    raise NoProcess(f"no process can be started: {error}") from error
                self._workers.add(worker)
        assert worker is not None
        return worker

    def _forget(self, worker: _Worker) -> None:
        with self._lock:
            self._workers.discard(worker)
        worker.end()

    def terminate(self) -> None:
        """Ends all processes at once: nobody waits for what they are at. Nothing is left of them afterwards."""
        with self._lock:
            self._ended = True
            workers = tuple(self._workers)
            self._workers.clear()
        for worker in workers:
            worker.end()
        self._threads.shutdown(cancel_futures=True)


class _Worker:
    """A process, and this side of its pipe. OSError, RuntimeError: there is none to be had."""

    def __init__(self, context: Any) -> None:
        self._pipe, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(other,), daemon=True)
        try:
            self._process.start()
        except BaseException:
            self._pipe.close()
            raise
        finally:
            other.close()  # so that the pipe breaks with the process

    def ask(self, question: bytes) -> bytes:
        """EOFError, OSError: the process is gone."""
        self._pipe.send_bytes(question)
        answer: bytes = self._pipe.recv_bytes()
        return answer

    def end(self) -> None:
        """Ends the process, if it has not ended; whoever waits for its answer hears that there will be none."""
        self._process.kill()
        self._process.join()


def _serve(pipe: Connection) -> None:
    """What a process does until nobody asks any more."""
    ignore_interrupts()
    _end_with_parent()
    while True:
        try:
            work = pipe.recv_bytes()
        except _GONE:
            return
        pipe.send_bytes(_answer(work))


def _answer(work: bytes) -> bytes:
    try:
        return pickle.dumps((pickle.loads(work)(), None))
    except Exception as error:
        error.add_note(traceback.format_exc())
        try:
            told = pickle.dumps((None, error))
            pickle.loads(told)
        except Exception:
            told = pickle.dumps((None, RuntimeError(f"{type(error).__name__}: {error}")))
        return told


def _end_with_parent() -> None:
    """Ends this process as soon as its parent has: a killed one tells nobody that no more work will come."""
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
