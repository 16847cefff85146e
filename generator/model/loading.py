"""The content folder as one frozen model.

In: a folder. Out: `Model`, or one `ContentError` with every problem of every file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.brand import LOGO_FILE, Icons, Logo, read_logo
from generator.model import drafts, introspection
from generator.model.checks import changed_pictures, consistency, former_ids, references
from generator.model.completing import completed
from generator.model.content_folder import FILES, FOLDERS, OPTIONAL, ContentFolder
from generator.model.lint import accepted, linter
from generator.model.reading.reader import read_yaml
from generator.model.reading.tree import Tree
from generator.model.schema import FULL, SETS, Catalogue, Comparison, Model
from generator.model.validation import validate
from generator.problems import ContentError, Place, Problem, Severity, in_order
from generator.project import missing_content


def load(content: Path, *, kinds: Mapping[str, str] | None = None) -> Model:
    """Read and check the whole content; `kinds` as for `inspect`.

    ContentError: the content has problems. OutputError: a file cannot be read.
    """
    model, problems = inspect(content, kinds=kinds, linted=False)
    if model is None:
        raise ContentError(problems)
    return model


def inspect(
    content: Path,
    *,
    kinds: Mapping[str, str] | None = None,
    today: date | None = None,
    linted: bool = True,
    begun: bool = False,
) -> tuple[Model | None, tuple[Problem, ...]]:
    """The model, None when there are errors, and all problems, warnings too.

    `kinds` are the infographics that exist, each with the section of a comparison that it draws, "" where it needs
    none; None leaves them unchecked. Without `today` nobody is reminded of a review. Not `linted`: nothing is said of
    what could be better. Where a project has only `begun`, it needs no role and no comparison yet.

    OutputError: a file cannot be read.
    """
    if found := missing_content(content):
        return None, found
    folder = ContentFolder(content)
    if outside := tuple(folder.links_outside()):
        return None, outside  # nothing is read, so nothing of it can be shown or published
    files = _read(folder)
    logo, logo_problems = _logo(folder)
    empty = () if begun else folder.empty_folders()
    problems = [*folder.strays(), *empty, *folder.invalid_ids(), *folder.broken_binary_files(), *logo_problems]
    problems += _resolve(folder, files, kinds)
    problems += consistency.check(
        files.parts,
        roles_named=[path.stem for path in folder.listed("roles")],
        comparisons_whole=len(files.parts["comparisons"]) == sum(kind is Comparison for _, kind in files.trees),
        kinds=kinds or {},
    )
    problems += drafts.check(files.parts)
    kept = {name: path.stat().st_size for name, path in folder.kept_pictures().items()}
    problems += changed_pictures.check(
        files.parts, kept, f"{folder.label}/{changed_pictures.FOLDER}", kinds=kinds or ()
    )
    broken = any(problem.severity is Severity.ERROR for problem in problems)
    model = None if broken else Model.model_construct(**files.parts, logo=logo)
    trees = [tree for tree, _ in files.trees]
    if model and linted:  # beside something broken, much looks lopsided or unexplained
        problems += linter.check(model, files.trees)
        problems += linter.overdue(model, trees, today) if today else ()
    entries = files.parts["site"].accepted if "site" in files.parts else ()
    fields = accepted.field_index(trees, folder.label)
    return model, in_order(accepted.remaining(problems, entries, fields, whole=model is not None and linted))


@dataclass(frozen=True, slots=True)
class _Files:
    """What the YAML files hold: the tree of each with its type, and by field of `Model` what fits its type."""

    trees: Sequence[tuple[Tree, Any]]
    parts: Mapping[str, Any]
    problems: Sequence[Problem]


def _read(folder: ContentFolder) -> _Files:
    trees: list[tuple[Tree, Any]] = []
    parts: dict[str, Any] = {field: {} for field, _ in FOLDERS.values()}
    absent = {name for name in OPTIONAL if not (folder.path / name).exists()}
    parts |= {FILES[name][0]: Catalogue() if FILES[name][1] is Catalogue else {} for name in absent}
    problems: list[Problem] = []
    for path, field, kind in folder.expected_files():
        tree = _tree(folder, path, kind)
        value, found = validate(tree, kind)
        trees.append((tree, kind))
        problems += found
        if value is not None and field in FOLDERS:
            parts[field][path.stem] = value
        elif value is not None:
            parts[field] = value
    return _Files(trees, completed(parts), problems)


def _tree(folder: ContentFolder, path: Path, kind: Any) -> Tree:
    name, data = folder.name(path), folder.read(path)
    if data is None:
        return Tree(name, problems=(Problem("missing-file", Place(name), "there is no such file", "create it"),))
    return read_yaml(data, name, introspection.field_names(kind))


def _logo(folder: ContentFolder) -> tuple[Logo | None, tuple[Problem, ...]]:
    """The logo, which nobody needs to have."""
    path = folder.path / LOGO_FILE
    data = folder.read(path)
    return (None, ()) if data is None else read_logo(data, folder.name(path))


def _resolve(folder: ContentFolder, files: _Files, kinds: Mapping[str, str] | None) -> list[Problem]:
    """The files' own problems, and those of what they refer to."""
    groups = former_ids.groups(tree for tree, _ in files.trees)
    known = _known(folder, (tree for tree, _ in files.trees), kinds)
    dangling = tuple(references.check(files.trees, known, former_ids.current(groups)))
    nowhere = {problem.place for problem in dangling}  # that it leads nowhere says more than that it is no id
    own = [problem for problem in files.problems if problem.code != "wrong-value" or problem.place not in nowhere]
    return [*own, *former_ids.check(groups), *dangling]


def _known(folder: ContentFolder, trees: Iterable[Tree], kinds: Mapping[str, str] | None) -> dict[str, Any]:
    """What can be referred to; None where the section itself is broken, which is a problem already told."""
    values = {tree.file: tree.value for tree in trees}

    def ids(file: str, *section: str) -> list[str] | None:
        found: Any = values.get(folder.name(folder.path / file), {} if file in OPTIONAL else None)
        for name in section:
            found = found.get(name) if isinstance(found, dict) else None
        return list(found) if isinstance(found, dict) else None

    return {
        "icon": Icons(),
        "kind": kinds,
        "skill": ids("catalogue.yml", "skills"),
        "metric": ids("catalogue.yml", "metrics"),
        "partner": ids("catalogue.yml", "partners"),
        "account": ids("catalogue.yml", "accounts"),
        "family": ids("catalogue.yml", "families"),
        "hue": ids("brand/palette.yml", "hues"),
        "source": ids("sources.yml"),
        "set": [FULL, *SETS, *(ids("site.yml", "pictures", "sets") or ())],
        "role": folder.ids("roles"),
        "comparison": folder.ids("comparisons"),
    }
