"""MkDocs, told where the theme's files lie.

In: a configuration, and the folders in which files of the theme are looked for, the first first. Out: the configuration
as MkDocs has it then; or, as a program of its own, the site. MkDocs knows one such folder (`custom_dir`), and a project
need not have all of its files.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from generator.shipped import OVERRIDES


def load(config: Path, site: Path, folders: Sequence[Path], *, strict: bool = False) -> MkDocsConfig:
    """MkDocsException: the configuration is wrong."""
    whole = load_config(str(config), site_dir=str(site), strict=strict or None, theme=_theme(config))
    ours, dirs = [str(folder) for folder in folders], whole.theme.dirs
    others = [folder for folder in dirs if Path(folder).resolve() not in {each.resolve() for each in folders}]
    first = others[:1] if whole.theme.custom_dir in others else []  # a folder of the project's with another name
    dirs[:] = [*first, *ours, *others[len(first) :]]
    return whole


def _theme(config: Path) -> Any:
    """What it says of the theme, without its overrides/ where there are none; None: it may stay as it is."""
    try:
        with config.open("rb") as file:
            theme = yaml_load(file, get_yaml_loader(config=MkDocsConfig(str(config)))).get("theme")
    except (OSError, MkDocsException, AttributeError):  # MkDocs will say so
        return None
    if not isinstance(theme, dict):
        return None
    named = theme.get("custom_dir")
    if not isinstance(named, str) or (config.parent / named).is_dir() or Path(named) != Path(OVERRIDES):
        return None
    return {name: value for name, value in theme.items() if name != "custom_dir"}


def main() -> None:
    """`config site folder…`: a strict build, told as MkDocs tells it."""
    config, site, *folders = map(Path, sys.argv[1:])
    told = logging.StreamHandler()
    told.setFormatter(logging.Formatter("%(levelname)-7s -  %(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(told)
    logger.setLevel(logging.INFO)  # what is quiet is not counted, and a strict build would not fail over it
    try:
        whole = load(config, site, folders, strict=True)
        whole.plugins.on_startup(command="build", dirty=False)
        try:
            build(whole)
        finally:
            whole.plugins.on_shutdown()
    except MkDocsException as error:
        error.show()
        sys.exit(1)


if __name__ == "__main__":
    main()
