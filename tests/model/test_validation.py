"""What does not fit its type is told in an editor's words, at the place where it stands."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.model.reading.reader import read_yaml
from generator.model.schema import (
    Answer,
    CareerStep,
    Comparison,
    Id,
    Metric,
    Position,
    RoleSkill,
    Scale,
    Site,
    Skill,
    Source,
    Swatch,
    Term,
)
from generator.model.text import Text
from generator.model.validation import closest, validate
from generator.problems import MAX_PROBLEMS
from generator.problems.errors import Problem, Severity

FIELDS_OF_A_SOURCE = "title, publisher, kind, text, url, formerly"
SOURCE = "title: A\npublisher: B\nkind: brief\ntext: C\n"
SITE = """name: A
tagline: B
description: C
url: https://example.org/
author: D
licence: E
updated: 2026-01-31
home: a-b
pictures: {sizes: [page], themes: [light]}
"""


def checked(text: str, kind: Any) -> tuple[Any, tuple[Problem, ...]]:
    return validate(read_yaml(text.encode(), "f.yml"), kind)


def lines(text: str, kind: Any) -> list[str]:
    value, problems = checked(text, kind)
    assert (value is None) == bool(problems)
    return [str(problem) for problem in problems]


# --- what fits --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["no", "12:30", "1.10", "010", "~", "null", "2026-01-01", "1e3", "0x1F", "="])
def test_text_is_kept_as_typed(typed: str) -> None:
    source, _ = checked(SOURCE.replace("title: A", f"title: {typed}"), Source)
    assert source.title == typed
    assert isinstance(source.title, Text)


def test_a_text_knows_where_it_stands() -> None:
    source, _ = checked(SOURCE, Source)
    assert str(source.text.place) == "f.yml:4:7"


def test_numbers_and_days_and_flags_are_read_where_they_are_asked_for() -> None:
    site, _ = checked(SITE, Site)
    assert site.updated == date(2026, 1, 31)
    answer, _ = checked("text: A\nweights: {a: 0, b: 3}\nrationale: B\n", Answer)
    assert answer.weights == {"a": 0, "b": 3}
    skill, _ = checked("skill: a\nlevel: expert\nuse: B\nheadline: true\n", RoleSkill)
    assert skill.headline is True


def test_a_value_cannot_be_changed() -> None:
    source, _ = checked(SOURCE, Source)
    with pytest.raises(ValueError, match="frozen"):
        source.title = "B"


# --- what does not ----------------------------------------------------------------------------------------------------


def swatch(colour: str) -> str:
    hue = '{solid: "#000000", tint: "#FFFFFF", on: "#FFFFFF"}'
    return f"marker: solid\nlight: {hue}\ndark:\n  tint: '#FFFFFF'\n  on: '#FFFFFF'\n  solid: {colour}\n"


CASES = [
    # Fields.
    (
        Source,
        SOURCE + "titel: D\n",
        '5:1: error[unknown-key] "titel" is not a field of a source; did you mean "title"?',
    ),
    (
        Source,
        SOURCE + "colour: red\n",
        f'5:1: error[unknown-key] "colour" is not a field of a source; its fields are {FIELDS_OF_A_SOURCE}',
    ),
    (
        Source,
        SOURCE + '"[key]": x\n',
        f'5:1: error[unknown-key] "[key]" is not a field of a source; its fields are {FIELDS_OF_A_SOURCE}',
    ),
    (
        Source,
        "publisher: B\nkind: brief\ntext: C\n",
        (
            '1:1: error[missing-field] "title" is missing from a source; add "title:" here '
            "(the title of the work, or what it is)"
        ),
    ),
    # Nothing where something is asked for.
    (Source, SOURCE.replace("A", ""), '1:1: error[empty-text] "title" is empty; write a text after it'),
    (Source, SOURCE.replace("C", "''"), '4:7: error[empty-text] "text" is empty; write a text'),
    (Source, SOURCE.replace("C", "'  '"), '4:7: error[empty-text] "text" is empty; write a text'),
    (Source, "", ": error[empty-file] the file is empty; it must hold a source"),
    (Source, "# nothing yet\n", ": error[empty-file] the file is empty; it must hold a source"),
    # Another type.
    (Source, SOURCE.replace("C", "[C]"), '4:7: error[wrong-type] "text" is a list, not a text; write a text'),
    (
        Source,
        SOURCE.replace("C", "{a: C}"),
        (
            '4:7: error[wrong-type] "text" is a group of fields, not a text; write a text; a colon and a space '
            "make a field of what stands before them, so put a text with both into quotes"
        ),
    ),
    (
        Term,
        "term: A\ndefinition: B\nsources: brief\n",
        (
            '3:10: error[wrong-type] "sources" is "brief", not a list; '
            "write a list (one entry a line, each after a hyphen)"
        ),
    ),
    (
        Term,
        "term: A\ndefinition: B\nsources: [brief, [x]]\n",
        '3:18: error[wrong-type] entry 2 of "sources" is a list, not a text; write a text',
    ),
    (
        Source,
        "- title: A\n",
        ("1:1: error[wrong-type] the file is a list, not a field; write a field (title: …) on a line of its own"),
    ),
    (
        dict[Id, Term],
        "a: B\n",
        '1:4: error[wrong-type] "a" is "B", not fields; write fields (term: …, definition: …, one a line)',
    ),
    (
        CareerStep,
        "title: A\ntext: B\n",
        (
            '1:1: error[missing-field] "stage" is missing from a career step; '
            'add "stage:" here (before the role, the role itself, or after it; one of before, now, next)'
        ),
    ),
    (
        Site,
        "name: A\nurl: https://a.example/\nupdated: 2026-01-01\npictures: B\n",
        '4:11: error[wrong-type] "pictures" is "B", not fields; write fields (sizes: …, themes: …, set: …, one a line)',
    ),
    (
        Comparison,
        "name: A\nroles: [B, c]\ndimensions: [{id: d, name: D}]\n",
        (
            '2:9: error[wrong-value] entry 1 of "roles" cannot be "B"; '
            "it must be small letters, digits and single hyphens, such as b"
        ),
    ),
    (
        dict[Id, Term],
        "a:\n  term: A\n  definition: B\n  sources: [brief]\ndefinition: C\n",
        (
            '5:1: error[wrong-type] "definition" stands beside the entry above it, not within it; '
            "indent it as far as the fields of that entry"
        ),
    ),
    (dict[Id, Term], "# none\n", ": error[empty-file] the file is empty; it must hold at least one entry"),
    (
        Answer,
        "text: A\nweights: {a: many}\nrationale: B\n",
        '2:14: error[wrong-type] "a" is "many", not a whole number; write a whole number',
    ),
    (
        Answer,
        "text: A\nweights: {a: 1.5}\nrationale: B\n",
        '2:14: error[wrong-type] "a" is "1.5", not a whole number; write a whole number',
    ),
    (
        RoleSkill,
        "skill: a\nlevel: expert\nuse: B\nheadline: maybe\n",
        '4:11: error[wrong-type] "headline" is "maybe", not true or false; write true or false',
    ),
    (
        Site,
        SITE.replace("2026-01-31", "31.1.2026"),
        (
            '7:10: error[wrong-type] "updated" is "31.1.2026", not a day such as 2026-01-31; '
            "write a day such as 2026-01-31"
        ),
    ),
    (
        Site,
        SITE.replace("2026-01-31", "2026-02-30"),
        (
            '7:10: error[wrong-type] "updated" is "2026-02-30", not a day such as 2026-01-31; '
            "write a day such as 2026-01-31"
        ),
    ),
    (
        Site,
        SITE.replace("2026-01-31", "86400"),
        '7:10: error[wrong-type] "updated" is "86400", not a day such as 2026-01-31; write a day such as 2026-01-31',
    ),
    # Another value.
    (
        Source,
        SOURCE.replace("brief", "breif"),
        '3:7: error[wrong-value] "kind" cannot be "breif"; did you mean "brief"?',
    ),
    (
        Metric,
        "name: A\ndefinition: B\nformula: C\nbetter: up\nreading: D\nsources: [brief]\n",
        '4:9: error[wrong-value] "better" cannot be "up"; it is one of higher, lower, on-target',
    ),
    (
        Site,
        SITE.replace("[page]", "[page, fone]"),
        '9:26: error[wrong-value] entry 2 of "sizes" cannot be "fone"; did you mean "phone"?',
    ),
    (
        Skill,
        "name: A\ndefinition: B\nicon: Handshake!\n",
        (
            '3:7: error[wrong-value] "icon" cannot be "Handshake!"; '
            "it must be the name of an icon, such as material/handshake"
        ),
    ),
    (
        Swatch,
        swatch("teal"),
        '6:10: error[wrong-value] "solid" cannot be "teal"; it must be a colour such as #0B6B6B',
    ),
    (
        Source,
        SOURCE + "url: example.org\n",
        '5:6: error[wrong-value] "url" cannot be "example.org"; it must be an address such as https://example.org/',
    ),
    *(
        (
            Site,
            SITE.replace("https://example.org/", typed),
            (
                f'4:6: error[wrong-value] "url" cannot be "{typed}"; '
                "it must be an address such as https://example.org/, without ? or #"
            ),
        )
        for typed in ("https://example.org/?a=b", "https://example.org/#c", "https://example.org?a", "example.org")
    ),
    (
        Site,
        SITE.replace("a-b", "A b"),
        (
            '8:7: error[wrong-value] "home" cannot be "A b"; '
            "it must be small letters, digits and single hyphens, such as a-b"
        ),
    ),
    (
        dict[Id, Source],
        "My Source:\n  title: A\n  publisher: B\n  kind: brief\n  text: C\n",
        (
            '1:1: error[invalid-id] "My Source" is not an id; '
            "ids are small letters, digits and single hyphens, such as my-source"
        ),
    ),
    # Counts and ranges.
    (
        Site,
        SITE.replace("[page]", "[]"),
        '9:19: error[wrong-count] "sizes" has 0 entries; it must have at least 1',
    ),
    (
        Answer,
        "text: A\nweights: {a: 4}\nrationale: B\n",
        '2:14: error[wrong-value] "a" is 4; it must be at most 3',
    ),
    (
        Scale,
        "id: a\nname: A\nlow: B\nhigh: C\npositions:\n  x: {value: -1, rationale: D}\n",
        '6:14: error[wrong-value] "value" is -1; it must be at least 0',
    ),
]


@pytest.mark.parametrize("typed", [".inf", "-.inf", ".nan", "nan", "1e999", "9" * 5000, "0x1F", "12:30", "5.5", "true"])
def test_what_is_no_whole_number_is_told_in_one_short_line(typed: str) -> None:
    (line,) = lines(f"value: {typed}\nrationale: A\n", Position)
    assert line.startswith('f.yml:1:8: error[wrong-type] "value" is "')
    assert line.endswith("not a whole number; write a whole number")
    assert len(line) < 160


def test_a_warning_does_not_take_the_value_away() -> None:
    source, problems = checked(SOURCE.replace("title: A", "title: A # or B"), Source)
    assert source.title == "A"
    assert [(problem.code, problem.severity) for problem in problems] == [("text-cut", Severity.WARNING)]


def test_of_very_many_mistakes_the_first_are_told() -> None:
    assert len(checked("".join(f"x{number}: y\n" for number in range(5000)), Source)[1]) == MAX_PROBLEMS


@pytest.mark.parametrize(("kind", "text", "expected"), CASES, ids=[line for _, _, line in CASES])
def test_one_problem_with_its_place_and_its_fix(kind: Any, text: str, expected: str) -> None:
    start = "f.yml" if expected.startswith(":") else "f.yml:"
    assert lines(text, kind) == [start + expected]


def test_an_id_of_more_than_sixty_letters_is_a_problem() -> None:
    (problem,) = checked(SITE.replace("a-b", "a" * 61), Site)[1]
    assert (problem.line, problem.column) == (8, 7)
    assert "60" in str(problem)


def test_an_alias_is_told_once_and_not_as_an_empty_text_too() -> None:
    assert [problem.code for problem in checked(SOURCE.replace("A", "*x"), Source)[1]] == ["yaml-alias"]


def test_all_problems_of_a_file_are_told_at_once() -> None:
    text = "colour: A\npublisher: []\nkind: bref\ntext: ''\nkind: brief\n"
    assert sorted(problem.code for problem in checked(text, Source)[1]) == [
        "duplicate-key",
        "empty-text",
        "missing-field",
        "unknown-key",
        "wrong-type",
        "wrong-value",
    ]


def test_a_misspelt_field_is_not_missing_as_well() -> None:
    assert [problem.code for problem in checked(SOURCE.replace("title", "Titel"), Source)[1]] == ["unknown-key"]


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("responsibilites", ["responsibilities", "role"], 'did you mean "responsibilities"?'),
        ("xyz", ["responsibilities"], ""),
        ("a", [], ""),
    ],
)
def test_the_nearest_known_word_is_suggested(word: str, known: list[str], expected: str) -> None:
    assert closest(word, known) == expected
