"""Processes that work for this one: answers, errors, deaths at any moment, and an end that leaves nothing."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from functools import partial
from multiprocessing.connection import Connection

import pytest

from generator.painting.process_pool import Killed, ProcessPool


@pytest.fixture
def pool() -> Iterator[ProcessPool]:
    pool = ProcessPool(1)
    yield pool
    pool.terminate()
    assert multiprocessing.active_children() == []


class Unsendable(Exception):
    """It cannot be made again from what it is pickled to."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} {other}")


def fail(error: Exception) -> None:
    raise error


def fail_unsendable() -> None:
    raise Unsendable("one", "other")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_with_half_an_answer() -> bytes:
    def half(pipe: Connection, answer: bytes) -> None:
        os.write(pipe.fileno(), len(answer).to_bytes(4, "big") + answer[:1000])
        die()

    Connection._send_bytes = half  # type: ignore[attr-defined]
    return bytes(1_000_000)


def wait() -> None:
    time.sleep(600)


def interrupts_are_blocked() -> bool:
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_an_answer_comes_back_from_one_process_that_stays(pool: ProcessPool) -> None:
    first, second = pool.submit(os.getpid).result(), pool.submit(os.getpid).result()
    assert first == second != os.getpid()
    assert pool.submit(partial(bytes, 5_000_000)).result() == bytes(5_000_000)


def test_an_error_comes_back_as_it_is_and_says_where_it_was(pool: ProcessPool) -> None:
    with pytest.raises(ZeroDivisionError, match="nothing") as told:
        pool.submit(partial(fail, ZeroDivisionError("nothing"))).result()
    assert "in fail" in "".join(told.value.__notes__)
    with pytest.raises(RuntimeError, match="Unsendable: one other"):
        pool.submit(fail_unsendable).result()


@pytest.mark.parametrize("death", [die, die_with_half_an_answer])
def test_a_process_that_dies_is_replaced(pool: ProcessPool, death: object) -> None:
    before = pool.submit(os.getpid).result()
    with pytest.raises(Killed):
        pool.submit(death).result(timeout=60)  # type: ignore[arg-type]
    assert pool.submit(os.getpid).result() not in (before, os.getpid())


def test_a_death_beside_is_no_matter() -> None:
    pool = ProcessPool(2)
    try:
        deadly, other = pool.submit(die), pool.submit(os.getpid)
        with pytest.raises(Killed):
            deadly.result(timeout=60)
        assert other.result(timeout=60) != os.getpid()
    finally:
        pool.terminate()


def test_the_end_does_not_wait_for_what_is_being_done() -> None:
    pool = ProcessPool(2)
    futures = [pool.submit(wait) for _ in range(4)]
    while len(multiprocessing.active_children()) < 2:
        time.sleep(0.01)
    pool.terminate()
    assert multiprocessing.active_children() == []
    assert all(future.cancelled() or isinstance(future.exception(), Killed) for future in futures)


def test_an_interrupt_of_the_terminal_is_this_process_s_alone(pool: ProcessPool) -> None:
    assert pool.submit(interrupts_are_blocked).result()
    assert not interrupts_are_blocked()
