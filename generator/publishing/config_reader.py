"""What MkDocs' configuration names, as far as that can be known without MkDocs.

In: the configuration's file. Out: every text in it and in those that it inherits, which may be the path of a file, and
the environment's variables that it asks for. Imports PyYAML; who only asks whether anything changed does not come here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

_SNIPPETS = "pymdownx.snippets"
# --8<-- "file.md:12:14" in a line, or one file a line between two lines of --8<--.
_SNIPPET = re.compile(r"""-+8<-+[ \t]+["']?([^"'\n]+)""")
_SNIPPET_BLOCK = re.compile(r"^[ \t]*-+8<-+[ \t]*\n(.*?)^[ \t]*-+8<-+[ \t]*$", re.MULTILINE | re.DOTALL)
_LONGEST = 500
_OURS = "VISAVIS_"


class Reader:
    """Reads the configuration and what it inherits; what is no YAML says nothing, since MkDocs will tell."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.variables: set[str] = set()
        self.parents: list[Path] = []
        self._environment = environment

    def read(self, file: Path) -> list[Any]:
        """What the file and its parents hold, the nearest first."""
        found: list[Any] = []
        seen = set[Path]()
        while file.is_file() and file.resolve() not in seen:
            seen.add(file.resolve())
            value = self._load(file)
            found.append(value)
            parent = value.get("INHERIT") if isinstance(value, dict) else None
            if not isinstance(parent, str):
                break
            file = file.parent / parent
            self.parents.append(file)
        return found

    def _load(self, file: Path) -> Any:
        reader = self

        class Loader(yaml.SafeLoader):
            """Tags that MkDocs knows, or that name something in Python, are no mistake."""

        Loader.add_constructor("!ENV", lambda loader, node: reader._of_environment(loader, node))
        Loader.add_multi_constructor("", _tagged)
        try:
            return yaml.load(file.read_bytes(), Loader=Loader)
        except (OSError, yaml.YAMLError, ValueError, RecursionError):
            return None

    def _of_environment(self, loader: Any, node: yaml.Node) -> Any:
        """As pyyaml-env-tag does: one name, or several with a default as the last. What is set for this build names
        docs/ and what was generated there.
        """
        value = _tagged(loader, "", node)
        names = value if isinstance(value, list) else [value]
        if any(str(name).startswith(_OURS) for name in names):
            return None
        names, default = (names[:-1], names[-1]) if len(names) > 1 else (names, None)
        self.variables.update(name for name in names if isinstance(name, str))
        return next((self._environment[name] for name in names if name in self._environment), default)


def _tagged(loader: Any, _tag: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    return loader.construct_scalar(node).removeprefix("$config_dir/")


def texts(value: Any) -> Iterator[str]:
    """Every text that could be a path. What aliases repeat is looked at once, for it may hold itself."""
    new, seen = [value], set[int]()
    while new:
        one = new.pop()
        if isinstance(one, str) and one and len(one) <= _LONGEST and not set(one) & set("\n\0"):
            yield one
        elif isinstance(one, (dict, list)) and id(one) not in seen:
            seen.add(id(one))
            new += one.values() if isinstance(one, dict) else one


def theme_folders(value: Any) -> list[str]:
    """Where files of the theme are replaced."""
    theme = value.get("theme") if isinstance(value, dict) else None
    return list(texts(theme.get("custom_dir"))) if isinstance(theme, dict) else []


def theme_name(values: Iterable[Any]) -> str:
    """The theme by its name, of the nearest configuration that gives one; "" where none does."""
    for value in values:
        theme = value.get("theme") if isinstance(value, dict) else None
        name = theme.get("name") if isinstance(theme, dict) else theme
        if isinstance(name, str):
            return name
    return ""


def snippet_folders(value: Any) -> list[str]:
    """Where pages' snippets are looked for; nothing where the extension is not used."""
    extensions = value.get("markdown_extensions") if isinstance(value, dict) else None
    found: list[str] = []
    for entry in extensions if isinstance(extensions, (list, dict)) else ():
        options = extensions.get(entry) if isinstance(extensions, dict) else None
        if isinstance(entry, dict):
            options = entry.get(_SNIPPETS)
        if entry == _SNIPPETS or (isinstance(entry, dict) and _SNIPPETS in entry):
            folders = options.get("base_path", ".") if isinstance(options, dict) else "."
            found += list(texts(folders))
    return found


def snippets(pages: Iterable[Path], folders: Iterable[Path]) -> set[Path]:
    """Where the files may lie that these pages include, and those that are included there."""
    places, new, found = tuple(folders), list(pages), set[Path]()
    while new and places:
        names = _included(new.pop())
        more = {place / name for place in places for name in names} - found
        found |= more
        new += [path for path in more if path.is_file()]
    return found


def _included(page: Path) -> set[str]:
    text = page.read_text(encoding="utf-8", errors="replace")
    names = _SNIPPET.findall(text)
    for block in _SNIPPET_BLOCK.findall(text):
        names += block.splitlines()
    return {name for one in names if (name := re.sub(r"(:[\w-]*)+$", "", one.strip(" \t;\"'"))) and "://" not in name}
