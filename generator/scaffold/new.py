"""A new role or comparison: what a person begins with.

In: an id, and the content that there is. Out: one more file of content/. It is tried together with the rest before it
is written, and never takes the place of another.
"""

from __future__ import annotations

import itertools
import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator import files, pipeline
from generator.infographics import sections
from generator.model import Comparison, Model, Part, Role, id_flaw, id_of, inspect
from generator.problems import ContentError, Place, Severity, UsageError
from generator.project import Project
from generator.scaffold.plan import comparison_plan, role_plan
from generator.scaffold.yaml_writer import scaffold

_SCHEMAS = "schemas"
# A place among files and not a name: ../nurse, roles/nurse, nurse.yml; but Koch/Köchin, Nurse (m/w/d), .NET are names.
_PATH = re.compile(r"\\|^\.{0,2}/|^[a-z0-9-]+(/[a-z0-9-]+)+$|\.ya?ml$")


def new_role(project: Project, name: str) -> Path:
    """Write roles/<id>.yml for a role of that name, or of that id. UsageError: it cannot be one, or it is taken.

    ContentError: the content has problems.
    """
    file = _free(project, "roles", name)
    return _write(project, file, Role, role_plan(file.stem, _begun(project.content), called=_called(name)), name)


def new_comparison(project: Project, name: str, roles: tuple[str, ...]) -> Path:
    """Write comparisons/<id>.yml, called so or by that id, about these roles, or the first two.

    UsageError: no such id can be, it is taken, or the roles cannot be compared. ContentError: the content has problems.
    """
    file = _free(project, "comparisons", name)
    model = _begun(project.content)
    if len(model.roles) < 2:
        raise UsageError("a comparison needs two roles; add them first with visavis new role")
    chosen = tuple(_id_in(model, each) for each in roles) or tuple(model.roles)[:2]
    unknown = [each for each in chosen if each not in model.roles]
    if unknown:
        raise UsageError(f'there is no role "{unknown[0]}"; there are {", ".join(model.roles)}')
    if not 2 <= len(set(chosen)) == len(chosen) <= 4:
        raise UsageError("a comparison needs two to four different roles; name them with --role")
    return _write(project, file, Comparison, comparison_plan(model, chosen, called=_called(name)), name)


def _called(name: str) -> str | None:
    """What was given as a name: Ward Nurse, Prüfer/-in; None: it is an id, or a path, which cannot be one."""
    named = re.search(r"[^a-z0-9-]", name) and not _PATH.search(name)
    return name.strip() if named and (id_of(name) or any(map(str.isalpha, name))) else None


def _id_in(model: Model, role: str) -> str:
    """The id of a role that is given by its name, or by how its name would be an id."""
    named = (id for id, one in model.roles.items() if one.name == role)
    meant = id_of(role)
    return role if role in model.roles else next(named, meant if meant in model.roles else role)


def _begun(content: Path) -> Model:
    """The content, which may have no role and no comparison yet. ContentError: it has other problems."""
    model, problems = inspect(content, kinds=sections(), linted=False, begun=True)
    if model is None:
        raise ContentError(problems)
    return model


def _free(project: Project, folder: str, name: str) -> Path:
    id = (id_of(name) or _numbered(project.content / folder)) if _called(name) else name
    if found := id_flaw(id):
        raise UsageError("; ".join(found))
    file = project.content / folder / f"{id}.yml"
    if file.exists():
        raise UsageError(f"{file} is there already; choose another name")
    return file


def _numbered(folder: Path) -> str:
    """The first id of a kind and a number that is free, for a name without a letter that an id can have: role-1."""
    ids = (f"{folder.name.removesuffix('s')}-{number}" for number in itertools.count(1))
    return next(id for id in ids if not (folder / f"{id}.yml").exists())


def _write(project: Project, file: Path, kind: type[Part], plan: Mapping[str, Any], name: str) -> Path:
    """What is wrong with the new file is wrong with its `name`, since it is not there to look at."""
    schema = project.root / _SCHEMAS / f"{kind.__name__.lower()}.schema.json"
    text = scaffold(kind, plan, Path(os.path.relpath(schema, file.resolve().parent)).as_posix())
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(shutil.copytree(project.content, Path(folder, "content")))
        files.write(trial / file.relative_to(project.content), text.encode())
        try:
            if _begun(trial).comparisons:
                pipeline.compose(trial, drafts=True)
        except ContentError as error:
            wrong = (problem for problem in error.problems if problem.severity is Severity.ERROR)
            moved = [problem.moved(trial.as_posix(), project.content.as_posix()) for problem in wrong]
            ours = {problem for problem in moved if problem.file == file.as_posix()}
            named = (replace(each, place=Place(f'"{name}"')) if each in ours else each for each in moved)
            raise ContentError(named) from error
    files.write(file, text.encode())
    return file
