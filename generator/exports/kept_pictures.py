"""Pictures as they were before a change, beside the page that shows them.

In: the artifacts. Out: changes/<name>, of the files kept in content/changes those that a change names.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.artifacts import Artifacts


def export(artifacts: Artifacts) -> Iterator[tuple[str, bytes]]:
    """Each file once, however many changes name it."""
    named = {str(picture.before) for change in artifacts.model.changes.values() for picture in change.pictures}
    yield from ((kept_path(name), artifacts.kept[name]) for name in sorted(named & artifacts.kept.keys()))


def kept_path(name: str) -> str:
    """Where the file of that name is published."""
    return f"changes/{name}"
