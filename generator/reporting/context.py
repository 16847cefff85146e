"""What a report of problems needs beside them: the lines they are about, and where their codes are explained.

In: the project and the stream to write to. Out: a `Context`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import TextIO

from generator.model import read_yaml
from generator.problems import Problem
from generator.project import Project
from generator.reporting.codes import PAGE
from generator.reporting.excerpt import source_lines
from generator.reporting.formats import Context


def context_of(problems: Sequence[Problem], project: Project, stream: TextIO) -> Context:
    """What a report of these problems to this stream needs; files that cannot be read are left out.

    A project has the page about the codes only if it has the program's docs/ (a repository of content alone does not).
    """
    there = (project.docs / PAGE).is_file()
    page, address = ((project.docs / PAGE).as_posix(), _address(project)) if there else ("", "")
    return Context(source_lines(problems), page, address, takes_colour(stream))


def takes_colour(stream: TextIO) -> bool:
    """Whether the stream is a terminal whose owner wants colours (https://no-color.org/)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _address(project: Project) -> str:
    """Where the page that explains the codes is published; "" while site.yml does not say it."""
    try:
        tree = read_yaml((project.content / "site.yml").read_bytes(), "site.yml")
    except OSError:
        return ""
    url = str(tree.value.get("url")) if isinstance(tree.value, dict) else ""
    known = re.fullmatch(r"https?://[^\s/]+/?\S*", url)
    return f"{url.rstrip('/')}/{PAGE.removesuffix('.md')}/" if known else ""
