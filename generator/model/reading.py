"""YAML as the editor typed it.

In: the bytes of one file. Out: a `Tree` of dicts, lists and `Text`, with the place of every key and
value; and problems, all of them, never an exception for what is in the file.

Scalars are not interpreted: `no`, `12:30`, `1.10` and `010` stay text, and the schema decides what they
are. Anchors, aliases and tags are refused, so what is read is a plain tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.errors import Place, Problem
from generator.model.text import Text

MAX_DEPTH = 32
MAX_BYTES = 1_000_000
Path = tuple[str | int, ...]
Value = dict[str, Any] | list[Any] | Text | None

# libyaml reads ten times faster than pure Python; both give the same events and marks.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Tree:
    """One file: its value, where its parts stand, and what is wrong with its syntax."""

    file: str
    value: Value = None
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Where the value (or key) at `path` stands; the nearest enclosing thing when it is not there."""
        for end in range(len(path), -1, -1):
            known = (self.keys if key else self.values).get(path[:end]) or self.values.get(path[:end])
            if known:
                return known
        return Place(self.file)


def read(data: bytes, file: str) -> Tree:
    """Read one YAML file. `file` is the name that problems carry."""
    text, problem = _decode(data, file)
    if problem:
        return Tree(file, problems=(problem,))
    reader = _Reader(file)
    try:
        value = reader.document(yaml.parse(text, Loader=_Loader))
    except yaml.YAMLError as error:
        reader.problems.append(_syntax_problem(error, text, file))
        return Tree(file, problems=tuple(reader.problems))
    return Tree(file, value, reader.values, reader.keys, tuple(reader.problems))


def _decode(data: bytes, file: str) -> tuple[str, Problem | None]:
    if len(data) > MAX_BYTES:
        fix = "split it or shorten its texts"
        return "", Problem("file-too-large", Place(file), f"the file is larger than {MAX_BYTES // 1000} kB", fix)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:4].count(0) > 1:
        fix = "save it as UTF-8 in the editor"
        return "", Problem("wrong-encoding", Place(file, 1, 1), "the file is saved as UTF-16", fix)
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        message = f"the byte {data[error.start]:#04x} is not UTF-8"
        return "", Problem("wrong-encoding", Place(file, line, column), message, "save the file as UTF-8 in the editor")


def _syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        mark = error.problem_mark
        lines = text.splitlines() or [""]
        # libyaml starts a line of its own for the end of a file that ends without one.
        beyond = mark.line >= len((text + " ").splitlines())
        line, column = (len(lines) - 1, len(lines[-1])) if beyond else (mark.line, mark.column)
        why = ", ".join(part for part in (error.context, error.problem) if part)
        fix = "check indentation, colons and quotes here and on the line above"
        if "\t" in lines[min(line, len(lines) - 1)]:
            fix = "indent with spaces, not with tabs"
        return Problem("yaml-syntax", Place(file, line + 1, column + 1), f"this is not valid YAML: {why}", fix)
    position = getattr(error, "position", None)
    if isinstance(position, int):
        # libyaml counts bytes, not characters.
        before = text.encode()[:position].decode(errors="ignore")
        place = Place(file, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
        message = f"the control character {getattr(error, 'character', 0):#04x} cannot be part of a text"
        return Problem("control-character", place, message, "remove it")
    return Problem("yaml-syntax", Place(file), f"this is not valid YAML: {error}")


class _Reader:
    """Builds the tree of one file from its event stream."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.values: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}
        self.problems: list[Problem] = []

    def document(self, events: Iterator[Any]) -> Value:
        value: Value = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self._problem("second-document", event, "a second document starts here", 'remove the line "---"')
                document = self._value(next(events), events, ())
                value = document if documents == 1 else value
        return value

    def _value(self, event: Any, events: Iterator[Any], path: Path) -> Value:
        self.values.setdefault(path, self._place(event))
        if isinstance(event, yaml.AliasEvent):
            self._problem("yaml-alias", event, f"*{event.anchor} is an alias", "write the text out here")
            return Text(f"*{event.anchor}", self._place(event))
        self._plain(event)
        if isinstance(event, yaml.ScalarEvent):
            return None if event.value == "" and not event.style else Text(event.value, self._place(event))
        if len(path) >= MAX_DEPTH:
            raise yaml.MarkedYAMLError(problem=f"nested deeper than {MAX_DEPTH} levels", problem_mark=event.start_mark)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return self._mapping(events, path)

    def _plain(self, event: Any) -> None:
        if event.anchor:
            self._problem("yaml-alias", event, f"&{event.anchor} is an anchor", "remove it; texts are written out")
        if event.tag:
            self._problem("yaml-tag", event, f"{event.tag} is a tag", "remove it; every value is read as text")

    def _sequence(self, events: Iterator[Any], path: Path) -> list[Any]:
        items: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, events, (*path, len(items))))
        return items

    def _mapping(self, events: Iterator[Any], path: Path) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                fix = "put the text in quotes if it begins with { or ["
                self._problem("yaml-key", event, "a field's name must be a plain word", fix)
                self._skip(event, events)
                self._skip(next(events), events)
                continue
            self._field(event, events, path, fields)
        return fields

    def _field(self, event: Any, events: Iterator[Any], path: Path, fields: dict[str, Any]) -> None:
        name = event.value
        self._plain(event)
        if name in fields:
            first = self.keys[(*path, name)].line
            message = f'"{name}" stands here a second time; the first is on line {first}'
            self._problem("duplicate-key", event, message, "remove one of the two")
            self._skip(next(events), events)
            return
        self.keys[(*path, name)] = self._place(event)
        fields[name] = self._value(next(events), events, (*path, name))

    def _skip(self, event: Any, events: Iterator[Any]) -> None:
        depth = 0
        while True:
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth == 0:
                return
            event = next(events)

    def _place(self, event: Any) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _problem(self, code: str, event: Any, message: str, fix: str) -> None:
        self.problems.append(Problem(code, self._place(event), message, fix))
