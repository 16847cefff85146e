"""Which ids things had before, and what cannot be: an old id that is in use, or claimed twice.

In: the trees of the files, so that files that are wrong elsewhere count too. Out: `Renaming`s, and problems.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from generator.model.reading.tree import Path, Tree
from generator.problems import Place, Problem

# What the files of a folder, or the entries of a file, are called one by one.
_FILES = {"roles": "role", "comparisons": "comparison"}
_ENTRIES = {"glossary.yml": "term", "sources.yml": "source"}


@dataclass(frozen=True, slots=True)
class Renaming:
    """A thing that was called `old`, as it says itself."""

    what: str
    old: str
    new: str
    place: Place


class Thing(NamedTuple):
    """Something with an id, and the ids that it says it had before, each with its place."""

    id: str
    formerly: tuple[tuple[str, Place], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Things of one kind that have ids of their own; topics are a group in each comparison."""

    what: str
    things: tuple[Thing, ...]

    @property
    def ids(self) -> Collection[str]:
        return {thing.id for thing in self.things}

    def renamings(self) -> Iterator[Renaming]:
        """What each thing says that it was called."""
        for id, formerly in self.things:
            for old, place in formerly:
                yield Renaming(self.what, old, id, place)


def groups(files: Iterable[Iterable[Group]]) -> tuple[Group, ...]:
    """Everything that can be renamed, kind by kind; the files of one kind are one group."""
    things: dict[str, list[Thing]] = {what: [] for what in _FILES.values()}
    found = []
    for group in (group for each in files for group in each):
        if group.what in things:
            things[group.what] += group.things
        else:
            found.append(group)
    return (*(Group(what, tuple(listed)) for what, listed in things.items()), *found)


def groups_within(tree: Tree) -> Iterator[Group]:
    """What can be renamed of one file: itself, and what it lists."""
    path, value = PurePosixPath(tree.file), tree.value if isinstance(tree.value, dict) else {}
    what = _FILES.get(path.parent.name)
    if what:
        yield Group(what, (Thing(path.stem, _formerly(tree, (), value)),))
    if what == "comparison":
        yield Group("topic", tuple(_topics(tree, value.get("topics"))))
    if path.name in _ENTRIES and not what:
        entries = ((id, entry) for id, entry in value.items() if isinstance(entry, dict))
        yield Group(_ENTRIES[path.name], tuple(Thing(str(id), _formerly(tree, (id,), entry)) for id, entry in entries))


def _topics(tree: Tree, listed: Any) -> Iterator[Thing]:
    for index, topic in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(topic, dict) and isinstance(topic.get("id"), str):
            yield Thing(str(topic["id"]), _formerly(tree, ("topics", index), topic))


def _formerly(tree: Tree, path: Path, value: Mapping[str, Any]) -> tuple[tuple[str, Place], ...]:
    """What a thing says that it was called; what is no text is left out."""
    listed = value.get("formerly")
    texts = enumerate(listed if isinstance(listed, list) else ())
    return tuple((str(old), tree.place((*path, "formerly", index))) for index, old in texts if isinstance(old, str))


def check(groups: Sequence[Group]) -> Iterator[Problem]:
    """An old id leads to one thing, and that is not one of its own name."""
    for group in groups:
        ids, claimed = group.ids, dict[str, str]()
        for one in group.renamings():
            if one.old == one.new:
                message = f'"{one.old}" is what the {one.what} is called now'
                fix = "remove it; only ids that it no longer has go here"
                yield Problem("former-id-taken", one.place, message, fix)
            elif one.old in ids:
                message = f'"{one.new}" was formerly "{one.old}", but there is a {one.what} of that name'
                fix = f"remove it here, or give the other {one.what} another id"
                yield Problem("former-id-taken", one.place, message, fix)
            elif one.old in claimed:
                by = "is listed twice" if claimed[one.old] == one.new else f'is claimed by "{claimed[one.old]}" too'
                message = f'the former id "{one.old}" {by}'
                yield Problem("former-id-taken", one.place, message, "keep it once; its addresses lead to one place")
            claimed.setdefault(one.old, one.new)


def current(groups: Iterable[Group]) -> dict[tuple[str, str], str]:
    """The id of today by the kind of thing and a former id."""
    return {(one.what, one.old): one.new for group in groups for one in group.renamings()}
