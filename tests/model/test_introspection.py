"""The schema's types can be walked beside a tree: every reference is found, and every path has its type."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.introspection import Reference, references, type_at, type_name
from generator.model.reading.reader import read_yaml
from generator.model.schema import (
    AccountType,
    Answer,
    Comparison,
    Id,
    Infographic,
    Point,
    Position,
    Role,
    Scale,
    Source,
    Term,
    TopicView,
)
from generator.problems.errors import Place


def found(text: str, kind: Any) -> set[tuple[str, str, int, int]]:
    tree = read_yaml(text.encode(), "f.yml")
    return {(ref.what, ref.name, ref.place.line, ref.place.column) for ref in references(tree, kind)}


def test_references_are_found_in_fields_lists_keys_and_options() -> None:
    text = """roles: [a, b]
sources: [s]
topics:
  - {icon: material/x, infographic: k}
scales:
  - positions: {a: {value: 1}}
shared:
  skills: [{skill: t, levels: {b: strong}}]
infographics: [{kind: k}]
"""
    assert found(text, Comparison) == {
        ("role", "a", 1, 9),
        ("role", "b", 1, 12),
        ("source", "s", 2, 11),
        ("icon", "material/x", 4, 12),
        ("kind", "k", 4, 37),
        ("role", "a", 6, 17),
        ("skill", "t", 8, 20),
        ("role", "b", 8, 32),
        ("kind", "k", 9, 23),
    }


def test_references_of_a_role() -> None:
    text = "hue: h\nskills: [{skill: a}]\nmetrics: [{metric: b}]\npartners: [{partner: c}]\naccounts: [{account: d}]\n"
    assert {(what, name) for what, name, _, _ in found(text, Role)} == {
        ("hue", "h"),
        ("skill", "a"),
        ("metric", "b"),
        ("partner", "c"),
        ("account", "d"),
    }


@pytest.mark.parametrize(
    "text", ["", "x", "[a]", "roles: a", "roles: {a: b}", "topics: [x]", "topics: {a: b}", "scales: [{positions: [a]}]"]
)
def test_a_tree_of_another_shape_has_no_references(text: str) -> None:
    assert found(text, Comparison) == set()


def test_a_reference_says_what_it_refers_to() -> None:
    (reference,) = references(read_yaml(b"a: {sources: [s]}\n", "f.yml"), dict[Id, Term])
    assert reference == Reference("source", "s", Place("f.yml", 1, 15))


@pytest.mark.parametrize(
    ("kind", "path", "expected"),
    [
        (Comparison, (), Comparison),
        (Comparison, ("scales", 3), Scale),
        (Comparison, ("scales", 3, "positions", "a"), Position),
        (Comparison, ("scales", 3, "positions", "a", "value"), int),
        (Role, ("topics", "x"), TopicView),
        (Role, ("topics", "x", "points", 0), Point),
        (dict[Id, Source], ("a", "url"), str),
        (Comparison, ("nothing",), None),
        (Comparison, ("name", "deeper"), None),
        (Comparison, ("nothing", "deeper"), None),
    ],
)
def test_the_type_at_a_path(kind: Any, path: tuple[str | int, ...], expected: Any) -> None:
    assert type_at(kind, path) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Role, "a role"),
        (TopicView, "a topic view"),
        (dict[Id, Term], "this list of named entries"),
        (str, "this"),
        (None, "this"),
    ],
)
def test_what_a_person_calls_it(kind: Any, expected: str) -> None:
    assert type_name(kind) == expected


def test_a_vowel_takes_an() -> None:
    assert [type_name(kind) for kind in (AccountType, Answer, Infographic)] == [
        "an account type",
        "an answer",
        "an infographic",
    ]
