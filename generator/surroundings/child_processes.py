"""Processes of Python that are started from here: nothing of the current folder is taken for a module of theirs.

In: what such a process is to do. Out: its command line and its environment. Python puts the current folder first for
`-m` and `-c`, and a file of somebody's content would be run in place of a package that is installed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import generator

# Finds this program and no other one, wherever it was started from.
_MAIN = (
    "import sys; r, m = sys.argv[1:3]; del sys.argv[1:3]; r in sys.path or sys.path.insert(0, r);"
    " import importlib; importlib.import_module(m).main()"
)


def module(name: str, *arguments: str) -> list[str]:
    """The command line of a module of this very program that has a `main`."""
    return [sys.executable, "-P", "-c", _MAIN, str(_root()), name, *arguments]


def visavis(*arguments: str) -> list[str]:
    """The command line of a command of this very program."""
    return module("generator.cli", *arguments)


def environment(**more: str) -> dict[str, str]:
    """This process's environment for another one, which hands it on to its own children."""
    found = {**os.environ, "PYTHONSAFEPATH": "1", **more}
    if "PYTHONPATH" in found:  # an empty part of it means the current folder, and comes about by itself
        found["PYTHONPATH"] = os.pathsep.join(filter(None, found["PYTHONPATH"].split(os.pathsep)))
    return found


def leave_current_folder() -> None:
    """Nor is anything of it loaded here from now on, unless the program itself lies there, or by workers."""
    os.environ.update(environment())
    try:
        here = Path.cwd()
    except OSError:  # it is gone, and so is what was in it
        return
    if here != _root():
        sys.path[:] = [entry for entry in sys.path if entry and Path(entry).absolute() != here]


def _root() -> Path:
    return Path(generator.__file__).resolve().parents[1]
