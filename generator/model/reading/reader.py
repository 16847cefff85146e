"""YAML as the editor typed it.

In: the bytes of one file. Out: a `Tree`, with the place of every key and value; and problems, all of them, never an
exception for what is in the file.

Scalars are not interpreted: `no`, `12:30`, `1.10` and `010` stay text, and the schema decides what they
are. Anchors, aliases, merges and tags are refused as they are met, so what is read is a plain tree and a few
lines cannot stand for gigabytes. What YAML would lose without a word is told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from importlib import resources
from typing import Any

import yaml

from generator.model.reading import hidden_characters, merge_conflicts, syntax_errors, yaml_pitfalls
from generator.model.reading.tree import Path, Tree, Value
from generator.model.text import Placed, Text
from generator.problems import MAX_DEPTH, Collector, Place, Problem, StopReading, decode, shorten, split_lines

# libyaml reads ten times faster than pure Python; both give the same events and marks.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(data: bytes, file: str, fields: Collection[str] = ()) -> Tree:
    """Read one YAML file. `file` is the name that problems carry; `fields` are the names that its fields can have."""
    text, problem = decode(data, file)
    if problem:
        return Tree(file, problems=(problem,))
    lines = split_lines(text)
    if conflicts := tuple(merge_conflicts.check(lines, file)):
        return Tree(file, problems=conflicts)  # whatever else is wrong may be so in the version that goes
    collector = Collector()
    reader = _Reader(file, lines, frozenset(fields), collector)
    value: Value = None
    try:
        collector.extend(hidden_characters.check(text, file))
        value = reader.document(yaml.parse(hidden_characters.readable(text), Loader=LOADER))
    except yaml.YAMLError as error:
        problem = syntax_errors.explain(error, lines, file)
        if not _follows_from_odd_space(problem, collector.problems):
            collector.problems.append(problem)
        if problem.code == "tab":
            with suppress(StopReading):
                collector.extend(syntax_errors.more_tabs(problem, lines))
    except StopReading:
        pass
    return Tree(file, value, reader.values, reader.keys, tuple(collector.problems))


def load_packaged(package: str, name: str) -> Any:
    """The content of a YAML file that comes with the program."""
    return yaml.load(resources.files(package).joinpath(name).read_text(encoding="utf-8"), LOADER)


def _follows_from_odd_space(problem: Problem, found: Sequence[Problem]) -> bool:
    """Whether a space that is none, on that line or above it, is what YAML's reader stumbled over."""
    return any(other.code == "odd-space" and other.line in (problem.line - 1, problem.line) for other in found)


class _Reader:
    """Builds the tree of one file from its event stream."""

    def __init__(self, file: str, lines: Sequence[str], fields: frozenset[str], collector: Collector) -> None:
        self.file, self.lines, self.fields, self.collector = file, lines, fields, collector
        self.values: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}
        self._merged: set[Path] = set()  # entries of lists into which another seems to have run

    def document(self, events: Iterator[Any]) -> Value:
        """The value of the first document; a second one is a problem."""
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
        place = self._place(event)
        self.values.setdefault(path, place)
        if isinstance(event, yaml.AliasEvent):
            message = f"*{event.anchor} repeats what stands elsewhere"
            self._problem("yaml-alias", event, message, "write the text out here, or put it into quotes")
            return Text(f"*{event.anchor}", place)
        self._refuse_anchor_and_tag(event)
        if isinstance(event, yaml.ScalarEvent):
            self.collector.extend(yaml_pitfalls.check_text(event, self.lines, self.file, self.fields))
            return None if event.value == "" and not event.style else Text(event.value, place)
        if len(path) >= MAX_DEPTH:
            self._problem("too-deep", event, f"nested deeper than {MAX_DEPTH} levels", "close the brackets before it")
            raise StopReading
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return self._mapping(events, path)

    def _refuse_anchor_and_tag(self, event: Any) -> None:
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
            self.collector.add(yaml_pitfalls.unusable_key(event, self.lines, self.file))
            self._skip(event, events)
            self._skip(next(events), events)
        return fields

    def _field(self, event: Any, events: Iterator[Any], path: Path, fields: dict[str, Any]) -> None:
        name = event.value
        self._refuse_anchor_and_tag(event)
        self.collector.extend(yaml_pitfalls.check_escapes(event, self.lines, self.file))
        if name == "<<" and not event.style:
            self._problem("yaml-merge", event, '"<<" would take fields over from elsewhere', "write the fields out")
            self._skip(next(events), events)
            return
        if name in fields:
            self._duplicate(event, path, fields)
            self._skip(next(events), events)
            return
        self.keys[(*path, name)] = place = self._place(event)
        fields[Placed(name, place)] = self._value(next(events), events, (*path, name))

    def _duplicate(self, event: Any, path: Path, fields: dict[str, Any]) -> None:
        """A field for the second time. The first one of a list's entry begins another, whose fields are not told."""
        if path in self._merged:
            return
        first = self.keys[(*path, event.value)].line
        message = f'"{shorten(event.value)}" stands here a second time; the first is on line {first}'
        fix = "remove one of the two"
        if path and isinstance(path[-1], int) and event.value == next(iter(fields)):
            self._merged.add(path)
            fix += "; if another entry of the list begins here, put a hyphen and a space before it"
        self._problem("duplicate-key", event, message, fix)

    def _skip(self, event: Any, events: Iterator[Any]) -> None:
        depth = 0
        while True:
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth == 0:
                return
            event = next(events)

    def _place(self, event: Any) -> Place:
        return syntax_errors.place_at(event.start_mark, self.lines, self.file)

    def _problem(self, code: str, event: Any, message: str, fix: str) -> None:
        self.collector.add(Problem(code, self._place(event), message, fix))
