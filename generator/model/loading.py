"""The content folder as one frozen model.

In: a folder. Out: `Model`, or one `ContentError` with every problem of every file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from generator.brand import LOGO_FILE, Icons, Logo, read_logo
from generator.model import schema_walk
from generator.model.checks import consistency, former_ids, references
from generator.model.lint import accepted, lint
from generator.model.reading.reader import read_yaml
from generator.model.reading.tree import Tree
from generator.model.schema.model import Catalogue, Comparison, Id, Model, Palette, Role, Site, Source, Term
from generator.model.validation import validate
from generator.problems import ContentError, OutputError, Place, Problem, Severity, in_order

# One row per file or folder of content/: where it is, what it holds, and the field of `Model` that takes it.
FILES: dict[str, tuple[str, Any]] = {
    "site.yml": ("site", Site),
    "brand/palette.yml": ("palette", Palette),
    "catalogue.yml": ("catalogue", Catalogue),
    "glossary.yml": ("glossary", dict[Id, Term]),
    "sources.yml": ("sources", dict[Id, Source]),
}
FOLDERS: dict[str, tuple[str, Any]] = {"roles": ("roles", Role), "comparisons": ("comparisons", Comparison)}
_ENDING = re.compile(r"\.ya?ml(\.txt)?$", re.IGNORECASE)


def load(content: Path, *, kinds: Mapping[str, str] | None = None) -> Model:
    """Read and check the whole content; `kinds` as for `inspect`.

    ContentError: the content has problems. OutputError: a file cannot be read.
    """
    model, problems = inspect(content, kinds=kinds)
    if model is None:
        raise ContentError(problems)
    return model


def inspect(
    content: Path, *, kinds: Mapping[str, str] | None = None, today: date | None = None, linted: bool = True
) -> tuple[Model | None, tuple[Problem, ...]]:
    """The model, None when there are errors, and all problems, warnings too.

    `kinds` are the infographics that exist, each with the section of a comparison that it draws, "" where it needs
    none; None leaves them unchecked. Without `today` nobody is reminded of a review. Not `linted`: nothing is said of
    what could be better.

    OutputError: a file cannot be read.
    """
    if not content.is_dir():
        fix = "create it, or name another folder with --content"
        return None, (Problem("missing-folder", Place(content.as_posix()), "there is no such folder", fix),)
    if outside := tuple(_outside(content)):
        return None, outside  # nothing is read, so nothing of it can be shown or published
    problems = list(_strays(content))
    parts: dict[str, Any] = {field: {} for field, _ in FOLDERS.values()}
    trees: list[tuple[Tree, Any]] = []
    for path, field, kind in _expected_files(content):
        tree = _read(content, path, kind)
        value, found = validate(tree, kind)
        trees.append((tree, kind))
        problems += found
        if field in FOLDERS:
            problems += _id_problem(content, path)
        if value is not None and field in FOLDERS:
            parts[field][path.stem] = value
        elif value is not None:
            parts[field] = value
    parts["logo"], found = _logo(content)
    problems += found
    groups = former_ids.named(tree for tree, _ in trees)
    problems += former_ids.check(groups)
    dangling = tuple(references.check(trees, _known(trees, kinds, content), former_ids.present(groups)))
    nowhere = {problem.place for problem in dangling}  # that it leads nowhere says more than that it is no id
    problems = [problem for problem in problems if problem.code != "wrong-value" or problem.place not in nowhere]
    problems += dangling
    names = [path.stem for path in _listed(content / "roles")]
    whole = len(parts["comparisons"]) == sum(kind is Comparison for _, kind in trees)
    problems += consistency.check(parts, roles_named=names, comparisons_whole=whole, kinds=kinds or {})
    broken = any(problem.severity is Severity.ERROR for problem in problems)
    model = None if broken else Model.model_construct(**parts)
    if model and linted:  # beside something broken, much looks lopsided or unexplained
        problems += lint.check(model)
        problems += lint.overdue(model, [tree for tree, _ in trees], today) if today else ()
    where = accepted.spots((tree for tree, _ in trees), _label(content))
    entries = parts["site"].accepted if "site" in parts else ()
    return model, in_order(accepted.settle(problems, entries, where, whole=model is not None and linted))


def _expected_files(content: Path) -> Iterator[tuple[Path, str, Any]]:
    for name, (field, kind) in FILES.items():
        yield content / name, field, kind
    for name, (field, kind) in FOLDERS.items():
        for path in _listed(content / name):
            yield path, field, kind


def _listed(folder: Path) -> list[Path]:
    """The content files of a folder; hidden ones are editors' own."""
    return sorted(path for path in folder.glob("*.yml") if not path.name.startswith("."))


