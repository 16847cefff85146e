"""Every problem of the content, those of the pictures included; nothing is written.

In: the folders. Out: problems in order, warnings too.
"""

from __future__ import annotations

from generator.build import Folders
from generator.edition import compose
from generator.errors import ContentError, Problem
from generator.infographics import kinds
from generator.model.loading import inspect


def check(folders: Folders) -> tuple[Problem, ...]:
    """What `build` would refuse, and what it would only warn of."""
    model, problems = inspect(folders.content, kinds=kinds())
    if model is None:
        return problems
    try:
        compose(folders)
    except ContentError as error:
        return error.problems
    return problems
