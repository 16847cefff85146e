"""The calls of MkDocs, or of ProperDocs, which has the same by another name; told where the theme's files lie.

In: which of the two, a configuration, and the folders in which files of the theme are looked for, the first first. Out:
the configuration as it is then, and the calls. MkDocs knows one such folder (`custom_dir`), and a project need not have
all of its files.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from click import ClickException

from generator.shipped import OVERRIDES

_PROPERDOCS = "properdocs"


class Api:
    """`failure` is what its calls raise, and plugins too; `logger` names whom it tells."""

    failure = ClickException

    def __init__(self, library: str) -> None:
        if library == _PROPERDOCS:
            import_module(f"{library}.replacement")  # plugins that import MkDocs get ProperDocs, as in its own program
        self.logger = library
        self.build: Callable[..., None] = import_module(f"{library}.commands.build").build
        self.forget_hooks: Callable[[], None] = import_module(
            f"{library}.config.config_options"
        ).Hooks._load_hook.cache_clear
        self._load_config = import_module(f"{library}.config").load_config
        self._yaml = import_module(f"{library}.utils.yaml")
        self._settings = import_module(f"{library}.config.defaults")

    def load(self, config: Path, site: Path, folders: Sequence[Path], *, strict: bool = False) -> Any:
        """`failure`: the configuration is wrong."""
        whole = self._load_config(str(config), site_dir=str(site), strict=strict or None, theme=self._theme(config))
        ours, dirs = [str(folder) for folder in folders], whole.theme.dirs
        others = [folder for folder in dirs if Path(folder).resolve() not in {each.resolve() for each in folders}]
        first = others[:1] if whole.theme.custom_dir in others else []  # a folder of the project's with another name
        dirs[:] = [*first, *ours, *others[len(first) :]]
        return whole

    def _theme(self, config: Path) -> Any:
        """What it says of the theme, without its overrides/ where there are none; None: it may stay as it is."""
        kind = getattr(self._settings, "MkDocsConfig" if self.logger != _PROPERDOCS else "ProperDocsConfig")
        try:
            with config.open("rb") as file:
                theme = self._yaml.yaml_load(file, self._yaml.get_yaml_loader(config=kind(str(config)))).get("theme")
        except (OSError, ClickException, AttributeError):  # it will say so
            return None
        if not isinstance(theme, dict):
            return None
        named = theme.get("custom_dir")
        if not isinstance(named, str) or (config.parent / named).is_dir() or Path(named) != Path(OVERRIDES):
            return None
        return {name: value for name, value in theme.items() if name != "custom_dir"}
