"""What the system has no more of, in words.

In: an error of the system. Out: what is wrong and what helps.
"""

from __future__ import annotations

import errno
import resource
from pathlib import Path

from generator.problems import OutputError


def check_current_folder() -> None:
    """OutputError: it is gone, and nothing that is named from there can be found."""
    try:
        Path.cwd()
    except OSError as error:
        raise OutputError("the current folder is no longer there; change to one that is") from error


def said(error: OSError) -> str:
    """The file, where it is known, what the system says, and what helps where something has run out."""
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}{_help(error.errno)}"


def _help(number: int | None) -> str:
    if number in (errno.EMFILE, errno.ENFILE):
        limit = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
        return f": this process may have {limit} files open at once; allow more (ulimit -n 256) or paint with --jobs 1"
    if number == errno.ENOMEM:
        return ": too little memory; end other programs, or paint with --jobs 1"
    if number == errno.EAGAIN:
        return ": no more processes or threads can be started; allow more (ulimit -u), or paint with --jobs 1"
    if number in (errno.ENOSPC, errno.EDQUOT):
        return "; make room there, or set TMPDIR where it is the folder of temporary files"
    return ""
