"""MkDocs, and ProperDocs, which goes on with it: the same configuration, theme and calls under two names.

In: nothing. Out: their values. Both have the theme of Material for MkDocs.
"""

from __future__ import annotations

import re

from generator.brand import icon_folder
from generator.publishers.publisher import Publisher, Theme, theme_file


def _theme() -> Theme:
    templates = icon_folder().parent
    return Theme(
        theme_file(templates, "assets/stylesheets/main.*.min.css"),
        theme_file(templates, "assets/javascripts/workers/search.*.min.js"),
    )


def _failure(code: int, _: str, log: str) -> str:
    """Warnings and errors without colours, reports of progress and, but for their last lines, tracebacks."""
    if not code:
        return ""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", log)
    lines = re.sub(r"^Traceback .*\n(?: .*\n)*", "", plain, flags=re.MULTILINE).splitlines()
    told = "\n".join(line for line in lines if line.strip() and not line.startswith(("INFO", "DEBUG")))
    return told or f"it ended with {code} and said nothing"


def _like_mkdocs(name: str, title: str) -> Publisher:
    return Publisher(
        name=name,
        title=title,
        library=name,
        packages=(name,),
        program=("generator.publishers.mkdocs_program", name),
        index=("search/search_index.json", "docs"),
        theme=_theme,
        failure=_failure,
        renews=True,
    )


MKDOCS = _like_mkdocs("mkdocs", "MkDocs")
PROPERDOCS = _like_mkdocs("properdocs", "ProperDocs")
