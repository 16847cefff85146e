"""What changed in the model between two states of the content.

In: two folders, or revisions of git. Out: the changes. Revisions are read without touching the working tree.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.diff.changes import Change, differences
from generator.diff.revisions import checked_out
from generator.infographics import sections
from generator.model import Model, inspect
from generator.problems import ContentError, Problem


def diff(old: str, new: str, content: Path) -> tuple[Change, ...]:
    """The changes from `old` to `new`, each a folder or, if there is none of that name, a revision of `content`.

    ContentError: one of them has problems. UsageError: it is neither folder nor revision.
    """
    with tempfile.TemporaryDirectory(prefix="visavis-diff-") as room:
        sides = [_side(name, content, Path(room, str(number))) for number, name in enumerate((old, new))]
    models = [model for model, _ in sides if model]
    if len(models) < len(sides):
        raise ContentError(problem for model, problems in sides if not model for problem in problems)
    return differences(*models)


def _side(name: str, content: Path, room: Path) -> tuple[Model | None, list[Problem]]:
    if name and Path(name).is_dir():
        model, problems = inspect(Path(name), kinds=sections(), linted=False)
        return model, list(problems)
    folder = checked_out(name, content, room)
    model, problems = inspect(folder, kinds=sections(), linted=False)
    return model, list(_named(problems, folder, f"{name}:{content.as_posix()}"))


def _named(problems: tuple[Problem, ...], folder: Path, name: str) -> Iterator[Problem]:
    for problem in problems:
        yield replace(problem, place=replace(problem.place, file=problem.file.replace(folder.as_posix(), name, 1)))
