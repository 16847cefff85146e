"""The content folder as one frozen model.

In: a folder. Out: `Model`, or one `ContentError` with every problem of every file.
"""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from generator.brand import LOGO_FILE, Icons, Logo, read_logo
from generator.model import drafts
from generator.model.checks import changed_pictures, consistency, former_ids, picture_sets, references
from generator.model.completing import completed
from generator.model.content_folder import FILES, FOLDERS, OPTIONAL, ContentFolder
from generator.model.lint import accepted, linter
from generator.model.read_file import Names, ReadFile, Section, missing, read_file
from generator.model.recalling import Origin, Recall, make_anew
from generator.model.schema import FULL, SETS, Catalogue, Model
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
    recall: Recall = make_anew,
) -> tuple[Model | None, tuple[Problem, ...]]:
    """The model, None when there are errors, and all problems, warnings too.

    `kinds` are the infographics that exist, each with the section of a comparison that it draws, "" where it needs
    none; None leaves them unchecked. Without `today` nobody is reminded of a review. Not `linted`: nothing is said of
    what could be better. Where a project has only `begun`, it needs no role and no comparison yet. `recall` has
    what was worked out of files before.

    OutputError: a file cannot be read.
    """
    with _uncollected():
        return _inspect(content, kinds, today, linted=linted, begun=begun, recall=recall)


@contextmanager
def _uncollected() -> Iterator[None]:
    """What is read stays: looking through it for what could go, again and again, takes longer than to read it."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


def _inspect(
    content: Path, kinds: Mapping[str, str] | None, today: date | None, *, linted: bool, begun: bool, recall: Recall
) -> tuple[Model | None, tuple[Problem, ...]]:
    if found := missing_content(content):
        return None, found
    folder = ContentFolder(content)
    if outside := tuple(folder.links_outside()):
        return None, outside  # nothing is read, so nothing of it can be shown or published
    files = _read(folder, recall)
    logo, logo_problems = _logo(folder)
    empty = () if begun else folder.empty_folders()
    problems = [*folder.strays(), *empty, *folder.invalid_ids(), *folder.no_files()]
    problems += [*folder.broken_binary_files(), *logo_problems]
    problems += _resolve(folder, files, kinds)
    problems += consistency.check(
        files.parts,
        roles_named=[*(path.stem for path in folder.listed("roles")), *files.misplaced("roles")],
        comparisons_whole=not files.misplaced("comparisons")
        and len(files.parts["comparisons"]) == len(folder.listed("comparisons")),
        kinds=kinds or {},
    )
    if "site" in files.parts:
        problems += picture_sets.check(files.parts["site"], files.in_site)
    problems += drafts.check(files.parts)
    kept = {name: path.stat().st_size for name, path in folder.kept_pictures().items()}
    problems += changed_pictures.check(
        files.parts, kept, f"{folder.label}/{changed_pictures.FOLDER}", kinds=kinds or ()
    )
    broken = any(problem.severity is Severity.ERROR for problem in problems)
    model = None if broken else Model.model_construct(**files.parts, logo=logo)
    if model and linted:  # beside something broken, much looks lopsided or unexplained
        problems += linter.check(model, files.named, files.origin, recall)
        problems += linter.overdue(model, files.review, today) if today else ()
    entries = files.parts["site"].accepted if "site" in files.parts else ()
    fields = accepted.FieldIndex(folder.label, {file: read.fields for file, read in files.read.items()})
    return model, in_order(accepted.remaining(problems, entries, fields, whole=model is not None and linted))


@dataclass(frozen=True, slots=True)
class _Files:
    """What the YAML files hold: what each gives by its name, and by field of `Model` what fits its type.

    `origins` are the files by field and by the id of an entry, "" where the file is the field.
    """

    read: Mapping[str, ReadFile]
    parts: Mapping[str, Any]
    origins: Mapping[tuple[str, str], Origin]

    def origin(self, field: str, id: str = "") -> Origin:
        """The file of a field of `Model`, or of an entry of one."""
        return self.origins.get((field, id), Origin(""))

    def review(self, file: str) -> Place:
        """Where a file says by when somebody should read it again."""
        return self.read[file].fields.place("review", file)

    def in_site(self, way: str) -> Place:
        """Where a field of the site's file stands."""
        file = self.origin("site").file
        return self.read[file].fields.place(way, file)

    def misplaced(self, folder: str) -> list[str]:
        """The ids of files that belong into that folder and lie in another."""
        return [PurePosixPath(file).stem for file, read in self.read.items() if read.belongs == folder]

    @property
    def named(self) -> frozenset[tuple[str, str]]:
        """Everything that any file refers to."""
        return frozenset(key for read in self.read.values() for key in read.references)


