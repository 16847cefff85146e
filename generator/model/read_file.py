"""One YAML file of the content: what it holds, and what the rest asks of it.

In: the bytes of a file, its name and its type. Out: a `ReadFile`. The tree goes when this is made: of a thousand files
it takes as much room as all else.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.model import introspection
from generator.model.checks import former_ids
from generator.model.checks.former_ids import Group
from generator.model.reading.reader import read_yaml
from generator.model.reading.tree import Path, Tree
from generator.model.schema import Comparison, Role
from generator.model.validation import validate
from generator.problems import Place, Problem

References = Mapping[tuple[str, str], tuple[tuple[int, int], ...]]
Section = tuple[str, ...]  # the way to it; () is the file itself
Names = Mapping[Section, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Fields:
    """Where the fields of a file stand, in the order of their places: lines and columns, and the ways to them.

    A way is written as an editor names it: `lead.2.text`, entries of lists counted from 1.
    """

    places: bytes = b""
    ways: str = ""

    def around(self, place: Place) -> str:
        """The way to the field that a place is in; of those that begin at one place the innermost counts."""
        numbers = self._numbers()
        pairs = range(len(numbers) // 2)
        found = bisect_right(
            pairs, (place.line, place.column), key=lambda pair: (numbers[2 * pair], numbers[2 * pair + 1])
        )
        return self.ways.split(_APART)[found - 1] if found and place.line else ""

    def place(self, way: str, file: str) -> Place:
        """Where a field stands; the file where there is none."""
        ways = self.ways.split(_APART)
        if way not in ways:
            return Place(file)
        numbers, index = self._numbers(), ways.index(way)
        return Place(file, numbers[2 * index], numbers[2 * index + 1])

    def _numbers(self) -> array[int]:
        return array("I", self.places)


_APART = "\0"


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What a file holds (None when it has problems), and what is wrong with it by itself.

    `references` are the ids that it names, each with the kind of thing and its lines and columns; `groups` the things
    in it that can be renamed, `names` the entries of sections that others refer to, of those that are there.
    """

    value: Any = None
    problems: tuple[Problem, ...] = ()
    references: References = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    names: Names = field(default_factory=dict)
    fields: Fields = Fields()
    belongs: str = ""  # the folder that it should be in


def missing(file: str) -> ReadFile:
    """A file that is not there and has to be."""
    return ReadFile(problems=(Problem("missing-file", Place(file), "there is no such file", "create it"),))


def read_file(data: bytes, file: str, kind: Any, sections: Collection[Section] = ()) -> ReadFile:
    """Read and check one file; others refer to the entries of its `sections`."""
    tree = read_yaml(data, file, introspection.field_names(kind))
    if folder := _belongs(tree, kind):
        other = introspection.type_name(_OWN[folder])
        problem = Problem("unknown-file", Place(file), f"this is {other}, in the wrong folder", f"move it to {folder}/")
        return ReadFile(problems=(problem,), belongs=folder)
    value, problems = validate(tree, kind)
    return ReadFile(
        value,
        problems,
        _references(tree, kind),
        tuple(former_ids.groups_within(tree)),
        {section: tuple(map(str, found)) for section in sections if (found := _section(tree, section)) is not None},
        _fields(tree),
    )


_OWN: Mapping[str, Any] = {"roles": Role, "comparisons": Comparison}


def _belongs(tree: Tree, kind: Any) -> str:
    """The folder of what a file holds by its fields, where it is none of that `kind`; "" where it may be one."""
    if kind not in _OWN.values() or not isinstance(tree.value, dict):
        return ""
    folder, other = next(each for each in _OWN.items() if each[1] is not kind)
    ours, theirs = (set(each.model_fields) for each in (kind, other))
    given = {str(name) for name in tree.value}
    return folder if given & (theirs - ours) and not given & (ours - theirs) else ""


def _references(tree: Tree, kind: Any) -> References:
    found: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for each in introspection.references(tree, kind):
        found.setdefault((each.what, str(each.name)), []).append((each.place.line, each.place.column))
    return {key: tuple(places) for key, places in found.items()}


def _section(tree: Tree, section: Section) -> dict[str, Any] | None:
    found: Any = tree.value
    for name in section:
        found = found.get(name) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else None


def _fields(tree: Tree) -> Fields:
    found = sorted(tree.values.items(), key=lambda entry: entry[1])
    numbers = array("I", (number for _, place in found for number in (place.line, place.column)))
    return Fields(numbers.tobytes(), _APART.join(_way(path) for path, _ in found))


def _way(path: Path) -> str:
    steps = (str(step + 1) if isinstance(step, int) else step for step in path)
    return ".".join(steps).replace(_APART, "\ufffd")
