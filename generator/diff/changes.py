"""What changed between two models, thing by thing.

In: two models. Out: `Change`s in the order of the files and their fields. Things are known by their ids, the
former ones too, or by their titles where they have none, so what was only moved or renamed is not told as removed and
added.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from generator.brand import LOGO_FILE
from generator.model import FILES, FOLDERS, Model, Part, Role, Topic

Kind = Literal["added", "removed", "changed", "moved", "renamed", "lost"]
# What a thing in a list is known by, the first that it has.
_KEYS = ("id", "skill", "metric", "partner", "account", "kind", "code", "title", "text", "name")
# What a thing is told by when it is new or gone.
_SIGNS = ("name", "title", "term", "short", "headline", "question", "text", "use", "rationale")


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

    def told(self, kind: Kind, field: str = "", before: str = "", after: str = "") -> Change:
        return Change(self.file, kind, self.thing, field, before, after)


def differences(before: Model, after: Model) -> tuple[Change, ...]:
    """Every change, file by file."""
    return tuple(_model(before, after))


def _model(before: Model, after: Model) -> Iterator[Change]:
    topics = (topic for comparison in after.comparisons.values() for topic in comparison.topics)
    claims: list[tuple[str, Role | Topic]] = [*after.roles.items(), *((topic.id, topic) for topic in topics)]
    ids = {old: name for name, value in claims for old in value.formerly}
    for name, (part, _) in FILES.items():
        yield from _any(_At(name, renamed=ids), "", getattr(before, part), getattr(after, part))
    if before.logo != after.logo:
        kind: Kind = "added" if not before.logo else "changed" if after.logo else "removed"
        yield _At(LOGO_FILE, ("logo",)).told(kind)
    for folder, (part, _) in FOLDERS.items():
        yield from _files(folder, getattr(before, part), getattr(after, part), ids)


def _files(folder: str, old: Mapping[str, Any], new: Mapping[str, Any], ids: Mapping[str, str]) -> Iterator[Change]:
    renamed = _renamed(old, new)
    for name, value in new.items():
        at = _At(f"{folder}/{name}.yml", renamed=ids)
        if name in renamed:
            yield at.told("renamed", before=renamed[name], after=name)
            yield from _fields(at, old[renamed[name]], _as_it_was_called(value, old[renamed[name]]))
        elif name in old:
            yield from _any(at, "", old[name], value)
        else:
            yield at.told("added", after=_sign(value))
    for name in old:
        if name not in new and name not in renamed.values():
            yield _At(f"{folder}/{name}.yml").told("removed", before=_sign(old[name]))
    claimed = {*new, *(former for value in new.values() for former in value.formerly)}
    for name in old:
        if name not in claimed:
            yield _At(f"{folder}/{name}.yml").told("lost", "addresses", before=name)


def _any(at: _At, field: str, old: Any, new: Any) -> Iterator[Change]:
    if old == new:
        return
    if isinstance(old, Part) and isinstance(new, Part):
        inner = at.within(_spelled(field)) if field else at
        for name in type(new).model_fields:
            yield from _any(inner, name, getattr(old, name), getattr(new, name))
    elif isinstance(old, dict) and isinstance(new, dict):
        yield from _named(at, field, old, new)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _list(at, field, old, new)
    elif old is None or new is None:
        kind: Kind = "added" if old is None else "removed"
        yield at.told(kind, field, _text(old), _text(new))
    else:
        yield at.told("changed", field, _text(old), _text(new))


def _named(at: _At, field: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    # What stands under a renamed role or topic goes on under its new id, and only the renaming itself is told.
    now = {name: at.renamed.get(name, "") for name in old if name not in new}
    old = {now[name] if now.get(name) in new else name: value for name, value in old.items()}
    renamed = _renamed(old, new)
    for name, value in new.items():
        inner = at.within(_title(value, field, name))
        if name in renamed:
            yield inner.told("renamed", before=renamed[name], after=name)
            yield from _fields(inner, old[renamed[name]], _as_it_was_called(value, old[renamed[name]]))
        elif name not in old:
            yield inner.told("added", after=_sign(value))
        elif isinstance(value, Part):
            yield from _fields(inner, old[name], value)
        else:
            yield from _any(at.within(_spelled(field)), name, old[name], value)
    for name, value in old.items():
        if name not in new and name not in renamed.values():
            yield at.within(_title(value, field, name)).told("removed", before=_sign(value))


def _list(at: _At, field: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Change]:
    if not isinstance((*old, *new)[0], Part):
        yield from _texts(at, field, old, new)
        return
    pairs = _pairs(old, new)
    moved = _moved([pairs[place] for place in sorted(pairs)])
    for place, value in enumerate(new):
        inner = at.within(_title(value, field, _key(value)))
        if place not in pairs:
            yield inner.told("added", after=_sign(value))
            continue
        was = old[pairs[place]]
        if pairs[place] in moved:
            yield inner.told("moved", before=f"place {pairs[place] + 1}", after=f"place {place + 1}")
        if _claims(value, was):
            yield inner.told("renamed", before=_key(was), after=_key(value))
            value = _as_it_was_called(value, was)
        yield from _fields(inner, was, value)
    for place, value in enumerate(old):
        if place not in pairs.values():
            gone = at.within(_title(value, field, _key(value)))
            yield gone.told("removed", before=_sign(value))
            if hasattr(value, "formerly"):  # it had a page
                yield gone.told("lost", "addresses", before=_key(value))


def _texts(at: _At, field: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Change]:
    """A list of plain texts: what is new, gone or elsewhere; a single one in the place of another has changed."""
    old = [at.renamed.get(value, value) if at.renamed.get(value) in new else value for value in old]
    gone = [value for value in old if value not in new]
    come = [value for value in new if value not in old]
    for before, after in zip(gone, come, strict=False):
        yield at.told("changed", field, _text(before), _text(after))
    for value in come[len(gone) :]:
        yield at.told("added", field, after=_text(value))
    for value in gone[len(come) :]:
        yield at.told("removed", field, before=_text(value))
    kept = [value for value in new if value in old]
    for place in sorted(_moved([list(old).index(value) for value in kept])):
        there = list(new).index(old[place])
        yield at.within(_text(old[place])).told("moved", field, f"place {place + 1}", f"place {there + 1}")


def _fields(at: _At, old: Part, new: Part) -> Iterator[Change]:
    for name in type(new).model_fields:
        yield from _any(at, name, getattr(old, name), getattr(new, name))


def _pairs(old: Sequence[Part], new: Sequence[Part]) -> dict[int, int]:
    """Places in the new list with their places in the old one: first by what things are known by, then by a text."""
    pairs: dict[int, int] = {}
    for alike in (lambda a, b: _key(a) == _key(b), lambda a, b: _claims(b, a), _share_a_text):
        for place, value in enumerate(new):
            free = (other for other in range(len(old)) if other not in pairs.values())
            if place not in pairs:
                found = next((other for other in free if alike(old[other], value)), None)
                pairs |= {} if found is None else {place: found}
    return pairs


def _share_a_text(one: Part, other: Part) -> bool:
    mine, theirs = ({str(value) for _, value in part if isinstance(value, str)} for part in (one, other))
    return not hasattr(one, "id") and bool(mine & theirs)


def _moved(places: Sequence[int]) -> set[int]:
    """The fewest old places, given in the new order, that must move for the rest to stand in the old order."""
    ends: list[int] = []
    chains: list[list[int]] = []
    for place in places:
        at = bisect_left(ends, place)
        chain = [*(chains[at - 1] if at else []), place]
        ends[at : at + 1], chains[at : at + 1] = [place], [chain]
    return set(places) - set(chains[-1] if chains else [])


def _renamed(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, str]:
    """New names with the old ones that they claim, or under which the same stood."""
    gone = {name: value for name, value in old.items() if name not in new}
    come = {name: value for name, value in new.items() if name not in old}
    claims = {
        name: next((id for id in getattr(value, "formerly", ()) if id in gone), "") for name, value in come.items()
    }
    found = {name: former for name, former in claims.items() if former}
    come = {name: value for name, value in come.items() if name not in found}
    for name, value in come.items():
        same = (other for other in gone if other not in found.values() and gone[other] == value)
        other = next(same, None) if isinstance(value, Part) else None
        if other:
            found[name] = other
    return found


def _claims(new: Part, old: Part) -> bool:
    """Whether the new thing says that it had the old one's id."""
    return _key(old) in getattr(new, "formerly", ())


def _as_it_was_called(new: Part, old: Part) -> Part:
    """The new thing under its old id, so that all else that changed can be told."""
    same = {name: getattr(old, name) for name in ("id", "formerly") if hasattr(old, name)}
    return new.model_copy(update=same)


def _key(part: Part) -> str:
    return next((str(getattr(part, name)) for name in _KEYS if hasattr(part, name)), "")


def _sign(value: Any) -> str:
    if not isinstance(value, Part):
        return _text(value)
    return next((str(getattr(value, name)) for name in _SIGNS if getattr(value, name, None)), "")


def _title(value: Any, field: str, key: str) -> str:
    """What a thing is called: `topic "role-overview"`."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(value).__name__).lower() if isinstance(value, Part) else field
    return f'{_spelled(words)} "{key}"'


def _spelled(field: str) -> str:
    return field.replace("_", " ")


def _text(value: Any) -> str:
    """A value as a person would read it; nothing of nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Part):
        return _sign(value)
    return ", ".join(map(_text, value)) if isinstance(value, tuple) else str(value)
