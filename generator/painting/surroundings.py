"""Matplotlib, loaded so that nothing of this machine has a say: no backend of a notebook, no settings of a user.

In: the folder for what it keeps. Out: nothing; variables that processes started later inherit, and the package loaded.
"""

from __future__ import annotations

import contextlib
import logging
import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from generator.problems import OutputError


def keep_in(folder: Path) -> None:
    """Where matplotlib keeps its list of fonts: in a cache of ours, whether or not there is a home."""
    os.environ["MPLCONFIGDIR"] = str(folder.absolute())


@cache
def load_matplotlib() -> None:
    """The first thing that a process does which paints. OutputError: there is no folder where it may write."""
    os.environ["MPLBACKEND"] = "agg"  # a notebook's is the name of a module that need not be there
    # Its notes are for those who call it: a folder that it cannot write into, fonts that it looks through.
    logger = logging.getLogger("matplotlib")
    logger.addHandler(logging.NullHandler())
    logger.propagate = False
    spec = find_spec("matplotlib")
    assert spec is not None
    assert spec.origin is not None
    # It reads the settings of the current folder before any others, and fails where they cannot be read. Its own lie
    # here; to name them in MATPLOTLIBRC would not be enough.
    with contextlib.chdir(Path(spec.origin).parent / "mpl-data"):
        import matplotlib
    try:
        matplotlib.get_cachedir()  # asked for here: its own words name a variable that is set above
    except OSError as error:
        raise OutputError(
            f"{os.environ['MPLCONFIGDIR']}: cannot be written, nor can a folder of temporary files; name one that can"
            " with --cache, or in TMPDIR"
        ) from error
