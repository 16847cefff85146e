"""What was worked out of files, as bytes and back.

In: a result of reading or checking, and the file that most of its places are in. Out: bytes, and the same result again.

The bytes are a pickle in which only values of the model can stand: another, even if it bears the right seal, makes no
object but these and calls nothing. A text is written with its line and column, a part as its values; that is half as
large as what pickle would write, and read twice as fast.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import sys
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import generator
from generator.model.checks.former_ids import Group, Thing
from generator.model.lint.of_comparison import ComparisonFindings
from generator.model.lint.of_file import FileFindings
from generator.model.read_file import Fields, ReadFile
from generator.model.schema import Part
from generator.model.text import NOWHERE, Placed, Prose, Text
from generator.problems import Place, Problem, Severity
from generator.surroundings import version

_ROOMS = ("model", "problems", "brand")  # whose modules have a say in the results
_PACKAGES = ("pydantic", "pydantic_core", "pyyaml")
_PROTOCOL = 4
_TEXTS: tuple[type[Placed], ...] = (Text, Prose, Placed)
_VALUES = (ReadFile, Fields, Problem, FileFindings, ComparisonFindings, Group)
_NAMED = {(kind.__module__, kind.__qualname__): kind for kind in (*_VALUES, Thing, Severity, date)}


@cache
def program() -> str:
    """A digest of all that decides the results beside the files: another program's are not taken for this one's."""
    own = hashlib.sha256(f"{sys.version} {sys.byteorder}".encode())
    for package in _PACKAGES:
        own.update(version(package).encode())
    root = Path(generator.__file__).parent
    for path in sorted(path for room in _ROOMS for path in (root / room).rglob("*") if path.suffix in (".py", ".yml")):
        own.update(path.relative_to(root).as_posix().encode() + hashlib.sha256(path.read_bytes()).digest())
    return own.hexdigest()


def pack(value: Any, file: str) -> bytes:
    """The result as bytes."""
    buffer = io.BytesIO()
    _Pickler(buffer, file).dump(value)
    return buffer.getvalue()


def unpack(data: bytes | memoryview, file: str) -> Any:
    """The result. ValueError: it is none of ours."""
    try:
        return _Unpickler(io.BytesIO(data), file).load()
    except Exception as error:  # a damaged pickle raises whatever it meets
        raise ValueError("not a result that was kept") from error


# Names that stand in a pickle for what `_Unpickler` puts in their places; nothing calls these.


def own(text: int, value: str, line: int, column: int) -> None: ...


def text(text: int, value: str, place: Place) -> None: ...


def unplaced(text: int, value: str) -> None: ...


def here(line: int, column: int) -> None: ...


def there(file: str, line: int, column: int) -> None: ...


def part(kind: int, given: int, *values: Any) -> None: ...


class _Pickler(pickle.Pickler):
    def __init__(self, buffer: io.BytesIO, file: str) -> None:
        super().__init__(buffer, _PROTOCOL)
        self._file = file

    def reducer_override(self, obj: Any) -> Any:
        kind = type(obj)
        if kind in _TEXTS:
            return self._text(_TEXTS.index(kind), obj)
        if kind is Place:
            own = obj.file == self._file
            return (here, (obj.line, obj.column)) if own else (there, (obj.file, obj.line, obj.column))
        if kind in _VALUES:
            return kind, tuple(getattr(obj, field.name) for field in fields(obj))
        if issubclass(kind, Part):
            names, given = _names(kind), obj.model_fields_set
            mask = sum(1 << index for index, name in enumerate(names) if name in given)
            return part, (_kinds().index(kind), mask, *map(vars(obj).__getitem__, names))
        return NotImplemented

    def _text(self, kind: int, obj: Placed) -> tuple[Callable[..., None], tuple[Any, ...]]:
        place = obj.place
        if place.file == self._file:
            return own, (kind, str(obj), place.line, place.column)
        return (unplaced, (kind, str(obj))) if place == NOWHERE else (text, (kind, str(obj), place))


class _Unpickler(pickle.Unpickler):
    def __init__(self, buffer: io.BytesIO, file: str) -> None:
        super().__init__(buffer)
        self._file = file

    def find_class(self, module: str, name: str) -> Any:
        if module == __name__ and name in _MADE:
            made = _MADE[name]
            return made(self._file) if name in ("own", "here") else made
        return _NAMED[module, name]


def _own(file: str) -> Callable[[int, str, int, int], Placed]:
    return lambda kind, value, line, column: _TEXTS[kind](value, Place(file, line, column))


def _here(file: str) -> Callable[[int, int], Place]:
    return lambda line, column: Place(file, line, column)


def _part(kind: int, given: int, *values: Any) -> Part:
    """As pydantic's validation leaves it, which is not done again. What is the same of many parts is one object."""
    made, names = _kinds()[kind], _names(_kinds()[kind])
    own = made.__new__(made)
    _set(own, "__dict__", dict(zip(names, values, strict=True)))
    _set(own, "__pydantic_fields_set__", _given(kind, given))
    _set(own, "__pydantic_extra__", None)
    _set(own, "__pydantic_private__", None)
    return own


_set = object.__setattr__
_MADE: dict[str, Callable[..., Any]] = {
    "own": _own,
    "text": lambda kind, value, place: _TEXTS[kind](value, place),
    "unplaced": lambda kind, value: _TEXTS[kind](value, NOWHERE),
    "here": _here,
    "there": Place,
    "part": _part,
}


@cache
def _kinds() -> list[type[Part]]:
    """Every type of the schema, in an order that is the program's own."""
    found, waiting = list[type[Part]](), [Part]
    while waiting:
        below = waiting.pop().__subclasses__()
        found += below
        waiting += below
    return sorted((kind for kind in found if kind.__module__.startswith(f"{_SCHEMA}.")), key=lambda kind: kind.__name__)


_SCHEMA = "generator.model.schema"


@cache
def _names(kind: type[Part]) -> tuple[str, ...]:
    return tuple(kind.model_fields)


@cache
def _given(kind: int, mask: int) -> set[str]:
    return {name for index, name in enumerate(_names(_kinds()[kind])) if mask >> index & 1}
