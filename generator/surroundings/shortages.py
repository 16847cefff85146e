"""What the system refuses or has no more of, in words.

In: an error of the system. Out: what is wrong and what helps.
"""

from __future__ import annotations

import errno
from pathlib import Path

from generator.problems import OutputError
from generator.system import open_files

_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_ALONE = ", or paint in one process (--jobs 1)"


def check_current_folder() -> None:
    """OutputError: it is gone, and nothing that is named from there can be found."""
    try:
        Path.cwd()
    except OSError as error:
        raise OutputError("the current folder is no longer there; change to one that is") from error


def said(error: OSError) -> str:
    """The file, where it is known, what the system says, and what helps where something has run out."""
    if error.filename:
        return f"{error.filename}: {reason(error)}"
    if error.errno == errno.ENOENT and "temporary directory" in str(error.strerror):  # by Python's tempfile
        return f"{error.strerror}; make room in one of them, let it be written, or set TMPDIR to a folder that can be"
    return reason(error)


def reason(error: OSError) -> str:
    """What the system says, and what helps where something has run out; for those who name the file themselves."""
    return f"{error.strerror or error}{help_for(error.errno)}"


def unwritten(path: Path, error: OSError) -> OutputError:
    """That a file or folder cannot be written, and what helps."""
    let = "; let it be written, or choose another folder" if error.errno in _REFUSED else ""
    return OutputError(f"{path}: cannot be written: {reason(error)}{let}")


def help_for(number: int | None) -> str:
    """What helps where something has run out, to be put behind the system's words."""
    if number in (errno.EMFILE, errno.ENFILE):
        limit = open_files()
        told = "may have no more files open" if limit is None else f"may have {limit} files open at once"
        return f": this process {told}; allow more (ulimit -n 256){_ALONE}"
    if number == errno.ENOMEM:
        return f": too little memory; end other programs{_ALONE}"
    if number == errno.EAGAIN:
        return f": no more processes or threads can be started; allow more (ulimit -u){_ALONE}"
    if number in (errno.ENOSPC, errno.EDQUOT):
        return "; make room there, or set TMPDIR where it is the folder of temporary files"
    return ""
