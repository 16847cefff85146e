"""Problems as text, JSON, GitHub annotations and SARIF: the same findings, each in the form its reader parses."""

from __future__ import annotations

import html
import io
import json
import os
import re
from dataclasses import replace
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems.characters import is_hidden, visible_line
from generator.problems.errors import ContentError, Place, Problem, Severity, in_order
from generator.project import Project
from generator.reporting.codes import PAGE
from generator.reporting.context import context_of
from generator.reporting.formats import ANNOTATIONS, FORMATS, Context, as_summary

PLAIN = Problem("unknown-key", Place("content/a.yml", 41, 5), '"titel" is not a field', 'did you mean "title"?')
AWKWARD = Problem(
    "wrong-value", Place("content/a,b:c.yml", 2, 3), "50% off,\r\nnow: ::error::", "write\nless", Severity.WARNING
)
WHOLE = Problem("missing-file", Place("content/site.yml"), "there is no such file")
ALL = (PLAIN, AWKWARD, WHOLE)
BARE = Context()
PUBLISHED = Context(address="https://example.org/contributing/problems/")
SHOWN = Context({"content/a.yml": [""] * 40 + ["    titel: Depth"]})


def many(severity: Severity, number: int) -> list[Problem]:
    return [
        Problem("wrong-value", Place("content/a.yml", n, 1), f"no. {n}", "", severity) for n in range(1, number + 1)
    ]


def test_there_are_the_four_formats_of_the_contract() -> None:
    assert list(FORMATS) == ["text", "json", "github", "sarif"]


# --- text -------------------------------------------------------------------------------------------------------------


def test_text_is_the_contracts_line_the_source_with_carets_and_the_fix() -> None:
    assert FORMATS["text"]((PLAIN, WHOLE), SHOWN).splitlines() == [
        'content/a.yml:41:5: error[unknown-key] "titel" is not a field; did you mean "title"?',
        " 41 |     titel: Depth",
        "    |     ^^^^^",
        '    = did you mean "title"?',
        "",
        "content/site.yml: error[missing-file] there is no such file",
        "",
        "What a code means: docs/contributing/problems.md, or visavis explain unknown-key",
        "2 errors, 0 warnings.",
    ]


def test_colour_is_added_and_nothing_else() -> None:
    coloured = FORMATS["text"](ALL, replace(SHOWN, colour=True))
    assert "\x1b[31m" in coloured
    assert "\x1b[33m" in coloured
    assert click.unstyle(coloured) == FORMATS["text"](ALL, SHOWN)


def test_what_a_terminal_would_obey_is_spelt_out() -> None:
    evil = Problem("unknown-key", Place("content/\x1b[2J.yml", 1, 1), '"\u202e\x07" is no field', "no \u200b")
    text = FORMATS["text"]((evil,), BARE)
    assert 'content/<U+001B>[2J.yml:1:1: error[unknown-key] "<U+202E><U+0007>" is no field; no <U+200B>' in text
    assert all(char.isprintable() or char == "\n" for char in text)


def test_a_folder_whose_name_is_not_utf_8_is_told_in_every_format() -> None:
    problem = Problem("missing-folder", Place(os.fsdecode(b"caf\xe9/content")), "there is no such folder")
    assert "caf%E9/content" in FORMATS["sarif"]((problem,), Context())
    for form in FORMATS.values():
        assert "missing-folder" in form((problem,), Context()).encode(errors="backslashreplace").decode()


def test_text_says_when_there_is_nothing_to_say() -> None:
    assert FORMATS["text"]((), BARE) == "No problems.\n"


def test_one_problem_is_counted_in_the_singular() -> None:
    assert FORMATS["text"]((PLAIN,), BARE).splitlines()[-1].startswith("1 error,")


def test_a_problem_stays_on_one_line_of_text() -> None:
    first, *_ = FORMATS["text"]((AWKWARD,), BARE).splitlines()
    assert first.endswith("50% off, now: ::error::; write less")


# --- JSON -------------------------------------------------------------------------------------------------------------


def test_json_has_every_field() -> None:
    records = json.loads(FORMATS["json"](ALL, BARE))
    assert records[0] == {
        "code": "unknown-key",
        "severity": "error",
        "file": "content/a.yml",
        "line": 41,
        "column": 5,
        "message": '"titel" is not a field',
        "fix": 'did you mean "title"?',
        "help": "docs/contributing/problems.md#unknown-key",
    }
    assert [(record["severity"], record["line"]) for record in records] == [("error", 41), ("warning", 2), ("error", 0)]
    assert records[1]["message"] == AWKWARD.message


def test_json_names_the_published_explanation_where_there_is_one() -> None:
    (record,) = json.loads(FORMATS["json"]((PLAIN,), PUBLISHED))
    assert record["help"] == "https://example.org/contributing/problems/#unknown-key"


