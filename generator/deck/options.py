"""What a person may choose about a deck."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

FontMode = Literal["embed", "name", "arial"]
FONT_MODES: tuple[FontMode, ...] = get_args(FontMode)

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
