"""Zensical as a program of its own, without the current folder.

In: `config site docs folder…`. Out: the site, and what it has to say. It takes docs/ and the site only from below its
configuration, knows one folder that changes the theme, and has no option for the folder of the site: so it works in a
folder within that one, in which all of that lies together, docs/ by links.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from importlib import import_module
from pathlib import Path

from click import ClickException

from generator import files

_WORK = ".zensical"
_CONFIG, _DOCS, _THEME, _SITE = "mkdocs.yml", "docs", "overrides", "site"


def main() -> None:
    """A strict build; what is wrong stands at the end, without where in the program that was."""
    config, site, docs, *folders = map(Path, sys.argv[1:])
    work = site / _WORK
    try:
        _lay_out(work, config, docs, folders)
        import_module("zensical").build(str(work / _CONFIG), {"clean": True, "strict": True})
        _take(work / _SITE, site)
        shutil.rmtree(work)
    except ClickException as error:
        error.show()
        sys.exit(1)
    except Exception as error:  # also what it raises in Rust
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        sys.exit(1)


def _lay_out(work: Path, config: Path, docs: Path, folders: list[Path]) -> None:
    """OSError."""
    for folder in reversed(folders):
        for name, path in files.tree(folder).items() if folder.is_dir() else ():
            if not name.endswith(".md"):  # it publishes whatever lies there
                _copy(path, work / _THEME / name)
    for name, path in files.tree(docs).items():
        _link(path, work / _DOCS / name)
    theme = {"variant": "classic", "custom_dir": _THEME}
    settings = {"INHERIT": str(config), "docs_dir": _DOCS, "site_dir": _SITE, "theme": theme}
    (work / _CONFIG).write_text(json.dumps(settings), encoding="utf-8")  # JSON is YAML


def _copy(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, target)


def _link(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(path, target)
    except OSError:  # another file system, or one without links
        shutil.copyfile(path, target)


def _take(made: Path, site: Path) -> None:
    """OSError: there are no pages."""
    for path in sorted(made.iterdir()):
        path.rename(site / path.name)


if __name__ == "__main__":
    main()