def test_a_hint_never_leads_to_a_page_that_is_not_there(tmp_path: Path) -> None:
    content, docs = tmp_path / "content", tmp_path / "docs"
    content.mkdir()
    (content / "site.yml").write_text("url: https://example.org/compare/\n", encoding="utf-8")
    project = Project(content, docs, tmp_path / "site", tmp_path / "mkdocs.yml")
    bare = context_of((PLAIN,), project, io.StringIO())
    assert "What a code means: visavis explain unknown-key\n" in FORMATS["text"]((PLAIN,), bare)
    (record,) = json.loads(FORMATS["json"]((PLAIN,), bare))
    assert record["help"] == "visavis explain unknown-key"
    assert "helpUri" not in FORMATS["sarif"]((PLAIN,), bare)
    assert "](" not in as_summary((PLAIN,), bare)
    (docs / PAGE).parent.mkdir(parents=True)
    (docs / PAGE).write_text("# Problems\n", encoding="utf-8")
    there = context_of((PLAIN,), project, io.StringIO())
    assert f"What a code means: {(docs / PAGE).as_posix()}, or visavis explain" in FORMATS["text"]((PLAIN,), there)
    (record,) = json.loads(FORMATS["json"]((PLAIN,), there))
    assert record["help"] == "https://example.org/compare/contributing/problems/#unknown-key"


def test_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads(FORMATS["json"]((), BARE)) == []


# --- GitHub -----------------------------------------------------------------------------------------------------------


def test_github_gets_one_workflow_command_a_problem() -> None:
    assert FORMATS["github"]((PLAIN, WHOLE), BARE).splitlines() == [
        '::error file=content/a.yml,line=41,col=5,title=unknown-key::"titel" is not a field; did you mean "title"?',
        "::error file=content/site.yml,line=1,col=1,title=missing-file::there is no such file",
    ]


def test_github_escapes_what_would_end_a_command_or_a_property() -> None:
    (line,) = FORMATS["github"]((AWKWARD,), BARE).splitlines()
    assert line == (
        "::warning file=content/a%2Cb%3Ac.yml,line=2,col=3,title=wrong-value::50%25 off, now: ::error::; write less"
    )


def test_github_of_nothing_is_nothing() -> None:
    assert FORMATS["github"]((), BARE) == ""


def test_github_is_given_as_many_annotations_as_it_shows_and_the_rest_as_lines() -> None:
    problems = [*many(Severity.ERROR, 13), *many(Severity.WARNING, 11)]
    lines = FORMATS["github"](problems, BARE).splitlines()
    assert sum(line.startswith("::error ") for line in lines) == ANNOTATIONS
    assert sum(line.startswith("::warning ") for line in lines) == ANNOTATIONS
    (notice,) = [line for line in lines if line.startswith("::notice ")]
    assert "4 more problems" in notice
    assert "13 errors, 11 warnings" in notice
    assert lines[-4:] == [*map(str, problems[10:13]), str(problems[-1])]


def test_a_summary_has_every_problem_with_a_link_to_its_explanation() -> None:
    summary = as_summary(many(Severity.ERROR, 300), PUBLISHED)
    assert summary.startswith("### visavis check: 300 errors, 0 warnings\n")
    assert summary.count("[wrong-value](https://example.org/contributing/problems/#wrong-value)") == 300
    assert summary.count("\n| error ") == 300


def test_a_summary_makes_nothing_of_what_content_says() -> None:
    odd = Problem("unknown-key", Place("a.yml", 1, 1), "a | b `c` <img> [d](https://e) @f\n\n# g \u202e", "**h**")
    (row,) = [line for line in as_summary((odd,), BARE).splitlines() if line.startswith("| error ")]
    assert row.count("|") == 5
    assert not set("`<[(@*#") & set(re.sub(r"&#\d+;", "", row))
    assert html.unescape(row).endswith("| a | b `c` <img> [d](https://e) @f # g <U+202E> | **h** |")


def test_a_summary_stays_within_what_github_takes_and_says_how_many_are_missing() -> None:
    problems = [Problem("wrong-value", Place("a.yml", n, 1), "x" * 5_000) for n in range(1, 400)]
    summary = as_summary(problems, BARE)
    assert len(summary.encode()) < 2**20
    told = summary.count("\n| error ")
    assert f"\n{399 - told} more problems: see the log." in summary


# --- SARIF ------------------------------------------------------------------------------------------------------------


def test_sarif_is_a_log_of_one_run() -> None:
    log = json.loads(FORMATS["sarif"](ALL, BARE))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    assert run["tool"]["driver"]["name"] == "visavis"
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["missing-file", "unknown-key", "wrong-value"]
    assert {result["ruleId"] for result in run["results"]} <= set(rules)
    assert [result["level"] for result in run["results"]] == ["error", "warning", "error"]


