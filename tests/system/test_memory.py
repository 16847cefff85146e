"""Memory that a process keeps: fewer faults where the environment had said less, and nothing where that is unknown."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys

import pytest

from generator.system import keep_freed_memory

_ASK = """
import resource, sys
from generator.system import keep_freed_memory
if sys.argv[1] == "kept":
    keep_freed_memory()
before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
for _ in range(50):
    bytearray(8 << 20)
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


def faults(how: str) -> int:
    environment = {**os.environ, "MALLOC_TRIM_THRESHOLD_": "65536"}
    command = [sys.executable, "-c", _ASK, how]
    return int(subprocess.run(command, env=environment, capture_output=True, check=True, text=True).stdout)


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "mallopt"), reason="another C library than glibc")
def test_memory_that_is_asked_for_again_is_still_there() -> None:
    assert resource.getpagesize() <= 1 << 16
    assert faults("kept") < faults("given back") / 5


@pytest.mark.parametrize("error", [AttributeError, TypeError, OSError])
def test_another_c_library_is_left_as_it_is(error: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise error

    monkeypatch.setattr(ctypes, "CDLL", refuse)
    keep_freed_memory()
