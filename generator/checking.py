"""Every problem of the content, those of the pictures included; nothing is written.

In: the folders. Out: problems in order, warnings too, and what a report of them needs.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import TextIO

from generator.build import Folders
from generator.codes import PAGE
from generator.edition import compose
from generator.errors import ContentError, Problem
from generator.excerpt import sources
from generator.model.reading import read
from generator.reporting import Surroundings


def check(folders: Folders) -> tuple[Problem, ...]:
    """What `build` would refuse, and what it would only warn of. OutputError: a file cannot be read."""
    try:
        return compose(folders).warnings
    except ContentError as error:
        return error.problems


def surroundings(problems: Sequence[Problem], folders: Folders, stream: TextIO) -> Surroundings:
    """What a report of these problems to this stream needs; files that cannot be read are left out."""
    page = (folders.docs / PAGE).as_posix()
    return Surroundings(sources(problems), page, _address(folders), colourful(stream))


def colourful(stream: TextIO) -> bool:
    """Whether the stream is a terminal whose owner wants colours (https://no-color.org/)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _address(folders: Folders) -> str:
    """Where the page that explains the codes is published; "" while site.yml does not say it."""
    try:
        tree = read((folders.content / "site.yml").read_bytes(), "site.yml")
    except OSError:
        return ""
    url = str(tree.value.get("url")) if isinstance(tree.value, dict) else ""
    known = re.fullmatch(r"https?://[^\s/]+/?\S*", url)
    return f"{url.rstrip('/')}/{PAGE.removesuffix('.md')}/" if known else ""
