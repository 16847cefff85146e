"""Every problem of the content, those of the pictures included; nothing is written.

In: the folders. Out: problems in order, warnings too.
"""

from __future__ import annotations

from generator.build import Folders
from generator.edition import compose
from generator.errors import ContentError, Problem


def check(folders: Folders) -> tuple[Problem, ...]:
    """What `build` would refuse, and what it would only warn of. OutputError: a file cannot be read."""
    try:
        return compose(folders).warnings
    except ContentError as error:
        return error.problems
