"""What a terminal or a caller gives a program to write to.

In: this process's standard streams. Out: streams that take every character.
"""

from __future__ import annotations

import io
import os
import sys


def open_standard_streams() -> None:
    """Those that the caller has closed lead to nowhere; else the next file that is opened would stand in for them."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free
    sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8", closefd=False)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Into a file or a pipe Windows writes what terminals had in 1995; JSON is read as UTF-8.
            encoding = None if hasattr(os, "fork") or stream.isatty() else "utf-8"
            # A terminal without é shows \\xe9 and no traceback.
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
