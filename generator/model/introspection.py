"""Questions about the schema's types, asked while walking a tree beside them.

In: a type of the schema and a path or a tree. Out: the type at a path, the names of fields, and every reference in a
tree with its place.
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, TypeGuard, Union, get_args, get_origin

from pydantic import TypeAdapter

from generator.model.reading.tree import Path, Tree
from generator.model.schema import Names, Part
from generator.problems import Place
from generator.system import defer_interrupts


@dataclass(frozen=True, slots=True)
class Reference:
    """An id that must exist among `what`."""

    what: str
    name: str
    place: Place


def is_part(kind: Any) -> TypeGuard[type[Part]]:
    """Whether a type has fields of its own."""
    return isinstance(kind, type) and issubclass(kind, Part)


def references(tree: Tree, kind: Any) -> Iterator[Reference]:
    """Every reference in the tree of a file whose content is of type `kind`."""
    yield from _walk(tree, kind, tree.value, ())


def _walk(tree: Tree, kind: Any, value: Any, path: Path) -> Iterator[Reference]:
    kind, names = _unwrap(kind)
    if names and isinstance(value, str):
        yield Reference(names.what, value, tree.place(path))
    elif is_part(kind) and isinstance(value, dict):
        for name, field in kind.model_fields.items():
            if name in value:
                annotated = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
                yield from _walk(tree, annotated, value[name], (*path, name))
    elif get_origin(kind) is tuple and isinstance(value, list):
        for index, item in enumerate(value):
            yield from _walk(tree, get_args(kind)[0], item, (*path, index))
    elif get_origin(kind) is dict and isinstance(value, dict):
        key_names = _unwrap(get_args(kind)[0])[1]
        for key, item in value.items():
            if key_names:
                yield Reference(key_names.what, key, tree.place((*path, key), key=True))
            yield from _walk(tree, get_args(kind)[1], item, (*path, key))


@cache
def _unwrap(kind: Any) -> tuple[Any, Names | None]:
    """The bare type, and the annotation that makes it a reference."""
    names: Names | None = None
    while True:
        if get_origin(kind) is Annotated:
            names = next((note for note in kind.__metadata__ if isinstance(note, Names)), names)
            kind = get_args(kind)[0]
        elif get_origin(kind) in (Union, types.UnionType):
            kind = next(part for part in get_args(kind) if part is not type(None))
        else:
            return kind, names


def type_at(kind: Any, path: Path) -> Any:
    """The type that the schema expects at `path` below a value of type `kind`; None where it expects nothing."""
    for step in path:
        kind = _unwrap(kind)[0]
        if is_part(kind):
            field = kind.model_fields.get(str(step))
            kind = field.annotation if field else None
        elif get_origin(kind) is tuple:
            kind = get_args(kind)[0]
        elif get_origin(kind) is dict:
            kind = get_args(kind)[1]
        else:
            return None
    return _unwrap(kind)[0]


@cache
def field_names(kind: Any) -> frozenset[str]:
    """The names of all fields that a file of this type can have, at any depth."""
    kind = _unwrap(kind)[0]
    if is_part(kind):
        below: Iterator[Any] = (field.annotation for field in kind.model_fields.values())
        return frozenset(kind.model_fields).union(*map(field_names, below))
    if get_origin(kind) in (tuple, dict):
        return frozenset().union(*(field_names(part) for part in get_args(kind) if part is not Ellipsis))
    return frozenset()


# Types whose names are no words for one thing; they stand in files under these.
_GROUPS = {
    "Shared": "shared",
    "Publishing": "pictures",
    "Fit": "fit",
    "Ties": "ties",
    "Words": "words",
    "Names": "names",
    "Neutral": "neutral",
    "Neutrals": "neutral",
}


def type_name(kind: Any) -> str:
    """What a person calls a value of this type: `Role` → "a role", `TopicView` → "a topic view"."""
    if not is_part(kind):
        return "this list of named entries" if get_origin(kind) is dict else "this"
    if kind.__name__ in _GROUPS:
        return f'the group "{_GROUPS[kind.__name__]}"'
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__name__).lower()
    return ("an " if words[0] in "aeiou" else "a ") + words


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """Pydantic's validator for any type of the schema, lists and mappings too."""
    with defer_interrupts():  # pydantic swallows an interrupt that meets it while it builds a type
        return TypeAdapter(kind)
