"""What a person may choose about a deck."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, get_args

FontMode = Literal["embed", "name", "arial"]
FONT_MODES: tuple[FontMode, ...] = get_args(FontMode)
THEMES = ("light", "dark")

# How many bytes a template may have, packed or not: films may be among its parts.
LARGEST = 500 * 2**20


@dataclass(frozen=True, slots=True)
class Template:
    """A file with a company's layouts: its bytes, and its name for messages. With `theme` the deck takes on its colours
    and fonts, otherwise it brings its own.
    """

    name: str
    data: bytes
    theme: bool = False


@dataclass(frozen=True, slots=True)
class Options:
    """`fonts`: within the file, by name only, or Arial, which nobody has to install. `flow`: lines break where the
    program breaks them. `tables`: after each picture its facts as a table. `build`: parts appear one by one, by click.
    `template`: a company's, in place of our own. `pictures`: each picture is one, not shapes.
    """

    fonts: FontMode = "embed"
    flow: bool = False
    tables: bool = False
    build: bool = False
    template: Template | None = None
    pictures: bool = False


def choices_of(options: Options) -> dict[str, Any]:
    """The options as a deck remembers them, without the template's file: the deck has its layouts."""
    chosen = {one.name: getattr(options, one.name) for one in fields(Options)}
    return chosen | {"template": options.template is not None and {"theme": options.template.theme}}


def options_of(choices: Mapping[str, Any], deck: Template) -> Options:
    """The options that a deck remembers; what it says that no option can be counts as the usual one. The `deck` is its
    own template, where it was made from one.
    """
    usual = Options()
    known = {one.name: choices[one.name] for one in fields(Options) if one.name in choices}
    right = {name: value for name, value in known.items() if isinstance(value, type(getattr(usual, name)))}
    if right.get("fonts") not in FONT_MODES:
        right.pop("fonts", None)
    given = choices.get("template")
    template = replace(deck, theme=given.get("theme") is True) if isinstance(given, dict) else None
    return Options(**right, template=template)
