"""How much of what was freed a process keeps for itself.

In: nothing. Out: a setting of the C library, where it has one.
"""

from __future__ import annotations

import ctypes
from contextlib import suppress

_TRIM, _MAP = -1, -3  # M_TRIM_THRESHOLD and M_MMAP_THRESHOLD of glibc
_LARGE = 32 << 20


def keep_freed_memory() -> None:
    """As much as glibc keeps by itself, also where the environment said less (MALLOC_TRIM_THRESHOLD_): a process that
    asks for the same memory again and again spends a third of its time in the kernel otherwise.
    """
    with suppress(AttributeError, TypeError, OSError):  # another library, or none that can be asked
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_MAP, _LARGE)
        mallopt(_TRIM, 2 * _LARGE)
