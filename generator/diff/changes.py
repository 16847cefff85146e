"""What changed between two models, thing by thing.

In: two models. Out: `Change`s in the order of the files and their fields. What was only moved or renamed is not told
as removed and added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from generator.brand import LOGO_FILE
from generator.diff import matching
from generator.model import FILES, FOLDERS, Model, Part, Role, Topic

Kind = Literal["added", "removed", "changed", "moved", "renamed", "lost"]
# What says in a line what a thing is, when it is new or gone.
_SUMMARIES = ("name", "title", "term", "short", "headline", "question", "text", "use", "rationale")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `thing` is where, from the outside in; `field` is empty where the whole thing is meant.

    `before` and `after` are texts; of a thing that moved, its places in the list. What is lost is the id of a page that
    nothing claims as a former one, so that its addresses lead nowhere.
    """

    file: str
    kind: Kind
    thing: tuple[str, ...]
    field: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class _At:
    """A place in a file. `renamed` has the ids of today by those that roles and topics had in the old model."""

    file: str
    thing: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)

    def within(self, *words: str) -> _At:
        return replace(self, thing=(*self.thing, *words))

    def change(self, kind: Kind, field: str = "", before: str = "", after: str = "") -> Change:
        return Change(self.file, kind, self.thing, field, before, after)


def differences(before: Model, after: Model) -> tuple[Change, ...]:
    """Every change, file by file."""
    return tuple(_model(before, after))


def _model(before: Model, after: Model) -> Iterator[Change]:
    topics = (topic for comparison in after.comparisons.values() for topic in comparison.topics)
    claims: list[tuple[str, Role | Topic]] = [*after.roles.items(), *((topic.id, topic) for topic in topics)]
    ids = {old: name for name, value in claims for old in value.formerly}
    for name, (part, _) in FILES.items():
        yield from _values(_At(name, renamed=ids), "", getattr(before, part), getattr(after, part))
    if before.logo != after.logo:
        kind: Kind = "added" if not before.logo else "changed" if after.logo else "removed"
        yield _At(LOGO_FILE, ("logo",)).change(kind)
    for folder, (part, _) in FOLDERS.items():
        yield from _files(folder, getattr(before, part), getattr(after, part), ids)


def _files(folder: str, old: Mapping[str, Any], new: Mapping[str, Any], ids: Mapping[str, str]) -> Iterator[Change]:
    renamed = matching.renamed(old, new)
    for name, value in new.items():
        at = _At(f"{folder}/{name}.yml", renamed=ids)
        if name in renamed:
            yield from _renaming(at, renamed[name], name, old[renamed[name]], value)
        elif name in old:
            yield from _values(at, "", old[name], value)
        else:
            yield at.change("added", after=_summary(value))
    for name in old:
        if name not in new and name not in renamed.values():
            yield _At(f"{folder}/{name}.yml").change("removed", before=_summary(old[name]))
    claimed = {*new, *(former for value in new.values() for former in value.formerly)}
    for name in old:
        if name not in claimed:
            yield _At(f"{folder}/{name}.yml").change("lost", "addresses", before=name)


def _values(at: _At, field: str, old: Any, new: Any) -> Iterator[Change]:
    if old == new:
        return
    if isinstance(old, Part) and isinstance(new, Part):
        yield from _fields(at.within(_spaced(field)) if field else at, old, new)
    elif isinstance(old, dict) and isinstance(new, dict):
        yield from _mapping(at, field, old, new)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _list(at, field, old, new)
    elif old is None or new is None:
        kind: Kind = "added" if old is None else "removed"
        yield at.change(kind, field, _text(old), _text(new))
    else:
        yield at.change("changed", field, _text(old), _text(new))


def _mapping(at: _At, field: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    # What stands under a renamed role or topic goes on under its new id, and only the renaming itself is told.
    now = {name: at.renamed.get(name, "") for name in old if name not in new}
    old = {now[name] if now.get(name) in new else name: value for name, value in old.items()}
    renamed = matching.renamed(old, new)
    for name, value in new.items():
        inner = at.within(_title(value, field, name))
        if name in renamed:
            yield from _renaming(inner, renamed[name], name, old[renamed[name]], value)
        elif name not in old:
            yield inner.change("added", after=_summary(value))
        elif isinstance(value, Part):
            yield from _fields(inner, old[name], value)
        else:
            yield from _values(at.within(_spaced(field)), name, old[name], value)
    for name, value in old.items():
        if name not in new and name not in renamed.values():
            yield at.within(_title(value, field, name)).change("removed", before=_summary(value))


def _list(at: _At, field: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Change]:
    if not isinstance((*old, *new)[0], Part):
        yield from _texts(at, field, old, new)
        return
    pairs = matching.pairs(old, new)
    moved = matching.moved([pairs[place] for place in sorted(pairs)])
    for place, value in enumerate(new):
        inner = at.within(_title(value, field, matching.key(value)))
        if place not in pairs:
            yield inner.change("added", after=_summary(value))
            continue
        was = old[pairs[place]]
        if pairs[place] in moved:
            yield inner.change("moved", before=f"place {pairs[place] + 1}", after=f"place {place + 1}")
        if matching.claims(value, was):
            yield from _renaming(inner, matching.key(was), matching.key(value), was, value)
        else:
            yield from _fields(inner, was, value)
    for place, value in enumerate(old):
        if place not in pairs.values():
            gone = at.within(_title(value, field, matching.key(value)))
            yield gone.change("removed", before=_summary(value))
            if hasattr(value, "formerly"):  # it had a page
                yield gone.change("lost", "addresses", before=matching.key(value))


def _texts(at: _At, field: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Change]:
    """A list of plain texts: what is new, gone or elsewhere; a single one in the place of another has changed."""
    old = [at.renamed.get(value, value) if at.renamed.get(value) in new else value for value in old]
    gone = [value for value in old if value not in new]
    come = [value for value in new if value not in old]
    for before, after in zip(gone, come, strict=False):
        yield at.change("changed", field, _text(before), _text(after))
    for value in come[len(gone) :]:
        yield at.change("added", field, after=_text(value))
    for value in gone[len(come) :]:
        yield at.change("removed", field, before=_text(value))
    kept = [value for value in new if value in old]
    for place in sorted(matching.moved([list(old).index(value) for value in kept])):
        there = list(new).index(old[place])
        yield at.within(_text(old[place])).change("moved", field, f"place {place + 1}", f"place {there + 1}")


def _fields(at: _At, old: Part, new: Part) -> Iterator[Change]:
    for name in type(new).model_fields:
        yield from _values(at, name, getattr(old, name), getattr(new, name))


def _renaming(at: _At, before: str, after: str, old: Part, new: Part) -> Iterator[Change]:
    """That a thing was renamed, and what else changed in it."""
    yield at.change("renamed", before=before, after=after)
    ids = {name: getattr(old, name) for name in ("id", "formerly") if hasattr(old, name)}
    yield from _fields(at, old, new.model_copy(update=ids))


def _summary(value: Any) -> str:
    if not isinstance(value, Part):
        return _text(value)
    return next((str(getattr(value, name)) for name in _SUMMARIES if getattr(value, name, None)), "")


def _title(value: Any, field: str, key: str) -> str:
    """What a thing is called: `topic "role-overview"`."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(value).__name__).lower() if isinstance(value, Part) else field
    return f'{_spaced(words)} "{key}"'


def _spaced(field: str) -> str:
    return field.replace("_", " ")


def _text(value: Any) -> str:
    """A value as a person would read it; nothing of nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Part):
        return _summary(value)
    return ", ".join(map(_text, value)) if isinstance(value, tuple) else str(value)
