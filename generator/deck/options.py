"""What a person may choose about a deck."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args

FontMode = Literal["embed", "name", "arial"]
FONT_MODES: tuple[FontMode, ...] = get_args(FontMode)
THEMES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Options:
    """`fonts`: within the file, by name only, or Arial, which nobody has to install. `flow`: lines break where the
    program breaks them. `tables`: after each picture its facts as a table. `build`: parts appear one by one, by click.
    """

    fonts: FontMode = "embed"
    flow: bool = False
    tables: bool = False
    build: bool = False


def options_of(choices: Mapping[str, Any]) -> Options:
    """The options as a deck remembers them; what it says that no option can be counts as the usual one."""
    usual = Options()
    known = {one.name: choices[one.name] for one in fields(Options) if one.name in choices}
    right = {name: value for name, value in known.items() if isinstance(value, type(getattr(usual, name)))}
    if right.get("fonts") not in FONT_MODES:
        right.pop("fonts", None)
    return Options(**right)
