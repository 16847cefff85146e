"""What changed in the model between two states of the content.

In: two folders, or revisions of git. Out: the changes. Revisions are read without touching the working tree.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from generator.diff.changes import Change, differences
from generator.diff.revisions import extract
from generator.infographics import sections
from generator.model import Model, inspect, published
from generator.problems import ContentError, Problem


def diff(old: str, new: str, content: Path) -> tuple[Change, ...]:
    """The changes from `old` to `new`, each a folder or, if there is none of that name, a revision of `content`.

    ContentError: one of them has problems. UsageError: it is neither folder nor revision.
    """
    with tempfile.TemporaryDirectory(prefix="visavis-diff-") as target:
        read = [_read(name, content, Path(target, str(number))) for number, name in enumerate((old, new))]
    models = [model for model, _ in read if model]
    if len(models) < len(read):
        raise ContentError(problem for model, problems in read if not model for problem in problems)
    return differences(*models)


def _read(name: str, content: Path, target: Path) -> tuple[Model | None, list[Problem]]:
    if name and Path(name).is_dir():
        folder, label = Path(name), ""
    else:
        folder, label = extract(name, content, target), f"{name}:{content.as_posix()}"
    model, problems = inspect(folder, kinds=sections(), linted=False)
    model = published(model).model if model else None
    return model, [problem.moved(folder.as_posix(), label) if label else problem for problem in problems]
