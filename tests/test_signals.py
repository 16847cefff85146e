"""Ctrl-C while it is held back: it is not lost, and comes once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from generator.system import defer_interrupts


@pytest.fixture(autouse=True)
def hears_ctrl_c() -> Iterator[None]:
    """As Python does by itself, unless whoever runs the tests ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("threaded", [False, True], ids=["alone", "beside another thread"])
def test_an_interrupt_waits_for_the_end(threaded: bool) -> None:
    reached, rest = [], threading.Event()
    other = threading.Thread(target=rest.wait)
    if threaded:
        other.start()
    before = signal.getsignal(signal.SIGINT)

    def work() -> None:
        os.kill(os.getpid(), signal.SIGINT)
        reached.append("the end")

    try:
        with pytest.raises(KeyboardInterrupt), defer_interrupts():
            work()
    finally:
        rest.set()
    assert reached == ["the end"]
    assert signal.getsignal(signal.SIGINT) is before
    with defer_interrupts():
        reached.append("again")
    assert reached[-1] == "again"


def test_a_process_that_starts_meanwhile_never_hears_of_it() -> None:
    code = "import os, signal; os.kill(os.getpid(), signal.SIGINT); print('went on')"
    with defer_interrupts():
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "went on\n")