def _read(folder: ContentFolder, recall: Recall) -> _Files:
    parts: dict[str, Any] = {field: {} for field, _ in FOLDERS.values()}
    absent = {name for name in OPTIONAL if not os.path.lexists(folder.path / name)}
    parts |= {FILES[name][0]: Catalogue() if FILES[name][1] is Catalogue else {} for name in absent}
    found: dict[str, ReadFile] = {}
    origins: dict[tuple[str, str], Origin] = {}
    for path, field, kind in folder.expected_files():
        own = path.stem if field in FOLDERS else ""
        name, data = folder.name(path), folder.read(path)
        if data is None:
            found[name] = ReadFile() if os.path.lexists(path) else missing(name)
            continue
        origins[field, own] = origin = Origin(name, hashlib.sha256(data).hexdigest())
        found[name] = recall("read", (origin,), (field,), _reader(data, name, field, kind))
        if found[name].value is not None and own:
            parts[field][own] = found[name].value
        elif found[name].value is not None:
            parts[field] = found[name].value
    return _Files(found, completed(parts), origins)


def _reader(data: bytes, name: str, field: str, kind: Any) -> Callable[[], ReadFile]:
    sections = [section for of, section in _SECTIONS.values() if of == field]
    return lambda: read_file(data, name, kind, sections)


# What files refer to: the field of `Model` that has it, and the section there.
_SECTIONS: Mapping[str, tuple[str, Section]] = {
    "skill": ("catalogue", ("skills",)),
    "metric": ("catalogue", ("metrics",)),
    "partner": ("catalogue", ("partners",)),
    "account": ("catalogue", ("accounts",)),
    "family": ("catalogue", ("families",)),
    "hue": ("palette", ("hues",)),
    "source": ("sources", ()),
    "set": ("site", ("pictures", "sets")),
}


def _logo(folder: ContentFolder) -> tuple[Logo | None, tuple[Problem, ...]]:
    """The logo, which nobody needs to have."""
    path = folder.path / LOGO_FILE
    data = folder.read(path)
    return (None, ()) if data is None else read_logo(data, folder.name(path))


def _resolve(folder: ContentFolder, files: _Files, kinds: Mapping[str, str] | None) -> list[Problem]:
    """The files' own problems, and those of what they refer to."""
    groups = former_ids.groups(read.groups for read in files.read.values())
    known = _known(folder, files, kinds)
    referred = ((file, read.references) for file, read in files.read.items())
    dangling = tuple(references.check(referred, known, former_ids.current(groups)))
    nowhere = {problem.place for problem in dangling}  # that it leads nowhere says more than that it is no id
    told = (problem for read in files.read.values() for problem in read.problems)
    own = [problem for problem in told if problem.code != "wrong-value" or problem.place not in nowhere]
    return [*own, *former_ids.check(groups), *dangling]


def _known(folder: ContentFolder, files: _Files, kinds: Mapping[str, str] | None) -> dict[str, Any]:
    """What can be referred to; None where the section's file is broken so that it cannot be told, which is a problem
    already told. What a sound file leaves out has no entries, and a file that nobody needs may be missing.
    """

    def ids(what: str) -> dict[str, None] | None:
        field, section = _SECTIONS[what]
        origin = files.origin(field)
        names: Names = files.read[origin.file].names if origin.file else {}
        whole = field in files.parts
        return dict.fromkeys(names.get(section, ())) if whole or section in names else None

    own_sets = ids("set")

    return {
        "icon": Icons(),
        "kind": kinds,
        **{what: ids(what) for what in _SECTIONS},
        "set": None if own_sets is None else dict.fromkeys((FULL, *SETS, *own_sets)),
        "role": dict.fromkeys((*folder.ids("roles"), *files.misplaced("roles"))),
        "comparison": dict.fromkeys((*folder.ids("comparisons"), *files.misplaced("comparisons"))),
    }
