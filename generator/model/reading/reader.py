"""YAML as the editor typed it.

In: the bytes of one file. Out: a `Tree` of dicts, lists and `Text`, with the place of every key and
value; and problems, all of them, never an exception for what is in the file.

Scalars are not interpreted: `no`, `12:30`, `1.10` and `010` stay text, and the schema decides what they
are. Anchors, aliases, merges and tags are refused as they are met, so what is read is a plain tree and a few
lines cannot stand for gigabytes. What YAML would lose without a word is told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.model.reading import hidden_characters, merge_conflicts, syntax_errors, yaml_losses
from generator.model.text import Text
from generator.problems import MAX_DEPTH, MAX_PROBLEMS, Place, Problem, lines_of, short, text_of

Path = tuple[str | int, ...]
Value = dict[str, Any] | list[Any] | Text | None

# libyaml reads ten times faster than pure Python; both give the same events and marks.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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


def read_yaml(data: bytes, file: str, fields: Collection[str] = ()) -> Tree:
    """Read one YAML file. `file` is the name that problems carry; `fields` are the names that its fields can have."""
    text, problem = text_of(data, file)
    if problem:
        return Tree(file, problems=(problem,))
    lines = lines_of(text)
    if left := tuple(merge_conflicts.check(lines, file)):
        return Tree(file, problems=left)  # whatever else is wrong may be so in the version that goes
    reader = _Reader(file, lines, frozenset(fields))
    value: Value = None
    try:
        for found in hidden_characters.check(text, file):
            reader.tell(found)
        value = reader.document(yaml.parse(hidden_characters.readable(text), Loader=LOADER))
    except yaml.YAMLError as error:
        reader.stopped(syntax_errors.explain(error, lines, file))
    except _Enough:
        pass
    return Tree(file, value, reader.values, reader.keys, tuple(reader.problems))


class _Enough(Exception):
    """The file has so many problems that more of them help nobody."""


class _Reader:
    """Builds the tree of one file from its event stream."""

    def __init__(self, file: str, lines: Sequence[str], fields: frozenset[str]) -> None:
        self.file, self.lines, self.fields = file, lines, fields
        self.values: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}
        self.problems: list[Problem] = []
        self.merged: set[Path] = set()  # entries of lists into which another seems to have run

    def tell(self, problem: Problem) -> None:
        """Note a problem. _Enough: there are too many."""
        if len(self.problems) == MAX_PROBLEMS:
            fix = "mend these first and check again"
            message = f"the file has more problems; {MAX_PROBLEMS} are told"
            self.problems.append(Problem("more-problems", problem.place, message, fix))
            raise _Enough
        self.problems.append(problem)

    def stopped(self, problem: Problem) -> None:
        """Note what ended the reading, unless it only follows from a space that is none, on that line or above it."""
        near = (problem.line - 1, problem.line)
        if not any(found.code == "odd-space" and found.line in near for found in self.problems):
            self.problems.append(problem)

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
            message = f"*{event.anchor} repeats what stands elsewhere"
            self._problem("yaml-alias", event, message, "write the text out here, or put it into quotes")
            return Text(f"*{event.anchor}", self._place(event))
        self._plain(event)
        if isinstance(event, yaml.ScalarEvent):
            self._lost(yaml_losses.of_value(event, self.lines, self.file, self.fields))
            return None if event.value == "" and not event.style else Text(event.value, self._place(event))
        if len(path) >= MAX_DEPTH:
            self._problem("too-deep", event, f"nested deeper than {MAX_DEPTH} levels", "close the brackets before it")
            raise _Enough
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return self._mapping(events, path)

    def _plain(self, event: Any) -> None:
        if event.anchor:
            fix = "remove it, or put the text into quotes"
            self._problem("yaml-alias", event, f"&{event.anchor} names what follows, to repeat it", fix)
        if event.tag:
            fix = "put the text into quotes, or remove the tag"
            self._problem("yaml-tag", event, f"{event.tag} is a tag and would be lost", fix)

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
            if isinstance(event, yaml.ScalarEvent):
                self._field(event, events, path, fields)
                continue
            self.tell(yaml_losses.of_name(event, self.lines, self.file))
            self._skip(event, events)
            self._skip(next(events), events)
        return fields

    def _field(self, event: Any, events: Iterator[Any], path: Path, fields: dict[str, Any]) -> None:
        name = event.value
        self._plain(event)
        self._lost(yaml_losses.of_escapes(event, self.lines, self.file))
        if name == "<<" and not event.style:
            self._problem("yaml-merge", event, '"<<" would take fields over from elsewhere', "write the fields out")
            self._skip(next(events), events)
            return
        if name in fields:
            self._twice(event, path, fields)
            self._skip(next(events), events)
            return
        self.keys[(*path, name)] = self._place(event)
        fields[name] = self._value(next(events), events, (*path, name))

    def _twice(self, event: Any, path: Path, fields: dict[str, Any]) -> None:
        """A field for the second time. The first one of a list's entry begins another, whose fields are not told."""
        if path in self.merged:
            return
        first = self.keys[(*path, event.value)].line
        message = f'"{short(event.value)}" stands here a second time; the first is on line {first}'
        fix = "remove one of the two"
        if path and isinstance(path[-1], int) and event.value == next(iter(fields)):
            self.merged.add(path)
            fix += "; if another entry of the list begins here, put a hyphen and a space before it"
        self._problem("duplicate-key", event, message, fix)

    def _skip(self, event: Any, events: Iterator[Any]) -> None:
        depth = 0
        while True:
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth == 0:
                return
            event = next(events)

    def _lost(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            self.tell(problem)

    def _place(self, event: Any) -> Place:
        return syntax_errors.place_of(event.start_mark, self.lines, self.file)

    def _problem(self, code: str, event: Any, message: str, fix: str) -> None:
        self.tell(Problem(code, self._place(event), message, fix))
