"""The beginning of an entry of content/changes.yml, for an editor to put into words.

In: the text of the file, "" if there is none, the changes, and the day. Out: the text with one more entry at its top,
whose title and text are placeholders, so that `build --strict` publishes none that nobody has written.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import count

from generator.diff.changes import Change
from generator.diff.formats import lines
from generator.model import Model, placeholder, type_at

FILE = "changes.yml"
_HEAD = "# What readers are told of changes to the content.\n"
_FIELDS = type_at(Model, ("changes", "")).model_fields


def with_entry(text: str, changes: Sequence[Change], day: date) -> str:
    """The file with the new entry, if anything but its own entries changed. A comment holds what did."""
    told = [change for change in changes if change.file != FILE]
    if not told:
        return text
    rows = text.splitlines(keepends=True)
    numbers = (f"{day}" if number == 1 else f"{day}-{number}" for number in count(1))
    id = next(id for id in (f"changes-{number}" for number in numbers) if f"\n{id}:" not in f"\n{text}")
    title, words = (placeholder(name, _FIELDS[name]) for name in ("title", "text"))
    entry = [f"# {line}\n" for line in lines(told) if line]
    entry += [f"{id}:\n", f"  title: {title}\n", f"  day: {day}\n", "  text: >-\n", f"    {words}\n"]
    first = next((place for place, row in enumerate(rows) if row.strip() and not row.startswith("#")), len(rows))
    before = rows[:first] if rows else [_HEAD]
    parted = [] if before and not before[-1].strip() else ["\n"]
    return "".join([*before, *parted, *entry, *(["\n", *rows[first:]] if rows[first:] else [])])
