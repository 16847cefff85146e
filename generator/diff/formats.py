"""Changes as text for people, as a table in Markdown for a pull request, and as records for machines.

In: changes. Out: one string a format. Whatever a text of the content holds, it is text in the table.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict
from itertools import groupby

from generator.diff.changes import Change

_NOTHING = "Nothing changed in the model."


def as_text(changes: Sequence[Change]) -> str:
    """A paragraph a file, a line a change, and a closing line that counts them."""
    return "\n".join([*lines(changes), _count(changes)]) + "\n"


def lines(changes: Sequence[Change]) -> list[str]:
    """A line for each file and each of its changes, an empty one after each file."""
    found = []
    for file, group in groupby(changes, key=lambda change: change.file):
        found += [file, *(f"  {_line(change)}" for change in group), ""]
    return found


def _line(change: Change) -> str:
    both = " → ".join(text for text in (change.before, change.after) if text)
    return " ".join(f"{change.kind} {_where(change)}: {both}".replace(" :", ":").split())


def _where(change: Change) -> str:
    return " › ".join(filter(None, (*change.thing, change.field)))


def as_markdown(changes: Sequence[Change]) -> str:
    """The same as one table, below a line that counts."""
    if not changes:
        return f"{_NOTHING}\n"
    head = ["| File | Where | Change | Before | After |", "|---|---|---|---|---|"]
    return "\n".join([_count(changes), "", *head, *map(_row, changes)]) + "\n"


def _row(change: Change) -> str:
    cells = (change.file, _where(change), change.kind, change.before, change.after)
    return f"| {' | '.join(map(_inert, cells))} |"


def _inert(text: str) -> str:
    """Text that cannot become markup, a link or a new cell.

    A host looks for names after an @ and for numbers after a # in the finished page, where escapes are gone: a word
    joiner, which nobody sees, keeps them apart.
    """
    apart = re.sub(r"[@#](?=\w)", "\\g<0>\u2060", " ".join(text.split()))
    return re.sub(r"[!-/:-@\[-`{-~]", lambda sign: f"&#{ord(sign[0])};", apart)


def as_json(changes: Sequence[Change]) -> str:
    """A list of objects with file, kind, thing, field, before and after."""
    return json.dumps([asdict(change) for change in changes], ensure_ascii=False, indent=1) + "\n"


def _count(changes: Sequence[Change]) -> str:
    if not changes:
        return _NOTHING
    counts = Counter(change.kind for change in changes)
    return ", ".join(f"{number} {kind}" for kind, number in sorted(counts.items())) + "."


FORMATS: dict[str, Callable[[Sequence[Change]], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}
