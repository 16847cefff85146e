"""Which version of a package is installed.

In: its name. Out: the version.
"""

from __future__ import annotations

import importlib.metadata
import re
from functools import cache


@cache
def version(package: str) -> str:
    """From the one line that says so: reading all that a package says of itself takes longer than a build in which
    nothing has changed. PackageNotFoundError: it is not installed.
    """
    about = importlib.metadata.distribution(package)
    line = re.search(r"^Version: (.+)$", about.read_text("METADATA") or "", re.MULTILINE)
    return line[1].strip() if line else about.version
