"""What every problem code means: the table in codes.yml.

In: nothing, or a code. Out: explanations, one by one or as the page docs/contributing/problems.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from generator.model import load_packaged

PAGE = "contributing/problems.md"


@dataclass(frozen=True, slots=True)
class Explanation:
    """One code. `means` and `mend` are Markdown of one paragraph; `wrong` and `right` are content, or empty."""

    code: str
    severity: str
    means: str
    mend: str
    wrong: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Codes of one subject."""

    title: str
    text: str
    codes: tuple[Explanation, ...]


@cache
def chapters() -> tuple[Chapter, ...]:
    """The whole table, in order."""
    table = load_packaged(__package__, "codes.yml")
    return tuple(
        Chapter(each["title"], each["text"], tuple(Explanation(**entry) for entry in each["codes"])) for each in table
    )


@cache
def explanations() -> Mapping[str, Explanation]:
    """Every code and what it means."""
    return MappingProxyType({entry.code: entry for chapter in chapters() for entry in chapter.codes})


def section(entry: Explanation) -> str:
    """One code as Markdown, without its heading."""
    shown = [
        f"{word}:\n\n```yaml\n{text.rstrip()}\n```"
        for word, text in (("Wrong", entry.wrong), ("Right", entry.right))
        if text
    ]
    return "\n\n".join([f"*{entry.severity.capitalize()}.* {entry.means}", *shown, f"**Mend it:** {entry.mend}"]) + "\n"


def page() -> str:
    """docs/contributing/problems.md."""
    parts = [_HEAD]
    for chapter in chapters():
        parts.append(f"## {chapter.title}\n\n{chapter.text}\n")
        parts += [f"### {entry.code}\n\n{section(entry)}" for entry in chapter.codes]
    return "\n".join(parts)


_HEAD = """\
---
title: Every problem and its fix
description: What each code of visavis check means, with an example and the way to mend it.
search:
  exclude: true
---

<!-- Made by "make docs/contributing/problems.md" from generator/reporting/codes.yml; change that file. -->

# Every problem and its fix

`visavis check` names every problem at its place, with a code in square brackets. This page explains the codes; so does
`visavis explain` followed by a code. An error stops a build before anything is written; a warning does not.
"""