def _read(content: Path, path: Path, kind: Any) -> Tree:
    name = _name(content, path)
    try:
        return read_yaml(path.read_bytes(), name, schema_walk.fields(kind))
    except FileNotFoundError:
        return Tree(name, problems=(Problem("missing-file", Place(name), "there is no such file", "create it"),))
    except OSError as error:
        raise OutputError(f"{name}: cannot be read: {error.strerror}") from error


def _logo(content: Path) -> tuple[Logo | None, tuple[Problem, ...]]:
    """The logo, which nobody needs to have."""
    name = _name(content, content / LOGO_FILE)
    try:
        return read_logo((content / LOGO_FILE).read_bytes(), name)
    except FileNotFoundError:
        return None, ()
    except OSError as error:
        raise OutputError(f"{name}: cannot be read: {error.strerror}") from error


def _outside(content: Path) -> Iterator[Problem]:
    """Links that lead out of the folder. Followed, they would publish what is not content."""
    for path in sorted(content.rglob("*")):
        if path.is_symlink() and not path.resolve().is_relative_to(content.resolve()):
            place = Place(_name(content, path))
            yield Problem(
                "link-outside", place, "this is a link to a place outside the folder", "put the file itself here"
            )


def _strays(content: Path) -> Iterator[Problem]:
    """Files that look like content and would silently not be read."""
    for path in sorted(content.rglob("*")):
        relative = path.relative_to(content)
        if path.stem.lower() == "logo" and path.suffix and relative.as_posix() != LOGO_FILE:
            fix = f"export it as SVG to {LOGO_FILE}, or give it another name"
            place = Place(_name(content, path))
            yield Problem("unknown-file", place, f"only {LOGO_FILE} is read as the logo", fix)
        if not _is_content(path):
            continue
        known = relative.as_posix() in FILES or (len(relative.parts) == 2 and relative.parts[0] in FOLDERS)
        if not known or path.suffix != ".yml":
            fix = (
                "name it .yml" if known or path.suffix != ".yml" else "move it to roles/ or comparisons/, or remove it"
            )
            place = Place(_name(content, path))
            yield Problem("unknown-file", place, "this file belongs to nothing and would not be read", fix)
    for folder in FOLDERS:
        if not _listed(content / folder):
            place = Place(f"{_label(content)}/{folder}")
            yield Problem("missing-file", place, "there is no .yml file in this folder", "add one")


def _id_problem(content: Path, path: Path) -> list[Problem]:
    if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", path.stem):
        return []
    place = Place(_name(content, path))
    name = _id(path)
    taken = not name or path.with_name(f"{name}.yml").exists()
    fix = "remove it, or give it another name" if taken else f"name it {name}.yml"
    fix += "; the file's name is the id, in small letters, digits and single hyphens"
    return [Problem("invalid-id", place, f'"{path.stem}" cannot be an id', fix)]


def _known(trees: Iterable[tuple[Tree, Any]], kinds: Mapping[str, str] | None, content: Path) -> dict[str, Any]:
    """What can be referred to; None where the section itself is broken, which is a problem already told."""
    known: dict[str, Any] = {"icon": Icons(), "kind": kinds}
    by_file = {tree.file: tree.value for tree, _ in trees}
    catalogue = by_file.get(f"{_label(content)}/catalogue.yml")
    for what, section in (("skill", "skills"), ("metric", "metrics"), ("partner", "partners"), ("account", "accounts")):
        known[what] = _keys(catalogue, section)
    known["hue"] = _keys(by_file.get(f"{_label(content)}/brand/palette.yml"), "hues")
    known["source"] = _keys({"": by_file.get(f"{_label(content)}/sources.yml")}, "")
    known["role"] = _ids(content / "roles")
    known["comparison"] = _ids(content / "comparisons")
    return known


def _ids(folder: Path) -> list[str]:
    """The ids that a folder's files have, or will have once they are named as their own problems ask for."""
    return [_id(path) for path in sorted(folder.glob("*")) if _is_content(path)]


def _id(path: Path) -> str:
    return re.sub(r"[^a-z0-9]+", "-", re.sub(_ENDING, "", path.name).lower()).strip("-")


def _is_content(path: Path) -> bool:
    """Whether the file is meant to be read. Hidden ones are editors' own; some systems hide a .txt that they add."""
    return bool(re.search(_ENDING, path.name)) and not path.name.startswith(".")


def _label(content: Path) -> str:
    """The folder as a person would write it from where they are, so that a problem's place can be clicked."""
    try:
        return content.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return content.as_posix()


def _name(content: Path, path: Path) -> str:
    """The name of a file of the folder that problems carry."""
    return f"{_label(content)}/{path.relative_to(content).as_posix()}"


def _keys(value: Any, section: str) -> list[str] | None:
    """The ids below a section; None when the section itself is broken, which is a problem already told."""
    found = value.get(section) if isinstance(value, dict) else None
    return list(found) if isinstance(found, dict) else None