def test_sarif_says_where_and_what() -> None:
    first, _, last = json.loads(FORMATS["sarif"](ALL, BARE))["runs"][0]["results"]
    (location,) = first["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "content/a.yml"},
        "region": {"startLine": 41, "startColumn": 5},
    }
    assert first["message"]["text"] == '"titel" is not a field; did you mean "title"?'
    region = last["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 1}, "SARIF counts from 1, so a whole file is its beginning"


def test_sarif_addresses_are_uris() -> None:
    odd = Problem("unknown-file", Place("content/roles/Ward Nurse 50%.yml"), "this file belongs to nothing")
    (result,) = json.loads(FORMATS["sarif"]((odd,), BARE))["runs"][0]["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "content/roles/Ward%20Nurse%2050%25.yml"


def test_sarif_explains_its_rules_and_counts_columns_as_we_do() -> None:
    (run,) = json.loads(FORMATS["sarif"]((PLAIN,), PUBLISHED))["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["helpUri"] == "https://example.org/contributing/problems/#unknown-key"
    assert rule["shortDescription"]["text"]
    assert rule["help"]["text"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"][0]["ruleIndex"] == 0
    (rule,) = json.loads(FORMATS["sarif"]((PLAIN,), BARE))["runs"][0]["tool"]["driver"]["rules"]
    assert "helpUri" not in rule, "an address of which nobody knows whether it exists is none"


def test_sarif_of_nothing_is_a_run_without_results() -> None:
    (run,) = json.loads(FORMATS["sarif"]((), BARE))["runs"]
    assert run["results"] == []


# --- all of them ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("problems", [(), ALL])
def test_every_format_ends_a_line_or_is_empty(form: str, problems: tuple[Problem, ...]) -> None:
    text = FORMATS[form](problems, BARE)
    assert not text or text.endswith("\n")


@given(
    st.lists(st.builds(Problem, st.just("wrong-value"), st.builds(Place, st.text(min_size=1)), st.text(), st.text()))
)
def test_whatever_a_problem_quotes_it_stays_one_finding(any_problems: list[Problem]) -> None:
    problems = in_order(any_problems)
    assert len(FORMATS["github"](problems, BARE).split("\n")) - 1 == len(problems) + (len(problems) > ANNOTATIONS)
    assert as_summary(problems, BARE).count("\n| error ") == len(problems)
    assert len(json.loads(FORMATS["json"](problems, BARE))) == len(problems)
    assert len(json.loads(FORMATS["sarif"](problems, BARE))["runs"][0]["results"]) == len(problems)
    text = FORMATS["text"](problems, BARE)
    assert all(char == "\n" or not is_hidden(char) for char in text)
    assert text.count("error[wrong-value]") >= len(problems)


def test_problems_are_told_once_errors_first_then_by_place() -> None:
    later = Problem("b", Place("content/a.yml", 50, 1), "later")
    assert ContentError([AWKWARD, WHOLE, later, PLAIN, PLAIN]).problems == (PLAIN, later, WHOLE, AWKWARD)
    assert str(ContentError([PLAIN, WHOLE])) == f"{PLAIN}\n{WHOLE}"


# --- one line that is read to its end ---------------------------------------------------------------------------------

WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=300)


@given(WORDS, WORDS)
def test_the_first_line_says_in_a_hundred_characters_what_is_wrong_and_all_is_said(message: str, fix: str) -> None:
    problem = Problem("wrong-value", Place("content/a.yml", 2, 3), message, fix, Severity.WARNING)
    first, *_ = FORMATS["text"]((problem,), BARE).splitlines()
    said = first.removeprefix("content/a.yml:2:3: warning[wrong-value] ")
    assert len(said) <= 100 + 1  # white space alone at the end is none
    whole = " ".join(FORMATS["text"]((problem,), BARE).split())
    for part in (message, fix):
        assert " ".join(visible_line(part).split()) in whole


def test_what_has_no_room_in_the_first_line_stands_below_it() -> None:
    long = replace(PLAIN, message="a" * 99, fix="mend it; or leave it")
    assert FORMATS["text"]((long,), BARE).splitlines()[:3] == [
        f"content/a.yml:41:5: error[unknown-key] {'a' * 99}",
        "    = mend it; or leave it",
        "",
    ]
    longer = replace(PLAIN, message="a " * 80)
    first, second, third, *_ = FORMATS["text"]((longer,), BARE).splitlines()
    assert first.endswith("a a…")
    assert second == "    = " + ("a " * 80).strip()
    assert third == '    = did you mean "title"?'


def test_github_gets_the_rest_on_lines_of_its_own() -> None:
    long = replace(PLAIN, message="a" * 99, fix="mend it; or leave it")
    (line,) = FORMATS["github"]((long,), BARE).splitlines()
    assert line.endswith(f"::{'a' * 99}%0Amend it; or leave it")
