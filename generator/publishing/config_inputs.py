"""The files that MkDocs' configuration names: theme overrides, hooks, inherited configurations, snippets, whatever a
plugin reads.

In: a project. Out: which they are, to be hashed, watched and copied. Any text of the configuration that is the path of
a file or folder counts, so nothing depends on what a plugin calls its options.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import files
from generator.manifest import handwritten
from generator.project import Project
from generator.shipped import OVERRIDES


@dataclass(frozen=True, slots=True)
class ConfigInputs:
    """What a configuration names. `paths` as seen from its folder, whether there is anything or not; `variables` of the
    environment.
    """

    paths: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()

    @classmethod
    def remembered(cls, value: Any) -> ConfigInputs | None:
        """As `as_json` gave it; None: it is something else."""
        known = value if isinstance(value, dict) else {}
        paths, variables = _texts(known.get("paths")), _texts(known.get("variables"))
        return None if paths is None or variables is None else cls(paths, variables)

    def as_json(self) -> dict[str, list[str]]:
        return {"paths": list(self.paths), "variables": list(self.variables)}

    def values(self) -> bytes:
        """What the variables are set to now."""
        return repr([(name, os.environ.get(name)) for name in self.variables]).encode()

    def places(self, project: Project) -> Iterator[Path]:
        """The files and folders that are there."""
        yield from (path for path, _ in self._places(project))

    def _places(self, project: Project) -> Iterator[tuple[Path, bool]]:
        """The same, and whether each is named by where it lies on this machine."""
        root = project.root
        # What holds the project, or what a command was called in, is not read as a whole.
        around = {folder for base in _bases(project) for folder in (base, *base.parents)}
        for name in self.paths:
            path, absolute = Path(os.path.normpath(root / name)), Path(name).is_absolute()
            if not path.exists() or path in around:
                continue
            yield path, absolute
            if path.suffix == ".py" and path.is_file():  # it may import or read what lies beside it
                beside = path.parent
                whole = beside not in around
                yield from ((one, absolute) for one in ([beside] if whole else sorted(beside.glob("*.py"))))

    def files(self, project: Project, generated: Collection[str]) -> dict[str, Path]:
        """Every file by its path from the configuration's folder if it is named by that. Left out: what a build makes,
        and docs/ and content/ as a whole, which are inputs of their own.
        """
        docs, made = project.docs.resolve(), set(generated)
        site, own = project.site.resolve(), {docs, project.content.resolve()}
        found = {}
        for place, absolute in self._places(project):
            around = place.resolve()
            apart = {site} | own - set(place.parents)  # a theme may lie within one of them
            if apart & {around, *around.parents}:
                continue
            for path in files.tree(place).values() if place.is_dir() else (place,):
                whole = path.resolve()
                if whole.is_relative_to(docs) and whole.relative_to(docs).as_posix() in made:
                    continue
                if not apart & set(whole.parents):
                    found[str(path) if absolute else _from(project.root, path)] = path
        return found


def find(project: Project, generated: Collection[str]) -> ConfigInputs:
    """Reads the configuration; `generated` are the files of docs/ that no hand wrote."""
    from generator.publishing import config_reader  # PyYAML: only when the configuration is read

    reader = config_reader.Reader(os.environ)
    values = reader.read(project.settings)
    # What the program's own configuration names lies beside that: it is told apart by the program's version.
    named = {text for value in values for text in config_reader.texts(value)} if project.config.exists() else set()
    named |= {_from(project.root, path) for path in reader.parents}
    named.add(OVERRIDES)
    # MkDocs resolves paths from the configuration's folder, this extension from the current one.
    folders = [
        base / name for value in values for name in config_reader.snippet_folders(value) for base in _bases(project)
    ]
    pages = [path for name, path in handwritten(project.docs, generated).items() if name.endswith(".md")]
    for path in (*folders, *config_reader.snippets(pages, folders)):
        named.add(_from(project.root, path) if path.is_relative_to(project.root) else str(path))
    return ConfigInputs(tuple(sorted(named)), tuple(sorted(reader.variables)))


def theme_folders(project: Project) -> tuple[Path, ...]:
    """Where files of the theme are looked for, the first first: where the configuration says so, then overrides/."""
    from generator.publishing import config_reader

    values = config_reader.Reader(os.environ).read(project.settings)
    named = (name for value in values for name in config_reader.theme_folders(value))
    own = [folder.resolve() for folder in project.theme_folders]
    found = ((project.settings.parent / name).resolve() for name in named)
    return tuple(dict.fromkeys((*(folder for folder in found if folder not in own), *own)))


def theme_name(project: Project) -> str:
    """The theme that the configuration names; "" where it names none."""
    from generator.publishing import config_reader

    return config_reader.theme_name(config_reader.Reader(os.environ).read(project.settings))


def _texts(value: Any) -> tuple[str, ...] | None:
    whole = isinstance(value, list) and all(isinstance(one, str) for one in value)
    return tuple(value) if whole else None


def _from(root: Path, path: Path) -> str:
    """The path as seen from there; where that cannot be said, on another drive of Windows, as it is."""
    try:
        return os.path.relpath(path, root)
    except ValueError:
        return str(path)


def _bases(project: Project) -> set[Path]:
    return {project.root, Path.cwd()}


def copied_config(project: Project, folder: Path, generated: Collection[str]) -> Path:
    """Copies the configuration and what it names into `folder`, all as they lie to each other; where it is then."""
    named = find(project, generated).files(project, generated)
    # Those that are named by where they lie on this machine stay there.
    relative = {name: path for name, path in named.items() if not Path(name).is_absolute()}
    up = max((Path(name).parts.count("..") for name in relative), default=0)
    root = folder.joinpath(*project.root.parts[len(project.root.parts) - up :])
    own = {project.config.name: project.config} if project.config.exists() else {}
    for name, path in {**own, **relative}.items():
        target = Path(os.path.normpath(root / name))
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return root / project.config.name
