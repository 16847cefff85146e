"""How one gets what Visavis can do besides: an extra of its package, by the program that installed it.

In: the name of an extra. Out: a command. pip would put it beside another Python than that of pipx and uv.
"""

from __future__ import annotations

import sys
from pathlib import Path

# By a part of the path of the environment that each makes.
_COMMANDS = {
    "/pipx/venvs/": 'pipx install --force "visavis[{}]"',
    "/uv/tools/": 'uv tool install "visavis[{}]"',
    "/uv/archive-v0/": 'uvx --from "visavis[{}]" visavis',
}


def install(extra: str) -> str:
    """The command that brings the extra."""
    here = Path(sys.prefix).as_posix()
    found = (command for part, command in _COMMANDS.items() if part in here)
    return next(found, 'pip install "visavis[{}]"').format(extra)
